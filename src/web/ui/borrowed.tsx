import type { ReactNode } from "react";
import { m } from "#messages/web";
import type { Language } from "#shared/language.ts";
import { Badge } from "./badge.tsx";

const NAMES: Record<Language, () => string> = {
  fi: m.ui_borrowed_fi,
  sv: m.ui_borrowed_sv,
  en: m.ui_borrowed_en,
};

/** Text shown in another language than the page's: dashed line, lang, and a badge that says so. */
export function Borrowed({ language, children }: { language: Language; children: ReactNode }) {
  return (
    <span>
      <span className="borrowed" lang={language}>
        {children}
      </span>
      <Badge>{NAMES[language]()}</Badge>
    </span>
  );
}
