import { createHash } from "node:crypto";
import { contactsOf, siteAddress } from "#features/people/server/api.ts";
import { sealKeyOf } from "#features/seals/server/api.ts";
import { m } from "#messages/server";
import { asApp, type Tx } from "#server/database/database.ts";
import type { House } from "#server/house.ts";
import { queueMail } from "#server/mail.ts";
import { type Sealed, sealPaper } from "#server/pdf/seal-paper.ts";
import { timeStampsFrom } from "#server/pdf/time-stamp.ts";
import { writePaper } from "#server/pdf/write-paper.ts";
import { isLanguage, type Language } from "#shared/language.ts";
import { type Evidence, type Mandate, sectionHashesOf } from "../evidence.ts";
import { findText, listSignatures } from "./agreement.queries.ts";
import { sha256 } from "./agreement-hash.ts";
import { namesIn, signingAddress } from "./agreement-letters.ts";
import { mandateOf, touchPlacement } from "./agreement-row.ts";
import { evidencePages } from "./evidence-pages.ts";
import * as queries from "./paper.queries.ts";
import { fileNameOf } from "./read-paper.ts";
import { anyFactsOf, textOf } from "./text-difference.ts";

type Place = { readonly providerId: string; readonly agreementId: string };

/** The worker of "agreements.finish". */
export function finishWorker(house: House): (payload: unknown) => Promise<void> {
  return async (payload) => {
    const place = placeOf(payload);
    if (place !== undefined) await finishAgreement(house, place);
  };
}

/** What a server that was killed between the last signature and the paper has left: made now. */
export async function finishLeftovers(house: House): Promise<void> {
  const providers = await house.db.selectFrom("provider").select("id").execute();
  for (const { id } of providers) {
    const left = await asApp(house.db, { personId: null, providerIds: [id] }, (tx) =>
      queries.listUnfinished(tx, id),
    );
    for (const one of left) {
      const place = { providerId: one.provider_id, agreementId: one.id };
      // One that cannot be finished does not keep the others from it; the next round tries again.
      await finishAgreement(house, place).catch((error: unknown) =>
        house.log.error({ err: error, ...place }, "agreement not finished"),
      );
    }
  }
}

/**
 * Three steps: what is to be sealed is read, sealed, and kept. Sealing may ask a time-stamp server, so it holds
 * neither a transaction nor a lock: whoever reads or signs meanwhile waits for nothing. Paper and copies are
 * kept in one transaction under the agreement's lock: whoever comes second finds the paper and throws its own
 * away, so there is one PDF and one letter a party, however often this runs and wherever it is killed.
 */
export async function finishAgreement(house: House, place: Place): Promise<void> {
  const sight = { personId: null, providerIds: [place.providerId] };
  const at = house.clock.now();
  const toSeal = await asApp(house.db, sight, (tx) => readToSeal(house, tx, place, at));
  if (toSeal === undefined) return;
  const sealed = await seal(house, toSeal, at);
  await asApp(house.db, sight, (tx) => keepSealed(house, tx, place, { ...toSeal, sealed, at }));
}

/** Undefined when there is nothing to make, or the paper is there. */
async function readToSeal(house: House, tx: Tx, place: Place, at: Temporal.Instant) {
  const agreement = await queries.findCompleted(tx, place.providerId, place.agreementId);
  if (agreement === undefined || (await queries.findPaper(tx, agreement)) !== undefined) {
    return undefined;
  }
  const evidence = await evidenceOf(tx, agreement);
  return { evidence, key: await sealKeyOf(house, tx, place.providerId, at) };
}

type ToSeal = NonNullable<Awaited<ReturnType<typeof readToSeal>>>;

async function seal(house: House, { evidence, key }: ToSeal, at: Temporal.Instant) {
  const pdf = await paperOf(house, evidence, at);
  const stamps = house.config.timeStampUrl;
  return sealPaper(pdf, key, stamps ? timeStampsFrom(stamps) : undefined);
}

type Made = Pick<ToSeal, "evidence"> & { readonly sealed: Sealed; readonly at: Temporal.Instant };

async function keepSealed(
  house: House,
  tx: Tx,
  place: Place,
  { evidence, sealed, at }: Made,
): Promise<void> {
  const agreement = await queries.lockCompleted(tx, place.providerId, place.agreementId);
  if (agreement === undefined || (await queries.findPaper(tx, agreement)) !== undefined) return;
  await queries.savePaper(tx, agreement, {
    bytes: sealed.bytes,
    sha256: createHash("sha256").update(sealed.bytes).digest(),
    at: at.toString(),
    timeStamped: sealed.timeStamped,
  });
  await sendCopies(house, tx, agreement, { evidence, bytes: sealed.bytes, at });
  await touchPlacement({ touch: (topic) => house.live.touch(tx, topic) }, agreement);
}

type Completed = NonNullable<Awaited<ReturnType<typeof queries.findCompleted>>>;

