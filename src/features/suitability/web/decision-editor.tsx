import { type ReactNode, useState } from "react";
import { m } from "#messages/web";
import { textOf } from "#web/i18n/language.ts";
import { CoverageGrid, CoverageLegend } from "#web/ui/coverage-grid.tsx";
import { Section } from "#web/ui/section.tsx";
import { DecisionAside } from "./decision-aside.tsx";
import { type DecisionDraft, startDecision, withCell } from "./decision-draft.ts";
import { EarlierDecisions } from "./decision-shown.tsx";
import { GapsEditor } from "./gaps-editor.tsx";
import { coverageRow } from "./row-words.tsx";
import { Otherwise, SaidLine, Sum } from "./said-note.tsx";
import { cellKey, type SuitabilityView, tasksCovering } from "./suitability-view.ts";
import { gapText } from "./suitability-words.ts";
import { SupervisionEditor } from "./supervision-editor.tsx";
import { changedFrom, newestWords, proposeGaps, takeWords } from "./take-words.ts";
import { TaskSection } from "./task-section.tsx";

export type PutDraft = (change: (draft: DecisionDraft) => DecisionDraft) => void;

type DecisionEditorProps = {
  view: SuitabilityView;
  /** Begun to take over what the workplace has said since. */
  taking: boolean;
  safety: ReactNode;
  onClose: () => void;
};

/** The grid to press in, the gaps to hand on, and the decision beside them. */
export function DecisionEditor({ view, taking, safety, onClose }: DecisionEditorProps) {
  const [draft, put] = useState(() =>
    taking
      ? takeWords(view, startDecision(view), view.saidSince)
      : proposeGaps(view, startDecision(view), view.current === null ? view.said : []),
  );
  return (
    <div className="two">
      <div className="stack-8">
        <Section title={m.suitability_grid()} end={<CoverageLegend />}>
          <WriteGrid view={view} draft={draft} put={put} />
          <p className="small muted suitability-keys">{m.suitability_press()}</p>
          <SaidLine view={view} />
          <Otherwise view={view} draft={draft} put={put} />
          <TaskSection view={view} />
        </Section>
        <SupervisionEditor view={view} draft={draft} put={put} />
        <GapsEditor view={view} draft={draft} put={put} />
        {safety}
        <EarlierDecisions view={view} />
      </div>
      <DecisionAside view={view} draft={draft} put={put} onClose={onClose} />
    </div>
  );
}

type WriteGridProps = { view: SuitabilityView; draft: DecisionDraft; put: PutDraft };

function WriteGrid({ view, draft, put }: WriteGridProps) {
  const words = newestWords(view);
  const isChanged = changedFrom(view, draft.cells, words);
  return (
    <CoverageGrid
      caption={m.suitability_grid_caption()}
      rowsTitle={m.suitability_should_learn({ name: view.student.givenName })}
      rows={view.rows.map(coverageRow)}
      columns={view.columns.map((column) => ({ id: column.taskId, label: textOf(column.name) }))}
      cell={(row, column) => draft.cells[cellKey(row, column)] ?? "not"}
      onCell={(row, column, next) => put((present) => withCell(present, row, column, next))}
      changedBy={(row, column) => (isChanged(row, column) ? view.teacher.givenName : undefined)}
      sumTitle={m.suitability_covered_by()}
      sum={(row) => {
        const count = tasksCovering(view, draft.cells, row);
        const sum = count > 0 ? m.suitability_tasks({ count }) : gapSum(draft, row);
        return {
          gap: count === 0,
          text: <Sum words={words} row={row} text={sum} covered={count > 0} />,
        };
      }}
    />
  );
}

function gapSum(draft: DecisionDraft, row: string): string {
  const gap = draft.gaps[row];
  if (gap === undefined || gap.owner === null || gap.dueOn === null)
    return m.suitability_gap_open();
  return m.suitability_gap({ who: gapText({ owner: gap.owner, dueOn: gap.dueOn, note: null }) });
}
