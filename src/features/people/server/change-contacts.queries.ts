import { sql } from "kysely";
import type { Tx } from "#server/database/database.ts";

/** Somebody as the rule of decision 18 sees them; their row is held until the transaction ends. */
export async function lockOnFile(tx: Tx, personId: string) {
  return tx
    .selectFrom("person")
    .select([
      "id",
      "given_name as givenName",
      "email",
      "phone",
      "language",
      sql<boolean>`keeps_own_details(id)`.as("keepsOwn"),
      sql<boolean>`leads_elsewhere(id)`.as("leadsElsewhere"),
      sql<boolean>`known_by_address(id)`.as("isKnown"),
    ])
    .where("id", "=", personId)
    .forUpdate()
    .executeTakeFirstOrThrow();
}

/** What a wrong address has opened is closed: links that went there, whoever came in by it, a feed they made. */
export async function closeWaysIn(tx: Tx, personId: string, at: string): Promise<void> {
  await sql`select close_ways_in(${personId}, ${at})`.execute(tx);
}
