/**
 * A clock time of a day in the provider's zone as an instant, and back, for browsers without Temporal.
 * Adapter: Date is allowed here.
 */

/** "2026-12-02", "13:30" in Helsinki -> "2026-12-02T11:30:00Z". A time the clocks jump over comes an hour later. */
export function instantAt(day: string, clock: string, zone: string): string {
  const asUtc = Date.parse(`${day}T${clock}:00Z`);
  const first = asUtc - offsetAt(asUtc, zone);
  const second = asUtc - offsetAt(first, zone);
  return new Date(second).toISOString().replace(".000Z", "Z");
}

/** "13:30", always 24 hours and two digits: what a time field holds. */
export function clockAt(instant: string, zone: string): string {
  const parts = wallClock(Date.parse(instant), zone);
  return `${parts.hour}:${parts.minute}`;
}

/** How far the zone's clocks are ahead of UTC at this moment, in milliseconds. */
function offsetAt(ms: number, zone: string): number {
  const { year, month, day, hour, minute } = wallClock(ms, zone);
  return Date.parse(`${year}-${month}-${day}T${hour}:${minute}:00Z`) - ms;
}

function wallClock(ms: number, zone: string) {
  const format = new Intl.DateTimeFormat("sv-SE", {
    timeZone: zone,
    year: "numeric",
    month: "2-digit",
    day: "2-digit",
    hour: "2-digit",
    minute: "2-digit",
    hourCycle: "h23",
  });
  const parts = new Map(format.formatToParts(ms).map(({ type, value }) => [type, value]));
  const of = (type: Intl.DateTimeFormatPartTypes) => parts.get(type) ?? "";
  return {
    year: of("year"),
    month: of("month"),
    day: of("day"),
    hour: of("hour"),
    minute: of("minute"),
  };
}
