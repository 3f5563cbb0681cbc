import { type PlanContent, type PlanHours, type PlanTask, taskKey } from "./plan.ts";

export type NamedTask = Pick<PlanTask, "taskId" | "name">;

/** What a signed amendment changes in a plan; null = that stays as it is. */
export type PlanAmended = {
  readonly hours: PlanHours | null;
  readonly tasks: readonly NamedTask[] | null;
  readonly objectives: readonly string[] | null;
};

/**
 * The plan with what has been signed. A task that stays keeps its weeks; a new one is done beside the tutor in
 * every week that is left, until the three plan it closer.
 */
export function amendPlan(
  content: PlanContent,
  { hours, tasks, objectives }: PlanAmended,
  weeksLeft: readonly string[],
): PlanContent {
  const planned = new Map(content.tasks.map((task) => [taskKey(task), task]));
  const asPlanned = (task: NamedTask): PlanTask =>
    planned.get(taskKey(task)) ?? { ...task, aloneWeeks: [], withTutorWeeks: [...weeksLeft] };
  return {
    ...content,
    hours: hours ?? content.hours,
    tasks: tasks?.map(asPlanned) ?? content.tasks,
    objectives: objectives?.map((requirementId) => ({ requirementId })) ?? content.objectives,
  };
}
