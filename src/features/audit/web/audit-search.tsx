import { Download } from "lucide-react";
import { lazy, Suspense } from "react";
import { m } from "#messages/web";
import { ProblemNote } from "#web/shell/problem-note.tsx";
import { Button } from "#web/ui/button.tsx";
import { EmptyState } from "#web/ui/empty-state.tsx";
import { asSentence, localDay, number } from "#web/ui/format.ts";
import { History } from "#web/ui/history.tsx";
import { Section } from "#web/ui/section.tsx";
import { SelectField } from "#web/ui/select-field.tsx";
import { TextField } from "#web/ui/text-field.tsx";
import { useDeed } from "#web/view.ts";
import type { exportAudit } from "../audit.contract.ts";
import type { AuditView } from "./audit-page.tsx";
import { deedName } from "./deed-text.ts";
import { linesOf } from "./event-lines.tsx";

const DateField = lazy(() =>
  import("#web/ui/date-field.tsx").then((file) => ({ default: file.DateField })),
);

export type Search = {
  readonly find?: string;
  readonly deed?: string;
  readonly from?: string;
  readonly until?: string;
  readonly before?: string;
};
type AuditSearchProps = {
  providerId: string;
  view: AuditView;
  search: Search;
  onSearch: (search: Search) => void;
};

/** Who did what and when, at this provider; what is found can be downloaded. */
export function AuditSearch({ providerId, view, search, onSearch }: AuditSearchProps) {
  const { events, next, now } = view;
  const { before, ...filters } = search;
  return (
    <Section title={m.audit_events()} end={<Export providerId={providerId} filters={filters} />}>
      <div className="stack">
        <Filters view={view} filters={filters} onSearch={onSearch} />
        {events.length === 0 ? (
          <EmptyState title={m.audit_none()}>
            <p className="muted">{m.audit_none_text()}</p>
            <Button onClick={() => onSearch({})}>{m.audit_clear()}</Button>
          </EmptyState>
        ) : (
          <History items={linesOf(events, now)} />
        )}
        <div className="row row-wrap no-print">
          {next !== null && (
            <Button onClick={() => onSearch({ ...filters, before: next })}>
              {m.audit_later()}
            </Button>
          )}
          {before !== undefined && (
            <Button kind="quiet" onClick={() => onSearch(filters)}>
              {m.audit_newest()}
            </Button>
          )}
        </div>
      </div>
    </Section>
  );
}

type FiltersProps = Pick<AuditSearchProps, "view" | "onSearch"> & { filters: Search };

function Filters({ view: { deeds, now }, filters, onSearch }: FiltersProps) {
  const put = (name: keyof Search, value: string | null) => {
    const { [name]: _, ...others } = filters;
    onSearch(value ? { ...others, [name]: value } : others);
  };
  const options = deeds
    .map((deed) => ({ value: deed, label: asSentence(deedName(deed)) }))
    .toSorted((left, right) => left.label.localeCompare(right.label));
  const today = localDay(now);
  return (
    <search className="row row-wrap no-print audit-filters" aria-label={m.audit_search()}>
      <TextField
        label={m.audit_find()}
        hint={m.audit_find_hint()}
        type="search"
        defaultValue={filters.find ?? ""}
        maxLength={80}
        onBlur={(event) => put("find", event.target.value.trim())}
        onKeyDown={(event) =>
          event.key === "Enter" && put("find", event.currentTarget.value.trim())
        }
      />
      <SelectField
        label={m.audit_deed()}
        empty={m.audit_deed_all()}
        options={options}
        value={filters.deed ?? ""}
        onChange={(event) => put("deed", event.target.value)}
      />
      <Suspense>
        <DateField
          label={m.audit_from()}
          value={filters.from ?? null}
          max={filters.until ?? today}
          onChange={(day) => put("from", day)}
        />
        <DateField
          label={m.audit_until()}
          value={filters.until ?? null}
          max={today}
          onChange={(day) => put("until", day)}
        />
      </Suspense>
    </search>
  );
}

function Export({ providerId, filters }: { providerId: string; filters: Search }) {
  const file = useDeed<typeof exportAudit>({
    method: "POST",
    path: "/api/providers/{providerId}/audit/exports",
    changes: ["/api/providers/{providerId}/audit"],
    onDone: ({ fileName, content }) => download(fileName, content),
  });
  const { answer } = file;
  return (
    <>
      <Button
        kind="quiet"
        icon={Download}
        busy={file.busy}
        onClick={() => file.run({ params: { providerId }, body: filters })}
      >
        {m.audit_export()}
      </Button>
      <span className="small muted" aria-live="polite">
        {answer?.cut ? m.audit_export_cut({ count: number(answer.rows) }) : m.audit_export_noted()}
      </span>
      <ProblemNote error={file.problem} />
    </>
  );
}

function download(fileName: string, content: string): void {
  const address = URL.createObjectURL(new Blob([content], { type: "text/csv;charset=utf-8" }));
  const link = document.createElement("a");
  link.href = address;
  link.download = fileName;
  link.click();
  URL.revokeObjectURL(address);
}
