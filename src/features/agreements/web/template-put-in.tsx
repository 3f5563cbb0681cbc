import { OctagonAlert } from "lucide-react";
import { type RefObject, useState } from "react";
import { m } from "#messages/web";
import type { Language } from "#shared/language.ts";
import { Button } from "#web/ui/button.tsx";
import { Icon } from "#web/ui/icon.tsx";
import { unknownNames } from "../template-contents.ts";
import { withCodes } from "../template-versions.ts";
import type { TemplateView } from "./template-view.ts";

type Known = TemplateView["placeholders"];
type PutInProps = {
  known: Known;
  language: Language;
  text: string;
  area: RefObject<HTMLTextAreaElement | null>;
  onWrite: (text: string) => void;
};

/** Shown before "All": what most sections need. */
const FIRST = ["teacher_reach", "employer", "tutor", "first_day"];

/** What is wrong with the names in a line of text; undefined when all of them are known. */
export function unknownText(text: string, known: Known, language: Language): string | undefined {
  const [first] = unknownNames(withCodes(text, known, language), known, language);
  if (first === undefined) return undefined;
  const nearest = known.find(({ code }) => code === first.nearest)?.name[language] ?? first.nearest;
  return m.templates_unknown({ name: first.name, nearest });
}

/** Names that nobody knows, each with the nearest right one; and every name, to put in at the cursor. */
export function PutIn({ known, language, text, area, onWrite }: PutInProps) {
  const [all, showAll] = useState(false);
  const shown = all ? known : known.filter(({ code }) => FIRST.includes(code));
  const called = (code: string) => known.find((one) => one.code === code)?.name[language] ?? code;
  const put = ({ code, name }: Known[number]) => {
    const start = area.current?.selectionStart ?? text.length;
    const end = area.current?.selectionEnd ?? text.length;
    const words = code.includes(":") ? `\n{${name[language]}}\n` : `{${name[language]}}`;
    onWrite(text.slice(0, start) + words + text.slice(end));
    area.current?.focus();
  };
  return (
    <>
      <div role="status" className="stack-2">
        {unknownNames(withCodes(text, known, language), known, language).map(
          ({ name, nearest }) => (
            <p key={name} className="template-unknown">
              <Icon of={OctagonAlert} />
              <span>
                {m.templates_unknown({ name, nearest: called(nearest) })}{" "}
                <button
                  type="button"
                  className="linkish"
                  onClick={() => onWrite(text.replace(`{${name}`, `{${called(nearest)}`))}
                >
                  {m.templates_choose({ name: called(nearest) })}
                </button>
              </span>
            </p>
          ),
        )}
      </div>
      <fieldset className="template-chips">
        <legend className="small muted">{m.templates_put_in()}</legend>
        {shown.map((one) => (
          <Button key={one.code} kind="second" onClick={() => put(one)}>
            {one.name[language]}
            {all && (
              <span className="small muted">
                {one.example
                  ? m.templates_example({ text: one.example[language] })
                  : m.templates_own_line()}
              </span>
            )}
          </Button>
        ))}
        {!all && (
          <Button kind="quiet" onClick={() => showAll(true)}>
            {m.templates_put_all({ count: known.length })}
          </Button>
        )}
      </fieldset>
    </>
  );
}
