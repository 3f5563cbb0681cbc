import { m } from "#messages/web";
import {
  atClock,
  clockWord,
  dayRange,
  dayShort,
  hours as hoursWord,
  localDay,
  names,
} from "#web/ui/format.ts";
import type { Guidance, PlanDemonstration, PlanShift, Term } from "../plan.ts";
import type { Difference } from "../plan-differences.ts";
import {
  type Content,
  type PlanView,
  requirementName,
  requirementOf,
  taskName,
} from "./plan-view.ts";
import { weekRuns } from "./week-runs.ts";

type TaskWeeks = { aloneWeeks: readonly string[]; withTutorWeeks: readonly string[] };
type Hours = Content["hours"];
type Talk = Content["talks"][number];

/** "weeks 49–50 with Mika, weeks 51–4 alone" */
export function weeksText(view: PlanView, { aloneWeeks, withTutorWeeks }: TaskWeeks): string {
  const tutor = view.tutor?.givenName ?? m.plan_the_tutor();
  const parts = [];
  if (withTutorWeeks.length > 0) {
    const weeks = weekRuns(view, withTutorWeeks);
    parts.push(m.plan_weeks_with_tutor({ count: withTutorWeeks.length, weeks, name: tutor }));
  }
  if (aloneWeeks.length > 0) {
    parts.push(m.plan_weeks_alone({ count: aloneWeeks.length, weeks: weekRuns(view, aloneWeeks) }));
  }
  return parts.join(", ");
}

/** "7:00–15:00, break 30 min, 37 h 30 a week" */
export function hoursText({ dayStartsAt, dayEndsAt, breakMinutes, minutesPerWeek }: Hours): string {
  return m.plan_hours_text({
    from: clockWord(dayStartsAt),
    to: clockWord(dayEndsAt),
    pause: breakMinutes,
    week: hoursWord(minutesPerWeek),
  });
}

/** "14:00–22:00, break 30 min: Fridays" */
export function shiftText({ dayStartsAt, dayEndsAt, breakMinutes, on }: PlanShift): string {
  return m.plan_shift_text({
    from: clockWord(dayStartsAt),
    to: clockWord(dayEndsAt),
    pause: breakMinutes,
    on,
  });
}

/** "once a week by phone. Fridays after two" */
export function guidanceText({ every, by, note }: Guidance): string {
  const text = m.plan_guidance_text({ often: rhythmName(every), means: meansName(by) });
  return note === null ? text : `${text}. ${note}`;
}

export function rhythmName(every: Guidance["every"]): string {
  switch (every) {
    case "week":
      return m.plan_every_week();
    case "two_weeks":
      return m.plan_every_two_weeks();
    case "month":
      return m.plan_every_month();
  }
}

export function meansName(by: Guidance["by"]): string {
  switch (by) {
    case "phone":
      return m.plan_by_phone();
    case "message":
      return m.plan_by_message();
    case "video":
      return m.plan_by_video();
    case "visit":
      return m.plan_by_visit();
  }
}

/** "14–16 December, LVI-Niemi. Pipes of a bathroom. Assess: Sanna and Mika. Joins pipes" */
function demonstrationText(view: PlanView, one: PlanDemonstration): string {
  const assessors = [one.schoolAssessor, one.workAssessor].flatMap((name) => name ?? []);
  const parts = [
    `${dayRange(one.startsOn, one.endsOn)}, ${one.place ?? view.workplaceName}`,
    one.work,
    assessors.length === 0 ? "" : m.plan_assess({ names: names(assessors) }),
    names(one.requirementIds.map((id) => requirementName(requirementOf(view, id)))),
  ];
  return parts.filter(Boolean).join(". ");
}

export function talkName(kind: Talk["kind"]): string {
  switch (kind) {
    case "start":
      return m.plan_talk_start();
    case "mid":
      return m.plan_talk_mid();
    case "end":
      return m.plan_talk_end();
    case "other":
      return m.plan_talk_other();
  }
}

export function placeName(place: NonNullable<Talk["place"]>): string {
  switch (place) {
    case "workplace":
      return m.plan_place_workplace();
    case "video":
      return m.plan_place_video();
    case "phone":
      return m.plan_place_phone();
    case "school":
      return m.plan_place_school();
  }
}

/** "Tue 5 Jan 13:30, by video" */
export function talkText({ at, place }: Talk): string {
  const when = `${dayShort(localDay(at))} ${atClock(at)}`;
  return place === null ? when : `${when}, ${placeName(place)}`;
}

export function termName(term: Term): string {
  switch (term) {
    case "breaks":
      return m.plan_breaks();
    case "support":
      return m.plan_support();
    case "travel":
      return m.plan_travel();
    case "meals":
      return m.plan_meals();
  }
}

export type Line = { title: string; old: string | undefined; now: string | undefined };

/** One changed line in words: what it is about, what stood there and what stands there now. */
export function lineText(view: PlanView, difference: Difference): Line {
  switch (difference.kind) {
    case "task":
      return {
        title: taskName(view, difference),
        old: difference.before ? weeksText(view, difference.before) : undefined,
        now: difference.after
          ? newOr(difference.before === null, weeksText(view, difference.after))
          : m.plan_task_gone(),
      };
    case "objective": {
      const title = requirementName(requirementOf(view, difference.requirementId));
      return difference.after
        ? { title, old: undefined, now: m.plan_objective_new() }
        : { title, old: m.plan_objective_was(), now: m.plan_objective_gone() };
    }
    case "hours":
      return {
        title: m.plan_hours(),
        old: difference.before ? hoursText(difference.before) : undefined,
        now: hoursText(difference.after),
      };
    case "talk":
      return {
        title: talkName(difference.talk),
        old: difference.before ? talkText(difference.before) : undefined,
        now: difference.after ? talkText(difference.after) : m.plan_talk_gone(),
      };
    default:
      return partText(view, difference);
  }
}

type Part = Exclude<Difference, { kind: "task" | "objective" | "hours" | "talk" }>;

function partText(view: PlanView, difference: Part): Line {
  switch (difference.kind) {
    case "shifts":
      return {
        title: m.plan_shifts(),
        old: listOr(difference.before.map(shiftText)),
        now: listOr(difference.after.map(shiftText)) ?? m.plan_term_gone(),
      };
    case "demonstration":
      return {
        title: m.plan_demonstration(),
        old: difference.before ? demonstrationText(view, difference.before) : undefined,
        now: difference.after
          ? demonstrationText(view, difference.after)
          : m.plan_demonstration_gone(),
      };
    case "guidance":
      return {
        title: m.plan_guidance(),
        old: difference.before ? guidanceText(difference.before) : undefined,
        now: difference.after ? guidanceText(difference.after) : m.plan_term_gone(),
      };
    default:
      return {
        title: termName(difference.kind),
        old: difference.before ?? undefined,
        now: difference.after ?? m.plan_term_gone(),
      };
  }
}

function listOr(lines: readonly string[]): string | undefined {
  return lines.length === 0 ? undefined : lines.join("; ");
}

function newOr(isNew: boolean, weeks: string): string {
  return isNew ? m.plan_task_new({ weeks }) : weeks;
}
