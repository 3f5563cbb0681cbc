import { newId } from "#server/clock.ts";
import type { Tx } from "#server/database/database.ts";
import type { Actor } from "#shared/actor.ts";

/** One deed as the history keeps it: who and by which means come from the actor, the rest from here. */
export type AuditRecord = {
  readonly deed: string;
  readonly subjectKind: string;
  readonly subjectId: string;
  readonly providerId: string | null;
  readonly placementId?: string;
  /** What changed, in codes and ids; never free text of a private paragraph. */
  readonly change?: Readonly<Record<string, unknown>>;
};

export async function recordDeed(
  tx: Tx,
  actor: Actor,
  at: Temporal.Instant,
  record: AuditRecord,
): Promise<void> {
  await tx
    .insertInto("audit_event")
    .values({
      id: newId(),
      provider_id: record.providerId,
      at: at.toString(),
      person_id: actor.personId,
      acting_name: actor.actingName,
      means: actor.means,
      deed: record.deed,
      subject_kind: record.subjectKind,
      subject_id: record.subjectId,
      placement_id: record.placementId ?? null,
      change: JSON.stringify(record.change ?? {}),
    })
    .execute();
}
