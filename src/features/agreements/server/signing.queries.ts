import type { Insertable } from "kysely";
import type { Tx } from "#server/database/database.ts";
import type { DB } from "#server/database/db-types.ts";
import type { AgreementParty } from "../agreement.ts";
import type { SignatureRecord } from "../evidence.ts";
import type { AgreementRow, PartyRow } from "./agreement.queries.ts";

type Place = Pick<AgreementRow, "provider_id" | "id">;

/** How many codes a party has asked for in any browser since the one instant, and how many of them since the other. */
export async function countCodes(
  tx: Tx,
  { provider_id, id }: Place,
  party: AgreementParty,
  since: { readonly day: string; readonly quarter: string },
): Promise<{ day: number; quarter: number }> {
  const { day, quarter } = await tx
    .selectFrom("agreement_code")
    .select((eb) => [
      eb.fn.countAll<number>().as("day"),
      eb.fn.countAll<number>().filterWhere("created_at", ">", since.quarter).as("quarter"),
    ])
    .where("provider_id", "=", provider_id)
    .where("agreement_id", "=", id)
    .where("party", "=", party)
    .where("created_at", ">", since.day)
    .executeTakeFirstOrThrow();
  return { day: Number(day), quarter: Number(quarter) };
}

/** A new code ends the former one of this browser, also when a clock was set back between them. */
export async function saveCode(
  tx: Tx,
  { provider_id, id }: Place,
  code: Omit<Insertable<DB["agreement_code"]>, "provider_id" | "agreement_id">,
): Promise<void> {
  await tx
    .updateTable("agreement_code")
    .set({ used_at: code.created_at })
    .where("provider_id", "=", provider_id)
    .where("agreement_id", "=", id)
    .where("party", "=", code.party)
    .where("session_id", "=", code.session_id)
    .where("used_at", "is", null)
    .execute();
  await tx
    .insertInto("agreement_code")
    .values({ ...code, provider_id, agreement_id: id })
    .execute();
}

/** Counts a try of the code that this browser asked for last, before it is judged; 6 means used up. */
export function takeTry(tx: Tx, { provider_id, id }: Place, party: string, sessionId: string) {
  return tx
    .updateTable("agreement_code")
    .set((eb) => ({ tries: eb.fn<number>("least", [eb("tries", "+", 1), eb.lit(6)]) }))
    .where("provider_id", "=", provider_id)
    .where("id", "=", (eb) =>
      eb
        .selectFrom("agreement_code")
        .select("id")
        .where("provider_id", "=", provider_id)
        .where("agreement_id", "=", id)
        .where("party", "=", party)
        .where("session_id", "=", sessionId)
        .where("used_at", "is", null)
        .limit(1),
    )
    .returning(["id", "code_hash", "sent_to", "tries", "created_at", "expires_at", "used_at"])
    .executeTakeFirst();
}

export async function spendCode(tx: Tx, { provider_id }: Place, codeId: string, at: string) {
  await tx
    .updateTable("agreement_code")
    .set({ used_at: at })
    .where("provider_id", "=", provider_id)
    .where("id", "=", codeId)
    .execute();
}

type Signature = Omit<SignatureRecord, "means"> & {
  readonly position: number;
  readonly means: "code" | "session";
  readonly sentTo: string | null;
  readonly language: string;
};

export async function saveSignature(
  tx: Tx,
  { provider_id, id, revision }: Place & Pick<AgreementRow, "revision">,
  { party, personId, actingFor }: PartyRow,
  signature: Signature,
): Promise<void> {
  await tx
    .insertInto("agreement_signature")
    .values({
      provider_id,
      agreement_id: id,
      revision,
      party,
      position: signature.position,
      person_id: personId,
      person_name: signature.personName,
      acting_for: actingFor,
      mandate: signature.mandate === undefined ? null : JSON.stringify(signature.mandate),
      means: signature.means,
      sent_to: signature.sentTo,
      language: signature.language,
      at: signature.at,
      text_hash: signature.textHash,
      previous_hash: signature.previousHash,
      hash: signature.hash,
    })
    .execute();
}

export async function completeAgreement(tx: Tx, { provider_id, id }: Place, at: string) {
  await tx
    .updateTable("agreement")
    .set((eb) => ({ state: "completed", completed_at: at, version: eb("version", "+", 1) }))
    .where("provider_id", "=", provider_id)
    .where("id", "=", id)
    .execute();
}

/** Something every reader sees has changed: who saw the former version is told so. */
export async function countVersion(tx: Tx, { provider_id, id }: Place) {
  await tx
    .updateTable("agreement")
    .set((eb) => ({ version: eb("version", "+", 1) }))
    .where("provider_id", "=", provider_id)
    .where("id", "=", id)
    .execute();
}
