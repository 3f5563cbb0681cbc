import { useState } from "react";
import { m } from "#messages/web";
import { getLocale } from "#messages/web-runtime";
import { LANGUAGES, type Language } from "#shared/language.ts";
import { textOf } from "#web/i18n/language.ts";
import { Segment } from "#web/ui/segment.tsx";
import { TextArea } from "#web/ui/text-area.tsx";
import { TextField } from "#web/ui/text-field.tsx";
import { changeSource, changeWords } from "./rule-pack-change.ts";
import type { PackRule, RulePackView } from "./rule-pack-view.ts";

type TextsProps = {
  rule: PackRule;
  /** The rule as it is in use; undefined for one that is new. */
  before: PackRule | undefined;
  works: RulePackView["pack"]["works"];
  onChange: (rule: PackRule) => void;
};

/** A rule's words, one language at a time, so that none is forgotten; then where it is written. */
export function RuleTexts({ rule, before, works, onChange }: TextsProps) {
  const [language, setLanguage] = useState<Language>(getLocale());
  const former = before?.because[language];
  const put = (key: "title" | "because" | "allowedWhen" | "doer") => ({
    lang: language,
    required: true,
    maxLength: 600,
    value: rule[key]?.[language] ?? "",
    onChange: ({ target }: { target: { value: string } }) =>
      onChange(changeWords(rule, key, language, target.value)),
  });
  return (
    <>
      <Segment
        legend={m.rules_words_language()}
        name="rule-language"
        options={LANGUAGES.map((value) => ({ value, label: nameOf(value) }))}
        value={language}
        onChange={(next) => setLanguage(next ?? getLocale())}
      />
      <TextField label={m.rules_title()} {...put("title")} />
      <TextArea label={m.rules_words()} hint={m.rules_words_hint()} {...put("because")} />
      {former !== undefined && former !== rule.because[language] && (
        <p className="small" lang={language}>
          {m.rules_before()} <del>{former}</del>
        </p>
      )}
      {rule.allowedWhen && <TextArea label={m.rules_allowed_when()} {...put("allowedWhen")} />}
      {rule.doer && <TextArea label={m.rules_doer()} {...put("doer")} />}
      {rule.sources.map(({ work, at }, index) => (
        <TextField
          key={work}
          label={m.rules_source_at({ work: textOf(works[work]) || work })}
          required
          maxLength={80}
          value={at}
          onChange={({ target }) => onChange(changeSource(rule, index, target.value))}
        />
      ))}
    </>
  );
}

function nameOf(language: Language): string {
  return new Intl.DisplayNames([getLocale()], { type: "language" }).of(language) ?? language;
}
