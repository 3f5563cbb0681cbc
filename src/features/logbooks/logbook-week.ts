import type { PlacementState } from "#features/placements/placement.ts";
import { accept, type Outcome, type Refusal, refuse } from "#shared/outcome.ts";
import { type IsoWeek, mondayOf, weekOf } from "#shared/week.ts";

/** A week on its way: written by the student, sent to the tutor, confirmed, read by the teacher. */

export const CONFIRMATION_KINDS = ["ok", "exceptions"] as const;
export type ConfirmationKind = (typeof CONFIRMATION_KINDS)[number];

/** Minutes in which a confirmation can be taken back, if the teacher has not read it before. */
export const UNDO_MINUTES = 10;
/** Hours between two letters about the same week. */
export const SENDING_COOLDOWN_HOURS = 24;

export type WeekFacts = {
  readonly week: IsoWeek;
  readonly state: PlacementState;
  readonly startsOn: Temporal.PlainDate;
  readonly endsOn: Temporal.PlainDate;
  readonly today: Temporal.PlainDate;
  /** Days of the week with an entry, absences included. */
  readonly entries: number;
  /** When the server got the newest text of any day of the week. */
  readonly writtenAt: Temporal.Instant | null;
  readonly sentAt: Temporal.Instant | null;
  readonly confirmation: { readonly kind: ConfirmationKind; readonly at: Temporal.Instant } | null;
  readonly readAt: Temporal.Instant | null;
};

export type WeekRefusal = Refusal<
  "week_outside" | "week_in_future" | "not_running" | "nothing_written"
>;

/** First and last day of a placement in a week, or null when it has none there. */
export function daysInside(
  week: IsoWeek,
  { startsOn, endsOn }: Pick<WeekFacts, "startsOn" | "endsOn">,
): { first: Temporal.PlainDate; last: Temporal.PlainDate } | null {
  const monday = mondayOf(week);
  const sunday = monday.add({ days: 6 });
  const first = Temporal.PlainDate.compare(monday, startsOn) < 0 ? startsOn : monday;
  const last = Temporal.PlainDate.compare(sunday, endsOn) > 0 ? endsOn : sunday;
  return Temporal.PlainDate.compare(first, last) > 0 ? null : { first, last };
}

function judgeWeek(facts: WeekFacts): Outcome<true, WeekRefusal> {
  if (daysInside(facts.week, facts) === null) return refuse("week_outside");
  if (Temporal.PlainDate.compare(mondayOf(facts.week), facts.today) > 0) {
    return refuse("week_in_future", { week: weekOf(facts.today) });
  }
  if (!HAS_WEEKS.includes(facts.state)) return refuse("not_running", { state: facts.state });
  return facts.entries === 0 ? refuse("nothing_written") : accept(true);
}

/** The last week is sent and confirmed after the end; a terminated placement's days were worked too. */
const HAS_WEEKS: readonly PlacementState[] = ["running", "ended", "terminated"];

export type Confirming = "confirm" | "again" | "present";

/**
 * What a confirmation does: a week is confirmed once, so a repeated one answers with the present state.
 * Exceptions are the one thing that reopens: when the student has corrected a day since, the tutor looks again.
 */
export function judgeConfirming(facts: WeekFacts): Outcome<Confirming, WeekRefusal> {
  const { confirmation } = facts;
  if (confirmation === null) {
    const open = judgeWeek(facts);
    return open.ok ? accept("confirm") : open;
  }
  return accept(wasCorrected(facts) && facts.state !== "closed" ? "again" : "present");
}

/** The student has written after the tutor's exceptions. */
export function wasCorrected({ confirmation, writtenAt }: WeekFacts): boolean {
  return (
    confirmation?.kind === "exceptions" &&
    writtenAt !== null &&
    Temporal.Instant.compare(writtenAt, confirmation.at) > 0
  );
}

export type UndoRefusal = Refusal<"undo_too_late" | "already_read">;

