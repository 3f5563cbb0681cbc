import { sql } from "kysely";
import type { SeenPlacement } from "#features/placements/server/api.ts";
import { newId } from "#server/clock.ts";
import type { Tx } from "#server/database/database.ts";

type Place = Pick<SeenPlacement, "provider_id" | "workplace_id">;

export function findPlace(tx: Tx, workplaceId: string) {
  return tx
    .selectFrom("workplace")
    .innerJoin("employer", "employer.id", "workplace.employer_id")
    .select(["workplace.id", "workplace.name", "employer.name as employer_name"])
    .where("workplace.id", "=", workplaceId)
    .executeTakeFirst();
}

export function listProviders(tx: Tx, ids: readonly string[]) {
  return tx
    .selectFrom("provider")
    .select(["id", "name"])
    .where("id", "in", [...ids])
    .orderBy("slug")
    .execute();
}

/** The workplace with what has been merged into it: a merge lifts no suspension. */
function familyOf(workplaceId: string) {
  return sql<string>`(select workplace_family(${workplaceId}))`;
}

/** Suspensions by one provider, the newest first. */
export function listSuspensions(tx: Tx, providerId: string, workplaceId: string) {
  return tx
    .selectFrom("workplace_suspension as s")
    .innerJoin("person as by", "by.id", "s.suspended_by")
    .leftJoin("person as lifter", "lifter.id", "s.lifted_by")
    .select([
      "s.id",
      "s.kind",
      "s.reason",
      "s.suspended_at",
      "s.lifted_at",
      "s.lifted_reason",
      sql<string>`concat(by.given_name, ' ', by.family_name)`.as("by_name"),
      sql<string>`concat(lifter.given_name, ' ', lifter.family_name)`.as("lifter_name"),
    ])
    .where("s.provider_id", "=", providerId)
    .where("s.workplace_id", "in", familyOf(workplaceId))
    .orderBy("s.suspended_at", "desc")
    .execute();
}

export function listPlacementsAt(tx: Tx, providerId: string, workplaceId: string) {
  return placementsAt(tx, providerId, workplaceId).execute();
}

/** The same, held until the transaction ends: a start at the same time is seen or waits. */
export function lockPlacementsAt(tx: Tx, providerId: string, workplaceId: string) {
  return placementsAt(tx, providerId, workplaceId).forUpdate().execute();
}

function placementsAt(tx: Tx, providerId: string, workplaceId: string) {
  return tx
    .selectFrom("placement")
    .select(["id", "state", "teacher_id"])
    .where("provider_id", "=", providerId)
    .where("workplace_id", "in", familyOf(workplaceId))
    .where("state", "in", ["proposed", "planning", "agreement_out", "ready", "running"]);
}

/** Whoever suspends, lifts or starts at this workplace waits here for the other to end. */
export async function lockStanding(tx: Tx, providerId: string, workplaceId: string): Promise<void> {
  await sql`
    select pg_advisory_xact_lock(hashtextextended(
      concat('standing ', ${providerId}::text, ' ', coalesce(survivor_id, id)), 0))
      from workplace where id = ${workplaceId}`.execute(tx);
}

export function findOpenSuspension(tx: Tx, providerId: string, workplaceId: string) {
  return tx
    .selectFrom("workplace_suspension")
    .select(["id", "kind"])
    .where("provider_id", "=", providerId)
    .where("workplace_id", "in", familyOf(workplaceId))
    .where("lifted_at", "is", null)
    .executeTakeFirst();
}

type Suspension = {
  readonly id: string;
  readonly provider_id: string;
  readonly workplace_id: string;
  readonly kind: string;
  readonly reason: string;
  readonly suspended_by: string;
  readonly suspended_at: string;
};

export async function saveSuspension(tx: Tx, suspension: Suspension): Promise<void> {
  await tx.insertInto("workplace_suspension").values(suspension).execute();
}

