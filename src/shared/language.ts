export const LANGUAGES = ["fi", "sv", "en"] as const;
export type Language = (typeof LANGUAGES)[number];

/** A text in the languages it exists in; any of them may be missing. */
export type LocalisedText = { readonly [L in Language]?: string };

export type ChosenText = { readonly text: string; readonly language: Language };

/**
 * The reader's language if the text has it, else Finnish, Swedish, English in that order.
 * The language found is returned so that a borrowed text can be marked as such.
 */
export function chooseText(text: LocalisedText, wanted: Language): ChosenText | undefined {
  for (const language of [wanted, ...LANGUAGES]) {
    const found = text[language];
    if (found !== undefined && found !== "") return { text: found, language };
  }
  return undefined;
}

export function isLanguage(value: unknown): value is Language {
  return LANGUAGES.some((language) => language === value);
}
