import { sql } from "kysely";
import type { Tx } from "#server/database/database.ts";
import type { AgreementRow } from "./agreement.queries.ts";

type Place = Pick<AgreementRow, "provider_id" | "id">;

export async function takeRevision(
  tx: Tx,
  { provider_id, id }: Place,
  revision: number,
  frameworkAgreementId: string | null,
) {
  await tx
    .updateTable("agreement")
    .set((eb) => ({
      revision,
      framework_agreement_id: frameworkAgreementId,
      version: eb("version", "+", 1),
    }))
    .where("provider_id", "=", provider_id)
    .where("id", "=", id)
    .execute();
}

export type Closing = {
  readonly state: "declined" | "withdrawn";
  readonly at: string;
  readonly by: string;
  readonly name: string;
  readonly reason: string;
};

export async function closeAgreement(
  tx: Tx,
  { provider_id, id }: Place,
  { state, at, by, name, reason }: Closing,
): Promise<void> {
  await tx
    .updateTable("agreement")
    .set((eb) => ({
      state,
      closed_at: at,
      closed_by: by,
      closed_name: name,
      closed_reason: reason,
      version: eb("version", "+", 1),
    }))
    .where("provider_id", "=", provider_id)
    .where("id", "=", id)
    .execute();
}

/** When a letter last went to each party, and whether the newest one came back. */
export function listLetters(tx: Tx, { provider_id, id }: Place) {
  return tx
    .selectFrom("agreement_reminder")
    .select((eb) => ["party", eb.fn.max("at").as("at")])
    .where("provider_id", "=", provider_id)
    .where("agreement_id", "=", id)
    .groupBy("party")
    .execute();
}

export async function saveReminder(
  tx: Tx,
  row: {
    provider_id: string;
    id: string;
    agreement_id: string;
    party: string;
    by_person: string;
    at: string;
  },
): Promise<void> {
  await tx.insertInto("agreement_reminder").values(row).execute();
}

export async function replaceSigner(
  tx: Tx,
  { provider_id, id }: Place,
  party: string,
  seat: { personId: string; mandate: object },
): Promise<void> {
  await tx
    .updateTable("agreement_party")
    .set({ person_id: seat.personId, mandate: JSON.stringify(seat.mandate) })
    .where("provider_id", "=", provider_id)
    .where("agreement_id", "=", id)
    .where("party", "=", party)
    .execute();
}

export function findPerson(tx: Tx, personId: string) {
  return tx
    .selectFrom("person")
    .select(["given_name", "family_name", "email", "language"])
    .where("id", "=", personId)
    .executeTakeFirstOrThrow();
}

/** A student's or a school's person signs in with their address: nobody else puts another in its place. */
export async function holdsAccount(tx: Tx, personId: string): Promise<boolean> {
  const { rows } = await sql<{
    holds: boolean;
  }>`select holds_account(${personId}) as holds`.execute(tx);
  return rows[0]?.holds ?? true;
}

/** False when the address is another person's: two people never share one. */
export async function correctAddress(
  tx: Tx,
  personId: string,
  { email, phone }: { email: string; phone: string | null },
): Promise<boolean> {
  const other = await tx
    .selectFrom("person")
    .select("id")
    .where((eb) => eb(eb.fn<string>("lower", ["email"]), "=", email.toLowerCase()))
    .where("id", "!=", personId)
    .executeTakeFirst();
  if (other !== undefined) return false;
  await tx
    .updateTable("person")
    .set({ email, ...(phone === null ? {} : { phone }) })
    .where("id", "=", personId)
    .execute();
  return true;
}