/** One task for each running student of the suspended workplace. */
export async function openRelocations(
  tx: Tx,
  { id, provider_id, suspended_at }: Suspension,
  placementIds: readonly string[],
): Promise<void> {
  if (placementIds.length === 0) return;
  const rows = placementIds.map((placement_id) => ({
    provider_id,
    id: newId(),
    placement_id,
    suspension_id: id,
    opened_at: suspended_at,
  }));
  await tx.insertInto("relocation").values(rows).execute();
}

export async function saveLift(
  tx: Tx,
  id: string,
  lift: { lifted_by: string; lifted_at: string; lifted_reason: string },
): Promise<void> {
  await tx.updateTable("workplace_suspension").set(lift).where("id", "=", id).execute();
}

/** Ends the open relocations of a suspension, or of one placement; the placements they were of. */
export async function settleOpen(
  tx: Tx,
  where: { readonly suspensionId: string } | { readonly placementId: string },
  settled: { outcome: string; note: string | null; settled_by: string; settled_at: string },
): Promise<string[]> {
  const open = tx.updateTable("relocation").set(settled).where("outcome", "is", null);
  const mine =
    "suspensionId" in where
      ? open.where("suspension_id", "=", where.suspensionId)
      : open.where("placement_id", "=", where.placementId);
  const rows = await mine.returning("placement_id").execute();
  return rows.map(({ placement_id }) => placement_id);
}

export async function saveWord(
  tx: Tx,
  word: {
    provider_id: string;
    id: string;
    placement_id: string;
    changed: string[];
    note: string | null;
    said_by: string;
    acting_name: string | null;
    said_at: string;
  },
): Promise<void> {
  await tx.insertInto("workplace_word").values(word).execute();
}

/** The newest word of the workplace to this provider, about whichever placement it was asked. */
export function findWord(tx: Tx, { provider_id, workplace_id }: Place) {
  return tx
    .selectFrom("workplace_word as w")
    .innerJoin("person", "person.id", "w.said_by")
    .innerJoin("placement as said", (join) =>
      join.onRef("said.provider_id", "=", "w.provider_id").onRef("said.id", "=", "w.placement_id"),
    )
    .select([
      "w.placement_id",
      "w.changed",
      "w.note",
      "w.said_at",
      sql<string>`coalesce(w.acting_name, concat(person.given_name, ' ', person.family_name))`.as(
        "by",
      ),
    ])
    .where("said.provider_id", "=", provider_id)
    .where("said.workplace_id", "in", familyOf(workplace_id))
    .orderBy("w.said_at", "desc")
    .limit(1)
    .executeTakeFirst();
}

export function listFollowUps(tx: Tx, decisionId: string) {
  return tx
    .selectFrom("decision_follow_up")
    .select(["about", "done_on"])
    .where("decision_id", "=", decisionId)
    .execute();
}

/** What has been seen to stays so in the decision that repeats the former one. */
export async function carryFollowUps(
  tx: Tx,
  providerId: string,
  from: string,
  to: string,
): Promise<void> {
  await sql`
    insert into decision_follow_up (provider_id, decision_id, about, done_on, done_by)
    select provider_id, ${to}::uuid, about, done_on, done_by from decision_follow_up
     where provider_id = ${providerId} and decision_id = ${from}`.execute(tx);
}

type FollowUp = {
  readonly provider_id: string;
  readonly decision_id: string;
  readonly about: string;
};

export async function saveFollowUp(
  tx: Tx,
  key: FollowUp,
  done: { readonly done_on: string; readonly done_by: string } | null,
): Promise<void> {
  if (done === null) {
    await tx
      .deleteFrom("decision_follow_up")
      .where("provider_id", "=", key.provider_id)
      .where("decision_id", "=", key.decision_id)
      .where("about", "=", key.about)
      .execute();
    return;
  }
  await tx
    .insertInto("decision_follow_up")
    .values({ ...key, ...done })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}
