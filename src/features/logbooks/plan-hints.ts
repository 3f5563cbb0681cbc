import { minutesPerDay } from "#features/plans/plan.ts";

/** What the plan suggests for a day: stored content of any version is read, so nothing here trusts its shape. */

const USUAL_MINUTES = 450;
const CLOCK = /^([01]\d|2[0-3]):[0-5]\d$/;

/** Working minutes of the plan's usual day, its break taken out; 7 h 30 when there is no plan yet. */
export function suggestedMinutes(planContent: unknown): number {
  const hours = field(planContent, "hours");
  const [dayStartsAt, dayEndsAt] = [
    clock(field(hours, "dayStartsAt")),
    clock(field(hours, "dayEndsAt")),
  ];
  const breakMinutes = field(hours, "breakMinutes");
  if (dayStartsAt === undefined || dayEndsAt === undefined || typeof breakMinutes !== "number") {
    return USUAL_MINUTES;
  }
  const minutes = minutesPerDay({ dayStartsAt, dayEndsAt, breakMinutes, minutesPerWeek: 0 });
  return minutes > 0 ? minutes : USUAL_MINUTES;
}

/** Tasks of the workplace that the plan has in this week. */
export function plannedTaskIds(planContent: unknown, week: string): string[] {
  const tasks = field(planContent, "tasks");
  if (!Array.isArray(tasks)) return [];
  return tasks.flatMap((task: unknown) => {
    const taskId = field(task, "taskId");
    const weeks = [field(task, "aloneWeeks"), field(task, "withTutorWeeks")];
    const planned = weeks.some((list) => Array.isArray(list) && list.includes(week));
    return planned && typeof taskId === "string" ? [taskId] : [];
  });
}

function field(value: unknown, name: string): unknown {
  if (typeof value !== "object" || value === null) return undefined;
  return Object.entries(value).find(([key]) => key === name)?.[1];
}

function clock(text: unknown): string | undefined {
  return typeof text === "string" && CLOCK.test(text) ? text : undefined;
}
