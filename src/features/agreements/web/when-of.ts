import { atClock, dayNumber, localDay } from "#web/ui/format.ts";

/** "26.11. klo 21.01" */
export function whenOf(at: string, timeZone: string): string {
  return `${dayNumber(localDay(at, timeZone))} ${atClock(at)}`;
}
