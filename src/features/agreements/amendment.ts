import { minutesPerDay } from "#features/plans/plan.ts";
import type { Language, LocalisedText } from "#shared/language.ts";
import type { Paper, PaperSection } from "#shared/paper.ts";
import type { AgreementParty, Duty, DutyOf } from "./agreement.ts";
import type { AgreementFacts } from "./agreement-facts.ts";
import { AMENDMENT_WORDS as WORDS } from "./amendment-words.ts";
import { clockIn, dayIn, spanIn, textIn } from "./template-placeholders.ts";

/**
 * What an amendment changes: only lines that say something else than the agreement in force (product.md §6).
 * Everything else stays as it was signed.
 */
export const AMENDED_FIELDS = [
  "ends_on",
  "starts_on",
  "hours",
  "tutor",
  "workplace",
  "objectives",
  "tasks",
  "terms",
  "insurance",
] as const;
export type AmendedField = (typeof AMENDED_FIELDS)[number];

export type AmendedLine = {
  readonly field: AmendedField;
  readonly before: LocalisedText;
  readonly after: LocalisedText;
};

/** Whom a change of each line asks; the others of the agreement keep what they signed. */
const ASKED: Readonly<Record<AmendedField, readonly AgreementParty[]>> = {
  ends_on: ["provider", "employer", "student", "guardian"],
  starts_on: ["provider", "employer", "student", "guardian"],
  hours: ["provider", "employer", "student", "guardian"],
  workplace: ["provider", "employer", "student", "guardian"],
  insurance: ["provider", "employer", "student", "guardian"],
  tutor: ["provider", "employer", "student"],
  objectives: ["provider", "employer", "student"],
  tasks: ["provider", "employer", "student"],
  terms: ["provider", "employer", "student"],
};
/** Lines that change the work itself; of the rest a student who signed the agreement is told. */
const BINDS_STUDENT: readonly AmendedField[] = ["ends_on", "starts_on", "hours", "workplace"];

/** Parties of an amendment with their duty, of those the agreement has. */
export function dutiesOfAmendment(
  lines: readonly AmendedLine[],
  parties: readonly DutyOf[],
): readonly DutyOf[] {
  const fields = lines.map(({ field }) => field);
  const asked = new Set(fields.flatMap((field) => ASKED[field]));
  return parties
    .filter(({ party }) => asked.has(party))
    .map(({ party, duty }) => ({ party, duty: amendedDuty(party, duty, fields) }));
}

function amendedDuty(party: AgreementParty, duty: Duty, fields: readonly AmendedField[]): Duty {
  const isTold = party === "student" && !fields.some((field) => BINDS_STUDENT.includes(field));
  return isTold && duty === "signs" ? "acknowledges" : duty;
}

/** Lines of the facts that differ, in the order of the agreement; of a list only what goes and what comes. */
export function diffFacts(before: AgreementFacts, after: AgreementFacts): AmendedLine[] {
  const was = linesOf(before);
  const is = linesOf(after);
  return AMENDED_FIELDS.flatMap((field) => {
    if (field === "objectives" || field === "tasks") {
      return listLine(field, LISTS[field](before), LISTS[field](after));
    }
    const same = JSON.stringify(was[field]) === JSON.stringify(is[field]);
    return same ? [] : [{ field, before: was[field], after: is[field] }];
  });
}

type ListField = "objectives" | "tasks";

const LISTS: Readonly<Record<ListField, (facts: AgreementFacts) => readonly LocalisedText[]>> = {
  objectives: ({ objectives }) => objectives.map(({ text }) => text),
  tasks: ({ tasks }) => tasks,
};

/** Nobody reads ten objectives to find the one that is new. */
function listLine(
  field: ListField,
  before: readonly LocalisedText[],
  after: readonly LocalisedText[],
): AmendedLine[] {
  const gone = without(before, after);
  const come = without(after, before);
  if (gone.length + come.length === 0) return [];
  return [
    {
      field,
      before: gone.length === 0 ? WORDS.wasNot : inAll((language) => listIn(gone, language)),
      after: come.length === 0 ? WORDS.fallsAway : inAll((language) => listIn(come, language)),
    },
  ];
}

