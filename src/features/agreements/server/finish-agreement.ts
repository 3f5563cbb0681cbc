import { createHash } from "node:crypto";
import { siteAddress } from "#features/people/server/api.ts";
import { sealKeyOf } from "#features/seals/server/api.ts";
import { m } from "#messages/server";
import { asApp, type Tx } from "#server/database/database.ts";
import type { House } from "#server/house.ts";
import { queueMail } from "#server/mail.ts";
import { sealPaper } from "#server/pdf/seal-paper.ts";
import { timeStampsFrom } from "#server/pdf/time-stamp.ts";
import { writePaper } from "#server/pdf/write-paper.ts";
import { isLanguage, type Language } from "#shared/language.ts";
import { type Evidence, type Mandate, sectionHashesOf } from "../evidence.ts";
import { findText, listSignatures } from "./agreement.queries.ts";
import { sha256 } from "./agreement-hash.ts";
import { signingAddress } from "./agreement-letters.ts";
import { mandateOf } from "./agreement-row.ts";
import { evidencePages } from "./evidence-pages.ts";
import * as queries from "./paper.queries.ts";
import { fileNameOf } from "./read-paper.ts";
import { factsOf, textOf } from "./text-difference.ts";

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
 * Paper and copies in one transaction under the agreement's lock: whoever comes second finds the paper, so
 * there is one PDF and one letter a party, however often this runs and wherever it is killed.
 */
export async function finishAgreement(house: House, place: Place): Promise<void> {
  const sight = { personId: null, providerIds: [place.providerId] };
  await asApp(house.db, sight, async (tx) => {
    const agreement = await queries.lockCompleted(tx, place.providerId, place.agreementId);
    if (agreement === undefined || (await queries.findPaper(tx, agreement)) !== undefined) return;
    const evidence = await evidenceOf(tx, agreement);
    const at = house.clock.now();
    const pdf = await paperOf(house, evidence, at);
    const key = await sealKeyOf(house, tx, place.providerId, at);
    const stamps = house.config.timeStampUrl;
    const sealed = await sealPaper(pdf, key, stamps ? timeStampsFrom(stamps) : undefined);
    await queries.savePaper(tx, agreement, {
      bytes: sealed.bytes,
      sha256: createHash("sha256").update(sealed.bytes).digest(),
      at: at.toString(),
      timeStamped: sealed.timeStamped,
    });
    await sendCopies(house, tx, agreement, { evidence, bytes: sealed.bytes, at });
    await house.live.touch(tx, `placement:${agreement.placement_id}`);
  });
}

type Completed = NonNullable<Awaited<ReturnType<typeof queries.lockCompleted>>>;

async function evidenceOf(tx: Tx, agreement: Completed): Promise<Evidence> {
  const found = await findText(tx, agreement, agreement.revision);
  if (found === undefined) throw new Error(`agreement ${agreement.id} has no text`);
  const text = textOf(found.text);
  const language = isLanguage(agreement.language) ? agreement.language : "fi";
  const { name } = factsOf(text).provider;
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
    evidencePage: evidencePages(evidence, { timeZone: factsOf(text).timeZone, verify }),
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

async function sendCopies(
  house: House,
  tx: Tx,
  agreement: Completed,
  { evidence, bytes, at }: Copy,
): Promise<void> {
  const facts = factsOf(evidence.text);
  const part = {
    kind: "attachment",
    fileName: fileNameOf({ completed_at: agreement.completed_at, text_hash: evidence.textHash }),
    mediaType: "application/pdf",
    bytes,
  } as const;
  for (const receiver of await queries.listReceivers(tx, agreement)) {
    if (receiver.email === null) continue;
    const language: Language = isLanguage(receiver.language) ? receiver.language : "fi";
    const locale = { locale: language } as const;
    const words = {
      name: receiver.givenName,
      student: facts.student.name,
      workplace: facts.employer.workplace,
      link: await signingAddress({ tx, at, house }, agreement, receiver, receiver.personId),
      verify: `${siteAddress(house)}/verify`,
    };
    await queueMail(house, tx, at, {
      providerId: agreement.provider_id,
      personId: receiver.personId,
      to: receiver.email,
      language,
      template: "agreement_done",
      agreementId: agreement.id,
      subject: m.mail_agreement_done_subject(words, locale),
      body: m.mail_agreement_done_body(words, locale),
      parts: [part],
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
