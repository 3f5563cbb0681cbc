import { m } from "#messages/web";
import { LANGUAGES, type Language } from "#shared/language.ts";

/** Each language is named in itself. */
const NAMES: Record<Language, string> = { fi: "Suomeksi", sv: "På svenska", en: "In English" };

/** Three words on every page; keeps the place. */
export function LanguageSwitch({
  current,
  onChoose,
}: {
  current: Language;
  onChoose: (language: Language) => void;
}) {
  return (
    <nav className="lang" aria-label={m.ui_language()}>
      {LANGUAGES.map((language) => (
        <button
          key={language}
          type="button"
          lang={language}
          aria-label={`${language.toUpperCase()}, ${NAMES[language]}`}
          aria-current={language === current ? "true" : undefined}
          onClick={() => onChoose(language)}
        >
          {language.toUpperCase()}
        </button>
      ))}
    </nav>
  );
}
