import { ArrowDown, ArrowUp, Plus, Trash2, Undo2 } from "lucide-react";
import { useEffect, useRef } from "react";
import { m } from "#messages/web";
import type { Language } from "#shared/language.ts";
import { ProblemNote } from "#web/shell/problem-note.tsx";
import { Button } from "#web/ui/button.tsx";
import { names } from "#web/ui/format.ts";
import { Row, Rows } from "#web/ui/rows.tsx";
import { takenAway } from "../template-outline.ts";
import {
  contentName,
  sectionName,
  type TemplatePlace,
  type TemplateView,
} from "./template-view.ts";
import { useOutline } from "./use-outline.ts";

type Draft = NonNullable<TemplateView["draft"]>;
type OutlineProps = {
  place: TemplatePlace;
  view: TemplateView;
  draft: Draft;
  language: Language;
  onAdded: (sectionId: string) => void;
  onDone: () => void;
};

/** The sections as a list to put in order, to add to and to take from; every step by a button. */
export function TemplateOutline({ place, view, draft, language, onAdded, onDone }: OutlineProps) {
  const { sections } = view.template;
  const outline = useOutline({ place, view, version: draft.version, language, onAdded });
  const list = useRef<HTMLOListElement>(null);
  // What was pressed moves away with its row: the focus follows it, so that it can be pressed again.
  const { moved } = outline;
  useEffect(() => {
    if (moved === null) return;
    const row = list.current?.querySelector(`[data-section="${moved.id}"]`);
    const wanted = row?.querySelector<HTMLElement>(`[data-way="${moved.way}"]`);
    (wanted ?? row?.querySelector<HTMLElement>("[data-way]"))?.focus();
  }, [moved]);
  return (
    <div className="stack">
      <ol ref={list} className="template-parts">
        {sections.map((section, at) => (
          <li key={section.id} data-section={section.id}>
            <OutlineRow
              view={view}
              section={section}
              name={sectionName(section, language)}
              at={at}
              last={sections.length - 1}
              outline={outline}
            />
          </li>
        ))}
      </ol>
      <Gone view={view} language={language} outline={outline} />
      <ProblemNote error={outline.problem} />
      <div className="row row-wrap">
        <Button kind="second" icon={Plus} busy={outline.busy} onClick={outline.add}>
          {m.templates_add()}
        </Button>
        <Button kind="quiet" onClick={onDone}>
          {m.ui_close()}
        </Button>
      </div>
    </div>
  );
}

type Outline = ReturnType<typeof useOutline>;
type RowProps = {
  view: TemplateView;
  section: TemplateView["template"]["sections"][number];
  name: string;
  at: number;
  last: number;
  outline: Outline;
};

function OutlineRow({ view, section, name, at, last, outline }: RowProps) {
  const kept = view.kept.find(({ sectionId }) => sectionId === section.id);
  return (
    <>
      <h3>{`${at + 1}. ${name}`}</h3>
      {kept && <p className="small muted">{keptText(kept)}</p>}
      <div className="row row-wrap template-steps">
        {at > 0 && (
          <Button
            kind="quiet"
            icon={ArrowUp}
            data-way="up"
            onClick={() => outline.move(at, at - 1)}
          >
            {m.templates_up()} <span className="vh">{name}</span>
          </Button>
        )}
        {at < last && (
          <Button
            kind="quiet"
            icon={ArrowDown}
            data-way="down"
            onClick={() => outline.move(at, at + 1)}
          >
            {m.templates_down()} <span className="vh">{name}</span>
          </Button>
        )}
        {!kept && (
          <Button kind="quiet" icon={Trash2} onClick={() => outline.remove(section, at)}>
            {m.templates_remove()} <span className="vh">{name}</span>
          </Button>
        )}
      </div>
    </>
  );
}

function keptText({ why, contents }: TemplateView["kept"][number]): string {
  return why === "needed"
    ? m.templates_kept_needed()
    : m.templates_kept_holds({ contents: names(contents.map(contentName)) });
}

type GoneProps = { view: TemplateView; language: Language; outline: Outline };

/** What the version in use has and this one no longer: back at its place by one press, at any time. */
function Gone({ view, language, outline }: GoneProps) {
  const gone = takenAway(view.before, view.template);
  if (gone.length === 0) return null;
  return (
    <section className="stack-2">
      <h3>{m.templates_gone()}</h3>
      <Rows label={m.templates_gone()}>
        {gone.map(({ section, at }) => (
          <Row
            key={section.id}
            icon={Trash2}
            end={
              <Button kind="quiet" icon={Undo2} onClick={() => outline.putBack(section, at)}>
                {m.templates_put_back()}{" "}
                <span className="vh">{sectionName(section, language)}</span>
              </Button>
            }
          >
            {sectionName(section, language)}
          </Row>
        ))}
      </Rows>
    </section>
  );
}
