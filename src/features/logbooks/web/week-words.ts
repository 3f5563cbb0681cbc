import { m } from "#messages/web";
import type { AnswerOf } from "#web/request.ts";
import type { readWeek } from "../logbook.contract.ts";

export type WeekView = AnswerOf<typeof readWeek>;
export type DayOfWeek = WeekView["days"][number];
export type Level = "alone" | "help" | "not_yet";
type Absence = NonNullable<DayOfWeek["absence"]>;

/** Path of the read that this page's deeds change. */
export const WEEK_PATH = "/api/placements/{placementId}/weeks/{week}";

/** "2026-W47" -> 47 */
export function weekNumber(week: string): number {
  return Number(week.slice(6));
}

export function weekHref(placementId: string, week: string): string {
  return `/placements/${placementId}/weeks/${week}`;
}

export function dayHref(placementId: string, day: string): string {
  return `/placements/${placementId}/days/${day}`;
}

export function levelText(level: Level): string {
  if (level === "alone") return m.logbook_level_alone();
  return level === "help" ? m.logbook_level_help() : m.logbook_level_not_yet();
}

export function absenceText(absence: Absence): string {
  if (absence === "illness") return m.logbook_absent_illness();
  return absence === "family" ? m.logbook_absent_family() : m.logbook_absent_school();
}

/** First name of the tutor, or the word while nobody is named. */
export function tutorName(view: { tutor: { givenName: string } | null }): string {
  return view.tutor?.givenName ?? m.logbook_tutor_unnamed();
}

/** Who confirmed, by the name they go by: a colleague in the seat by their own. */
export function confirmerName({ by }: NonNullable<WeekView["confirmation"]>): string {
  return by.actingName ?? by.givenName;
}

/** Why the tutor cannot confirm yet, in words; undefined when it is no matter of waiting. */
export function waitText(reason: string, student: string): string | undefined {
  if (reason === "nothing_written") return m.logbook_reason_nothing_written({ name: student });
  if (reason === "week_in_future") return m.logbook_reason_week_in_future();
  if (reason === "not_running") return m.logbook_reason_not_running();
  return reason === "name_needed" ? m.logbook_reason_name_needed() : undefined;
}
