import { Download, GitMerge, Upload } from "lucide-react";
import { Suspense, useDeferredValue } from "react";
import { m } from "#messages/web";
import { Page } from "#web/shell/page.tsx";
import { ProblemNote } from "#web/shell/problem-note.tsx";
import { Button } from "#web/ui/button.tsx";
import { ButtonLink } from "#web/ui/button-link.tsx";
import { EmptyState } from "#web/ui/empty-state.tsx";
import { number } from "#web/ui/format.ts";
import { PageHead } from "#web/ui/page-head.tsx";
import { Skeleton } from "#web/ui/skeleton.tsx";
import { useMedia } from "#web/ui/use-media.ts";
import { useView } from "#web/view.ts";
import type { listWorkplaces, readRegisterChoices } from "../register.contract.ts";
import { WINDOW } from "../register.ts";
import { RegisterFilterBar } from "./register-filter-bar.tsx";
import { asked, type Filters, useFilters } from "./register-query.ts";
import { RegisterItems, RegisterTable } from "./register-rows.tsx";
import { SavedViews } from "./saved-views.tsx";
import { useExport } from "./use-export.ts";
import "./workplaces-page.css";

/** The register: found by words and filters, which stand in the address and can be saved as a view. */
export function WorkplacesPage() {
  const [filters, put] = useFilters();
  const deferred = useDeferredValue(filters);
  const isDesk = useMedia("(min-width: 56.25em)");
  const listed = useView<typeof listWorkplaces>({
    path: "/api/workplaces",
    query: asked(deferred),
  });
  const { fields } = useView<typeof readRegisterChoices>({ path: "/api/register/choices" });
  const { rows, total, all, abilities } = listed;
  const List = isDesk ? RegisterTable : RegisterItems;
  return (
    <Page frame="staff" className="register">
      <PageHead
        title={m.workplace_list_title({ count: total })}
        detail={m.register_of_all({ count: all })}
        end={<Deeds filters={filters} mayEdit={abilities.edit.allowed} />}
      />
      <div className="main stack">
        <RegisterFilterBar filters={filters} put={put} listed={listed} />
        <Suspense fallback={<Skeleton lines={1} />}>
          <SavedViews filters={filters} />
        </Suspense>
        {rows.length === 0 ? (
          <EmptyState title={m.workplace_none()}>
            <p className="muted">{m.register_none_text()}</p>
            <Button kind="second" onClick={() => put(NONE)}>
              {m.register_clear()}
            </Button>
          </EmptyState>
        ) : (
          <List rows={rows} fields={fields} today={listed.today} filters={filters} put={put} />
        )}
        <Windows filters={filters} put={put} total={total} shown={rows.length} />
      </div>
    </Page>
  );
}

const NONE: Filters = {
  find: undefined,
  field: undefined,
  requirement: undefined,
  place: undefined,
  room: undefined,
  from: undefined,
  until: undefined,
  papers: undefined,
  contacted: undefined,
  standing: undefined,
};

function Deeds({ filters, mayEdit }: { filters: Filters; mayEdit: boolean }) {
  const file = useExport(filters);
  return (
    <div className="row row-wrap">
      <Button kind="second" icon={Download} busy={file.busy} onClick={file.run}>
        {m.register_export()}
      </Button>
      {mayEdit && (
        <>
          <ButtonLink kind="second" icon={Upload} href="/workplaces/import">
            {m.register_import()}
          </ButtonLink>
          <ButtonLink kind="second" icon={GitMerge} href="/workplaces/duplicates">
            {m.register_duplicates()}
          </ButtonLink>
          <ButtonLink kind="primary" href="/workplaces/new">
            {m.register_add()}
          </ButtonLink>
        </>
      )}
      <ProblemNote error={file.problem} />
    </div>
  );
}

type WindowsProps = {
  filters: Filters;
  put: (change: Filters) => void;
  total: number;
  shown: number;
};

/** "51 to 100 of 1,512", with the way back and on. */
function Windows({ filters, put, total, shown }: WindowsProps) {
  const offset = Number(filters.offset ?? 0);
  if (total <= WINDOW && offset === 0) return null;
  const go = (next: number) => {
    put({ offset: next === 0 ? undefined : String(next) });
    window.scrollTo({ top: 0 });
  };
  return (
    <nav className="row row-wrap" aria-label={m.register_windows()}>
      <span className="muted">
        {m.register_window({
          from: number(Math.min(offset + 1, total)),
          to: number(offset + shown),
          all: number(total),
        })}
      </span>
      {offset > 0 && (
        <Button kind="second" onClick={() => go(Math.max(0, offset - WINDOW))}>
          {m.register_earlier()}
        </Button>
      )}
      {offset + shown < total && (
        <Button kind="second" onClick={() => go(offset + WINDOW)}>
          {m.register_later()}
        </Button>
      )}
    </nav>
  );
}
