import { m } from "#messages/web";
import { languageOf, type Texts, useLanguage } from "#web/i18n/language.ts";
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

export function hasWords(text: Texts): boolean {
  return languageOf(text) !== undefined;
}
