import { Pencil } from "lucide-react";
import { m } from "#messages/web";
import type { Language } from "#shared/language.ts";
import { Button } from "#web/ui/button.tsx";
import { Icon } from "#web/ui/icon.tsx";
import { SectionForm } from "./template-section-form.tsx";
import { olderText, sectionName, type TemplatePlace, type TemplateView } from "./template-view.ts";
import type { Typed } from "./use-section-draft.ts";

type Section = TemplateView["template"]["sections"][number];
type SectionsProps = {
  place: TemplatePlace;
  view: TemplateView;
  language: Language;
  /** The section whose form is open. */
  open: string | null;
  onOpen: (sectionId: string | null) => void;
  onType: (typed: Typed | null) => void;
};

/** Every section in the language that is written, with what was changed and what has become old. */
export function TemplateSections({ place, view, language, open, onOpen, onType }: SectionsProps) {
  const { draft, abilities } = view;
  return (
    <ol className="template-parts">
      {view.template.sections.map((section, at) => {
        const editing = draft !== null && open === section.id;
        return (
          <li key={section.id} id={`section-${section.id}`} className={editing ? "on" : undefined}>
            <div className="template-line">
              <h3 lang={language}>{`${at + 1}. ${sectionName(section, language)}`}</h3>
              <div className="row">
                <SectionStand view={view} section={section} />
                {draft && abilities.edit.allowed && !editing && (
                  <Button kind="quiet" onClick={() => onOpen(section.id)}>
                    <Icon of={Pencil} />
                    <span className="vh">
                      {m.templates_change({ name: sectionName(section, language) })}
                    </span>
                  </Button>
                )}
              </div>
            </div>
            {draft && editing ? (
              <SectionForm
                place={place}
                known={view.placeholders}
                section={section}
                version={draft.version}
                language={language}
                onClose={() => onOpen(null)}
                onType={onType}
              />
            ) : (
              <SectionText view={view} section={section} language={language} />
            )}
          </li>
        );
      })}
    </ol>
  );
}

type StandProps = { view: TemplateView; section: Section };

function SectionStand({ view: { draft }, section }: StandProps) {
  if (draft === null) return null;
  const change = draft.changes.find(({ sectionId }) => sectionId === section.id);
  if (change === undefined) return <span className="small muted">{m.templates_unchanged()}</span>;
  return (
    <b className="small template-changed">{olderText(change.older) ?? m.templates_changed()}</b>
  );
}

type TextProps = StandProps & { language: Language };

/** The words with their placeholders as the names that stand for them. */
function SectionText({ view, section, language }: TextProps) {
  return (
    <p lang={language} className="muted template-text">
      {piecesOf(section.body[language]).map(({ key, text, code }) => {
        if (code === null) return text;
        const known = view.placeholders.find((one) => one.code === code);
        return (
          <span key={key} className={known ? "template-tok" : "template-tok template-tok-bad"}>
            {known?.name[language] ?? code}
          </span>
        );
      })}
    </p>
  );
}

/** Text and names in braces by turns. */
function piecesOf(body: string) {
  return body.split(/(\{[^{}\n]+\})/).map((text, at) => ({
    key: `${at} ${text}`,
    text,
    code: at % 2 === 1 ? text.slice(1, -1) : null,
  }));
}
