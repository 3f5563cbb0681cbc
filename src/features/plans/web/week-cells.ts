import { type PlanTask, taskKey } from "../plan.ts";
import type { PlanDraft } from "./plan-draft.ts";

export type WeekCell = "none" | "with-tutor" | "alone";

export function cellOf({ aloneWeeks, withTutorWeeks }: PlanTask, week: string): WeekCell {
  if (aloneWeeks.includes(week)) return "alone";
  return withTutorWeeks.includes(week) ? "with-tutor" : "none";
}

const NEXT_CELL: Readonly<Record<WeekCell, WeekCell>> = {
  none: "with-tutor",
  "with-tutor": "alone",
  alone: "none",
};

/** A press goes round: not, with the tutor, alone. */
export function nextCell(cell: WeekCell): WeekCell {
  return NEXT_CELL[cell];
}

export function withCell(draft: PlanDraft, key: string, week: string, cell: WeekCell): PlanDraft {
  const put = (weeks: readonly string[], is: boolean) =>
    [...weeks.filter((one) => one !== week), ...(is ? [week] : [])].toSorted();
  return {
    ...draft,
    tasks: draft.tasks.map((task) =>
      taskKey(task) === key
        ? {
            ...task,
            aloneWeeks: put(task.aloneWeeks, cell === "alone"),
            withTutorWeeks: put(task.withTutorWeeks, cell === "with-tutor"),
          }
        : task,
    ),
  };
}
