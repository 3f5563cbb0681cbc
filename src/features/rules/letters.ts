import { chooseText, LANGUAGES, type Language, type LocalisedText } from "#shared/language.ts";
import { type Fit, openHits } from "./placement-work.ts";
import type { RulePack } from "./rule-pack.ts";

/** Facts of a placement that stand in its notice and in the guardian's message; days in ISO. */
export type LetterFacts = {
  readonly employer: string;
  readonly businessId: string;
  readonly workplace: string;
  readonly address: string;
  readonly provider: LocalisedText;
  readonly teacher: string;
  readonly contact: string;
  readonly tutor: string;
  readonly student: string;
  readonly born: string;
  readonly startsOn: string;
  readonly endsOn: string;
  readonly basis: LocalisedText;
};

/**
 * The notice to the safety authority (seven items of decree 475/2006, 4 § 3, and what its form adds) and
 * the guardian's message, in all three languages; blanks are left for what only the workplace knows.
 */
export function lettersOf(
  pack: RulePack,
  fit: Fit,
  facts: LetterFacts,
  /** Codes of the kinds of work whose notice has been made: the guardian is told of them all the same. */
  noticed: readonly string[],
) {
  const kinds = [
    ...kindsOf(fit),
    ...pack.tasks.filter(({ code }) => noticed.includes(code)).map(({ name }) => name),
  ];
  return {
    notice: inEach((language) => fill(pack.letters.notice, language, kinds, facts)),
    guardian: inEach((language) => fill(pack.letters.guardian, language, kinds, facts)),
  };
}

function inEach(write: (language: Language) => string): LocalisedText {
  return Object.fromEntries(LANGUAGES.map((language) => [language, write(language)]));
}

function fill(
  letter: LocalisedText,
  language: Language,
  kinds: readonly LocalisedText[],
  facts: LetterFacts,
): string {
  const words: Readonly<Record<string, string>> = {
    ...plainFacts(facts),
    provider: textIn(facts.provider, language),
    basis: textIn(facts.basis, language),
    born: dayIn(facts.born),
    period: `${dayIn(facts.startsOn)}–${dayIn(facts.endsOn)}`,
    work: namesIn(kinds, language),
  };
  return textIn(letter, language).replaceAll(/\{(\w+)\}/g, (place, key: string) =>
    key in words ? words[key] || "____" : place,
  );
}

function plainFacts({ provider: _provider, basis: _basis, ...plain }: LetterFacts) {
  return plain;
}

/** Kinds of work that the rules have something to say of. */
function kindsOf(fit: Fit): LocalisedText[] {
  const about = [...openHits(fit), ...fit.hits.filter(({ finding }) => finding.rule.rule === "D7")];
  return about.flatMap(({ finding: { task } }) => (task === null ? [] : [task.name]));
}

/** Each once. */
function namesIn(kinds: readonly LocalisedText[], language: Language): string {
  const names = kinds.map((name) => textIn(name, language));
  return [...new Set(names)].join(", ").toLowerCase();
}

/** As dates are written in Finnish and Swedish letters: 4.3.2009. */
function dayIn(day: string): string {
  const { day: number, month, year } = Temporal.PlainDate.from(day);
  return `${number}.${month}.${year}`;
}

function textIn(text: LocalisedText, language: Language): string {
  return chooseText(text, language)?.text ?? "";
}
