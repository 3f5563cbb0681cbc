import { type Insertable, sql } from "kysely";
import type { Tx } from "#server/database/database.ts";
import type { DB } from "#server/database/db-types.ts";

/** Two who need the first key at once make one: the second waits here and finds it. */
export async function lockSeals(tx: Tx, providerId: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtext(${`seal:${providerId}`}))`.execute(tx);
}

export function findInUse(tx: Tx, providerId: string) {
  return tx
    .selectFrom("provider_seal")
    .selectAll()
    .where("provider_id", "=", providerId)
    .where("retired_at", "is", null)
    .executeTakeFirst();
}

export function listSeals(tx: Tx, providerId: string) {
  return tx
    .selectFrom("provider_seal")
    .select([
      "id",
      "subject",
      "fingerprint",
      "valid_from",
      "valid_until",
      "origin",
      "added_at",
      "retired_at",
    ])
    .where("provider_id", "=", providerId)
    .orderBy("added_at", "desc")
    .execute();
}

export async function insertSeal(tx: Tx, row: Insertable<DB["provider_seal"]>): Promise<void> {
  await tx.insertInto("provider_seal").values(row).execute();
}

export async function retireSeal(tx: Tx, providerId: string, at: string): Promise<void> {
  await tx
    .updateTable("provider_seal")
    .set({ retired_at: at })
    .where("provider_id", "=", providerId)
    .where("retired_at", "is", null)
    .execute();
}

export function findOwner(tx: Tx, providerId: string) {
  return tx
    .selectFrom("provider")
    .select(["name", "business_id"])
    .where("id", "=", providerId)
    .executeTakeFirstOrThrow();
}

/** Whom a seal made here names. */
export async function ownerOf(tx: Tx, providerId: string) {
  const { name, business_id } = await findOwner(tx, providerId);
  return { name: name.fi ?? name.sv ?? name.en ?? "", businessId: business_id };
}
