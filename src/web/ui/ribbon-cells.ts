import { addDays, daysBetween, mondayOf, monthShort, weekOf } from "./format.ts";

export type RibbonState = "confirmed" | "waits" | "missing" | "interrupted" | "to-come";

export type RibbonWeek = {
  monday: string;
  state: RibbonState;
  /** The week in words: "Week 47 waits for Mika". */
  sentence: string;
  href?: string | undefined;
};

export type RibbonCell = {
  key: string;
  state: RibbonState;
  /** The number of the week, or the month. */
  label: string;
  isMonth: boolean;
  sentence: string;
  href?: string | undefined;
};

/** Over this many weeks a cell is a month. */
const MOST_WEEKS = 26;
/** A cell of several weeks shows what most needs a person. */
const BY_NEED: readonly RibbonState[] = ["missing", "waits", "confirmed", "to-come", "interrupted"];

export type CellRow = {
  cells: RibbonCell[];
  /** The cell of a day and how far into it (0..1); days outside are held at the ends. */
  place: (day: string) => { index: number; part: number };
  firstDay: string;
  lastDay: string;
};

/** Weeks in order, without gaps, as cells: one each, or months when there are more than 26. */
export function cellRow(weeks: readonly RibbonWeek[]): CellRow {
  const groups = weeks.length > MOST_WEEKS ? byMonth(weeks) : weeks.map((week) => [week]);
  const asMonths = weeks.length > MOST_WEEKS;
  const starts = groups.map((group) => group[0]?.monday ?? "");
  const firstDay = starts[0] ?? "";
  const lastDay = addDays(weeks.at(-1)?.monday ?? firstDay, 6);
  return {
    cells: groups.map((group) => cellOf(group, asMonths)),
    place: (day) => placeOf(day, starts, lastDay),
    firstDay,
    lastDay,
  };
}

function placeOf(day: string, starts: string[], lastDay: string): { index: number; part: number } {
  const found = starts.findLastIndex((start) => start <= day);
  const index = Math.max(found, 0);
  const start = starts[index] ?? day;
  const length = daysBetween(start, starts[index + 1] ?? addDays(lastDay, 1));
  const part = Math.min(Math.max(daysBetween(start, day) / length, 0), 1);
  return { index, part };
}

function cellOf(group: readonly RibbonWeek[], asMonth: boolean): RibbonCell {
  const state = BY_NEED.find((wanted) => group.some((week) => week.state === wanted)) ?? "to-come";
  const shown = group.find((week) => week.state === state) ?? group[0];
  const monday = group[0]?.monday ?? "";
  return {
    key: monday,
    state,
    isMonth: asMonth,
    label: asMonth ? monthShort(addDays(monday, 3)) : String(weekOf(monday).week),
    sentence: group.map((week) => week.sentence).join(" "),
    href: shown?.href,
  };
}

/** A week belongs to the month of its Thursday, as it belongs to the year. */
function byMonth(weeks: readonly RibbonWeek[]): RibbonWeek[][] {
  const months = new Map<string, RibbonWeek[]>();
  for (const week of weeks) {
    const month = addDays(mondayOf(week.monday), 3).slice(0, 7);
    months.set(month, [...(months.get(month) ?? []), week]);
  }
  return [...months.values()];
}
