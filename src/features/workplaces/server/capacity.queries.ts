import { sql } from "kysely";
import type { Tx } from "#server/database/database.ts";

export type Capacity = {
  readonly id: string;
  readonly providerId: string;
  readonly workplaceId: string;
  readonly field: string;
  readonly startsOn: string;
  readonly endsOn: string;
  readonly places: number;
};

export function findCapacity(tx: Tx, providerIds: readonly string[], id: string) {
  return tx
    .selectFrom("workplace_capacity")
    .select(["provider_id", "workplace_id", "version"])
    .where("id", "=", id)
    .where("provider_id", "=", sql<string>`any(${[...providerIds]}::uuid[])`)
    .executeTakeFirst();
}

/** Own capacity of the same field that shares a day with the period. */
export async function overlapsCapacity(tx: Tx, one: Capacity): Promise<boolean> {
  const row = await tx
    .selectFrom("workplace_capacity")
    .select("id")
    .where("provider_id", "=", one.providerId)
    .where("workplace_id", "=", one.workplaceId)
    .where("field", "=", one.field)
    .where("id", "!=", one.id)
    .where("withdrawn_at", "is", null)
    .where("starts_on", "<=", one.endsOn)
    .where("ends_on", ">=", one.startsOn)
    .executeTakeFirst();
  return row !== undefined;
}

/** Adds or changes it; false when another college's has this id. */
export async function saveCapacity(
  tx: Tx,
  one: Capacity & { version: number; withdrawnAt: string | null },
): Promise<boolean> {
  const values = {
    field: one.field,
    starts_on: one.startsOn,
    ends_on: one.endsOn,
    places: one.places,
    version: one.version,
    withdrawn_at: one.withdrawnAt,
  };
  const changed = await tx
    .updateTable("workplace_capacity")
    .set(values)
    .where("id", "=", one.id)
    .where("provider_id", "=", one.providerId)
    .returning("id")
    .executeTakeFirst();
  if (changed !== undefined) return true;
  const added = await tx
    .insertInto("workplace_capacity")
    .values({ provider_id: one.providerId, id: one.id, workplace_id: one.workplaceId, ...values })
    .onConflict((conflict) => conflict.column("id").doNothing())
    .returning("id")
    .executeTakeFirst();
  return added !== undefined;
}
