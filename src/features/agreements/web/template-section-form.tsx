import { type FormEvent, useRef } from "react";
import { m } from "#messages/web";
import type { Language } from "#shared/language.ts";
import { ProblemNote } from "#web/shell/problem-note.tsx";
import { Button } from "#web/ui/button.tsx";
import { TextArea } from "#web/ui/text-area.tsx";
import { TextField } from "#web/ui/text-field.tsx";
import type { SectionWords } from "../template-versions.ts";
import { TemplateConflict } from "./template-conflict.tsx";
import { PutIn, unknownText } from "./template-put-in.tsx";
import type { TemplatePlace, TemplateView } from "./template-view.ts";
import { type Typed, useSectionDraft } from "./use-section-draft.ts";

type SectionFormProps = {
  place: TemplatePlace;
  known: TemplateView["placeholders"];
  section: SectionWords & { readonly id: string };
  version: number;
  language: Language;
  onClose: () => void;
  onType: (typed: Typed | null) => void;
};

/** One section in the chosen language; words in the others stay as they are typed while the tab changes. */
export function SectionForm(props: SectionFormProps) {
  const { known, language, onClose } = props;
  const area = useRef<HTMLTextAreaElement>(null);
  const draft = useSectionDraft({ ...props, onDone: onClose });
  const { words, write, conflict } = draft;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    draft.save();
  };
  return (
    <form className="stack" onSubmit={submit}>
      <TextField
        label={m.templates_heading()}
        lang={language}
        maxLength={120}
        error={unknownText(words.heading[language], known, language)}
        value={words.heading[language]}
        onChange={({ target }) => write("heading", language, target.value)}
      />
      <TextArea
        ref={area}
        label={m.templates_body()}
        hint={m.templates_body_hint()}
        lang={language}
        rows={7}
        maxLength={6_000}
        value={words.body[language]}
        onChange={({ target }) => write("body", language, target.value)}
      />
      <PutIn
        known={known}
        language={language}
        text={words.body[language]}
        area={area}
        onWrite={(text) => write("body", language, text)}
      />
      {conflict ? (
        <TemplateConflict conflict={conflict} known={known} draft={draft} />
      ) : (
        <ProblemNote error={draft.problem} />
      )}
      <div className="row row-wrap">
        <Button type="submit" kind="second" busy={draft.busy}>
          {m.templates_save()}
        </Button>
        <Button kind="quiet" onClick={onClose}>
          {m.ui_close()}
        </Button>
      </div>
    </form>
  );
}
