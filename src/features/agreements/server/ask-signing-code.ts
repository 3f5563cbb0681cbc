import { type Contact, contactsOf } from "#features/people/server/api.ts";
import { m } from "#messages/server";
import { newId } from "#server/clock.ts";
import { type DeedContext, deed } from "#server/deed.ts";
import { hashCode, newCode } from "#server/secrets.ts";
import { accept, refuse } from "#shared/outcome.ts";
import { maySign } from "../agreement.policy.ts";
import {
  SIGNING_CODE_MINUTES,
  SIGNING_CODES_PER_DAY,
  SIGNING_CODES_PER_QUARTER,
  sign,
} from "../agreement.ts";
import { askSigningCode } from "../agreement-deeds.contract.ts";
import { type AgreementRow, lockAgreement, type PartyRow } from "./agreement.queries.ts";
import { languageOf } from "./agreement-letters.ts";
import { factsNow, partyOf, seatOf } from "./agreement-row.ts";
import * as queries from "./signing.queries.ts";

/** The proof of a signature (product.md §3): six digits to the contact on file, for this browser and this text. */
export const askSigningCodeRoute = deed(askSigningCode, async (context, { params, body }) => {
  const { tx, actor, at } = context;
  const agreement = await lockAgreement(tx, actor, params.agreementId);
  if (agreement === undefined) return refuse("not_found");
  const may = maySign(seatOf(actor, agreement), body.party, actor);
  if (!may.allowed) return refuse("forbidden", { reason: may.reason });
  const party = partyOf(agreement, body.party);
  if (party === undefined) return refuse("not_a_party");
  if (party.duty !== "signs" || party.signedAt !== null) return refuse("nothing_to_sign");
  const allowed = sign(factsNow(agreement), body.party, agreement.text_hash);
  if (!allowed.ok) {
    // The hash is the text's own, so that it has changed cannot be the reason.
    return allowed.refusal.code === "text_changed"
      ? refuse("stale")
      : { ok: false, refusal: { ...allowed.refusal, code: allowed.refusal.code } };
  }
  const contacts = contactsOf(context.house.config, party);
  const contact = contacts.find(({ channel }) => body.way === null || channel === body.way);
  if (contact === undefined) return refuse("no_address");
  const since = {
    day: at.subtract({ hours: 24 }).toString(),
    quarter: at.subtract({ minutes: 15 }).toString(),
  };
  const asked = await queries.countCodes(tx, agreement, body.party, since);
  if (asked.day >= SIGNING_CODES_PER_DAY) return refuse("too_many_codes_today");
  if (asked.quarter >= SIGNING_CODES_PER_QUARTER) return refuse("too_many_codes", { minutes: 15 });
  await sendCode(context, agreement, party, contact);
  return accept({ sentTo: contact.masked, expiresInMinutes: SIGNING_CODE_MINUTES });
});

async function sendCode(
  context: DeedContext,
  agreement: AgreementRow,
  party: PartyRow,
  { channel, to, masked }: Contact,
): Promise<void> {
  const { tx, actor, at, house } = context;
  const id = newId();
  const code = newCode();
  await queries.saveCode(tx, agreement, {
    id,
    party: party.party,
    session_id: actor.sessionId,
    code_hash: hashCode(house.config.secret, id, code),
    sent_to: masked,
    created_at: at.toString(),
    expires_at: at.add({ minutes: SIGNING_CODE_MINUTES }).toString(),
  });
  const language = languageOf(party);
  const locale = { locale: language } as const;
  await context.mail({
    providerId: agreement.provider_id,
    personId: party.personId,
    channel,
    to,
    language,
    template: "signing_code",
    agreementId: agreement.id,
    subject: m.mail_signing_code_subject({ code }, locale),
    body:
      channel === "sms"
        ? m.sms_signing_code({ code, minutes: SIGNING_CODE_MINUTES }, locale)
        : m.mail_signing_code_body({ code, minutes: SIGNING_CODE_MINUTES }, locale),
  });
}
