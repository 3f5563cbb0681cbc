import type { Expression, ExpressionBuilder, SqlBool } from "kysely";
import type { Tx } from "#server/database/database.ts";
import type { DB } from "#server/database/db-types.ts";
import type { Actor } from "#shared/actor.ts";

export { addressFor, findReceiver } from "./letters.ts";
export { guidesAt } from "./name-tutor.queries.ts";
export { moveToUnit, seatTutor } from "./seats.ts";

/** What other features may know of a placement they may see. */
const SEEN = [
  "id",
  "provider_id",
  "student_id",
  "teacher_id",
  "tutor_id",
  "workplace_id",
  "framework_version_id",
  "state",
  "starts_on",
  "ends_on",
  "version",
] as const;

/**
 * The first gate, in SQL: students see their own placements, teachers those named to them, coordinators
 * their provider's, tutors their own students'; a personal link only what it was made for.
 */
export function visibleTo(actor: Actor) {
  return (eb: ExpressionBuilder<DB, "placement">): Expression<SqlBool> => {
    if (actor.onlyAgreementId !== null) return eb.val(false);
    const asTutor = eb("placement.tutor_id", "=", actor.personId);
    if (actor.onlyPlacementId !== null) {
      return eb.and([asTutor, eb("placement.id", "=", actor.onlyPlacementId)]);
    }
    if (actor.onlyWorkplaceId !== null) {
      return eb.and([asTutor, eb("placement.workplace_id", "=", actor.onlyWorkplaceId)]);
    }
    if (actor.means === "link") return asTutor;
    const coordinates = actor.memberships.flatMap((membership) =>
      membership.role === "coordinator" ? [membership.providerId] : [],
    );
    const mine = eb.or([
      asTutor,
      eb("placement.student_id", "=", actor.personId),
      eb("placement.teacher_id", "=", actor.personId),
    ]);
    return coordinates.length === 0
      ? mine
      : mine.or(eb("placement.provider_id", "in", coordinates));
  };
}

/** The placement if this actor may see it, else null: both "does not exist" and "not yours" are 404. */
export async function findVisible(tx: Tx, actor: Actor, placementId: string) {
  const found = await tx
    .selectFrom("placement")
    .select(SEEN)
    .where("placement.id", "=", placementId)
    .where(visibleTo(actor))
    .executeTakeFirst();
  return found ?? null;
}

/** The same, locked until the transaction ends: whoever checks and then writes takes this one. */
export async function lockVisible(tx: Tx, actor: Actor, placementId: string) {
  const found = await tx
    .selectFrom("placement")
    .select(SEEN)
    .where("placement.id", "=", placementId)
    .where(visibleTo(actor))
    .forUpdate()
    .executeTakeFirst();
  return found ?? null;
}

/** The placement of an agreement: whoever may sign it need not see the placement. */
export function findBehindAgreement(tx: Tx, placementId: string) {
  return tx
    .selectFrom("placement")
    .select(SEEN)
    .where("placement.id", "=", placementId)
    .executeTakeFirstOrThrow();
}

/** Taken before the agreement's own lock everywhere, so that signing and moving never wait for each other. */
export async function lockBehindAgreement(tx: Tx, placementId: string): Promise<void> {
  await tx
    .selectFrom("placement")
    .select("placement.id")
    .where("placement.id", "=", placementId)
    .forUpdate()
    .execute();
}

export type SeenPlacement = NonNullable<Awaited<ReturnType<typeof findVisible>>>;

/**
 * What an agreement does to its placement: sent, it leaves planning; declined or withdrawn, it is planned
 * again. Other states are left as they are: a running placement's amendment moves nothing.
 */
export async function moveByAgreement(
  tx: Tx,
  placement: { readonly id: string },
  to: "agreement_out" | "planning",
  at: Temporal.Instant,
): Promise<void> {
  const from: readonly string[] = to === "planning" ? ["agreement_out"] : ["proposed", "planning"];
  await tx
    .updateTable("placement")
    .set((eb) => ({ state: to, version: eb("version", "+", 1), state_changed_at: at.toString() }))
    .where("id", "=", placement.id)
    .where("state", "in", from)
    .execute();
}

/** Topics of live updates: "placement:ID" for those who see it, "person:ID" for oneself. */
export async function canSeeTopic(tx: Tx, actor: Actor, topic: string): Promise<boolean> {
  const [kind, id] = topic.split(":");
  if (id === undefined || !/^[0-9a-f-]{36}$/.test(id)) return false;
  if (kind === "person") return id === actor.personId;
  return kind === "placement" && (await findVisible(tx, actor, id)) !== null;
}
