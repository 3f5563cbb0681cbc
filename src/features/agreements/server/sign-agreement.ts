import { type DeedContext, deed, type Input, type RefusalOf } from "#server/deed.ts";
import { hashCode, sameHash } from "#server/secrets.ts";
import { accept, type Outcome, refuse, refuseKeeping } from "#shared/outcome.ts";
import { maySign } from "../agreement.policy.ts";
import { judgeSigningCode, notBefore, SIGNING_CODE_TRIES, sign } from "../agreement.ts";
import { signAgreement } from "../agreement-deeds.contract.ts";
import { chainSignature } from "../evidence.ts";
import {
  type AgreementRow,
  listSignatures,
  lockAgreement,
  type PartyRow,
} from "./agreement.queries.ts";
import { sha256 } from "./agreement-hash.ts";
import {
  factsNow,
  mandateOf,
  nameOf,
  partyOf,
  seatOf,
  subjectOf,
  touchPlacement,
} from "./agreement-row.ts";
import { carryAgreed, checkOvertaken, markReader } from "./carry-amendment.ts";
import * as queries from "./signing.queries.ts";
import { differenceFrom } from "./text-difference.ts";

type Refused = RefusalOf<typeof signAgreement>;
export type Proof = { readonly means: "code" | "session"; readonly sentTo: string | null };

/**
 * One signature of the text that was read. The row of the agreement is locked from the first look to the last
 * write, so of two last signatures at once the second sees the first, and one of them completes it.
 */
export const signAgreementRoute = deed(signAgreement, async (context, { params, body }) => {
  const { tx, actor } = context;
  const agreement = await lockAgreement(tx, actor, params.agreementId);
  if (agreement === undefined) return refuse("not_found");
  const may = maySign(seatOf(actor, agreement), body.party, actor);
  if (!may.allowed) return refuse("forbidden", { reason: may.reason });
  const party = partyOf(agreement, body.party);
  if (party === undefined) return refuse("not_a_party");
  const judged = sign(factsNow(agreement), body.party, body.textHash);
  if (!judged.ok) {
    return judged.refusal.code === "text_changed"
      ? refuse("text_changed", await differenceFrom(tx, agreement, body.textHash, body.language))
      : { ok: false, refusal: judged.refusal };
  }
  const { already, completes } = judged.value;
  const state = completes || agreement.state === "completed" ? "completed" : "out";
  if (already) return accept({ state, already } as const);
  const standing = await checkOvertaken(context, agreement);
  if (!standing.ok) return standing;
  const proof = await prove(context, agreement, party, body);
  if (!proof.ok) return proof;
  const signedAt = await keepSignature(context, agreement, party, body, proof.value);
  if (completes) await completeSigning(context, agreement, signedAt);
  else await queries.countVersion(tx, agreement);
  await markReader(context, agreement, party, signedAt);
  await touchPlacement(context, agreement);
  return accept({ state, already } as const);
});

/** Who only acknowledges needs no code; a signature needs the one that this browser asked for. */
async function prove(
  { tx, actor, at, house }: DeedContext,
  agreement: AgreementRow,
  party: PartyRow,
  { code }: Input<typeof signAgreement>["body"],
): Promise<Outcome<Proof, Refused>> {
  if (party.duty !== "signs") return accept({ means: "session", sentTo: null });
  if (code === null) return refuse("code_missing");
  const kept = await queries.takeTry(tx, agreement, party.party, actor.sessionId);
  if (kept === undefined) return refuse("code_not_asked");
  const verdict = judgeSigningCode(
    {
      createdAt: Temporal.Instant.from(kept.created_at),
      expiresAt: Temporal.Instant.from(kept.expires_at),
      used: kept.used_at !== null,
      tries: kept.tries - 1,
    },
    sameHash(kept.code_hash, hashCode(house.config.secret, kept.id, code)),
    at,
  );
  if (verdict !== "right") {
    return refuseKeeping(verdict, { triesLeft: Math.max(0, SIGNING_CODE_TRIES - kept.tries) });
  }
  await queries.spendCode(tx, agreement, kept.id, at.toString());
  return accept({ means: "code", sentTo: kept.sent_to });
}

/** Puts a proven signature at the end of the chain of this text. */
export async function keepSignature(
  { tx, at, audit }: DeedContext,
  agreement: AgreementRow,
  party: PartyRow,
  { textHash, language }: Pick<Input<typeof signAgreement>["body"], "textHash" | "language">,
  { means, sentTo }: Proof,
): Promise<string> {
  const chain = await listSignatures(tx, agreement, agreement.revision);
  const last = chain.at(-1);
  const mandate = mandateOf(party.mandate);
  const signed = {
    party: party.party,
    personName: nameOf(party),
    ...(party.actingFor === null ? {} : { actingFor: party.actingFor }),
    ...(mandate === null ? {} : { mandate }),
    means: sentTo === null ? means : `${means} ${sentTo}`,
    at: notBefore(at, last?.at ?? null).toString(),
    textHash,
  };
  const record = await chainSignature(last?.hash ?? null, signed, sha256);
  await queries.saveSignature(tx, agreement, party, {
    ...record,
    position: chain.length + 1,
    means,
    sentTo,
    language,
  });
  const change = { party: party.party, revision: agreement.revision, textHash, means };
  await audit({
    ...(party.duty === "signs" ? { deed: "sign-agreement" } : { deed: "acknowledge-agreement" }),
    ...subjectOf(agreement),
    change,
  });
  return signed.at;
}

/** The paper and the copies are made by a job of this transaction: they are neither lost nor made twice. */
export async function completeSigning(
  context: DeedContext,
  agreement: AgreementRow,
  signedAt: string,
): Promise<void> {
  const { tx, house, audit } = context;
  await queries.completeAgreement(tx, agreement, signedAt);
  await carryAgreed(context, agreement);
  await audit({
    deed: "agreement-completed",
    ...subjectOf(agreement),
    change: { revision: agreement.revision },
  });
  await house.jobs.enqueue(tx, "agreements.finish", {
    providerId: agreement.provider_id,
    agreementId: agreement.id,
  });
}
