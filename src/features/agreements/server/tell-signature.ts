import type { DeedContext } from "#server/deed.ts";
import type { AgreementParty } from "../agreement.ts";
import { sign } from "../agreement.ts";
import { lockAgreement } from "./agreement.queries.ts";
import { languageOf } from "./agreement-letters.ts";
import { factsNow, partyOf } from "./agreement-row.ts";
import { completeSigning, keepSignature, type Proof } from "./sign-agreement.ts";
import { countVersion } from "./signing.queries.ts";

/** A signature that a story tells of: as the deed leaves it, with the proof that the story gives. */
export async function tellSignature(
  context: DeedContext,
  agreementId: string,
  party: AgreementParty,
  proof: Proof,
): Promise<void> {
  const agreement = await lockAgreement(context.tx, context.actor, agreementId);
  const own = agreement && partyOf(agreement, party);
  if (agreement === undefined || own === undefined) throw new Error(`no ${party} to sign`);
  const textHash = agreement.text_hash;
  const judged = sign(factsNow(agreement), party, textHash);
  if (!judged.ok) throw new Error(`${party} cannot sign: ${judged.refusal.code}`);
  const words = { textHash, language: languageOf(own) };
  const signedAt = await keepSignature(context, agreement, own, words, proof);
  if (judged.value.completes) await completeSigning(context, agreement, signedAt);
  else await countVersion(context.tx, agreement);
}
