import { accept, type Outcome, type Refusal, refuse } from "#shared/outcome.ts";

/** One stretch of presence as it is logged: local wall time; an end before the start passes midnight. */
export type WorkRow = {
  readonly date: string;
  readonly start: string;
  readonly end: string;
  /** Theory at school, which counts only where a rule adds it to the work. */
  readonly theory?: boolean;
};

/** The same on the line of time, in whole minutes since 1970 (elapsed, so a clock change counts as it is). */
export type Stretch = {
  readonly date: string;
  readonly start: number;
  readonly end: number;
  readonly theory: boolean;
};

export type RowRefusal = Refusal<"row_empty" | "rows_overlap">;

const MINUTE = 60_000;

/** Rows in the order of time. Rows that overlap or last no time are refused by name. */
export function placeRows(
  rows: readonly WorkRow[],
  zone: string,
): Outcome<readonly Stretch[], RowRefusal> {
  const stretches = rows
    .map((row) => placeRow(row, zone))
    .toSorted((left, right) => left.start - right.start);
  const empty = rows.find(({ start, end }) => start === end);
  if (empty !== undefined) return refuse("row_empty", { date: empty.date, start: empty.start });
  for (const [index, stretch] of stretches.entries()) {
    const before = stretches[index - 1];
    if (before !== undefined && before.end > stretch.start) {
      return refuse("rows_overlap", { date: stretch.date, other: before.date });
    }
  }
  return accept(stretches);
}

function placeRow({ date, start, end, theory = false }: WorkRow, zone: string): Stretch {
  const day = Temporal.PlainDate.from(date);
  const last = end < start ? day.add({ days: 1 }) : day;
  return { date, start: minuteOf(day, start, zone), end: minuteOf(last, end, zone), theory };
}

/** "24:00" is the midnight that ends the day. */
export function minuteOf(day: Temporal.PlainDate, time: string, zone: string): number {
  const [on, clock] = time === "24:00" ? [day.add({ days: 1 }), "00:00"] : [day, time];
  const moment = on.toZonedDateTime({ timeZone: zone, plainTime: Temporal.PlainTime.from(clock) });
  return moment.epochMilliseconds / MINUTE;
}

export function dayOfMinute(minute: number, zone: string): Temporal.PlainDate {
  return Temporal.Instant.fromEpochMilliseconds(minute * MINUTE)
    .toZonedDateTimeISO(zone)
    .toPlainDate();
}

export const lengthOf = ({ start, end }: Pick<Stretch, "start" | "end">) => end - start;

/** The Monday of a day's ISO week: the key of the week. */
export function mondayOf(date: string): string {
  const day = Temporal.PlainDate.from(date);
  return day.subtract({ days: day.dayOfWeek - 1 }).toString();
}

/**
 * The birthday on which somebody becomes this old. Who is born on 29 February has it on 1 March in other
 * years, the more protective reading (an open question for lawyers).
 */
export function birthdayOf(birth: Temporal.PlainDate, years: number): Temporal.PlainDate {
  const birthday = birth.add({ years });
  return birthday.day === birth.day ? birthday : birthday.add({ days: 1 });
}

export function ageOn(birth: Temporal.PlainDate, on: Temporal.PlainDate): number {
  const years = on.year - birth.year;
  return Temporal.PlainDate.compare(on, birthdayOf(birth, years)) < 0 ? years - 1 : years;
}
