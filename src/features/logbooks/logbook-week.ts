import type { PlacementState } from "#features/placements/placement.ts";
import { accept, type Outcome, type Refusal, refuse } from "#shared/outcome.ts";
import { type IsoWeek, mondayOf, weekOf } from "#shared/week.ts";

/** A week on its way: written by the student, sent to the tutor, confirmed, read by the teacher. */

export const CONFIRMATION_KINDS = ["ok", "exceptions"] as const;
export type ConfirmationKind = (typeof CONFIRMATION_KINDS)[number];

/** Minutes in which a confirmation can be taken back, if the teacher has not read it before. */
const UNDO_MINUTES = 10;
/** Hours between two letters about the same week. */
const SENDING_COOLDOWN_HOURS = 24;

export type WeekFacts = {
  readonly week: IsoWeek;
  readonly state: PlacementState;
  readonly startsOn: Temporal.PlainDate;
  readonly endsOn: Temporal.PlainDate;
  readonly today: Temporal.PlainDate;
  /** Days of the week with an entry, absences included. */
  readonly entries: number;
  /** When the last day of the week arrived for the first time. */
  readonly arrivedAt: Temporal.Instant | null;
  /** When the tutor last got to see a change in a day that had arrived. */
  readonly editedAt: Temporal.Instant | null;
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
 * Only when the student has written since is there something to say again.
 */
export function judgeConfirming(facts: WeekFacts): Outcome<Confirming, WeekRefusal> {
  if (facts.confirmation === null) {
    const open = judgeWeek(facts);
    return open.ok ? accept("confirm") : open;
  }
  return accept(lookAgain(facts) === null ? "present" : "again");
}

/** Why the tutor is asked once more: exceptions were corrected, or a day came that was not there. */
export type LookAgain = "corrected" | "new_day";

/** A text added to a confirmed day asks nobody again; a day that the confirmation cannot have meant does. */
export function lookAgain(
  facts: Pick<WeekFacts, "confirmation" | "arrivedAt" | "editedAt" | "state">,
): LookAgain | null {
  const { confirmation, arrivedAt, editedAt, state } = facts;
  if (confirmation === null || !HAS_WEEKS.includes(state)) return null;
  const since = (at: Temporal.Instant | null): boolean =>
    at !== null && Temporal.Instant.compare(at, confirmation.at) > 0;
  if (confirmation.kind === "exceptions")
    return since(arrivedAt) || since(editedAt) ? "corrected" : null;
  return since(arrivedAt) ? "new_day" : null;
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
 * confirmed what is written, it answers with the present state.
 */
export function judgeSending(
  facts: WeekFacts,
  lastLetterAt: Temporal.Instant | null,
  at: Temporal.Instant,
): Outcome<Sending, WeekRefusal> {
  if (facts.confirmation !== null && lookAgain(facts) === null) return accept("present");
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

const LETTERS_FROM = Temporal.PlainTime.from("14:30");

/** Friday 14:30 of a week at a provider: from then on its letter has gone. */
export function lettersOutAt(week: IsoWeek, timeZone: string): Temporal.Instant {
  const friday = mondayOf(week).add({ days: 4 });
  return friday.toZonedDateTime({ timeZone, plainTime: LETTERS_FROM }).toInstant();
}

/**
 * The week that goes to tutors by itself at this time at a provider, or null: the present one on Friday
 * from 14:30, and on Monday morning the one before, for what was written after that or when the server stood still.
 * Letters go out within office hours only.
 */
export function weekDueAt(now: Temporal.ZonedDateTime): IsoWeek | null {
  const time = now.toPlainTime();
  const between = (from: Temporal.PlainTime, to: string): boolean =>
    Temporal.PlainTime.compare(time, from) >= 0 &&
    Temporal.PlainTime.compare(time, Temporal.PlainTime.from(to)) < 0;
  if (now.dayOfWeek === 5 && between(LETTERS_FROM, "17:00")) return weekOf(now.toPlainDate());
  if (now.dayOfWeek === 1 && between(Temporal.PlainTime.from("07:00"), "10:00")) {
    return weekOf(now.toPlainDate().subtract({ days: 7 }));
  }
  return null;
}

export type MarkState = "open" | "turn" | "done" | "disagrees";

/** The three marks of a week: the student wrote and sent it, the tutor confirmed, the teacher read. */
export function marksOf(
  facts: Pick<WeekFacts, "sentAt" | "confirmation" | "readAt" | "arrivedAt" | "editedAt" | "state">,
): { student: MarkState; tutor: MarkState; teacher: MarkState } {
  const { sentAt, confirmation, readAt } = facts;
  const sent = sentAt !== null || confirmation !== null;
  const answer = lookAgain(facts) === null ? (confirmation?.kind ?? null) : null;
  return {
    student: sent ? "done" : "turn",
    tutor: markOfTutor(sent, answer),
    teacher: markOfTeacher(readAt !== null, answer !== null),
  };
}

function markOfTutor(sent: boolean, answer: ConfirmationKind | null): MarkState {
  if (answer === "ok") return "done";
  if (answer === "exceptions") return "disagrees";
  return sent ? "turn" : "open";
}

function markOfTeacher(read: boolean, answered: boolean): MarkState {
  if (!answered) return "open";
  return read ? "done" : "turn";
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
