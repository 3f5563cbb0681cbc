import { Pencil } from "lucide-react";
import { type FormEvent, useState } from "react";
import { m } from "#messages/web";
import { getLocale } from "#messages/web-runtime";
import { LANGUAGES } from "#shared/language.ts";
import { ProblemNote } from "#web/shell/problem-note.tsx";
import { Button } from "#web/ui/button.tsx";
import { Icon } from "#web/ui/icon.tsx";
import { TextField } from "#web/ui/text-field.tsx";
import { useToast } from "#web/ui/toast.tsx";
import { useDeed } from "#web/view.ts";
import type { setTemplateTitle } from "../template-outline.contract.ts";
import {
  languageName,
  TEMPLATE_CHANGES,
  type TemplatePlace,
  type TemplateView,
} from "./template-view.ts";

type TitleProps = {
  place: TemplatePlace;
  view: TemplateView;
  draft: NonNullable<TemplateView["draft"]>;
};

/** What the agreements are called, in all three languages at once. */
export function TemplateTitle(props: TitleProps) {
  const [open, setOpen] = useState(false);
  const { title } = props.view.template;
  return (
    <div className="template-name">
      {open ? (
        <TitleForm {...props} onClose={() => setOpen(false)} />
      ) : (
        <div className="template-line">
          <p>
            <span className="small muted">{m.templates_title()}</span>
            <br />
            <b>{title[getLocale()]}</b>
          </p>
          <Button kind="quiet" onClick={() => setOpen(true)}>
            <Icon of={Pencil} />
            <span className="vh">{m.templates_title_change()}</span>
          </Button>
        </div>
      )}
    </div>
  );
}

function TitleForm({ place, view, draft, onClose }: TitleProps & { onClose: () => void }) {
  const say = useToast();
  const [title, setTitle] = useState(view.template.title);
  const [tried, setTried] = useState(false);
  const save = useDeed<typeof setTemplateTitle>({
    method: "PUT",
    path: "/api/agreement-templates/{providerId}/{basis}/draft/title",
    changes: TEMPLATE_CHANGES,
    onDone: () => {
      say({ text: m.templates_saved() });
      onClose();
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (LANGUAGES.some((language) => title[language].trim() === "")) return;
    save.run({ params: place, body: title, version: draft.version });
  };
  return (
    <form className="stack" noValidate onSubmit={submit}>
      <fieldset className="stack">
        <legend>{m.templates_title()}</legend>
        <p className="small muted">{m.templates_title_hint()}</p>
        {LANGUAGES.map((language) => (
          <TextField
            key={language}
            label={languageName(language)}
            lang={language}
            maxLength={120}
            value={title[language]}
            error={tried && title[language].trim() === "" ? m.templates_title_missing() : undefined}
            onChange={({ target }) => setTitle({ ...title, [language]: target.value })}
          />
        ))}
      </fieldset>
      <ProblemNote error={save.problem} />
      <div className="row row-wrap">
        <Button type="submit" kind="second" busy={save.busy}>
          {m.templates_save()}
        </Button>
        <Button kind="quiet" onClick={onClose}>
          {m.ui_close()}
        </Button>
      </div>
    </form>
  );
}
