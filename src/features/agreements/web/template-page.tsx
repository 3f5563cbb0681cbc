import { ListOrdered } from "lucide-react";
import { useState } from "react";
import { m } from "#messages/web";
import { getLocale } from "#messages/web-runtime";
import type { Language } from "#shared/language.ts";
import { NotFoundPage } from "#web/shell/edge-pages.tsx";
import { Page } from "#web/shell/page.tsx";
import { ProblemNote } from "#web/shell/problem-note.tsx";
import { Button } from "#web/ui/button.tsx";
import { Link } from "#web/ui/link.tsx";
import { PageHead } from "#web/ui/page-head.tsx";
import { Segment } from "#web/ui/segment.tsx";
import { useDeed, useView } from "#web/view.ts";
import { TEMPLATE_BASES } from "../agreement-template.ts";
import type { beginTemplate, readTemplate } from "../template.contract.ts";
import { TemplateOutline } from "./template-outline.tsx";
import { TemplatePreview } from "./template-preview.tsx";
import { TemplateReady } from "./template-ready.tsx";
import { TemplateSections } from "./template-sections.tsx";
import { TemplateSigning } from "./template-signing.tsx";
import { TemplateTitle } from "./template-title.tsx";
import { TemplateVersions } from "./template-versions.tsx";
import {
  basisName,
  languageOptions,
  TEMPLATE_CHANGES,
  TEMPLATE_PATH,
  type TemplatePlace,
  type TemplateView,
  useTemplatesProvider,
  versionName,
} from "./template-view.ts";
import type { Typed } from "./use-section-draft.ts";
import "./agreement-page.css";
import "./template-page.css";

/** One template: its text to write, what it lacks, and how it reads as a paper beside it. */
export function TemplatePage({ basis }: { basis: string }) {
  const providerId = useTemplatesProvider();
  const known = TEMPLATE_BASES.find((one) => one === basis);
  if (providerId === undefined || known === undefined) return <NotFoundPage />;
  return <Template key={known} providerId={providerId} basis={known} />;
}

function Template(place: TemplatePlace) {
  const view = useView<typeof readTemplate>({ path: TEMPLATE_PATH, params: place });
  const [language, setLanguage] = useState<Language>(getLocale());
  const [open, setOpen] = useState<string | null>(null);
  const [arranging, setArranging] = useState(false);
  const [typed, setTyped] = useState<Typed | null>(null);
  const { draft } = view;
  const go = (sectionId: string, written: Language) => {
    setLanguage(written);
    setArranging(false);
    setOpen(view.abilities.edit.allowed ? sectionId : null);
    document.getElementById(`section-${sectionId}`)?.scrollIntoView({ block: "start" });
  };
  return (
    <Page frame="staff">
      <Head view={view} basis={place.basis} />
      <div className="two template-page">
        <div className="stack-8">
          <TextPart
            place={place}
            view={view}
            language={language}
            open={open}
            arranging={arranging}
            onLanguage={setLanguage}
            onOpen={setOpen}
            onArrange={setArranging}
            onType={setTyped}
            onGo={go}
          />
          <TemplateSigning place={place} view={view} />
          {draft && <TemplateReady place={place} view={view} draft={draft} onGo={go} />}
          {!draft && view.abilities.edit.allowed && <Begin place={place} view={view} />}
          <TemplateVersions place={place} view={view} />
        </div>
        <TemplatePreview place={place} view={view} typed={typed} />
      </div>
    </Page>
  );
}

type TextPartProps = {
  place: TemplatePlace;
  view: TemplateView;
  language: Language;
  open: string | null;
  arranging: boolean;
  onLanguage: (language: Language) => void;
  onOpen: (sectionId: string | null) => void;
  onArrange: (arranging: boolean) => void;
  onType: (typed: Typed | null) => void;
  onGo: (sectionId: string, language: Language) => void;
};

/** The text itself: its language, its name, and its sections to write or to put in order. */
function TextPart(props: TextPartProps) {
  const { place, view, language, open, arranging } = props;
  const { onLanguage, onOpen, onArrange, onType, onGo } = props;
  const { draft } = view;
  const writing = draft !== null && view.abilities.edit.allowed;
  return (
    <section aria-label={m.templates_text()}>
      <div className="template-line">
        <Segment
          legend={m.templates_write_language()}
          hideLegend
          name="written-language"
          options={languageOptions()}
          value={language}
          onChange={(chosen) => chosen && onLanguage(chosen)}
        />
        {draft && (
          <span className="small muted">
            {m.templates_changed_count({
              count: draft.changes.length,
              all: view.template.sections.length,
            })}
          </span>
        )}
      </div>
      <h2 className="vh">{m.templates_text()}</h2>
      {writing && <TemplateTitle place={place} view={view} draft={draft} />}
      {writing && arranging ? (
        <TemplateOutline
          place={place}
          view={view}
          draft={draft}
          language={language}
          onAdded={(sectionId) => onGo(sectionId, language)}
          onDone={() => onArrange(false)}
        />
      ) : (
        <TemplateSections
          place={place}
          view={view}
          language={language}
          open={open}
          onOpen={onOpen}
          onType={onType}
        />
      )}
      {writing && !arranging && open === null && (
        <Button kind="second" icon={ListOrdered} onClick={() => onArrange(true)}>
          {m.templates_arrange()}
        </Button>
      )}
    </section>
  );
}

function Head({ view, basis }: { view: TemplateView; basis: TemplatePlace["basis"] }) {
  const inUse = view.versions.find(({ stand }) => stand === "in_use");
  const number = inUse?.number ?? 0;
  const held = inUse?.held ?? 0;
  const holding = held === 0 ? m.templates_held_none() : m.templates_held({ count: held });
  return (
    <PageHead
      crumb={
        <>
          <Link href="/templates">{m.shell_templates()}</Link>, {basisName(basis)}
        </>
      }
      title={view.draft ? m.templates_written({ number: view.draft.number }) : versionName(number)}
      detail={`${versionName(number)}: ${m.templates_in_use()}. ${holding}.`}
    />
  );
}

/** A version begins from what is in use; a provider with its own may also begin from the national wording. */
function Begin({ place, view }: { place: TemplatePlace; view: TemplateView }) {
  const begin = useDeed<typeof beginTemplate>({
    method: "POST",
    path: "/api/agreement-templates/{providerId}/{basis}/draft",
    changes: TEMPLATE_CHANGES,
  });
  const start = (from: "in_use" | "national") => begin.run({ params: place, body: { from } });
  return (
    <div className="row row-wrap">
      <Button kind="primary" busy={begin.busy} onClick={() => start("in_use")}>
        {m.templates_begin()}
      </Button>
      {view.versions.length > 1 && (
        <Button kind="second" busy={begin.busy} onClick={() => start("national")}>
          {m.templates_begin_national()}
        </Button>
      )}
      <ProblemNote error={begin.problem} />
    </div>
  );
}
