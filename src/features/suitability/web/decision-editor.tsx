import { useState } from "react";
import { m } from "#messages/web";
import { textOf } from "#web/i18n/language.ts";
import { CoverageGrid, CoverageLegend } from "#web/ui/coverage-grid.tsx";
import { Section } from "#web/ui/section.tsx";
import { DecisionAside } from "./decision-aside.tsx";
import { type DecisionDraft, startDecision, withCell } from "./decision-draft.ts";
import { EarlierDecisions } from "./decision-shown.tsx";
import { GapsEditor } from "./gaps-editor.tsx";
import { cellKey, rowName, type SuitabilityView, tasksCovering } from "./suitability-view.ts";
import { gapText } from "./suitability-words.ts";
import { SupervisionEditor } from "./supervision-editor.tsx";
import { TaskSection } from "./task-section.tsx";

export type PutDraft = (change: (draft: DecisionDraft) => DecisionDraft) => void;

/** The grid to press in, the gaps to hand on, and the decision beside them. */
export function DecisionEditor({ view, onClose }: { view: SuitabilityView; onClose: () => void }) {
  const [draft, put] = useState(() => startDecision(view));
  return (
    <div className="two">
      <div className="stack-8">
        <Section title={m.suitability_grid()} end={<CoverageLegend />}>
          <WriteGrid view={view} draft={draft} put={put} />
          <p className="small muted suitability-keys">{m.suitability_press()}</p>
          <TaskSection view={view} />
        </Section>
        <SupervisionEditor view={view} draft={draft} put={put} />
        <GapsEditor view={view} draft={draft} put={put} />
        <EarlierDecisions view={view} />
      </div>
      <DecisionAside view={view} draft={draft} put={put} onClose={onClose} />
    </div>
  );
}

type WriteGridProps = { view: SuitabilityView; draft: DecisionDraft; put: PutDraft };

function WriteGrid({ view, draft, put }: WriteGridProps) {
  return (
    <CoverageGrid
      caption={m.suitability_grid_caption()}
      rowsTitle={m.suitability_should_learn({ name: view.student.givenName })}
      rows={view.rows.map((row) => ({ id: row.requirementId, label: rowName(row) }))}
      columns={view.columns.map((column) => ({ id: column.taskId, label: textOf(column.name) }))}
      cell={(row, column) => draft.cells[cellKey(row, column)] ?? "not"}
      onCell={(row, column, next) => put((present) => withCell(present, row, column, next))}
      sumTitle={m.suitability_covered_by()}
      sum={(row) => {
        const count = tasksCovering(view, draft.cells, row);
        if (count > 0) return { gap: false, text: m.suitability_tasks({ count }) };
        return { gap: true, text: gapSum(draft, row) };
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
