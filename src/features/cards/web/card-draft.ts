import { LANGUAGES, type Language, type LocalisedText } from "#shared/language.ts";
import type { Texts } from "#web/i18n/language.ts";
import { type CardTexts, MOST_TASKS, tidyCard } from "../objective-card.ts";

type ByLanguage = Readonly<Record<Language, string>>;

/** A card as it is being written; its tasks are lines, the same line in each language the same task. */
export type CardDraft = {
  /** The version it was begun from. */
  readonly base: number;
  readonly plain: ByLanguage;
  readonly seenWhen: ByLanguage;
  readonly tasks: ByLanguage;
  /** The provider whose card was taken over. */
  readonly takenFrom: string | null;
};

/** As the server tells a card. */
export type ToldCard = {
  readonly plain: Texts;
  readonly seenWhen: Texts;
  readonly tasks: readonly Texts[];
};

/** Puts another card's words into the fields; nothing is in use before it is saved. */
export type Fill = (card: ToldCard, name: string, takenFrom: string | null) => void;

export function draftOf(
  card: ToldCard | null,
  base: number,
  takenFrom: string | null = null,
): CardDraft {
  return {
    base,
    plain: byLanguage((language) => card?.plain[language] ?? ""),
    seenWhen: byLanguage((language) => card?.seenWhen[language] ?? ""),
    tasks: byLanguage((language) =>
      (card?.tasks ?? [])
        .map((task) => task[language] ?? "")
        .join("\n")
        .trimEnd(),
    ),
    takenFrom,
  };
}

function byLanguage(textIn: (language: Language) => string): ByLanguage {
  return { fi: textIn("fi"), sv: textIn("sv"), en: textIn("en") };
}

export function textsOf({ plain, seenWhen, tasks }: CardDraft): CardTexts {
  const lines = new Map(LANGUAGES.map((language) => [language, tasks[language].split("\n")]));
  return tidyCard({
    plain,
    seenWhen,
    tasks: Array.from(
      { length: MOST_TASKS },
      (_, index): LocalisedText => byLanguage((language) => lines.get(language)?.[index] ?? ""),
    ),
  });
}

export function asTexts(card: ToldCard): CardTexts {
  return textsOf(draftOf(card, 0));
}

/** More lines than a card shows would be lost without a word. */
export function tooManyTasks({ tasks }: CardDraft): boolean {
  return LANGUAGES.some((language) => tasks[language].trimEnd().split("\n").length > MOST_TASKS);
}
