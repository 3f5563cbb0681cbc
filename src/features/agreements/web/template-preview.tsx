import { useQuery } from "@tanstack/react-query";
import { FileText } from "lucide-react";
import { useEffect, useState } from "react";
import { m } from "#messages/web";
import { getLocale } from "#messages/web-runtime";
import type { Language } from "#shared/language.ts";
import type { AnswerOf } from "#web/request.ts";
import { ProblemNote } from "#web/shell/problem-note.tsx";
import { Badge } from "#web/ui/badge.tsx";
import { ButtonLink } from "#web/ui/button-link.tsx";
import { Segment } from "#web/ui/segment.tsx";
import { SelectField } from "#web/ui/select-field.tsx";
import { viewOptions } from "#web/view.ts";
import { composeSample } from "../compose-sample.ts";
import type { previewTemplate } from "../template.contract.ts";
import { withSection } from "../template-versions.ts";
import { PaperBlocks } from "./paper-shown.tsx";
import { PREVIEW_PATH, type TemplatePlace, type TemplateView } from "./template-view.ts";
import type { Typed } from "./use-section-draft.ts";

type PreviewProps = {
  place: TemplatePlace;
  view: TemplateView;
  /** The section whose form is open, as it stands there. */
  typed: Typed | null;
};

const SETTLE_MS = 250;

const SHORT = [
  { value: "fi", label: "FI" },
  { value: "sv", label: "SV" },
  { value: "en", label: "EN" },
] as const;

/** The text as its signers read it, in any language, filled with an example or a placement. */
export function TemplatePreview({ place, view, typed }: PreviewProps) {
  const shown = useSettled(typed, SETTLE_MS);
  const [language, setLanguage] = useState<Language>(getLocale());
  const [placementId, setPlacement] = useState("");
  return (
    <aside aria-labelledby="preview-title" className="stack">
      <div className="template-line">
        <h2 id="preview-title">{m.templates_preview()}</h2>
        <Segment
          legend={m.templates_read_language()}
          hideLegend
          name="preview-language"
          options={SHORT}
          value={language}
          onChange={(chosen) => chosen && setLanguage(chosen)}
        />
      </div>
      {placementId === "" ? (
        <Paper view={view} paper={composedWith(view, shown)[language]} language={language} />
      ) : (
        <FilledPaper place={place} view={view} language={language} placementId={placementId} />
      )}
      {typed && (
        <p className="small muted">
          {placementId === "" ? m.templates_typed() : m.templates_typed_saved()}
        </p>
      )}
      <div>
        <ButtonLink icon={FileText} href={fileAddress(place, language)} target="_blank">
          {m.templates_open_file()}
        </ButtonLink>
        <p className="small muted">{m.templates_open_file_why()}</p>
      </div>
      {view.placements.length > 0 && (
        <SelectField
          label={m.templates_filled_with()}
          empty={m.templates_sample()}
          options={view.placements.map(({ id, student, workplace }) => ({
            value: id,
            label: `${student}, ${workplace}`,
          }))}
          value={placementId}
          onChange={({ target }) => setPlacement(target.value)}
        />
      )}
    </aside>
  );
}

/** Composed here, of the same made-up facts as on the server: what is typed is seen before it is saved. */
function composedWith({ template }: TemplateView, typed: Typed | null) {
  const written = typed === null ? template : (withSection(template, typed.id, typed) ?? template);
  return composeSample(written, template.basis);
}

type FilledProps = Omit<PreviewProps, "typed"> & { language: Language; placementId: string };

/** With the facts of a placement, which only the server has. */
function FilledPaper({ place, view, language, placementId }: FilledProps) {
  const { data, error } = useQuery(
    viewOptions<typeof previewTemplate>({
      path: PREVIEW_PATH,
      params: place,
      query: { placementId },
    }),
  );
  if (error) return <ProblemNote error={error} />;
  const paper = data?.[language];
  return paper ? <Paper view={view} paper={paper} language={language} /> : null;
}

type ShownPaper = AnswerOf<typeof previewTemplate>[Language];
type PaperProps = Pick<PreviewProps, "view"> & { paper: ShownPaper; language: Language };

function Paper({ view, paper, language }: PaperProps) {
  const isOld = (sectionId: string) =>
    view.draft?.changes.some(
      (one) => one.sectionId === sectionId && one.older.includes(language),
    ) ?? false;
  return (
    <article className="template-paper stack" lang={language} aria-label={paper.title}>
      <p className="template-title">{paper.title}</p>
      <p className="small muted">{paper.subtitle}</p>
      {paper.sections.map(({ id, heading, blocks }, at) => (
        <section key={id} className={isOld(id) ? "borrowed stack" : "stack"}>
          <h3>{`${at + 1}. ${heading}`}</h3>
          <PaperBlocks blocks={blocks} />
          {isOld(id) && (
            <p lang={getLocale()}>
              <Badge>{m.templates_old_text()}</Badge>
            </p>
          )}
        </section>
      ))}
    </article>
  );
}

function fileAddress({ providerId, basis }: TemplatePlace, language: Language): string {
  return `/api/agreement-templates/${providerId}/${basis}/preview/file?language=${language}`;
}

/** The value once it has stood still for so long; a form that closes is heard at once. */
function useSettled<T>(value: T | null, ms: number): T | null {
  const [settled, settle] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => settle(value), ms);
    return () => clearTimeout(timer);
  }, [value, ms]);
  return value === null ? null : settled;
}
