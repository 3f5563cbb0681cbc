/**
 * Words for the life of a placement, its weeks, talks and joint deeds: codes of the answers to
 * sentences in the reader's language.
 */
import { m } from "#messages/web";
import { addDays, mondayOf, names } from "#web/ui/format.ts";
import type { Basis, PlacementState } from "../placement.ts";
import type { WeekState } from "../weeks.ts";

type TalkKind = "start" | "mid" | "end" | "other";

/** "Running", "Being planned" */
export function stateText(state: PlacementState): string {
  return STATES[state]();
}

const STATES: Readonly<Record<PlacementState, () => string>> = {
  proposed: m.state_proposed,
  planning: m.state_planning,
  agreement_out: m.state_agreement_out,
  ready: m.state_ready,
  running: m.state_running,
  ended: m.state_ended,
  closed: m.state_closed,
  cancelled: m.state_cancelled,
  terminated: m.state_terminated,
};

/** The look of the state's badge: a colour only where somebody should look twice. */
export function stateBadge(state: PlacementState): "plain" | "ok" | "stop" {
  if (state === "terminated") return "stop";
  return state === "ready" ? "ok" : "plain";
}

export function basisText(basis: Basis): string {
  return basis === "apprenticeship"
    ? m.state_basis_apprenticeship()
    : m.state_basis_training_agreement();
}

/** "Start talk", "Mid talk"; a kind of a newer server is just a talk. */
export function talkText(kind: string): string {
  return isTalkKind(kind) ? TALKS[kind]() : m.state_talk_other();
}

const TALKS: Readonly<Record<TalkKind, () => string>> = {
  start: m.state_talk_start,
  mid: m.state_talk_mid,
  end: m.state_talk_end,
  other: m.state_talk_other,
};

function isTalkKind(kind: string): kind is TalkKind {
  return Object.hasOwn(TALKS, kind);
}

/** What the last joint deed was: "Plan", "Week 47". */
export function deedText(deed: { kind: "plan" | "week"; week: string | null }): string {
  return deed.kind === "week" && deed.week !== null ? weekText(deed.week) : m.state_plan();
}

/** "2026-W47" as "Week 47" */
export function weekText(week: string): string {
  return m.state_week({ number: weekNumber(week) });
}

/** "2026-W07" -> 7 */
export function weekNumber(week: string): number {
  return Number(week.slice(6));
}

/** "2026-W47" -> "2026-11-16" */
export function mondayOfWeek(week: string): string {
  return addDays(mondayOf(`${week.slice(0, 4)}-01-04`), (weekNumber(week) - 1) * 7);
}

/** One week of the ribbon in words: "Week 47 waits for the tutor." */
export function weekSentence(week: string, state: WeekState): string {
  return weeksSentence([week], state);
}

/** "Weeks 42, 43 and 45 are confirmed." */
export function weeksSentence(weeks: readonly string[], state: WeekState): string {
  const numbers = weeks.map((week) => String(weekNumber(week)));
  return WEEKS[state]({ count: weeks.length, weeks: names(numbers) });
}

const WEEKS: Readonly<Record<WeekState, (inputs: { count: number; weeks: string }) => string>> = {
  confirmed: m.state_weeks_confirmed,
  waits: m.state_weeks_waits,
  missing: m.state_weeks_missing,
  away: m.state_weeks_away,
  now: m.state_weeks_now,
  ahead: m.state_weeks_ahead,
};

/** Why the student was away, in a word for the brackets of the ribbon. */
export function awayText(reason: string | null): string {
  switch (reason) {
    case "illness":
      return m.state_away_illness();
    case "family":
      return m.state_away_family();
    case "holiday":
      return m.state_away_holiday();
    case "school":
      return m.state_away_school();
    default:
      return m.state_away_other();
  }
}

/** "Week 7 of 10" while it runs; "" before the first week and after the last. */
export function weekOfPlacement(ribbon: readonly { week: string }[], today: string): string {
  const monday = mondayOf(today);
  const index = ribbon.findIndex(({ week }) => mondayOfWeek(week) === monday);
  return index < 0 ? "" : m.state_week_of({ week: index + 1, count: ribbon.length });
}

/** A change of the signed agreement that is out, and by name who is awaited. */
export function amendmentText(names: unknown): string {
  return m.attention_amendment({ names: String(names) });
}
