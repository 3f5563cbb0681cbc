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
export function lettersOf(pack: RulePack, fit: Fit, facts: LetterFacts) {
  return {
    notice: inEach((language) => fill(pack.letters.notice, language, fit, facts)),
    guardian: inEach((language) => fill(pack.letters.guardian, language, fit, facts)),
  };
}

function inEach(write: (language: Language) => string): LocalisedText {
  return Object.fromEntries(LANGUAGES.map((language) => [language, write(language)]));
}

function fill(letter: LocalisedText, language: Language, fit: Fit, facts: LetterFacts): string {
  const words: Readonly<Record<string, string>> = {
    ...plainFacts(facts),
    provider: textIn(facts.provider, language),
    basis: textIn(facts.basis, language),
    born: dayIn(facts.born),
    period: `${dayIn(facts.startsOn)}–${dayIn(facts.endsOn)}`,
    work: worksOf(fit, language),
  };
  return textIn(letter, language).replaceAll(/\{(\w+)\}/g, (place, key: string) =>
    key in words ? words[key] || "____" : place,
  );
}

function plainFacts({ provider: _provider, basis: _basis, ...plain }: LetterFacts) {
  return plain;
}

/** Kinds of work that wait for a notice or had one, each once. */
function worksOf(fit: Fit, language: Language): string {
  const about = [...openHits(fit), ...fit.hits.filter(({ finding }) => finding.rule.rule === "D7")];
  const names = about.flatMap(({ finding: { task } }) =>
    task === null ? [] : [textIn(task.name, language)],
  );
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
