import { makeSealKey } from "#features/seals/server/make-key.ts";
import type { TimeStampSource } from "#server/pdf/cms.ts";
import type { SealKey } from "#server/pdf/seal-key.ts";
import { sealPaper } from "#server/pdf/seal-paper.ts";
import { writePaper } from "#server/pdf/write-paper.ts";
import type { Language } from "#shared/language.ts";
import type { Paper, PaperSection } from "#shared/paper.ts";
import {
  type AgreementText,
  chainSignature,
  type Evidence,
  type SignatureRecord,
  sectionHashesOf,
  textHashOf,
} from "./evidence.ts";
import { sha256Text } from "./verify-machine.ts";

export const SEALED_AT = Temporal.Instant.from("2026-11-23T08:00:00Z");
const OWNER = { name: "Saimaanrannan ammattiopisto", businessId: "1234567-1" };

let made: Promise<SealKey> | undefined;

/** A provider's key; made once, since making takes a second. */
export function sceneKey(): Promise<SealKey> {
  made ??= makeSealKey(OWNER, SEALED_AT);
  return made;
}

export const WORKING_TIME: PaperSection = {
  id: "working-time",
  heading: "Työaika",
  blocks: [
    { kind: "text", text: "Työaika on 37,5 tuntia viikossa, öitä ei tehdä. Åland." },
    { kind: "list", items: ["aamuvuoro kello 7", "iltavuoro kello 14"] },
    { kind: "facts", rows: [["Alkaa", "30.11.2026"]] },
    {
      kind: "table",
      caption: "Työtehtävät viikoittain",
      head: ["Viikko", "Tehtävä"],
      rows: [["49", "Putkien hitsaus"]],
    },
  ],
};

function paperIn(language: Language, sections: readonly PaperSection[]): Paper {
  return { language, title: "Koulutussopimus", subtitle: "Aino Salmela", sections };
}

export async function makeEvidence(sections: readonly PaperSection[]): Promise<Evidence> {
  const text: AgreementText = {
    template: { code: "fi-training-agreement", version: 1 },
    papers: {
      fi: paperIn("fi", sections),
      sv: paperIn("sv", sections),
      en: paperIn("en", sections),
    },
    facts: { timeZone: "Europe/Helsinki" },
  };
  const textHash = await textHashOf(text, sha256Text);
  const signatures: SignatureRecord[] = [];
  for (const [party, personName] of [
    ["employer", "Leila Karjalainen"],
    ["provider", "Jari Mäkinen"],
  ] as const) {
    const means = "code le•••@example.org";
    const record = { party, personName, means, at: "2026-11-23T07:59:00Z", textHash };
    signatures.push(await chainSignature(signatures.at(-1)?.hash ?? null, record, sha256Text));
  }
  return {
    format: "kisalli-agreement-1",
    agreementId: "0193f000-0000-7000-8000-000000000001",
    number: 1,
    providerName: OWNER.name,
    language: "fi",
    text,
    textHash,
    sectionHashes: await sectionHashesOf(text, sha256Text),
    signatures,
    completedAt: "2026-11-23T07:59:00Z",
  };
}

type Sealing = {
  readonly key?: SealKey;
  readonly at?: Temporal.Instant;
  readonly timeStamp?: TimeStampSource;
};

/** A sealed paper as finish-agreement makes it, of this evidence. */
export async function sealEvidence(
  evidence: unknown,
  paper: Paper,
  { key, at = SEALED_AT, timeStamp }: Sealing = {},
): Promise<Buffer> {
  const pdf = await writePaper(paper, {
    attachments: [
      {
        name: "evidence.json",
        mediaType: "application/json",
        bytes: Buffer.from(JSON.stringify(evidence)),
        description: "Allekirjoitukset",
      },
    ],
    createdAt: at,
    author: OWNER.name,
    footer: "Koulutussopimus",
    seal: { name: OWNER.name, reason: "Allekirjoitettu sopimus" },
  });
  const sealed = await sealPaper(pdf, key ?? (await sceneKey()), timeStamp);
  return sealed.bytes;
}

export async function makeSealedPaper(sealing: Sealing = {}): Promise<Buffer> {
  const evidence = await makeEvidence([WORKING_TIME]);
  return sealEvidence(evidence, evidence.text.papers.fi, sealing);
}
