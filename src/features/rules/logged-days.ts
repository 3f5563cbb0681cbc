import type { WorkRow } from "./worked-time.ts";

const BREAK = 30;
const FIRST_MINUTE = 0;

/**
 * A logged day has a length but no clock times: it is laid from midnight with a break in the middle, so
 * that rules about lengths count it whole. Rules about the time of day must not be asked of it.
 */
export function loggedRows(date: string, minutes: number): WorkRow[] {
  const half = Math.floor(minutes / 2);
  if (half === 0) return [{ date, start: clock(FIRST_MINUTE), end: clock(minutes) }];
  return [
    { date, start: clock(FIRST_MINUTE), end: clock(half) },
    { date, start: clock(half + BREAK), end: clock(minutes + BREAK) },
  ];
}

function clock(minutes: number): string {
  return Temporal.PlainTime.from("00:00").add({ minutes }).toString({ smallestUnit: "minute" });
}
