/** ISO 8601 weeks, written "2026-W47": Monday first, as Nordic calendars and ribbons count them. */

export type IsoWeek = string & { readonly __brand: "IsoWeek" };

const PATTERN = /^(\d{4})-W(\d{2})$/;

/** The week a day belongs to. 1 January 2027 is a Friday of "2026-W53". */
export function weekOf(day: Temporal.PlainDate): IsoWeek {
  return asWeek(day.yearOfWeek ?? day.year, day.weekOfYear ?? 1);
}

/** "2026-W47" as a week, or undefined when it is no week of that year. */
export function parseWeek(text: string): IsoWeek | undefined {
  const match = PATTERN.exec(text);
  if (!match) return undefined;
  const year = Number(match[1]);
  const number = Number(match[2]);
  return number >= 1 && number <= weeksIn(year) ? asWeek(year, number) : undefined;
}

export function mondayOf(week: IsoWeek): Temporal.PlainDate {
  const { year, number } = partsOf(week);
  const fourthOfJanuary = Temporal.PlainDate.from({ year, month: 1, day: 4 });
  return fourthOfJanuary.add({ days: 7 * (number - 1) + 1 - fourthOfJanuary.dayOfWeek });
}

export function partsOf(week: IsoWeek): { year: number; number: number } {
  return { year: Number(week.slice(0, 4)), number: Number(week.slice(6)) };
}

/** Every week that has at least one day in [from, to], in order. */
export function weeksBetween(from: Temporal.PlainDate, to: Temporal.PlainDate): IsoWeek[] {
  if (Temporal.PlainDate.compare(from, to) > 0) return [];
  const last = weekOf(to);
  const weeks = [weekOf(from)];
  for (let week = weeks[0]; week !== undefined && week < last; ) {
    week = weekAfter(week);
    weeks.push(week);
  }
  return weeks;
}

function weekAfter(week: IsoWeek): IsoWeek {
  const { year, number } = partsOf(week);
  return number < weeksIn(year) ? asWeek(year, number + 1) : asWeek(year + 1, 1);
}

/** 53 in a year that begins or ends on a Thursday, else 52 (ISO 8601). */
function weeksIn(year: number): 52 | 53 {
  return lastWeekdayOf(year) === 4 || lastWeekdayOf(year - 1) === 3 ? 53 : 52;
}

/** The weekday of 31 December; Sunday is 0. */
function lastWeekdayOf(year: number): number {
  return (year + Math.floor(year / 4) - Math.floor(year / 100) + Math.floor(year / 400)) % 7;
}

function asWeek(year: number, number: number): IsoWeek {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the one maker of the brand
  return `${year}-W${String(number).padStart(2, "0")}` as IsoWeek;
}
