import { m } from "#messages/web";
import { dayRange } from "#web/ui/format.ts";
import type { PlanView } from "./plan-view.ts";

/** Whose plan, where and when: the small line above every title of this page. */
export function crumbOf(view: PlanView): string {
  return m.plan_crumb({
    student: `${view.student.givenName} ${view.student.familyName}`,
    workplace: view.workplaceName,
    days: dayRange(view.startsOn, view.endsOn),
  });
}

type Hand = { givenName: string; familyName?: string; actingName: string | null };

/** The one who acted: a colleague in the seat by their own words, else the person. */
export function handName({ givenName, actingName }: Hand): string {
  return actingName ?? givenName;
}
