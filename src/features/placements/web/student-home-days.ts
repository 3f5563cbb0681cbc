import { m } from "#messages/web";
import type { AnswerOf } from "#web/request.ts";
import type { DayOfStrip } from "#web/ui/day-strip.tsx";
import { addDays, dayNumber, hours, localDay, mondayOf } from "#web/ui/format.ts";
import type { readStudentHome } from "../placement-views.contract.ts";
import type { Placement } from "./placement-page-answer.ts";
import { awayText } from "./state-text.ts";

export type Entry = AnswerOf<typeof readStudentHome>["entries"][number];

const WORKING_DAYS = 5;

/** Whether the day may be written now: the placement runs, and the day is in it and no interruption. */
export function isDayToWrite(placement: Placement, day: string): boolean {
  return placement.state === "running" && isInside(placement, day) && !awayOn(placement, day);
}

function isInside({ startsOn, endsOn }: Placement, day: string): boolean {
  return startsOn <= day && day <= endsOn;
}

function awayOn({ interruptions }: Placement, day: string) {
  return interruptions.find(
    ({ startsOn, endsOn }) => startsOn <= day && (endsOn === null || day <= endsOn),
  );
}

/** The days of the present week: Monday to Friday, and a weekend day when something is written. */
export function stripDays(placement: Placement, entries: readonly Entry[]): DayOfStrip[] {
  const monday = mondayOf(placement.today);
  return Array.from({ length: 7 }, (_, index) => addDays(monday, index)).flatMap((on, index) => {
    const entry = entries.find(({ day }) => day === on);
    if (index >= WORKING_DAYS && !entry && on !== placement.today) return [];
    return [
      { on, href: `/placements/${placement.id}/days/${on}`, ...lookOf(placement, on, entry) },
    ];
  });
}

function lookOf(
  placement: Placement,
  on: string,
  entry: Entry | undefined,
): Pick<DayOfStrip, "state" | "text"> {
  if (entry?.absence) return { state: "off", text: awayText(entry.absence) };
  if (entry) return { state: "done", text: hours(entry.minutes) };
  const away = awayOn(placement, on);
  if (away) return { state: "off", text: awayText(away.reason) };
  if (!isInside(placement, on)) return { state: "off", text: "–" };
  if (on === placement.today) return { state: "open", text: m.student_home_day_today() };
  return {
    state: "open",
    text: on < placement.today ? m.student_home_day_write() : dayNumber(on),
  };
}

/** Planned talks from today on, the next one first. */
export function comingTalks(talks: Placement["talks"], today: string): Placement["talks"] {
  return talks
    .filter(
      ({ heldAt, plannedAt }) =>
        heldAt === null && plannedAt !== null && localDay(plannedAt) >= today,
    )
    .toSorted((a, b) => (a.plannedAt ?? "").localeCompare(b.plannedAt ?? ""));
}
