import { contactsOf, linkAddress, makeLink, siteAddress } from "#features/people/server/api.ts";
import { m } from "#messages/server";
import type { DeedContext } from "#server/deed.ts";
import { chooseText, isLanguage, type Language } from "#shared/language.ts";
import { SIGNING_LINK_DAYS } from "../agreement.ts";
import { dayIn } from "../template-placeholders.ts";
import type { AgreementRow, PartyRow } from "./agreement.queries.ts";
import type { Names } from "./names.queries.ts";

type Words = Record<
  "name" | "sender" | "student" | "workplace" | "college" | "employer" | "reason" | "day" | "link",
  string
>;
type Said = (words: Words, options: { readonly locale: Language }) => string;
/** `text` is what goes to who has only a phone. */
type Letter = { readonly subject: Said; readonly body: Said; readonly text: Said };

/** Letters about a placement's agreement. */
const OF_PLACEMENT = {
  sign: {
    subject: m.mail_agreement_sign_subject,
    body: m.mail_agreement_sign_body,
    text: m.sms_agreement_sign,
  },
  amend: {
    subject: m.mail_agreement_amend_subject,
    body: m.mail_agreement_amend_body,
    text: m.sms_agreement_amend,
  },
  remind: {
    subject: m.mail_agreement_remind_subject,
    body: m.mail_agreement_remind_body,
    text: m.sms_agreement_remind,
  },
  changed: {
    subject: m.mail_agreement_changed_subject,
    body: m.mail_agreement_changed_body,
    text: m.sms_agreement_changed,
  },
  declined: {
    subject: m.mail_agreement_declined_subject,
    body: m.mail_agreement_declined_body,
    text: m.sms_agreement_declined,
  },
  withdrawn: {
    subject: m.mail_agreement_withdrawn_subject,
    body: m.mail_agreement_withdrawn_body,
    text: m.sms_agreement_withdrawn,
  },
} satisfies Record<string, Letter>;

/** Letters about a framework agreement, which is neither corrected nor amended. */
const OF_FRAMEWORK = {
  sign: {
    subject: m.mail_framework_sign_subject,
    body: m.mail_framework_sign_body,
    text: m.sms_framework_sign,
  },
  remind: {
    subject: m.mail_framework_remind_subject,
    body: m.mail_framework_remind_body,
    text: m.sms_framework_remind,
  },
  declined: {
    subject: m.mail_framework_declined_subject,
    body: m.mail_framework_declined_body,
    text: m.sms_framework_declined,
  },
  withdrawn: {
    subject: m.mail_framework_withdrawn_subject,
    body: m.mail_framework_withdrawn_body,
    text: m.sms_framework_withdrawn,
  },
  terminated: {
    subject: m.mail_framework_terminated_subject,
    body: m.mail_framework_terminated_body,
    text: m.sms_framework_terminated,
  },
} satisfies Record<string, Letter>;

export type LetterKind = keyof typeof OF_PLACEMENT | keyof typeof OF_FRAMEWORK;

export type LetterAbout = Names & {
  readonly agreement: Pick<AgreementRow, "id" | "provider_id">;
  /** Why it was changed, declined, withdrawn or ended, in the words of who did it. */
  readonly reason?: string;
  /** The last day of one that was ended early. */
  readonly lastDay?: string;
};

/**
 * Sends one letter, or a text message to who has only a phone. The masked contact, or null when none is on file
 * or the seat has ended.
 */
export async function writeToParty(
  context: DeedContext,
  kind: LetterKind,
  party: PartyRow,
  about: LetterAbout,
): Promise<string | null> {
  const { actor, house } = context;
  const [contact] = contactsOf(house.config, party);
  if (contact === undefined || !party.holds) return null;
  const { agreement } = about;
  const language = languageOf(party);
  const locale = { locale: language } as const;
  const letter = letterOf(kind, about);
  const words = {
    name: party.givenName,
    sender: actor.actingName ?? `${actor.givenName} ${actor.familyName}`,
    ...namesIn(about, language),
    reason: about.reason ?? "",
    day: about.lastDay === undefined ? "" : dayIn(about.lastDay, language),
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
    subject: letter.subject(words, locale),
    body: (contact.channel === "sms" ? letter.text : letter.body)(words, locale),
  });
  return contact.masked;
}

function letterOf(kind: LetterKind, about: Names): Letter {
  const letters: Partial<Record<LetterKind, Letter>> =
    "employer" in about ? OF_FRAMEWORK : OF_PLACEMENT;
  const letter = letters[kind];
  if (letter === undefined) throw new Error(`no letter of this agreement says ${kind}`);
  return letter;
}

/** What the letter is about, in its language. */
export function namesIn(about: Names, language: Language) {
  const none = { student: "", workplace: "", college: "", employer: "" };
  if (!("employer" in about)) {
    return { ...none, student: about.student, workplace: about.workplace };
  }
  const college = chooseText(about.college, language)?.text ?? "";
  return { ...none, college, employer: about.employer };
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
