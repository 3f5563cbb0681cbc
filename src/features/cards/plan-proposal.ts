import type { PlanTask } from "#features/plans/plan.ts";
import type { Word } from "./cards.ts";

export type PlanProposal = {
  /** What the place covers. */
  readonly objectives: readonly string[];
  /** What is not done here. */
  readonly leftOut: readonly string[];
  readonly tasks: readonly PlanTask[];
};

type Spoken = Pick<Word, "requirementId" | "answer" | "taskIds">;

/** Shorter than this nobody learns a task on their own. */
const LEAST_WEEKS = 2;

/**
 * A plan as the sorted cards suggest it. The tasks that the cards name, or all of the workplace's when none
 * is named, follow each other over the open weeks; each begins beside the tutor and goes on alone, unless
 * every card says that it is done with help only.
 */
export function proposePlan(
  words: readonly Spoken[],
  taskIds: readonly string[],
  weeks: readonly string[],
): PlanProposal {
  const here = words.filter(({ answer }) => answer !== "not");
  const named = taskIds.filter((id) => here.some((word) => word.taskIds.includes(id)));
  const chosen = named.length > 0 ? named : taskIds;
  return {
    objectives: here.map(({ requirementId }) => requirementId),
    leftOut: words
      .filter(({ answer }) => answer === "not")
      .map(({ requirementId }) => requirementId),
    tasks:
      here.length === 0
        ? []
        : chosen.flatMap((taskId, index) => {
            const span = weeksOf(index, chosen.length, weeks);
            return span.length === 0 ? [] : [taskOf(taskId, span, mayBeAlone(here, taskId))];
          }),
  };
}

/** Without a card that names it, a task is as independent as the cards in general. */
function mayBeAlone(here: readonly Spoken[], taskId: string): boolean {
  const naming = here.filter((word) => word.taskIds.includes(taskId));
  return (naming.length > 0 ? naming : here).some(({ answer }) => answer === "done");
}

function weeksOf(index: number, count: number, weeks: readonly string[]): readonly string[] {
  const from = Math.floor((index * weeks.length) / count);
  const to = Math.ceil(((index + 1) * weeks.length) / count);
  const last = Math.min(weeks.length, Math.max(to, from + LEAST_WEEKS));
  return weeks.slice(Math.min(from, Math.max(0, last - LEAST_WEEKS)), last);
}

function taskOf(taskId: string, span: readonly string[], alone: boolean): PlanTask {
  const beside = alone ? span.slice(0, 1) : span;
  return { taskId, name: null, withTutorWeeks: beside, aloneWeeks: span.slice(beside.length) };
}
