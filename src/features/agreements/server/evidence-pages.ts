import { m } from "#messages/server";
import { codesIn } from "#server/pdf/paper-letters.ts";
import type { Language } from "#shared/language.ts";
import type { PaperBlock, PaperSection } from "#shared/paper.ts";
import type { Evidence, SignatureRecord } from "../evidence.ts";

type Place = { readonly timeZone: string; readonly verify: string };

/**
 * The page behind the text: who signed which text, by which means, when, and how anyone can check it. Letters
 * that the paper shows as codes are named here: the text that was signed has the letters themselves.
 */
export function evidencePages(evidence: Evidence, place: Place): PaperSection[] {
  const pages = signedPages(evidence, place);
  const { title, subtitle = "", sections } = evidence.text.papers[evidence.language];
  const codes = codesIn({ title, subtitle, sections: [...sections, ...pages] });
  if (codes.length === 0) return pages;
  const locale = { locale: evidence.language } as const;
  const shown = codes.slice(0, MOST_CODES).join(", ") + (codes.length > MOST_CODES ? " …" : "");
  const told = { count: codes.length, codes: shown };
  const letters: PaperSection = {
    id: "letters",
    heading: m.paper_evidence_letters({}, locale),
    blocks: [{ kind: "text", text: m.paper_evidence_letters_text(told, locale) }],
  };
  return [...pages, letters];
}

const MOST_CODES = 40;

function signedPages(evidence: Evidence, { timeZone, verify }: Place): PaperSection[] {
  const { signatures, textHash, language } = evidence;
  const locale = { locale: language } as const;
  return [
    {
      id: "signatures",
      heading: m.paper_evidence({}, locale),
      blocks: [
        signaturesTable(evidence, timeZone),
        {
          kind: "facts",
          rows: [
            [m.paper_evidence_hash({}, locale), textHash],
            [m.paper_evidence_chain({}, locale), signatures.at(-1)?.hash ?? ""],
          ],
        },
      ],
    },
    {
      id: "check",
      heading: m.paper_evidence_check({}, locale),
      blocks: [{ kind: "text", text: m.paper_evidence_check_text({ verify }, locale) }],
    },
  ];
}

function signaturesTable({ signatures, language }: Evidence, timeZone: string): PaperBlock {
  const locale = { locale: language } as const;
  return {
    kind: "table",
    caption: m.paper_evidence_caption({}, locale),
    head: [
      m.paper_evidence_who({}, locale),
      m.paper_evidence_for({}, locale),
      m.paper_evidence_how({}, locale),
      m.paper_evidence_when({}, locale),
    ],
    rows: signatures.map((one) => [
      `${one.personName} (${partyWord(one.party, language)})`,
      forWhom(one, language),
      meansWords(one, language),
      momentIn(one.at, timeZone, language),
    ]),
  };
}

/** For whom, and by whose mandate when a deputy has signed. */
function forWhom({ actingFor, mandate }: SignatureRecord, locale: Language): string {
  const whom = actingFor ?? m.paper_evidence_self({}, { locale });
  if (mandate === undefined) return whom;
  const { from, notedBy } = mandate;
  return `${whom}. ${m.agreement_mandate({ from, by: notedBy }, { locale })}`;
}

const PARTY_WORDS: Readonly<Record<string, typeof m.paper_evidence_party_provider | undefined>> = {
  provider: m.paper_evidence_party_provider,
  employer: m.paper_evidence_party_employer,
  student: m.paper_evidence_party_student,
  guardian: m.paper_evidence_party_guardian,
};

function partyWord(party: string, locale: Language): string {
  return PARTY_WORDS[party]?.({}, { locale }) ?? party;
}

/** "code mi•••@example.org" as signing keeps it, or "session". */
function meansWords({ means }: SignatureRecord, locale: Language): string {
  const sentTo = means.startsWith("code ") ? means.slice("code ".length) : null;
  return sentTo === null
    ? m.paper_evidence_session({}, { locale })
    : m.paper_evidence_code({ sentTo }, { locale });
}

const REGIONS: Readonly<Record<Language, string>> = { fi: "fi-FI", sv: "sv-FI", en: "en-GB" };

function momentIn(at: string, timeZone: string, language: Language): string {
  return Temporal.Instant.from(at)
    .toZonedDateTimeISO(timeZone)
    .toLocaleString(REGIONS[language], { dateStyle: "medium", timeStyle: "medium" });
}