/** Those of `all` that `others` does not have. Texts from the database may name their languages in another order. */
function without(all: readonly LocalisedText[], others: readonly LocalisedText[]) {
  const keyOf = ({ fi, sv, en }: LocalisedText) => JSON.stringify([fi, sv, en]);
  const known = new Set(others.map(keyOf));
  return all.filter((text) => !known.has(keyOf(text)));
}

function linesOf(facts: AgreementFacts): Record<Exclude<AmendedField, ListField>, LocalisedText> {
  const { period, employer, tutor, support, travel, meals, insurance } = facts;
  return {
    ends_on: inAll((language) => dayIn(period.endsOn, language)),
    starts_on: inAll((language) => dayIn(period.startsOn, language)),
    hours: inAll((language) => hoursIn(facts, language)),
    tutor: inAll(() => tutor.name),
    workplace: inAll(() => `${employer.workplace}, ${employer.address}`),
    terms: inAll(() => [support, travel, meals].filter((text) => text !== null).join(" ")),
    insurance: inAll((language) =>
      [WORDS.accident, WORDS.liability]
        .map((words, index) => {
          const bearer = index === 0 ? insurance.accident : insurance.liability;
          return `${words[language]}: ${WORDS.bearers[bearer][language]}`;
        })
        .join(". "),
    ),
  };
}

function inAll(word: (language: Language) => string): LocalisedText {
  return { fi: word("fi"), sv: word("sv"), en: word("en") };
}

function hoursIn({ hours }: AgreementFacts, language: Language): string {
  const from = clockIn(hours.dayStartsAt, language);
  const to = clockIn(hours.dayEndsAt, language);
  const aDay = `${spanIn(minutesPerDay(hours))} ${WORDS.aDay[language]}`;
  return `${from}–${to}, ${aDay}, ${spanIn(hours.minutesPerWeek)} ${WORDS.aWeek[language]}`;
}

function listIn(texts: readonly LocalisedText[], language: Language): string {
  return texts.map((text) => textIn(text, language)).join("; ");
}

export type Amended = {
  readonly lines: readonly AmendedLine[];
  readonly why: string;
  readonly student: string;
  readonly workplace: string;
  /** The agreement whose other lines stay: its number at the placement and the hash of its text. */
  readonly base: { readonly number: number; readonly textHash: string };
};

/** The amendment as papers: the changed lines, why, and that the rest stays as it was signed. */
export function composeAmendment(amended: Amended): { fi: Paper; sv: Paper; en: Paper } {
  return { fi: paperIn("fi", amended), sv: paperIn("sv", amended), en: paperIn("en", amended) };
}

function paperIn(language: Language, amended: Amended): Paper {
  const { student, workplace, why, base } = amended;
  const stays = WORDS.staysText[language]
    .replace("{number}", String(base.number))
    .replace("{hash}", base.textHash);
  return {
    language,
    title: WORDS.title[language],
    subtitle: `${student}, ${workplace}`,
    sections: [
      changesIn(language, amended),
      { id: "why", heading: WORDS.why[language], blocks: [{ kind: "text", text: why }] },
      { id: "stays", heading: WORDS.stays[language], blocks: [{ kind: "text", text: stays }] },
    ],
  };
}

function changesIn(language: Language, { lines }: Amended): PaperSection {
  const rows = lines.map(({ field, before, after }) => [
    WORDS.fields[field][language],
    before[language] ?? "",
    after[language] ?? "",
  ]);
  const head = [WORDS.line[language], WORDS.before[language], WORDS.after[language]];
  const caption = WORDS.changes[language];
  return { id: "changes", heading: caption, blocks: [{ kind: "table", caption, head, rows }] };
}
