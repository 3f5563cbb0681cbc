/** Clocks of the European Union change on the last Sundays of March and October at 01:00 UTC (directive 2000/84/EC). */
const SUMMER = { month: 3, type: "DAYLIGHT" } as const;
const WINTER = { month: 10, type: "STANDARD" } as const;

/** The year whose changes tell whether a zone follows the rule. */
const SAMPLE_YEAR = 2026;
const known = new Map<string, readonly string[]>();

/** The VTIMEZONE of a zone that follows the European rule; none for another one, whose times go out in UTC. */
export function timeZoneLines(zone: string): readonly string[] {
  const lines = known.get(zone) ?? linesOf(zone);
  known.set(zone, lines);
  return lines;
}

function linesOf(zone: string): string[] {
  const changes = [SUMMER, WINTER].map(({ month, type }) => ({
    month,
    type,
    at: lastSunday(month),
  }));
  if (!changes.every(({ at }) => changesAt(zone, at))) return [];
  return [
    "BEGIN:VTIMEZONE",
    `TZID:${zone}`,
    ...changes.flatMap((change) => changeLines(zone, change)),
    "END:VTIMEZONE",
  ];
}

function lastSunday(month: number): Temporal.Instant {
  const last = Temporal.PlainDate.from({ year: SAMPLE_YEAR, month, day: 31 });
  const sunday = last.subtract({ days: last.dayOfWeek % 7 });
  return sunday.toZonedDateTime({ timeZone: "UTC", plainTime: "01:00" }).toInstant();
}

function changesAt(zone: string, at: Temporal.Instant): boolean {
  const before = at.subtract({ seconds: 1 }).toZonedDateTimeISO(zone);
  return before.offset !== at.toZonedDateTimeISO(zone).offset;
}

type Change = {
  readonly month: number;
  readonly type: "DAYLIGHT" | "STANDARD";
  readonly at: Temporal.Instant;
};

function changeLines(zone: string, { month, type, at }: Change): string[] {
  const from = at.subtract({ seconds: 1 }).toZonedDateTimeISO(zone).offset;
  const after = at.toZonedDateTimeISO(zone);
  // The rule's own first day, told on the clock as it stands before the change.
  const first = Temporal.PlainDate.from({ year: 1996, month, day: 31 });
  const sunday = first.subtract({ days: first.dayOfWeek % 7 });
  const clock = at.toZonedDateTimeISO(from).toPlainTime();
  const stamp = `${sunday.toString().replaceAll("-", "")}T${clock.toString().replaceAll(":", "")}`;
  return [
    `BEGIN:${type}`,
    `DTSTART:${stamp.slice(0, 15)}`,
    `TZOFFSETFROM:${from.replace(":", "")}`,
    `TZOFFSETTO:${after.offset.replace(":", "")}`,
    `RRULE:FREQ=YEARLY;BYMONTH=${month};BYDAY=-1SU`,
    `END:${type}`,
  ];
}
