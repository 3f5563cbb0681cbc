import { accept, type Outcome, type Refusal, refuse } from "#shared/outcome.ts";

/**
 * The teacher's dated, reasoned decision that a workplace suits a student's objectives. Nobody is offered
 * a workplace without enough work, tools and competent staff; the check, who made it, when and what it
 * covered is kept and is a gate (finland.md §3 rule 1, product.md §5).
 */
export const OUTCOMES = ["suitable", "with_conditions", "not_suitable"] as const;
export type SuitabilityOutcome = (typeof OUTCOMES)[number];

/** How a requirement is met in a task of the workplace; no cell = not here. */
export const LEVELS = ["done", "help"] as const;
export type CoverageLevel = (typeof LEVELS)[number];

/** Who takes care of a requirement that nobody can practise at this workplace. */
export const GAP_OWNERS = ["school", "other_workplace", "later"] as const;
export type GapOwner = (typeof GAP_OWNERS)[number];

export type Cell = {
  readonly requirementId: string;
  readonly taskId: string;
  readonly level: CoverageLevel;
};

export type Gap = {
  readonly requirementId: string;
  readonly owner: GapOwner;
  readonly dueOn: string;
  readonly note: string | null;
};

export type Condition = { readonly text: string; readonly owner: string; readonly dueOn: string };

export type Supervised = { readonly taskId: string; readonly name: string };

export type Decision = {
  readonly outcome: SuitabilityOutcome;
  readonly reason: string;
  readonly conditions: readonly Condition[];
  readonly validUntil: string;
  readonly cells: readonly Cell[];
  readonly gaps: readonly Gap[];
  readonly supervision: readonly Supervised[];
};

/** The grid a decision is made over: what the student should learn by the real tasks of this workplace. */
export type Grid = {
  readonly requirementIds: readonly string[];
  readonly taskIds: readonly string[];
};

export type SuitabilityRefusal = Refusal<
  | "nothing_to_decide"
  | "unknown_choice"
  | "conditions_missing"
  | "conditions_unexpected"
  | "valid_until_outside"
  | "gap_not_needed"
  | "gap_unowned"
>;

type Checked = Outcome<true, SuitabilityRefusal>;

/** A decision holds at most a year; then the workplace is asked what has changed (product.md §5). */
export function latestValidUntil(today: Temporal.PlainDate): Temporal.PlainDate {
  return today.add({ years: 1 });
}

/** Whether this decision can be made over this grid today; the first thing that cannot is named. */
export function checkDecision(decision: Decision, grid: Grid, today: Temporal.PlainDate): Checked {
  if (grid.requirementIds.length === 0) return refuse("nothing_to_decide");
  const checks = [checkChoices, checkConditions, checkGaps];
  for (const check of checks) {
    const checked = check(decision, grid);
    if (!checked.ok) return checked;
  }
  return checkValidity(decision, today);
}

function checkChoices({ cells, gaps, supervision }: Decision, grid: Grid): Checked {
  const requirements = new Set(grid.requirementIds);
  const tasks = new Set(grid.taskIds);
  const asked = new Set([...cells, ...gaps].map(({ requirementId }) => requirementId));
  const requirementIds = [...asked.difference(requirements)];
  const named = [...cells, ...supervision].map(({ taskId }) => taskId);
  const taskIds = [...new Set(named).difference(tasks)];
  if (requirementIds.length + taskIds.length === 0) return accept(true);
  return refuse("unknown_choice", { requirementIds, taskIds });
}

function checkConditions({ outcome, conditions }: Decision): Checked {
  if (outcome === "with_conditions" && conditions.length === 0) return refuse("conditions_missing");
  if (outcome === "suitable" && conditions.length > 0) return refuse("conditions_unexpected");
  return accept(true);
}

function checkValidity({ validUntil }: Decision, today: Temporal.PlainDate): Checked {
  const until = Temporal.PlainDate.from(validUntil);
  const latest = latestValidUntil(today);
  const inside =
    Temporal.PlainDate.compare(until, today) >= 0 && Temporal.PlainDate.compare(until, latest) <= 0;
  if (inside) return accept(true);
  return refuse("valid_until_outside", { earliest: today.toString(), latest: latest.toString() });
}

/** What no task covers has an owner and a date, unless the answer is no; what is covered is no gap. */
function checkGaps(decision: Decision, grid: Grid): Checked {
  const covered = new Set(decision.cells.map(({ requirementId }) => requirementId));
  const contradicted = decision.gaps
    .map(({ requirementId }) => requirementId)
    .filter((id) => covered.has(id));
  if (contradicted.length > 0) return refuse("gap_not_needed", { requirementIds: contradicted });
  if (decision.outcome === "not_suitable") return accept(true);
  const unowned = uncoveredOf(grid.requirementIds, decision);
  return unowned.length === 0 ? accept(true) : refuse("gap_unowned", { requirementIds: unowned });
}

/** Requirements that no task covers and no owned gap takes care of. */
export function uncoveredOf(
  requirementIds: readonly string[],
  { cells, gaps }: Pick<Decision, "cells" | "gaps">,
): string[] {
  const handled = new Set([...cells, ...gaps].map(({ requirementId }) => requirementId));
  return requirementIds.filter((id) => !handled.has(id));
}
