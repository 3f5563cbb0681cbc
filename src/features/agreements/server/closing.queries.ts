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
    .select(["given_name", "family_name", "email", "phone", "language"])
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

/** Whether the address opens another college's doors too: then it is not this college's to change. */
export async function leadsElsewhere(tx: Tx, personId: string): Promise<boolean> {
  const { rows } = await sql<{
    leads: boolean;
  }>`select leads_elsewhere(${personId}) as leads`.execute(tx);
  return rows[0]?.leads ?? true;
}

/** What a wrong address has opened is closed: links that went there, whoever came in by it, a feed they made. */
export async function closeWaysIn(tx: Tx, personId: string, at: string): Promise<void> {
  await sql`select close_ways_in(${personId}, ${at})`.execute(tx);
}

/** Two people never share an address; until the transaction ends nobody else gives it to anybody. */
export async function isAddressTaken(tx: Tx, personId: string, email: string): Promise<boolean> {
  const holder = await findByAddress(tx, email);
  return holder !== undefined && holder.id !== personId;
}

/** The person's row is held until the transaction ends. */
export async function isKnownByAddress(tx: Tx, personId: string): Promise<boolean> {
  const { rows } = await sql<{ isKnown: boolean }>`
    select known_by_address(id) as "isKnown" from person where id = ${personId} for update`.execute(
    tx,
  );
  return rows[0]?.isKnown ?? true;
}

/** The newest letter about this agreement came back: there is no such box. */
export async function hasReturned(tx: Tx, personId: string, agreementId: string): Promise<boolean> {
  const { rows } = await sql<{
    returned: boolean | null;
  }>`select agreement_letter_bounced(${personId}, ${agreementId}) as returned`.execute(tx);
  return rows[0]?.returned ?? false;
}

export async function saveContacts(
  tx: Tx,
  personId: string,
  contacts: { readonly email: string | null; readonly phone: string | null },
): Promise<void> {
  await tx.updateTable("person").set(contacts).where("id", "=", personId).execute();
}
