import { sql } from "kysely";
import type { Tx } from "#server/database/database.ts";
import type { Card, Change } from "../merge.ts";
import type { Comparable } from "../similar.ts";

/** Workplaces that stand by themselves, as they are compared. */
export function listComparable(tx: Tx): Promise<Comparable[]> {
  return tx
    .selectFrom("workplace as w")
    .innerJoin("employer as e", "e.id", "w.employer_id")
    .select(["w.id", "w.name", "e.business_id as businessId", "w.street", "w.municipality"])
    .where("w.survivor_id", "is", null)
    .execute();
}

export function listApart(tx: Tx, providerIds: readonly string[]) {
  return tx
    .selectFrom("known_different")
    .select(["left_id as leftId", "right_id as rightId"])
    .where("provider_id", "=", sql<string>`any(${providerIds}::uuid[])`)
    .execute();
}

/** Merges in force that can still be taken back, newest first. */
export function listUndoable(tx: Tx, at: string) {
  return tx
    .selectFrom("workplace_merge as m")
    .innerJoin("workplace as kept", "kept.id", "m.kept_id")
    .innerJoin("workplace as given", "given.id", "m.given_id")
    .innerJoin("person", "person.id", "m.merged_by")
    .select([
      "m.id",
      "kept.id as keptId",
      "kept.name as keptName",
      "given.name as givenName",
      sql<string>`person.given_name || ' ' || person.family_name`.as("mergedBy"),
      "m.merged_at as mergedAt",
      "m.undoable_until as undoableUntil",
    ])
    .where("m.undone_at", "is", null)
    .where("m.undoable_until", ">", at)
    .orderBy("m.merged_at", "desc")
    .limit(100)
    .execute();
}

/** Both cards, locked in the order of their ids: two who merge at once wait and do not deadlock. */
export function lockCards(tx: Tx, ids: readonly string[]) {
  return tx
    .selectFrom("workplace")
    .select([
      "id",
      "version",
      "survivor_id",
      "name",
      "employer_id as employerId",
      "street",
      "postal_code as postalCode",
      "municipality",
      "phone",
      "email",
    ])
    .where("id", "in", ids)
    .orderBy("id")
    .forUpdate()
    .execute();
}

export async function saveCard(tx: Tx, id: string, card: Card): Promise<void> {
  await tx
    .updateTable("workplace")
    .set({
      name: card.name,
      employer_id: card.employerId,
      street: card.street,
      postal_code: card.postalCode,
      municipality: card.municipality,
      phone: card.phone,
      email: card.email,
      version: sql<number>`version + 1`,
    })
    .where("id", "=", id)
    .execute();
}

/** From here on `givenId`, and all that was merged into it before, stands at `keptId`. */
export async function pointTo(tx: Tx, givenId: string, keptId: string): Promise<void> {
  await tx
    .updateTable("workplace")
    .set({
      merged_into: sql<string>`case when id = ${givenId}::uuid then ${keptId}::uuid else merged_into end`,
      survivor_id: keptId,
      version: sql<number>`version + 1`,
    })
    .where((eb) => eb.or([eb("id", "=", givenId), eb("survivor_id", "=", givenId)]))
    .execute();
}

/** `givenId` stands by itself again, with all that had been merged into it. */
export async function standAlone(tx: Tx, givenId: string): Promise<void> {
  await sql`
    with recursive below as (
      select id from workplace where merged_into = ${givenId}::uuid
      union select w.id from workplace w join below on w.merged_into = below.id)
    update workplace set survivor_id = ${givenId}::uuid, version = version + 1
     where id in (select id from below)`.execute(tx);
  await tx
    .updateTable("workplace")
    .set({ merged_into: null, survivor_id: null, version: sql<number>`version + 1` })
    .where("id", "=", givenId)
    .execute();
}

export function findMerge(tx: Tx, mergeId: string) {
  return tx.selectFrom("workplace_merge").selectAll().where("id", "=", mergeId).executeTakeFirst();
}

/** One side of the preview; placements, decisions and entries are one's own college's. */
export async function readSide(tx: Tx, id: string, providerIds: readonly string[]) {
  const own = sql`provider_id = any(${providerIds}::uuid[])`;
  const { rows } = await sql<Side>`
    with family as (select id from workplace where coalesce(survivor_id, id) = ${id}::uuid)
    select w.id, w.version, w.name, e.name as "employerName", e.business_id as "businessId",
           concat_ws(', ', w.street, nullif(concat_ws(' ', w.postal_code, w.municipality), '')) as address, w.phone, w.email,
           (select count(*)::int from workplace_task where workplace_id in (select id from family) and retired_on is null) as tasks,
           (select count(distinct person_id)::int from workplace_person where workplace_id in (select id from family) and ended_on is null) as people,
           (select count(*)::int from workplace_document where workplace_id in (select id from family) and removed_at is null) as documents,
           (select count(*)::int from placement where workplace_id in (select id from family) and ${own}) as placements,
           (select count(*)::int from suitability_decision where workplace_id in (select id from family) and superseded_by is null and ${own}) as decisions,
           (select count(*)::int from relation_entry where workplace_id in (select id from family) and withdrawn_at is null and ${own}) as entries
      from workplace w join employer e on e.id = w.employer_id
     where w.id = ${id}::uuid and w.survivor_id is null`.execute(tx);
  return rows[0];
}

type Side = {
  id: string;
  version: number;
  name: string;
  employerName: string;
  businessId: string;
  address: string;
  phone: string | null;
  email: string | null;
  tasks: number;
  people: number;
  documents: number;
  placements: number;
  decisions: number;
  entries: number;
};

type NewMerge = {
  readonly id: string;
  readonly keptId: string;
  readonly givenId: string;
  readonly reason: string | null;
  readonly change: Change;
};

/** Remembers the merge; false when the id is taken. */
export async function addMerge(
  tx: Tx,
  merge: NewMerge,
  when: { by: string; at: string; undoableUntil: string },
): Promise<boolean> {
  const added = await tx
    .insertInto("workplace_merge")
    .values({
      id: merge.id,
      kept_id: merge.keptId,
      given_id: merge.givenId,
      reason: merge.reason,
      before: JSON.stringify(merge.change.before),
      after: JSON.stringify(merge.change.after),
      merged_by: when.by,
      merged_at: when.at,
      undoable_until: when.undoableUntil,
    })
    .onConflict((conflict) => conflict.column("id").doNothing())
    .returning("id")
    .executeTakeFirst();
  return added !== undefined;
}
