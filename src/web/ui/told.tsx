import { currentLanguage, languageOf, type Texts, textOf } from "#web/i18n/language.ts";
import { Borrowed } from "./borrowed.tsx";

/** A text in the reader's language; one that exists only in another is marked so. */
export function Told({ text }: { text: Texts }) {
  const language = languageOf(text);
  if (language === undefined || language === currentLanguage()) return textOf(text);
  return <Borrowed language={language}>{textOf(text)}</Borrowed>;
}
