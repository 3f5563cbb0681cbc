import { type RawBuilder, sql } from "kysely";
import { BEFORE_START } from "#features/placements/placement.ts";
import type { Tx } from "#server/database/database.ts";

export type RenewalRow = {
  readonly validUntil: string;
  /** When the workplace was last asked about this decision. */
  readonly askedAt: string | null;
  /** How many kinds of change the workplace told of since the decision; null = it has not answered. */
  readonly changed: number | null;
} | null;

/** A column for a statement over `placement`: a decision that ends before the placement does, and its asking. */
export function renewalColumn(): RawBuilder<RenewalRow> {
  return sql<RenewalRow>`(select json_build_object(
      'validUntil', d.valid_until,
      'askedAt', (select max(a.asked_at) from renewal_ask a
        where a.provider_id = d.provider_id and a.decision_id = d.id),
      'changed', (select cardinality(w.changed) from workplace_word w
        join placement said on said.provider_id = w.provider_id and said.id = w.placement_id
        where said.provider_id = placement.provider_id
          and said.workplace_id in (select workplace_family(placement.workplace_id))
          and w.said_at > d.decided_at order by w.said_at desc limit 1))
    from suitability_decision d
    where d.provider_id = placement.provider_id and d.placement_id = placement.id
      and d.superseded_by is null and d.outcome <> 'not_suitable'
      and d.valid_until < placement.ends_on)`;
}

type Ending = { readonly providerId: string; readonly today: string; readonly before: string };

/**
 * Decisions of open placements that end before their placement does, with whom to ask. A workplace without
 * a tutor to write to, or a suspended one, is not asked.
 */
export function listEnding(
  tx: Tx,
  { providerId, today, before }: Ending,
  placementIds: readonly string[] | null,
) {
  return tx
    .selectFrom("placement")
    .innerJoin("suitability_decision as d", (join) =>
      join
        .onRef("d.provider_id", "=", "placement.provider_id")
        .onRef("d.placement_id", "=", "placement.id"),
    )
    .innerJoin("person as tutor", "tutor.id", "placement.tutor_id")
    .innerJoin("person as teacher", "teacher.id", "placement.teacher_id")
    .innerJoin("workplace", "workplace.id", "placement.workplace_id")
    .innerJoin("provider", "provider.id", "placement.provider_id")
    .select([
      "placement.id",
      "placement.provider_id",
      "placement.workplace_id",
      "placement.teacher_id",
      "placement.ends_on",
      "d.id as decision_id",
      "d.valid_until",
      "tutor.id as tutor_id",
      "tutor.given_name",
      "tutor.email",
      "tutor.language",
      "workplace.name as workplace_name",
      "provider.name as provider_name",
      sql<string>`concat(teacher.given_name, ' ', teacher.family_name)`.as("teacher_name"),
      sql<number[]>`array(select a.round from renewal_ask a
        where a.provider_id = d.provider_id and a.decision_id = d.id)`.as("rounds"),
      sql<string | null>`(select max(a.asked_at) from renewal_ask a
        where a.provider_id = d.provider_id and a.decision_id = d.id)`.as("asked_at"),
      sql<string | null>`(select max(w.said_at) from workplace_word w
        join placement said on said.provider_id = w.provider_id and said.id = w.placement_id
        where said.provider_id = placement.provider_id
          and said.workplace_id in (select workplace_family(placement.workplace_id)))`.as(
        "said_at",
      ),
    ])
    .where("placement.provider_id", "=", providerId)
    .where("placement.state", "in", [...BEFORE_START, "running"])
    .where("d.superseded_by", "is", null)
    .where("d.outcome", "!=", "not_suitable")
    .whereRef("d.valid_until", "<", "placement.ends_on")
    .where("d.valid_until", ">=", today)
    .where("d.valid_until", "<=", before)
    .where("tutor.email", "is not", null)
    .where(
      sql<boolean>`not exists (select from workplace_suspension ws
        where ws.provider_id = placement.provider_id and ws.lifted_at is null
          and ws.workplace_id in (select workplace_family(placement.workplace_id)))`,
    )
    .$if(placementIds !== null, (query) =>
      query.where("placement.id", "in", [...(placementIds ?? [])]),
    )
    .orderBy("d.valid_until")
    .orderBy("placement.id")
    .execute();
}

export type EndingRow = Awaited<ReturnType<typeof listEnding>>[number];

/** In one order, so that two servers asking at once wait for each other and do not meet in a ring. */
export async function lockPlacements(tx: Tx, ids: readonly string[]): Promise<void> {
  await tx
    .selectFrom("placement")
    .select("id")
    .where("id", "in", [...ids])
    .orderBy("id")
    .forUpdate()
    .execute();
}

type Ask = {
  readonly provider_id: string;
  readonly decision_id: string;
  readonly round: number;
  readonly placement_id: string;
  readonly asked_person: string;
  readonly asked_at: string;
};

/** Claims the letter of one decision and round; false when it has gone already. */
export async function claimAsk(tx: Tx, ask: Ask): Promise<boolean> {
  const row = await tx
    .insertInto("renewal_ask")
    .values(ask)
    .onConflict((conflict) => conflict.doNothing())
    .returning("round")
    .executeTakeFirst();
  return row !== undefined;
}

export async function insertCalendarAudit(
  tx: Tx,
  event: { id: string; provider_id: string; placement_id: string; at: string; change: object },
): Promise<void> {
  await tx
    .insertInto("audit_event")
    .values({
      ...event,
      means: "calendar",
      deed: "ask-renewal",
      subject_kind: "placement",
      subject_id: event.placement_id,
      change: JSON.stringify(event.change),
    })
    .execute();
}

/** Whom and when the workplace was last asked about a decision. */
export function findAsk(tx: Tx, providerId: string, decisionId: string) {
  return tx
    .selectFrom("renewal_ask as a")
    .innerJoin("person", "person.id", "a.asked_person")
    .select([
      "a.round",
      "a.asked_at as at",
      sql<string>`concat(person.given_name, ' ', person.family_name)`.as("to"),
    ])
    .where("a.provider_id", "=", providerId)
    .where("a.decision_id", "=", decisionId)
    .orderBy("a.round", "desc")
    .limit(1)
    .executeTakeFirst();
}
