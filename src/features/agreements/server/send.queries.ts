import { type Insertable, sql } from "kysely";
import type { SeenPlacement } from "#features/placements/server/api.ts";
import type { Tx } from "#server/database/database.ts";
import type { DB } from "#server/database/db-types.ts";
import type { AgreementParty, Duty, SigningOrder } from "../agreement.ts";
import type { AgreementText } from "../evidence.ts";

type Place = Pick<SeenPlacement, "id" | "provider_id">;

export type Seat = {
  readonly party: AgreementParty;
  readonly duty: Duty;
  readonly personId: string;
  readonly actingFor: string | null;
};

export type NewText = {
  readonly revision: number;
  readonly text: AgreementText;
  readonly textHash: string;
  readonly by: string;
  readonly actingName: string | null;
  readonly at: string;
  readonly why: string | null;
};

/** What every kind of agreement is sent with. */
export type Sent = {
  readonly id: string;
  readonly number: number;
  readonly language: string;
  readonly order: SigningOrder;
  readonly by: string;
  readonly at: string;
  readonly text: AgreementText;
  readonly textHash: string;
  readonly seats: readonly Seat[];
  readonly why?: string;
};

export type NewAgreement = Sent & {
  readonly basis: string;
  /** The framework agreement that its text refers to. */
  readonly frameworkAgreementId?: string | null;
  /** The completed agreement that this one changes; none for a first one. */
  readonly amends?: string;
};

export function listNumbers(tx: Tx, placement: Place) {
  return tx
    .selectFrom("agreement")
    .select(["number", "state"])
    .where("provider_id", "=", placement.provider_id)
    .where("placement_id", "=", placement.id)
    .execute();
}

/** The agreement of this placement with the id that the sender's browser made. */
export function findOwn(tx: Tx, placement: Place, id: string) {
  return tx
    .selectFrom("agreement")
    .select("id")
    .where("id", "=", id)
    .where("placement_id", "=", placement.id)
    .executeTakeFirst();
}

/** Whether an agreement of any college has this id. */
export async function isTaken(tx: Tx, id: string): Promise<boolean> {
  const { rows } = await sql<{ taken: boolean }>`select agreement_id_taken(${id}) as taken`.execute(
    tx,
  );
  return rows[0]?.taken ?? true;
}

export async function saveAgreement(tx: Tx, placement: Place, sent: NewAgreement): Promise<void> {
  await saveSent(tx, placement.provider_id, sent, {
    placement_id: placement.id,
    kind: sent.amends === undefined ? "agreement" : "amendment",
    amends_id: sent.amends ?? null,
    framework_agreement_id: sent.frameworkAgreementId ?? null,
    basis: sent.basis,
  });
}

export async function saveFrameworkAgreement(
  tx: Tx,
  { provider_id, employer_id }: { readonly provider_id: string; readonly employer_id: string },
  sent: Sent,
): Promise<void> {
  await saveSent(tx, provider_id, sent, { kind: "framework_agreement", employer_id });
}

type Subject = Pick<
  Insertable<DB["agreement"]>,
  "kind" | "placement_id" | "amends_id" | "framework_agreement_id" | "basis" | "employer_id"
>;

async function saveSent(tx: Tx, providerId: string, sent: Sent, subject: Subject): Promise<void> {
  const keys = { provider_id: providerId, agreement_id: sent.id };
  await tx
    .insertInto("agreement")
    .values({
      ...subject,
      provider_id: providerId,
      id: sent.id,
      number: sent.number,
      language: sent.language,
      signing_order: sent.order,
      state: "out",
      sent_by: sent.by,
      sent_at: sent.at,
    })
    .execute();
  await saveText(tx, keys, {
    revision: 1,
    text: sent.text,
    textHash: sent.textHash,
    by: sent.by,
    actingName: null,
    at: sent.at,
    why: sent.why ?? null,
  });
  await tx
    .insertInto("agreement_party")
    .values(
      sent.seats.map(({ party, duty, personId, actingFor }) => ({
        ...keys,
        party,
        duty,
        person_id: personId,
        acting_for: actingFor,
      })),
    )
    .execute();
}

export async function saveText(
  tx: Tx,
  keys: { provider_id: string; agreement_id: string },
  { revision, text, textHash, by, actingName, at, why }: NewText,
): Promise<void> {
  await tx
    .insertInto("agreement_text")
    .values({
      ...keys,
      revision,
      text: JSON.stringify(text),
      text_hash: textHash,
      made_by: by,
      acting_name: actingName,
      made_at: at,
      why,
    })
    .execute();
}
