import { contactsOf, linkAddress, makeLink, siteAddress } from "#features/people/server/api.ts";
import { m } from "#messages/server";
import type { DeedContext } from "#server/deed.ts";
import { isLanguage, type Language } from "#shared/language.ts";
import { SIGNING_LINK_DAYS } from "../agreement.ts";
import type { AgreementRow, PartyRow } from "./agreement.queries.ts";

/** Letters about an agreement. Employer and guardian get a link that opens it; others sign in as usual. */
export type LetterKind = "sign" | "amend" | "remind" | "changed" | "declined" | "withdrawn";

const WORDS = {
  sign: { subject: m.mail_agreement_sign_subject, body: m.mail_agreement_sign_body },
  amend: { subject: m.mail_agreement_amend_subject, body: m.mail_agreement_amend_body },
  remind: { subject: m.mail_agreement_remind_subject, body: m.mail_agreement_remind_body },
  changed: { subject: m.mail_agreement_changed_subject, body: m.mail_agreement_changed_body },
  declined: { subject: m.mail_agreement_declined_subject, body: m.mail_agreement_declined_body },
  withdrawn: { subject: m.mail_agreement_withdrawn_subject, body: m.mail_agreement_withdrawn_body },
};

const TEXTS = {
  sign: m.sms_agreement_sign,
  amend: m.sms_agreement_amend,
  remind: m.sms_agreement_remind,
  changed: m.sms_agreement_changed,
  declined: m.sms_agreement_declined,
  withdrawn: m.sms_agreement_withdrawn,
};

export type LetterAbout = {
  readonly agreement: Pick<AgreementRow, "id" | "provider_id">;
  readonly student: string;
  readonly workplace: string;
  /** Why it was changed, declined or withdrawn, in the words of who did it. */
  readonly reason?: string;
};

/**
 * Sends one letter, or a text message to who has only a phone. The masked contact, or null when none is on file
 * or the seat has ended.
 */
export async function writeToParty(
  context: DeedContext,
  kind: LetterKind,
  party: PartyRow,
  { agreement, student, workplace, reason }: LetterAbout,
): Promise<string | null> {
  const { actor, house } = context;
  const [contact] = contactsOf(house.config, party);
  if (contact === undefined || !party.holds) return null;
  const language = languageOf(party);
  const locale = { locale: language } as const;
  const words = {
    name: party.givenName,
    sender: actor.actingName ?? `${actor.givenName} ${actor.familyName}`,
    student,
    workplace,
    reason: reason ?? "",
    link: await signingAddress(context, agreement, party, actor.personId),
  };
  await context.mail({
    providerId: agreement.provider_id,
    personId: party.personId,
    channel: contact.channel,
    to: contact.to,
    language,
    template: `agreement_${kind}`,
    agreementId: agreement.id,
    subject: WORDS[kind].subject(words, locale),
    body: contact.channel === "sms" ? TEXTS[kind](words, locale) : WORDS[kind].body(words, locale),
  });
  return contact.masked;
}

export function languageOf({ language }: Pick<PartyRow, "language">): Language {
  return isLanguage(language) ? language : "fi";
}

type Place = { readonly id: string; readonly provider_id: string };
type Reached = { readonly party: string; readonly personId: string };

/** Where a letter leads: employer and guardian get a link that opens the agreement, others sign in as usual. */
export async function signingAddress(
  { tx, at, house }: Pick<DeedContext, "tx" | "at" | "house">,
  { id, provider_id }: Place,
  { party, personId }: Reached,
  createdBy: string,
): Promise<string> {
  if (party === "provider" || party === "student") return `${siteAddress(house)}/agreements/${id}`;
  const token = await makeLink(tx, at, {
    providerId: provider_id,
    personId,
    agreementId: id,
    expiresAt: at.add({ hours: 24 * SIGNING_LINK_DAYS }),
    createdBy,
  });
  return linkAddress(house, token);
}

/** Links of a party's former person, or to an old address, stop working. */
export async function endLinks(
  { tx, at }: DeedContext,
  { id }: LetterAbout["agreement"],
  personId: string,
): Promise<void> {
  await tx
    .updateTable("personal_link")
    .set({ revoked_at: at.toString() })
    .where("agreement_id", "=", id)
    .where("person_id", "=", personId)
    .where("revoked_at", "is", null)
    .execute();
}
