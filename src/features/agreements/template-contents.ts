import { LANGUAGES, type Language } from "#shared/language.ts";
import type { AgreementTemplate, TemplateBasis, Wording } from "./agreement-template.ts";
import { bracesIn, namesIn } from "./compose-paper.ts";
import { FRAMEWORK_VOCABULARY } from "./framework-agreement-words.ts";
import { PARTS } from "./template-parts.ts";
import { PLACEHOLDERS } from "./template-placeholders.ts";

/** A content that the rules name for an agreement, and the placeholders of which one must be in the text. */
export type NamedContent = { readonly code: string; readonly oneOf: readonly string[] };

/** finland.md §3 rules 2-4 and 14. */
const ALWAYS: readonly NamedContent[] = [
  { code: "parties", oneOf: ["facts:parties"] },
  { code: "period", oneOf: ["facts:hours", "first_day"] },
  { code: "hours", oneOf: ["facts:hours", "hours_week"] },
  { code: "units", oneOf: ["units"] },
  { code: "objectives", oneOf: ["table:objectives"] },
  { code: "tasks", oneOf: ["table:tasks"] },
  { code: "tutor", oneOf: ["tutor"] },
  { code: "teacher", oneOf: ["teacher"] },
  { code: "support", oneOf: ["support"] },
  { code: "travel", oneOf: ["travel"] },
  { code: "meals", oneOf: ["meals"] },
  { code: "accident", oneOf: ["accident_bearer"] },
  { code: "liability", oneOf: ["liability_bearer"] },
];
const OF_EMPLOYMENT: readonly NamedContent[] = [
  { code: "pay_basis", oneOf: ["pay_basis"] },
  { code: "probation", oneOf: ["probation"] },
  { code: "hours_average", oneOf: ["hours_average"] },
  { code: "compensation", oneOf: ["compensation"] },
];
/** Between whom general terms are, for how long, and whose agreements may refer to them. */
const OF_FRAMEWORK: readonly NamedContent[] = [
  { code: "parties", oneOf: ["facts:between"] },
  { code: "period", oneOf: ["facts:validity", "last_day"] },
  { code: "bases", oneOf: ["facts:validity", "bases"] },
];
/** Sections that open on the signer's first view. */
const OPEN_FIRST: readonly string[] = ["employer_duties", "provider_duties"];
/** How an agreement ends and how competence is shown are said in words (finland.md §3 rules 3 and 7). */
const SAID_IN_WORDS: readonly string[] = ["demonstration", "ending"];

/** Sections that no placeholder stands for. */
export function neededSections(basis: TemplateBasis): readonly string[] {
  return basis === "framework_agreement" ? OPEN_FIRST : [...OPEN_FIRST, ...SAID_IN_WORDS];
}

export type Known = { readonly code: string; readonly name: Wording };

/** Everything a placement's agreement may name, with what its writers call it. */
export const KNOWN: readonly Known[] = [...PLACEHOLDERS, ...PARTS];
const KNOWN_OF_FRAMEWORK: readonly Known[] = [
  ...FRAMEWORK_VOCABULARY.placeholders,
  ...FRAMEWORK_VOCABULARY.parts,
];

function knownOf(basis: TemplateBasis): readonly Known[] {
  return basis === "framework_agreement" ? KNOWN_OF_FRAMEWORK : KNOWN;
}

export function contentsOf(basis: TemplateBasis): readonly NamedContent[] {
  if (basis === "framework_agreement") return OF_FRAMEWORK;
  return basis === "apprenticeship" ? [...ALWAYS, ...OF_EMPLOYMENT] : ALWAYS;
}

export type TemplateFaults = {
  /** Names that no agreement knows, with the nearest right one. */
  readonly unknown: readonly {
    readonly sectionId: string;
    readonly language: Language;
    readonly name: string;
    readonly nearest: string;
  }[];
  /** Tables and lists that do not stand alone on their line. */
  readonly misplaced: readonly {
    readonly sectionId: string;
    readonly language: Language;
    readonly name: string;
  }[];
  readonly untranslated: readonly { readonly sectionId: string; readonly language: Language }[];
  /** Contents that the rules name and the text does not hold in every language. */
  readonly missing: readonly string[];
};

/** What keeps a template from being taken into use; empty lists when nothing does. */
export function checkTemplate(template: AgreementTemplate): TemplateFaults {
  const names = namesIn(template);
  const known = knownOf(template.basis);
  const isPart = (code: string) => code.includes(":") && isKnown(known, code);
  return {
    unknown: names.flatMap(({ sectionId, language, code }) =>
      isKnown(known, code)
        ? []
        : [{ sectionId, language, name: code, nearest: nearestTo(known, code, language) }],
    ),
    misplaced: names
      .filter(({ code, alone }) => !alone && isPart(code))
      .map(({ sectionId, language, code }) => ({ sectionId, language, name: code })),
    untranslated: template.sections.flatMap(({ id, heading, body }) =>
      LANGUAGES.filter(
        (language) => heading[language].trim() === "" || body[language].trim() === "",
      ).map((language) => ({ sectionId: id, language })),
    ),
    missing: missingOf(template),
  };
}

/** Sections and contents that the rules name and the text does not hold in every language. */
export function missingOf(template: AgreementTemplate): string[] {
  return [
    ...neededSections(template.basis).filter(
      (id) => !template.sections.some((section) => section.id === id),
    ),
    ...unnamedIn(template),
  ];
}

function unnamedIn(template: AgreementTemplate): string[] {
  const names = namesIn(template);
  return contentsOf(template.basis)
    .filter(({ oneOf }) => !LANGUAGES.every((language) => isNamed(names, oneOf, language)))
    .map(({ code }) => code);
}

/** Whether a text holds in every language what the rules name for its basis. */
export function namesAll(template: AgreementTemplate): boolean {
  return unnamedIn(template).length === 0;
}

function isKnown(known: readonly Known[], name: string): boolean {
  return known.some(({ code }) => code === name);
}

/** What a text names that nobody knows, each once, with the nearest right one. */
export function unknownNames(text: string, known: readonly Known[], language: Language) {
  const names = new Set(bracesIn(text).map(({ code }) => code));
  return [...names]
    .filter((name) => !isKnown(known, name))
    .map((name) => ({ name, nearest: nearestTo(known, name, language) }));
}

export function isClean(faults: TemplateFaults): boolean {
  return Object.values(faults).every((list) => list.length === 0);
}

function isNamed(
  names: ReturnType<typeof namesIn>,
  oneOf: readonly string[],
  language: Language,
): boolean {
  return names.some((one) => one.language === language && oneOf.includes(one.code));
}

/** The known code whose name, or the code itself, takes the fewest letters to reach. */
function nearestTo(known: readonly Known[], name: string, language: Language): string {
  const ranked = known.map(({ code, name: called }) => ({
    code,
    far: Math.min(distance(name, code), distance(name, called[language])),
  }));
  return ranked.toSorted((left, right) => left.far - right.far)[0]?.code ?? "";
}

function distance(left: string, right: string): number {
  let row = Array.from({ length: right.length + 1 }, (_, index) => index);
  for (let down = 1; down <= left.length; down++) {
    const next = [down];
    for (let across = 1; across <= right.length; across++) {
      const swap = (row[across - 1] ?? 0) + (left[down - 1] === right[across - 1] ? 0 : 1);
      next.push(Math.min(swap, (row[across] ?? 0) + 1, (next[across - 1] ?? 0) + 1));
    }
    row = next;
  }
  return row.at(-1) ?? 0;
}
