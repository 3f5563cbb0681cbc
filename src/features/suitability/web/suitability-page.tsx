import { lazy, type ReactNode, Suspense, useState } from "react";
import { m } from "#messages/web";
import { textOf } from "#web/i18n/language.ts";
import { useBack, useCollege } from "#web/shell/bar-state.ts";
import { Page } from "#web/shell/page.tsx";
import { CoverageGrid, CoverageLegend } from "#web/ui/coverage-grid.tsx";
import { dayLong, dayRange } from "#web/ui/format.ts";
import { Note } from "#web/ui/note.tsx";
import { PageHead } from "#web/ui/page-head.tsx";
import { Section } from "#web/ui/section.tsx";
import { Skeleton } from "#web/ui/skeleton.tsx";
import { useView } from "#web/view.ts";
import type { readSuitability } from "../suitability.contract.ts";
import { AsOnDay } from "./as-on-day.tsx";
import { DecisionShownCard, EarlierDecisions } from "./decision-shown.tsx";
import { GapList } from "./gap-list.tsx";
import { coverageRow } from "./row-words.tsx";
import { SaidLine, SaidSince, Sum } from "./said-note.tsx";
import {
  cellKey,
  cellsOf,
  SUITABILITY_PATH,
  type SuitabilityView,
  tasksCovering,
} from "./suitability-view.ts";
import { gapText } from "./suitability-words.ts";
import { SupervisionList } from "./supervision-list.tsx";
import { changedFrom } from "./take-words.ts";
import { TaskSection } from "./task-section.tsx";
import { WorkplaceWord } from "./workplace-word.tsx";
import "./suitability-page.css";

/** Only who decides fetches the fields. */
const DecisionEditor = lazy(() =>
  import("./decision-editor.tsx").then((file) => ({ default: file.DecisionEditor })),
);

type SuitabilityPageProps = {
  placementId: string;
  /** How safety and liability stand, for those who judge and those at the workplace. */
  safety: ReactNode;
};

/** Does this workplace suit this student's objectives? The teacher decides over the grid, the others read. */
export function SuitabilityPage({ placementId, safety }: SuitabilityPageProps) {
  const [on, setOn] = useState<string | null>(null);
  const view = useView<typeof readSuitability>(
    { path: SUITABILITY_PATH, params: { placementId }, query: on === null ? {} : { on } },
    [`placement:${placementId}`],
  );
  const [anew, setAnew] = useState<"decide" | "take" | null>(null);
  useCollege(view.providerName);
  useBack({ href: `/placements/${placementId}`, label: m.suitability_back() });
  const may = view.abilities.decide.allowed && on === null;
  const beside = on === null && view.relation !== "student" && (
    <Suspense fallback={<Skeleton lines={4} />}>{safety}</Suspense>
  );
  const deciding = may && (anew !== null || view.current === null) && view.rows.length > 0;
  return (
    <Page frame="staff" className="suitability">
      <PageHead crumb={crumbOf(view)} title={titleOf(view)} detail={whereFrom(view)} />
      <div className="suitability-word">
        <WorkplaceWord
          view={view}
          onAnew={may && !deciding ? () => setAnew("decide") : undefined}
        />
      </div>
      {deciding ? (
        <Suspense fallback={<Skeleton lines={8} />}>
          <DecisionEditor
            view={view}
            taking={anew === "take"}
            safety={beside}
            onClose={() => setAnew(null)}
          />
        </Suspense>
      ) : (
        <Decided view={view} safety={beside} onAnew={may ? setAnew : undefined} />
      )}
      <AsOnDay view={view} on={on} onChange={setOn} />
    </Page>
  );
}

function crumbOf(view: SuitabilityView): string {
  const days = dayRange(view.startsOn, view.endsOn);
  return m.suitability_crumb({ workplace: view.workplace.name, days });
}

function titleOf(view: SuitabilityView): string {
  const student = `${view.student.givenName} ${view.student.familyName}`;
  return m.suitability_title({ workplace: view.workplace.employerName, student });
}

/** Where the rows come from, and whose earlier answer the cells repeat. */
function whereFrom(view: SuitabilityView): string {
  const rows = view.source === "plan" ? m.suitability_from_plan() : m.suitability_from_units();
  const { prefilledFrom } = view;
  if (prefilledFrom === null) return rows;
  const name = `${prefilledFrom.decidedBy.givenName} ${prefilledFrom.decidedBy.familyName}`;
  return `${rows} ${m.suitability_prefilled({ name, day: dayLong(prefilledFrom.decidedOn) })}`;
}

type DecidedProps = {
  view: SuitabilityView;
  safety: ReactNode;
  onAnew: ((why: "decide" | "take") => void) | undefined;
};

function Decided({ view, safety, onAnew }: DecidedProps) {
  return (
    <div className="two">
      <div className="stack-8">
        {view.rows.length === 0 ? (
          <Note kind="wait">{m.suitability_no_rows()}</Note>
        ) : (
          <Section title={m.suitability_grid()} end={<CoverageLegend />}>
            <ReadGrid view={view} />
            <SaidLine view={view} />
            <SaidSince view={view} onTake={onAnew && (() => onAnew("take"))} />
            {view.relation === "tutor" && <TaskSection view={view} />}
          </Section>
        )}
        <GapList view={view} />
        {safety}
        <SupervisionList view={view} />
        <EarlierDecisions view={view} />
      </div>
      <DecisionShownCard view={view} onAnew={onAnew && (() => onAnew("decide"))} />
    </div>
  );
}

function ReadGrid({ view }: { view: SuitabilityView }) {
  const cells = cellsOf(view);
  const isChanged = changedFrom(view, cells, view.said);
  const decider = view.current?.decidedBy.givenName;
  return (
    <CoverageGrid
      caption={m.suitability_grid_caption()}
      rowsTitle={m.suitability_should_learn({ name: view.student.givenName })}
      rows={view.rows.map(coverageRow)}
      columns={view.columns.map((column) => ({ id: column.taskId, label: textOf(column.name) }))}
      cell={(row, column) => cells[cellKey(row, column)] ?? "not"}
      changedBy={(row, column) => (isChanged(row, column) ? decider : undefined)}
      sumTitle={m.suitability_covered_by()}
      sum={(row) => {
        const count = tasksCovering(view, cells, row);
        const sum = count > 0 ? m.suitability_tasks({ count }) : gapSum(view, row);
        return {
          gap: count === 0,
          text: <Sum words={view.said} row={row} text={sum} covered={count > 0} />,
        };
      }}
    />
  );
}

function gapSum(view: SuitabilityView, row: string): string {
  const gap = view.current?.gaps.find((one) => one.requirementId === row);
  return gap ? m.suitability_gap({ who: gapText(gap) }) : m.suitability_gap_open();
}
