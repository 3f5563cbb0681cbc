import { m } from "#messages/web";
import type { Language } from "#shared/language.ts";
import "./words.css";
import { languageOf, type Texts, textOf, useLanguage } from "#web/i18n/language.ts";
import { Badge } from "#web/ui/badge.tsx";
import { Borrowed } from "#web/ui/borrowed.tsx";
import { Hit } from "#web/ui/hit.tsx";

/** A national text in the reader's language, else in another one and marked so; what was searched is marked. */
export function Words({ text, find = [] }: { text: Texts; find?: readonly string[] }) {
  const wanted = useLanguage();
  const shown = languageOf(text);
  if (shown === undefined) return <span className="muted">{m.framework_no_text()}</span>;
  const words = <Hit text={text[shown] ?? ""} find={find} />;
  return shown === wanted ? words : <Borrowed language={shown}>{words}</Borrowed>;
}

/** The same in one line, for a name inside a row or a heading of the rules. */
export function Name({ text }: { text: Texts }) {
  const wanted = useLanguage();
  const shown = languageOf(text) ?? wanted;
  if (shown === wanted) return textOf(text);
  return (
    <>
      <span className="framework-borrowed" lang={shown}>
        {textOf(text)}
      </span>{" "}
      <Badge>{LANGUAGE_WORDS[shown]()}</Badge>
    </>
  );
}

const LANGUAGE_WORDS: Record<Language, () => string> = {
  fi: m.ui_borrowed_fi,
  sv: m.ui_borrowed_sv,
  en: m.ui_borrowed_en,
};

export function hasWords(text: Texts): boolean {
  return languageOf(text) !== undefined;
}
