import type { Coverage } from "#web/ui/coverage.ts";
import { addDays } from "#web/ui/format.ts";
import type { Condition, Gap, GapOwner, SuitabilityOutcome } from "../suitability.ts";
import {
  type Cells,
  cellKey,
  cellsOf,
  type SuitabilityView,
  tasksCovering,
} from "./suitability-view.ts";

export type GapRow = {
  readonly owner: GapOwner | null;
  readonly dueOn: string | null;
  readonly note: string;
};
export type ConditionRow = {
  readonly id: string;
  readonly text: string;
  readonly owner: string;
  readonly dueOn: string | null;
};

/** A decision as it is being made; it is nobody else's before it is recorded. */
export type DecisionDraft = {
  /** How many decisions were made when this one was begun. */
  readonly base: number;
  readonly outcome: SuitabilityOutcome | null;
  readonly reason: string;
  readonly conditions: readonly ConditionRow[];
  readonly validUntil: string | null;
  readonly cells: Cells;
  readonly gaps: Readonly<Record<string, GapRow | undefined>>;
  /** Names by task. */
  readonly supervision: Readonly<Record<string, string | undefined>>;
};

/** From the decision in force, else from what was decided about the same workplace, else empty. */
export function startDecision(view: SuitabilityView): DecisionDraft {
  const { current } = view;
  return {
    base: view.version,
    outcome: current?.outcome ?? null,
    reason: current?.reason ?? "",
    conditions: (current?.conditions ?? []).map((one) => ({ ...one, id: crypto.randomUUID() })),
    validUntil: usualValidUntil(view),
    cells: cellsOf(view),
    supervision: Object.fromEntries(view.supervision.map(({ taskId, name }) => [taskId, name])),
    gaps: Object.fromEntries(
      (current?.gaps ?? []).map(({ requirementId, owner, dueOn, note }) => [
        requirementId,
        { owner, dueOn, note: note ?? "" },
      ]),
    ),
  };
}

/** To the placement's last day, as far as a decision may hold. */
function usualValidUntil({ endsOn, latestValidUntil, today }: SuitabilityView): string {
  if (endsOn < today) return today;
  return endsOn < latestValidUntil ? endsOn : latestValidUntil;
}

export function withCell(
  draft: DecisionDraft,
  requirementId: string,
  taskId: string,
  next: Coverage,
): DecisionDraft {
  return { ...draft, cells: { ...draft.cells, [cellKey(requirementId, taskId)]: next } };
}

export const EMPTY_GAP: GapRow = { owner: null, dueOn: null, note: "" };

export function withGap(
  draft: DecisionDraft,
  requirementId: string,
  change: Partial<GapRow>,
): DecisionDraft {
  const gap = { ...(draft.gaps[requirementId] ?? EMPTY_GAP), ...change };
  return { ...draft, gaps: { ...draft.gaps, [requirementId]: gap } };
}

export function withNewCondition(draft: DecisionDraft, view: SuitabilityView): DecisionDraft {
  const { givenName, familyName } = view.teacher;
  const dueOn = view.startsOn > view.today ? addDays(view.startsOn, -1) : view.today;
  const row = { id: crypto.randomUUID(), text: "", owner: `${givenName} ${familyName}`, dueOn };
  return { ...draft, conditions: [...draft.conditions, row] };
}

/** Tasks in which something is learned, in the order of the grid. */
export function usedTasks(view: SuitabilityView, cells: Cells) {
  return view.columns.filter(({ taskId }) =>
    view.rows.some(({ requirementId }) => {
      const level = cells[cellKey(requirementId, taskId)];
      return level === "done" || level === "help";
    }),
  );
}

/** Whoever was named for the task, else the responsible tutor. */
export function supervisorOf(view: SuitabilityView, draft: DecisionDraft, taskId: string): string {
  const { tutor } = view;
  return draft.supervision[taskId] ?? (tutor ? `${tutor.givenName} ${tutor.familyName}` : "");
}

/** Rows that no task covers, in the order of the grid. */
export function gapRows(view: SuitabilityView, draft: DecisionDraft) {
  return view.rows.filter(
    ({ requirementId }) => tasksCovering(view, draft.cells, requirementId) === 0,
  );
}

/** Gaps that nobody has taken yet: an owner and a day make it owned. */
export function unownedGaps(view: SuitabilityView, draft: DecisionDraft): number {
  return gapRows(view, draft).filter(({ requirementId }) => asGap(draft, requirementId) === null)
    .length;
}

function asGap(draft: DecisionDraft, requirementId: string): Gap | null {
  const gap = draft.gaps[requirementId];
  if (gap === undefined || gap.owner === null || gap.dueOn === null) return null;
  const note = gap.note.trim() === "" ? null : gap.note.trim();
  return { requirementId, owner: gap.owner, dueOn: gap.dueOn, note };
}

/** Whole conditions only; null when one is half written. */
export function conditionsOf(draft: DecisionDraft): Condition[] | null {
  if (draft.outcome !== "with_conditions") return [];
  const whole = draft.conditions.flatMap(({ text, owner, dueOn }) =>
    text.trim() === "" || owner.trim() === "" || dueOn === null
      ? []
      : [{ text: text.trim(), owner: owner.trim(), dueOn }],
  );
  return whole.length === draft.conditions.length && whole.length > 0 ? whole : null;
}

/** What is recorded; null while something is missing. */
export function decisionOf(view: SuitabilityView, draft: DecisionDraft) {
  const { outcome, reason, validUntil } = draft;
  const conditions = conditionsOf(draft);
  if (outcome === null || conditions === null || validUntil === null || reason.trim() === "")
    return null;
  return {
    outcome,
    reason: reason.trim(),
    conditions,
    validUntil,
    cells: view.rows.flatMap(({ requirementId }) =>
      view.columns.flatMap(({ taskId }) => {
        const level = draft.cells[cellKey(requirementId, taskId)];
        return level === "done" || level === "help" ? [{ requirementId, taskId, level }] : [];
      }),
    ),
    supervision: usedTasks(view, draft.cells).flatMap(({ taskId }) => {
      const name = supervisorOf(view, draft, taskId).trim();
      return name === "" ? [] : [{ taskId, name }];
    }),
    gaps: gapRows(view, draft).flatMap(({ requirementId }) => asGap(draft, requirementId) ?? []),
  };
}
