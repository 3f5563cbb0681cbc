import { sql } from "kysely";
import { findByAddress } from "#features/people/server/api.ts";
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

/** When each party was last reminded. */
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
    .select(["given_name", "family_name", "email", "phone", "language"])
    .where("id", "=", personId)
    .executeTakeFirstOrThrow();
}

/** Two people never share an address; until the transaction ends nobody else gives it to anybody. */
export async function isAddressTaken(tx: Tx, personId: string, email: string): Promise<boolean> {
  const holder = await findByAddress(tx, email);
  return holder !== undefined && holder.id !== personId;
}

/** The receiving server of the newest letter to the present address said that there is no such box. */
export async function isBoxGone(tx: Tx, personId: string, agreementId: string): Promise<boolean> {
  const { rows } = await sql<{
    gone: boolean | null;
  }>`select box_gone(${personId}, ${agreementId}) as gone`.execute(tx);
  return rows[0]?.gone ?? false;
}

export async function saveContacts(
  tx: Tx,
  personId: string,
  { email, phone }: { readonly email: string | null; readonly phone: string | null },
): Promise<void> {
  await tx.updateTable("person").set({ email, phone }).where("id", "=", personId).execute();
}
