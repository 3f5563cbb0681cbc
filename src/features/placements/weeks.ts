import { type IsoWeek, mondayOf, weekOf, weeksBetween } from "#shared/week.ts";

/** One cell of the ribbon (ui.md §8.2). */
export type WeekState = "confirmed" | "waits" | "missing" | "away" | "ahead" | "now";

export type WeekFacts = {
  readonly week: string;
  readonly sentAt: string | null;
  readonly confirmedAt: string | null;
  readonly readAt: string | null;
};

export type Interval = { readonly startsOn: string; readonly endsOn: string | null };

export type RibbonFacts = {
  readonly startsOn: Temporal.PlainDate;
  readonly endsOn: Temporal.PlainDate;
  readonly today: Temporal.PlainDate;
  readonly weeks: readonly WeekFacts[];
  readonly interruptions: readonly Interval[];
};

export type RibbonWeek = { readonly week: IsoWeek; readonly state: WeekState };

/**
 * The placement as a strip of weeks. A week confirmed is confirmed for good; one that was away whole is
 * away; a past week that nobody sent is missing; one sent and not confirmed waits for the tutor.
 */
export function ribbonOf(facts: RibbonFacts): RibbonWeek[] {
  const known = new Map(facts.weeks.map((week) => [week.week, week]));
  const current = weekOf(facts.today);
  return weeksBetween(facts.startsOn, facts.endsOn).map((week) => {
    const found = known.get(week);
    if (found?.confirmedAt) return { week, state: "confirmed" };
    if (isAwayWhole(week, facts)) return { week, state: "away" };
    if (found?.sentAt) return { week, state: "waits" };
    return { week, state: week === current ? "now" : week < current ? "missing" : "ahead" };
  });
}

/** Whether every working day of the week that belongs to the placement lies in an interruption. */
function isAwayWhole(week: IsoWeek, facts: RibbonFacts): boolean {
  if (facts.interruptions.length === 0) return false;
  const monday = mondayOf(week);
  const days = [0, 1, 2, 3, 4]
    .map((offset) => monday.add({ days: offset }))
    .filter((day) => isWithin(day, facts.startsOn, facts.endsOn));
  return days.length > 0 && days.every((day) => isAway(day, facts.interruptions));
}

function isAway(day: Temporal.PlainDate, interruptions: readonly Interval[]): boolean {
  return interruptions.some((interval) => {
    const from = Temporal.PlainDate.from(interval.startsOn);
    const to = interval.endsOn === null ? day : Temporal.PlainDate.from(interval.endsOn);
    return isWithin(day, from, to);
  });
}

function isWithin(
  day: Temporal.PlainDate,
  from: Temporal.PlainDate,
  to: Temporal.PlainDate,
): boolean {
  return Temporal.PlainDate.compare(day, from) >= 0 && Temporal.PlainDate.compare(day, to) <= 0;
}

/** Working days (Monday to Friday, outside interruptions) after `since` and before `today`. */
export function workingDaysWithout(
  since: Temporal.PlainDate,
  today: Temporal.PlainDate,
  interruptions: readonly Interval[],
): number {
  let count = 0;
  for (
    let day = since.add({ days: 1 });
    Temporal.PlainDate.compare(day, today) < 0;
    day = day.add({ days: 1 })
  ) {
    if (day.dayOfWeek <= 5 && !isAway(day, interruptions)) count += 1;
  }
  return count;
}
