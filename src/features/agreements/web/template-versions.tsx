import { useQuery } from "@tanstack/react-query";
import { History as HistoryIcon } from "lucide-react";
import { useState } from "react";
import { m } from "#messages/web";
import { getLocale } from "#messages/web-runtime";
import { ProblemNote } from "#web/shell/problem-note.tsx";
import { Badge } from "#web/ui/badge.tsx";
import { Diff } from "#web/ui/diff.tsx";
import { dayNumber } from "#web/ui/format.ts";
import { History } from "#web/ui/history.tsx";
import { Section } from "#web/ui/section.tsx";
import { viewOptions } from "#web/view.ts";
import type { compareVersions } from "../template.contract.ts";
import { withNames } from "../template-versions.ts";
import {
  type TemplatePlace,
  type TemplateView,
  type VersionView,
  versionName,
} from "./template-view.ts";

type Stand = VersionView["stand"];

const STANDS: Record<Stand, { kind: "ok" | "wait" | "plain"; text: () => string }> = {
  in_use: { kind: "ok", text: m.templates_in_use },
  coming: { kind: "wait", text: m.templates_coming },
  retired: { kind: "plain", text: m.templates_retired },
};

export function StandBadge({ stand }: { stand: Stand }) {
  const { kind, text } = STANDS[stand];
  return <Badge kind={kind}>{text()}</Badge>;
}

type VersionsProps = { place: TemplatePlace; view: TemplateView };

/** Every version that has been in use, the newest first, and what each changed. */
export function TemplateVersions({ place, view }: VersionsProps) {
  return (
    <Section title={m.templates_versions()}>
      <History
        items={view.versions.map((version) => ({
          key: String(version.number),
          at: version.from === null ? "" : dayNumber(version.from),
          icon: HistoryIcon,
          text: (
            <>
              {versionName(version.number)}
              <span className="sub">
                {version.from &&
                  version.publishedBy &&
                  `${m.templates_from({ day: dayNumber(version.from), name: version.publishedBy })}. `}
                {version.held === 0
                  ? m.templates_held_none()
                  : m.templates_held({ count: version.held })}
              </span>
              {version.number > 0 && (
                <Changes
                  place={place}
                  view={view}
                  before={formerOf(view, version)}
                  after={version.number}
                />
              )}
            </>
          ),
          end: <StandBadge stand={version.stand} />,
        }))}
      />
    </Section>
  );
}

function formerOf({ versions }: TemplateView, { number }: VersionView): number {
  return versions.find((one) => one.number < number)?.number ?? 0;
}

type ChangesProps = VersionsProps & { before: number; after: number };

function Changes({ place, view, before, after }: ChangesProps) {
  const [open, setOpen] = useState(false);
  return (
    <details onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary>{m.templates_compare()}</summary>
      {open && <Comparison place={place} view={view} before={before} after={after} />}
    </details>
  );
}

function Comparison({ place, view, before, after }: ChangesProps) {
  const language = getLocale();
  const { data, error } = useQuery(
    viewOptions<typeof compareVersions>({
      path: "/api/agreement-templates/{providerId}/{basis}/comparison",
      params: place,
      query: { before, after },
    }),
  );
  if (error) return <ProblemNote error={error} />;
  if (!data) return null;
  if (data.sections.length === 0) return <p>{m.templates_compare_same()}</p>;
  const said = (text: string | undefined) => withNames(text ?? "", view.placeholders, language);
  return (
    <div className="stack">
      {data.sections.map((section) => (
        <Diff
          key={section.sectionId}
          title={(section.after ?? section.before)?.heading[language]}
          old={said(section.before?.body[language])}
          now={said(section.after?.body[language])}
        />
      ))}
    </div>
  );
}
