import type { HoursMeasure, Measure } from "./rule-pack.ts";
import { regularDayOf, type WorkCase } from "./work-case.ts";
import { lengthOf, mondayOf, type Stretch } from "./worked-time.ts";

/** A day on which a measure is passed, with what was measured. */
export type Hit = {
  readonly date: string;
  readonly measured: Readonly<Record<string, number | string>>;
};

type Of<K extends Measure["kind"]> = Extract<Measure, { kind: K }>;

/** From this much presence on, an unbroken row usually holds a break of half an hour. */
const LONG_ROW = 270;
const USUAL_BREAK = 30;
const WORKING_DAYS = 5;

const byDate = (parts: readonly Stretch[]) => Map.groupBy(parts, ({ date }) => date);

/** Hours of a day over a limit. */
export function judgeDays(
  measure: HoursMeasure,
  parts: readonly Stretch[],
  about: WorkCase,
): Hit[] {
  const limit = measure.minutes === "regular" ? regularDayOf(about) : measure.minutes;
  return [...byDate(parts)].flatMap(([date, ofDay]) => {
    const worked = minutesOf(ofDay, measure);
    return worked > limit ? [{ date, measured: { worked, limit } }] : [];
  });
}

/** Hours of an ISO week over a limit, told on the day that passes it. */
export function judgeWeeks(
  measure: HoursMeasure,
  parts: readonly Stretch[],
  about: WorkCase,
): Hit[] {
  const limit =
    measure.minutes === "regular" ? WORKING_DAYS * regularDayOf(about) : measure.minutes;
  return weeksOf(parts).flatMap((days) => {
    const sums = runningSums(days.map(([, ofDay]) => minutesOf(ofDay, measure)));
    const passed = sums.findIndex((sum) => sum > limit);
    const date = days[passed]?.[0];
    return date === undefined ? [] : [{ date, measured: { worked: sums.at(-1) ?? 0, limit } }];
  });
}

/** Overtime of a calendar year over a limit: what a week has over its days' or its own limit, the larger. */
export function judgeOvertime(measure: Of<"overtime-a-year">, parts: readonly Stretch[]): Hit[] {
  const years = Map.groupBy(parts, ({ date }) => date.slice(0, 4));
  return [...years.values()].flatMap((ofYear) => {
    const weeks = weeksOf(ofYear);
    const sums = runningSums(weeks.map((days) => overtimeOf(days, measure)));
    const passed = sums.findIndex((sum) => sum > measure.minutes);
    const date = weeks[passed]?.at(-1)?.[0];
    if (date === undefined) return [];
    return [{ date, measured: { worked: sums.at(-1) ?? 0, limit: measure.minutes } }];
  });
}

type Day = readonly [date: string, parts: readonly Stretch[]];

function overtimeOf(days: readonly Day[], { day, week }: Of<"overtime-a-year">): number {
  const worked = days.map(([, ofDay]) => minutesOf(ofDay, { theory: false, breaks: "assumed" }));
  const overDays = worked.reduce((sum, minutes) => sum + Math.max(0, minutes - day), 0);
  const overWeek = worked.reduce((sum, minutes) => sum + minutes, 0) - week;
  return Math.max(overDays, overWeek, 0);
}

function weeksOf(parts: readonly Stretch[]): Day[][] {
  const weeks = Map.groupBy(byDate(parts), ([date]) => mondayOf(date));
  return [...weeks.values()];
}

function runningSums(values: readonly number[]): number[] {
  let sum = 0;
  return values.map((value) => {
    sum += value;
    return sum;
  });
}

function minutesOf(
  parts: readonly Stretch[],
  { theory, breaks }: Pick<HoursMeasure, "theory" | "breaks">,
): number {
  const work = parts.filter((part) => !part.theory);
  const counted = theory ? parts : work;
  const present = counted.reduce((sum, part) => sum + lengthOf(part), 0);
  return breaks === "assumed" && isUnbroken(work) ? present - USUAL_BREAK : present;
}

function isUnbroken(work: readonly Stretch[]): boolean {
  const [only, second] = work;
  return only !== undefined && second === undefined && lengthOf(only) > LONG_ROW;
}

/** A break that is recorded but too short: several rows a day, no gap between them long enough. */
export function judgeBreaks({ after, atLeast }: Of<"break">, parts: readonly Stretch[]): Hit[] {
  return workDays(parts).flatMap(([date, ofDay]) => {
    const longest = Math.max(...gapsOf(ofDay));
    const worked = minutesOf(ofDay, { theory: false, breaks: "counted" });
    if (ofDay.length < 2 || worked <= after || longest >= atLeast) return [];
    return [{ date, measured: { worked, longest, limit: atLeast } }];
  });
}

/** One row is presence: a break that nobody recorded is asked about, not found missing. */
export function judgeUnrecorded(
  { after }: Of<"unrecorded-break">,
  parts: readonly Stretch[],
): Hit[] {
  return workDays(parts).flatMap(([date, ofDay]) => {
    const worked = minutesOf(ofDay, { theory: false, breaks: "counted" });
    return ofDay.length === 1 && worked > after ? [{ date, measured: { worked } }] : [];
  });
}

function workDays(parts: readonly Stretch[]): Day[] {
  return [...byDate(parts.filter(({ theory }) => !theory))];
}

function gapsOf(parts: readonly Stretch[]): number[] {
  return parts.slice(1).map((part, index) => part.start - (parts[index]?.end ?? part.start));
}
