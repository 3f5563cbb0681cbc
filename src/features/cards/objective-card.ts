import { LANGUAGES, type Language, type LocalisedText } from "#shared/language.ts";

/** A requirement in the words of a workplace, beside the official text, which nobody here changes. */
export type CardTexts = {
  readonly plain: LocalisedText;
  readonly seenWhen: LocalisedText;
  readonly tasks: readonly LocalisedText[];
};

/** As it is typed: any language may be empty. */
type TypedText = { readonly [L in Language]?: string | undefined };
type TypedCard = {
  readonly plain: TypedText;
  readonly seenWhen: TypedText;
  readonly tasks: readonly TypedText[];
};

/** More than a card on a phone shows at once. */
export const MOST_TASKS = 6;

/** Only what is written: no empty languages, no empty tasks. */
export function tidyCard({ plain, seenWhen, tasks }: TypedCard): CardTexts {
  return {
    plain: written(plain),
    seenWhen: written(seenWhen),
    tasks: tasks.map(written).filter((task) => Object.keys(task).length > 0),
  };
}

function written(text: TypedText): LocalisedText {
  return Object.fromEntries(
    LANGUAGES.flatMap((language) => {
      const words = text[language]?.trim();
      return words ? [[language, words]] : [];
    }),
  );
}

/** A card is there in a language when both its name and "you see it when" are (peers.md (d) 8). */
export function isThere({ plain, seenWhen }: CardTexts, language: Language): boolean {
  return Boolean(plain[language]) && Boolean(seenWhen[language]);
}

export type CardDifference = {
  readonly field: "plain" | "seenWhen" | "tasks";
  readonly language: Language;
  readonly theirs: string;
  readonly mine: string;
};

/** Line by line what two people have written differently. */
export function cardDifferences(theirs: CardTexts, mine: CardTexts): CardDifference[] {
  return LANGUAGES.flatMap((language) =>
    (["plain", "seenWhen", "tasks"] as const).flatMap((field) => {
      const [left, right] = [linesOf(theirs, field, language), linesOf(mine, field, language)];
      return left === right ? [] : [{ field, language, theirs: left, mine: right }];
    }),
  );
}

function linesOf(card: CardTexts, field: CardDifference["field"], language: Language): string {
  if (field !== "tasks") return card[field][language]?.trim() ?? "";
  return card.tasks
    .map((task) => task[language]?.trim() ?? "")
    .filter(Boolean)
    .join("\n");
}