/** A confirmation can be taken back for ten minutes, until the teacher has read the week. */
export function judgeUndo(
  { confirmation, readAt }: WeekFacts,
  at: Temporal.Instant,
): Outcome<"undo" | "present", UndoRefusal> {
  if (confirmation === null) return accept("present");
  if (readAt !== null) return refuse("already_read", { at: readAt.toString() });
  const until = undoUntil(confirmation.at);
  return Temporal.Instant.compare(at, until) > 0
    ? refuse("undo_too_late", { until: until.toString() })
    : accept("undo");
}

export function undoUntil(confirmedAt: Temporal.Instant): Temporal.Instant {
  return confirmedAt.add({ minutes: UNDO_MINUTES });
}

export type Sending = "send" | "again" | "present";

/**
 * Sending the week to the tutor. Sent again after a day it is a reminder; sooner, or when the tutor has
 * confirmed, it answers with the present state.
 */
export function judgeSending(
  facts: WeekFacts,
  lastLetterAt: Temporal.Instant | null,
  at: Temporal.Instant,
): Outcome<Sending, WeekRefusal> {
  if (facts.confirmation !== null) return accept("present");
  const open = judgeWeek(facts);
  if (!open.ok) return open;
  if (facts.sentAt === null) return accept("send");
  const rests = sendAgainFrom(lastLetterAt ?? facts.sentAt);
  return accept(Temporal.Instant.compare(at, rests) < 0 ? "present" : "again");
}

export function sendAgainFrom(lastLetterAt: Temporal.Instant): Temporal.Instant {
  return lastLetterAt.add({ hours: SENDING_COOLDOWN_HOURS });
}

/** The teacher reads after the tutor; reading twice is reading once. */
export function judgeReading({
  confirmation,
  readAt,
}: WeekFacts): Outcome<"read" | "present", Refusal<"not_confirmed">> {
  if (readAt !== null) return accept("present");
  return confirmation === null ? refuse("not_confirmed") : accept("read");
}

/**
 * The week that goes to tutors by itself at this time at a provider, or null: the present one on Friday
 * from 14:30, and on Monday morning the one before, for what was written after that or when the server stood still.
 * Letters go out within office hours only.
 */
export function weekDueAt(now: Temporal.ZonedDateTime): IsoWeek | null {
  const time = now.toPlainTime();
  const between = (from: string, to: string): boolean =>
    Temporal.PlainTime.compare(time, Temporal.PlainTime.from(from)) >= 0 &&
    Temporal.PlainTime.compare(time, Temporal.PlainTime.from(to)) < 0;
  if (now.dayOfWeek === 5 && between("14:30", "17:00")) return weekOf(now.toPlainDate());
  if (now.dayOfWeek === 1 && between("07:00", "10:00")) {
    return weekOf(now.toPlainDate().subtract({ days: 7 }));
  }
  return null;
}

export type MarkState = "open" | "turn" | "done" | "disagrees";

/** The three marks of a week: the student wrote and sent it, the tutor confirmed, the teacher read. */
export function marksOf(facts: Pick<WeekFacts, "sentAt" | "confirmation" | "readAt">): {
  student: MarkState;
  tutor: MarkState;
  teacher: MarkState;
} {
  const { sentAt, confirmation, readAt } = facts;
  const sent = sentAt !== null || confirmation !== null;
  return {
    student: sent ? "done" : "turn",
    tutor: markOfTutor(sent, confirmation?.kind ?? null),
    teacher: readAt !== null ? "done" : confirmation === null ? "open" : "turn",
  };
}

function markOfTutor(sent: boolean, kind: ConfirmationKind | null): MarkState {
  if (kind === "ok") return "done";
  if (kind === "exceptions") return "disagrees";
  return sent ? "turn" : "open";
}

export type WeekException = { readonly day: string; readonly text: string };

/** Exceptions as stored in week_confirmation.exceptions; what has another shape is left out. */
export function readExceptions(stored: unknown): WeekException[] {
  if (!Array.isArray(stored)) return [];
  return stored.flatMap((entry: unknown): WeekException[] => {
    if (typeof entry !== "object" || entry === null || !("day" in entry) || !("text" in entry))
      return [];
    const { day, text } = entry;
    return typeof day === "string" && typeof text === "string" ? [{ day, text }] : [];
  });
}
