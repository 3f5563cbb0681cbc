import { useState } from "react";
import { m } from "#messages/web";
import { getLocale } from "#messages/web-runtime";
import { LANGUAGES, type Language } from "#shared/language.ts";
import { Button } from "#web/ui/button.tsx";
import { Card } from "#web/ui/card.tsx";
import { Segment } from "#web/ui/segment.tsx";
import { useToast } from "#web/ui/toast.tsx";
import type { Young } from "./checks-view.ts";

type Letters = NonNullable<Young["letters"]>;
const KINDS = ["notice", "guardian"] as const;
const NAMES: Readonly<Record<Language, string>> = { fi: "Suomi", sv: "Svenska", en: "English" };

/** The notice and the guardian's message, ready to copy in any of the three languages. */
export function LettersCard({ letters }: { letters: Letters }) {
  const say = useToast();
  const [kind, setKind] = useState<(typeof KINDS)[number]>("notice");
  const [language, setLanguage] = useState<Language>(getLocale());
  const text = letters[kind][language] ?? "";
  const copy = () =>
    void navigator.clipboard.writeText(text).then(
      () => say({ text: m.checks_copied() }),
      () => say({ text: m.checks_not_copied() }),
    );
  return (
    <Card as="section" label={m.checks_letters()}>
      <h2>{m.checks_letters()}</h2>
      <Segment
        legend={m.checks_letter()}
        hideLegend
        name="letter"
        options={[
          { value: "notice", label: m.checks_notice() },
          { value: "guardian", label: m.checks_guardian() },
        ]}
        value={kind}
        onChange={(next) => setKind(next ?? "notice")}
      />
      <Segment
        legend={m.checks_letter_language()}
        hideLegend
        name="letter-language"
        options={LANGUAGES.map((value) => ({ value, label: NAMES[value] }))}
        value={language}
        onChange={(next) => setLanguage(next ?? "fi")}
      />
      <p className="checks-letter" lang={language}>
        {text}
      </p>
      <Button onClick={copy}>{m.checks_copy()}</Button>
    </Card>
  );
}