async function evidenceOf(tx: Tx, agreement: Completed): Promise<Evidence> {
  const found = await findText(tx, agreement, agreement.revision);
  if (found === undefined) throw new Error(`agreement ${agreement.id} has no text`);
  const text = textOf(found.text);
  const language = isLanguage(agreement.language) ? agreement.language : "fi";
  const { name } = anyFactsOf(text).provider;
  const signatures = await listSignatures(tx, agreement, agreement.revision);
  return {
    format: "kisalli-agreement-1",
    agreementId: agreement.id,
    number: agreement.number,
    providerName: name[language] ?? name.fi ?? name.sv ?? name.en ?? "",
    language,
    text,
    textHash: found.text_hash,
    sectionHashes: await sectionHashesOf(text, sha256),
    signatures: signatures.map((one) => ({
      party: one.party,
      personName: one.person_name,
      ...(one.acting_for === null ? {} : { actingFor: one.acting_for }),
      ...mandateIn(one.mandate),
      means: one.sent_to === null ? one.means : `${one.means} ${one.sent_to}`,
      at: one.at,
      textHash: one.text_hash,
      previousHash: one.previous_hash,
      hash: one.hash,
    })),
    completedAt: agreement.completed_at ?? "",
  };
}

function mandateIn(stored: unknown): { mandate?: Mandate } {
  const mandate = mandateOf(stored);
  return mandate === null ? {} : { mandate };
}

function paperOf(house: House, evidence: Evidence, at: Temporal.Instant): Promise<Buffer> {
  const { language, text, textHash, providerName } = evidence;
  const locale = { locale: language } as const;
  const paper = text.papers[language];
  const verify = `${siteAddress(house)}/verify`;
  return writePaper(paper, {
    evidencePage: evidencePages(evidence, { timeZone: anyFactsOf(text).timeZone, verify }),
    attachments: [
      {
        name: "evidence.json",
        mediaType: "application/json",
        bytes: Buffer.from(JSON.stringify(evidence)),
        description: m.paper_evidence({}, locale),
      },
    ],
    createdAt: at,
    author: providerName,
    footer: m.paper_footer({ title: paper.title, hash: textHash.slice(0, 8) }, locale),
    seal: { name: providerName, reason: m.paper_seal_reason({}, locale) },
  });
}

type Copy = {
  readonly evidence: Evidence;
  readonly bytes: Uint8Array;
  readonly at: Temporal.Instant;
};

const OF_PLACEMENT = {
  subject: m.mail_agreement_done_subject,
  body: m.mail_agreement_done_body,
  text: m.sms_agreement_done,
};
const OF_FRAMEWORK = {
  subject: m.mail_framework_done_subject,
  body: m.mail_framework_done_body,
  text: m.sms_framework_done,
};

/** Which letter tells that everyone has signed, and about what. */
function doneLetter({ text }: Evidence) {
  const facts = anyFactsOf(text);
  if (!("student" in facts)) {
    const names = { college: facts.provider.name, employer: facts.employer.name };
    return { letter: OF_FRAMEWORK, names };
  }
  const names = { student: facts.student.name, workplace: facts.employer.workplace };
  return { letter: OF_PLACEMENT, names };
}

async function sendCopies(
  house: House,
  tx: Tx,
  agreement: Completed,
  { evidence, bytes, at }: Copy,
): Promise<void> {
  const { letter, names } = doneLetter(evidence);
  const part = {
    kind: "attachment",
    fileName: fileNameOf({ completed_at: agreement.completed_at, text_hash: evidence.textHash }),
    mediaType: "application/pdf",
    bytes,
  } as const;
  for (const receiver of await queries.listReceivers(tx, agreement)) {
    const [contact] = contactsOf(house.config, receiver);
    if (contact === undefined) continue;
    const language: Language = isLanguage(receiver.language) ? receiver.language : "fi";
    const locale = { locale: language } as const;
    const words = {
      name: receiver.givenName,
      ...namesIn(names, language),
      link: await signingAddress({ tx, at, house }, agreement, receiver, receiver.personId),
      verify: `${siteAddress(house)}/verify`,
    };
    await queueMail(house, tx, at, {
      providerId: agreement.provider_id,
      personId: receiver.personId,
      channel: contact.channel,
      to: contact.to,
      language,
      template: "agreement_done",
      agreementId: agreement.id,
      subject: letter.subject(words, locale),
      ...(contact.channel === "sms"
        ? { body: letter.text(words, locale) }
        : { body: letter.body(words, locale), parts: [part] }),
    });
  }
}

function placeOf(payload: unknown): Place | undefined {
  if (typeof payload !== "object" || payload === null) return undefined;
  if (!("providerId" in payload) || !("agreementId" in payload)) return undefined;
  const { providerId, agreementId } = payload;
  return typeof providerId === "string" && typeof agreementId === "string"
    ? { providerId, agreementId }
    : undefined;
}
