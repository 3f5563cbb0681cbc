import { parseWeek, weekOf, weeksBetween } from "#shared/week.ts";
import type { PlanContent } from "./plan.ts";

type Days = { readonly startsOn: Temporal.PlainDate; readonly endsOn: Temporal.PlainDate };

export type PlanCopy = {
  readonly from: Days;
  readonly to: Days;
  readonly sameStudent: boolean;
  /** Already proven or recognised by the student of the new placement. */
  readonly provenIds: ReadonlySet<string>;
};

/**
 * A plan to begin the next placement with: objectives, tasks in their weeks counted from the first, hours. Talks
 * and demonstrations are of their own time; what was agreed for one student's needs never goes to another.
 * Null when everything in it is proven already.
 */
export function copyPlan(content: PlanContent, copy: PlanCopy): PlanContent | null {
  const objectives = content.objectives.filter(
    ({ requirementId }) => !copy.provenIds.has(requirementId),
  );
  if (objectives.length === 0) return null;
  const move = weekMover(copy);
  return {
    objectives,
    tasks: content.tasks.flatMap((task) => {
      const aloneWeeks = move(task.aloneWeeks);
      const withTutorWeeks = move(task.withTutorWeeks);
      const isEmpty = aloneWeeks.length + withTutorWeeks.length === 0;
      return isEmpty ? [] : [{ ...task, aloneWeeks, withTutorWeeks }];
    }),
    hours: content.hours,
    shifts: content.shifts,
    talks: [],
    demonstrations: [],
    guidance: content.guidance && { ...content.guidance, note: null },
    breaks: content.breaks,
    support: null,
    travel: copy.sameStudent ? content.travel : null,
    meals: content.meals,
  };
}

/** The third week stays the third; weeks that the new placement does not have fall away. */
function weekMover({ from, to }: PlanCopy) {
  const before = weeksBetween(from.startsOn, from.endsOn);
  const after = weeksBetween(to.startsOn, to.endsOn);
  const first = weekOf(from.startsOn);
  return (weeks: readonly string[]): string[] =>
    weeks.flatMap((text) => {
      const week = parseWeek(text);
      const place = week === undefined || week < first ? -1 : before.indexOf(week);
      return place === -1 ? [] : (after[place] ?? []);
    });
}
