import { m } from "#messages/web";
import { getLocale } from "#messages/web-runtime";
import { atClock, dayShort, hours as hoursWord, localDay } from "#web/ui/format.ts";
import type { Difference } from "../plan-differences.ts";
import {
  type Content,
  type PlanView,
  requirementName,
  requirementOf,
  taskName,
} from "./plan-view.ts";

type TaskWeeks = { aloneWeeks: readonly string[]; withTutorWeeks: readonly string[] };
type Hours = Content["hours"];
type Talk = Content["talks"][number];

/** "49–51, 53": runs of the placement's own weeks, also over the turn of the year. */
export function weekRuns(view: PlanView, weeks: readonly string[]): string {
  const all = view.choices.weeks.map(({ week }) => week);
  const open = new Set(view.choices.weeks.flatMap(({ week, closed }) => (closed ? [] : [week])));
  const chosen = all.filter((week) => weeks.includes(week) && open.has(week));
  const runs: string[][] = [];
  for (const week of chosen) {
    const run = runs.at(-1);
    const before = all[all.indexOf(week) - 1];
    if (run !== undefined && run.at(-1) === before) run.push(week);
    else runs.push([week]);
  }
  return runs
    .map((run) => [run[0], run.length > 1 ? run.at(-1) : undefined].flatMap(numberOf).join("–"))
    .join(", ");
}

function numberOf(week: string | undefined): string[] {
  return week === undefined ? [] : [String(Number(week.slice(6)))];
}

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

/** "07:00" as the reader writes a clock: "7:00", "7.00". */
export function clockWord(clock: string): string {
  const short = clock.replace(/^0/, "");
  return getLocale() === "en" ? short : short.replace(":", ".");
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

export function termName(term: "support" | "travel" | "meals"): string {
  switch (term) {
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
      return {
        title: termName(difference.kind),
        old: difference.before ?? undefined,
        now: difference.after ?? m.plan_term_gone(),
      };
  }
}

function newOr(isNew: boolean, weeks: string): string {
  return isNew ? m.plan_task_new({ weeks }) : weeks;
}
