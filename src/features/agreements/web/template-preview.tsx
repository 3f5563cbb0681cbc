import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { m } from "#messages/web";
import { getLocale } from "#messages/web-runtime";
import type { Language } from "#shared/language.ts";
import { ProblemNote } from "#web/shell/problem-note.tsx";
import { Badge } from "#web/ui/badge.tsx";
import { Segment } from "#web/ui/segment.tsx";
import { SelectField } from "#web/ui/select-field.tsx";
import { viewOptions } from "#web/view.ts";
import type { previewTemplate } from "../template.contract.ts";
import { PaperBlocks } from "./paper-shown.tsx";
import { PREVIEW_PATH, type TemplatePlace, type TemplateView } from "./template-view.ts";

type PreviewProps = { place: TemplatePlace; view: TemplateView };

const SHORT = [
  { value: "fi", label: "FI" },
  { value: "sv", label: "SV" },
  { value: "en", label: "EN" },
] as const;

/** The text as its signers read it, in any language, filled with an example or a placement. */
export function TemplatePreview({ place, view }: PreviewProps) {
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
      <PreviewPaper place={place} view={view} language={language} placementId={placementId} />
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

type PaperProps = PreviewProps & { language: Language; placementId: string };

function PreviewPaper({ place, view, language, placementId }: PaperProps) {
  const { data, error } = useQuery(
    viewOptions<typeof previewTemplate>({
      path: PREVIEW_PATH,
      params: place,
      query: placementId === "" ? {} : { placementId },
    }),
  );
  if (error) return <ProblemNote error={error} />;
  const paper = data?.[language];
  if (!paper) return null;
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
