import { Check, Hourglass, OctagonAlert } from "lucide-react";
import { useState } from "react";
import { m } from "#messages/web";
import { getLocale } from "#messages/web-runtime";
import type { Language } from "#shared/language.ts";
import { ProblemNote } from "#web/shell/problem-note.tsx";
import { Button } from "#web/ui/button.tsx";
import { DateField } from "#web/ui/date-field.tsx";
import { asSentence, names } from "#web/ui/format.ts";
import { Row, Rows } from "#web/ui/rows.tsx";
import { Section } from "#web/ui/section.tsx";
import { useToast } from "#web/ui/toast.tsx";
import { useDeed } from "#web/view.ts";
import type { dropTemplateDraft, publishTemplate } from "../template.contract.ts";
import { isClean } from "../template-contents.ts";
import { TemplateAsk } from "./template-ask.tsx";
import {
  contentName,
  languageName,
  olderText,
  TEMPLATE_CHANGES,
  type TemplatePlace,
  type TemplateView,
} from "./template-view.ts";

type Draft = NonNullable<TemplateView["draft"]>;
type ReadyProps = {
  place: TemplatePlace;
  view: TemplateView;
  draft: Draft;
  onGo: (sectionId: string, language: Language) => void;
};

/** What still stands between the written version and its use, each with its step. */
export function TemplateReady({ place, view, draft, onGo }: ReadyProps) {
  const { faults } = view;
  const old = draft.changes.find(({ older }) => older.length > 0);
  return (
    <Section title={m.templates_before()}>
      <Rows label={m.templates_before()}>
        <Fault
          found={faults.unknown}
          text={m.templates_fault_unknown({ count: faults.unknown.length })}
          view={view}
          onGo={onGo}
        />
        <Fault
          found={faults.misplaced}
          text={m.templates_fault_misplaced()}
          view={view}
          onGo={onGo}
        />
        <Fault
          found={faults.untranslated}
          text={m.templates_fault_untranslated()}
          view={view}
          onGo={onGo}
        />
        {old && (
          <Row
            icon={Hourglass}
            tone="birch"
            sub={m.templates_older_hint()}
            end={
              <Go
                label={headingOf(view, old.sectionId)}
                onGo={() => onGo(old.sectionId, old.older[0] ?? "sv")}
              />
            }
          >
            {asSentence(olderText(old.older) ?? "")}
          </Row>
        )}
        {faults.missing.length > 0 ? (
          <Row icon={OctagonAlert} tone="ling" sub={names(faults.missing.map(contentName))}>
            {m.templates_fault_missing({ count: faults.missing.length })}
          </Row>
        ) : (
          <Row icon={Check} tone="spruce" sub={m.templates_no_lawyer()}>
            {m.templates_complete({ count: view.contents })}
          </Row>
        )}
      </Rows>
      {view.abilities.edit.allowed && !view.abilities.publish.allowed && isClean(faults) && (
        <TemplateAsk place={place} view={view} draft={draft} />
      )}
      <Publish place={place} view={view} draft={draft} />
    </Section>
  );
}

type FaultProps = Pick<ReadyProps, "view" | "onGo"> & {
  found: readonly { readonly sectionId: string; readonly language: Language }[];
  text: string;
};

function Fault({ found: [first], text, view, onGo }: FaultProps) {
  if (first === undefined) return null;
  const section = headingOf(view, first.sectionId);
  return (
    <Row
      icon={OctagonAlert}
      tone="ling"
      sub={m.templates_fault_at({ section, language: languageName(first.language) })}
      end={<Go label={section} onGo={() => onGo(first.sectionId, first.language)} />}
    >
      {text}
    </Row>
  );
}

function Go({ label, onGo }: { label: string; onGo: () => void }) {
  return (
    <button type="button" className="linkish" onClick={onGo}>
      {m.templates_go_there()} <span className="vh">{label}</span>
    </button>
  );
}

function headingOf({ template }: TemplateView, sectionId: string): string {
  return template.sections.find(({ id }) => id === sectionId)?.heading[getLocale()] ?? sectionId;
}

function Publish({ place, view, draft }: Omit<ReadyProps, "onGo">) {
  const say = useToast();
  const [from, setFrom] = useState(view.today);
  const publish = useDeed<typeof publishTemplate>({
    method: "POST",
    path: "/api/agreement-templates/{providerId}/{basis}/publication",
    changes: TEMPLATE_CHANGES,
    onDone: ({ number }) => say({ text: m.templates_published({ number }) }),
  });
  const drop = useDeed<typeof dropTemplateDraft>({
    method: "DELETE",
    path: "/api/agreement-templates/{providerId}/{basis}/draft",
    changes: TEMPLATE_CHANGES,
  });
  return (
    <div className="stack template-publish">
      <DateField
        label={m.templates_from_day()}
        value={from}
        min={view.today}
        onChange={(day) => setFrom(day ?? view.today)}
      />
      <div className="row row-wrap">
        <Button
          kind="primary"
          busy={publish.busy}
          notYet={waitsFor(view)}
          onClick={() => publish.run({ params: place, body: { from }, version: draft.version })}
        >
          {m.templates_publish()}
        </Button>
        {view.abilities.edit.allowed && (
          <Button kind="quiet" busy={drop.busy} onClick={() => drop.run({ params: place })}>
            {m.templates_drop()}
          </Button>
        )}
      </div>
      <ProblemNote error={publish.problem ?? drop.problem} />
    </div>
  );
}

/** Why the version cannot be taken into use yet by this reader. */
function waitsFor({ faults, abilities }: TemplateView): string | undefined {
  if (!isClean(faults)) return m.templates_when_clean();
  return abilities.publish.allowed ? undefined : m.templates_second_person();
}
