import { sql } from "kysely";
import type { Database, Tx } from "#server/database/database.ts";

/** Look-ups before there is an actor; they run as the tables' owner and are named for what they are for. */

export function findPersonByEmailForSignIn(db: Database, email: string) {
  return db
    .selectFrom("person")
    .select(["id", "email", "language"])
    .where((eb) => eb(eb.fn<string>("lower", ["email"]), "=", email.toLowerCase()))
    .executeTakeFirst();
}

export async function countRecentCodes(
  tx: Tx,
  { email, browser, since }: { email: string; browser: Buffer; since: string },
): Promise<{ toAddress: number; fromBrowser: number }> {
  await sql`select pg_advisory_xact_lock(hashtext(${email.toLowerCase()}))`.execute(tx);
  const row = await tx
    .selectFrom("login_code")
    .select((eb) => [
      eb.fn.countAll<number>().as("to_address"),
      eb.fn.countAll<number>().filterWhere("browser_hash", "=", browser).as("from_browser"),
    ])
    .where((eb) => eb(eb.fn<string>("lower", ["email"]), "=", email.toLowerCase()))
    .where("created_at", ">", since)
    .executeTakeFirstOrThrow();
  return { toAddress: Number(row.to_address), fromBrowser: Number(row.from_browser) };
}

/** Counts the try before it is judged, so that two guesses at once cost two; 6 means used up. */
export function takeCodeTry(db: Database, browserHash: Buffer) {
  return db
    .updateTable("login_code")
    .set((eb) => ({ tries: eb.fn<number>("least", [eb("tries", "+", 1), eb.lit(6)]) }))
    .where("id", "=", (eb) =>
      eb
        .selectFrom("login_code")
        .select("id")
        .where("browser_hash", "=", browserHash)
        .orderBy("created_at", "desc")
        .limit(1),
    )
    .returning(["id", "person_id", "code_hash", "tries", "expires_at", "used_at"])
    .executeTakeFirst();
}

/** True for the one caller that uses the code; a second one at the same time gets false. */
export async function spendCode(db: Database, codeId: string, at: string): Promise<boolean> {
  const used = await db
    .updateTable("login_code")
    .set({ used_at: at })
    .where("id", "=", codeId)
    .where("used_at", "is", null)
    .executeTakeFirst();
  return used.numUpdatedRows === 1n;
}

export function findLinkForEdge(db: Database, tokenHash: Buffer) {
  return db
    .selectFrom("personal_link as link")
    .innerJoin("person", "person.id", "link.person_id")
    .innerJoin("provider", "provider.id", "link.provider_id")
    .select([
      "link.id",
      "link.provider_id",
      "link.person_id",
      "link.placement_id",
      "link.workplace_id",
      "link.agreement_id",
      "link.expires_at",
      "link.revoked_at",
      "person.given_name",
      "person.family_name",
      "person.language",
      "person.email",
      "provider.name as provider_name",
    ])
    .where("link.token_hash", "=", tokenHash)
    .executeTakeFirst();
}

export function findMe(db: Database, personId: string) {
  return db
    .selectFrom("membership")
    .innerJoin("provider", "provider.id", "membership.provider_id")
    .select(["membership.provider_id", "membership.role", "provider.name"])
    .where("membership.person_id", "=", personId)
    .orderBy("membership.role")
    .execute();
}
