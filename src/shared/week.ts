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
  const week = Number(match[2]);
  if (week < 1) return undefined;
  const candidate = asWeek(year, week);
  return weekOf(mondayOf(candidate)) === candidate ? candidate : undefined;
}

export function mondayOf(week: IsoWeek): Temporal.PlainDate {
  const { year, number } = partsOf(week);
  const fourthOfJanuary = Temporal.PlainDate.from({ year, month: 1, day: 4 });
  const firstMonday = fourthOfJanuary.subtract({ days: fourthOfJanuary.dayOfWeek - 1 });
  return firstMonday.add({ weeks: number - 1 });
}

export function partsOf(week: IsoWeek): { year: number; number: number } {
  return { year: Number(week.slice(0, 4)), number: Number(week.slice(6)) };
}

/** Every week that has at least one day in [from, to], in order. */
export function weeksBetween(from: Temporal.PlainDate, to: Temporal.PlainDate): IsoWeek[] {
  const weeks: IsoWeek[] = [];
  let monday = from.subtract({ days: from.dayOfWeek - 1 });
  while (Temporal.PlainDate.compare(monday, to) <= 0) {
    weeks.push(weekOf(monday));
    monday = monday.add({ weeks: 1 });
  }
  return weeks;
}

function asWeek(year: number, number: number): IsoWeek {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the one maker of the brand
  return `${year}-W${String(number).padStart(2, "0")}` as IsoWeek;
}
