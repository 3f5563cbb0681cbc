import type { Insertable } from "kysely";
import type { SeenPlacement } from "#features/placements/server/api.ts";
import type { Tx } from "#server/database/database.ts";
import type { DB } from "#server/database/db-types.ts";
import { familyOf, type LockedChecklist } from "./checklist.queries.ts";

/** Signed checklists of the same field that reach the day or pass it, locked. */
export function lockReaching(
  tx: Tx,
  { provider_id, workplace_id }: SeenPlacement,
  field: string,
  day: string,
) {
  return tx
    .selectFrom("checklist")
    .select(["id", "valid_from", "valid_until"])
    .where("provider_id", "=", provider_id)
    .where("workplace_id", "in", familyOf(workplace_id))
    .where("field", "=", field)
    .where("signed_at", "is not", null)
    .where("valid_until", ">=", day)
    .forUpdate()
    .execute();
}

export async function endOne(
  tx: Tx,
  provider_id: string,
  id: string,
  until: string,
): Promise<void> {
  await tx
    .updateTable("checklist")
    .set({ valid_until: until })
    .where("provider_id", "=", provider_id)
    .where("id", "=", id)
    .execute();
}

type Signature = { by: string; at: string; from: string; until: string };

export async function signOne(
  tx: Tx,
  provider_id: string,
  { id }: LockedChecklist,
  { by, at, from, until }: Signature,
): Promise<void> {
  await tx
    .updateTable("checklist")
    .set((eb) => ({
      signed_by: by,
      signed_at: at,
      valid_from: from,
      valid_until: until,
      version: eb("version", "+", 1),
    }))
    .where("provider_id", "=", provider_id)
    .where("id", "=", id)
    .execute();
}

export async function insertConditions(
  tx: Tx,
  rows: readonly Insertable<DB["checklist_condition"]>[],
): Promise<void> {
  if (rows.length > 0) await tx.insertInto("checklist_condition").values(rows).execute();
}

/** A condition of the placement's workplace, locked. */
export function lockCondition(tx: Tx, { provider_id, workplace_id }: SeenPlacement, id: string) {
  return tx
    .selectFrom("checklist_condition as k")
    .innerJoin("checklist as c", (join) =>
      join.onRef("c.provider_id", "=", "k.provider_id").onRef("c.id", "=", "k.checklist_id"),
    )
    .select(["k.id", "k.done_on"])
    .where("k.provider_id", "=", provider_id)
    .where("c.workplace_id", "in", familyOf(workplace_id))
    .where("k.id", "=", id)
    .forUpdate()
    .executeTakeFirst();
}

export async function closeOne(
  tx: Tx,
  provider_id: string,
  id: string,
  { by, on }: { by: string; on: string },
): Promise<void> {
  await tx
    .updateTable("checklist_condition")
    .set({ done_on: on, done_by: by })
    .where("provider_id", "=", provider_id)
    .where("id", "=", id)
    .execute();
}

export async function saveInsurance(
  tx: Tx,
  row: Insertable<DB["placement_insurance"]>,
): Promise<void> {
  await tx
    .insertInto("placement_insurance")
    .values(row)
    .onConflict((conflict) => conflict.columns(["provider_id", "placement_id"]).doUpdateSet(row))
    .execute();
}
