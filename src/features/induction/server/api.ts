import { taskKey } from "#features/plans/plan.ts";
import { dayAt } from "#server/clock.ts";
import { type Debt, debtOf, groupsOf } from "../induction.ts";
import type { InductionRow } from "./induction.queries.ts";

export { inductionColumn } from "./induction.queries.ts";

type Running = {
  readonly induction: InductionRow | null;
  readonly starts_on: string;
  readonly time_zone: string;
};

/** What is missing of a running placement's induction; null when nothing is. */
export function inductionDebt(row: Running, at: Temporal.Instant): Debt | null {
  if (row.induction === null) return null;
  const { tasks, own, marks, plannedAt } = row.induction;
  const startsOn = Temporal.PlainDate.from(row.starts_on);
  return debtOf({
    groups: groupsOf((tasks ?? []).map(taskKey), own, marks),
    startsOn,
    plannedOn:
      plannedAt === null ? startsOn : dayAt(Temporal.Instant.from(plannedAt), row.time_zone),
    today: dayAt(at, row.time_zone),
  });
}
