import { dayAt } from "#server/clock.ts";
import {
  ABSENCES,
  type Absence,
  AUDIENCES,
  type Audience,
  type DayContent,
  type DayFacts,
  daysLater,
  type Interval,
  isConfirmed,
  readTasks,
  type StoredDay,
} from "../logbook.ts";
import { asKind, asState } from "./week-row.ts";

type DayRow = {
  readonly state: string;
  readonly starts_on: string;
  readonly ends_on: string;
  readonly time_zone: string;
  readonly interruptions: readonly { starts_on: string; ends_on: string | null }[];
};

export function dayFactsOf(row: DayRow, at: Temporal.Instant): DayFacts {
  return {
    state: asState(row.state),
    startsOn: Temporal.PlainDate.from(row.starts_on),
    endsOn: Temporal.PlainDate.from(row.ends_on),
    interruptions: row.interruptions.map(asInterval),
    today: dayAt(at, row.time_zone),
  };
}

export function asInterval(row: { starts_on: string; ends_on: string | null }): Interval {
  return {
    from: Temporal.PlainDate.from(row.starts_on),
    to: row.ends_on === null ? null : Temporal.PlainDate.from(row.ends_on),
  };
}

export type EntryRow = {
  readonly id: string;
  readonly version: number;
  readonly minutes: number;
  readonly absence: string | null;
  readonly tasks: unknown;
  readonly written_at: string;
  readonly received_at: string;
  readonly edited_at: string | null;
  readonly edited_for_tutor_at: string | null;
  readonly paragraphs: readonly { audience: string; text: string }[];
  readonly requirements: readonly { requirement_id: string }[];
};

export function storedDayOf(row: EntryRow, week: ConfirmationRow): StoredDay {
  const { id, version } = row;
  return { entryId: id, version, content: contentOf(row), confirmed: isHoursLocked(row, week) };
}

type ConfirmationRow = { readonly kind: string | null; readonly confirmed_at: string | null };

/** Whether the tutor has found this entry's hours right. */
export function isHoursLocked(
  { received_at }: { readonly received_at: string },
  { kind, confirmed_at }: ConfirmationRow,
): boolean {
  const known = asKind(kind);
  const at = confirmed_at === null ? null : Temporal.Instant.from(confirmed_at);
  const confirmation = known === null || at === null ? null : { kind: known, at };
  return isConfirmed(Temporal.Instant.from(received_at), confirmation);
}

export function contentOf(row: EntryRow): DayContent {
  return {
    minutes: row.minutes,
    absence: asAbsence(row.absence),
    tasks: readTasks(row.tasks),
    paragraphs: row.paragraphs.map(({ audience, text }) => ({
      audience: asAudience(audience),
      text,
    })),
    requirementIds: row.requirements.map(({ requirement_id }) => requirement_id),
  };
}

export function asAbsence(absence: string | null): Absence | null {
  return ABSENCES.find((known) => known === absence) ?? null;
}

/** What is unknown is private: a mistake must not widen who reads. */
export function asAudience(audience: string | null): Audience {
  return AUDIENCES.find((known) => known === audience) ?? "private";
}

/** What a stamp is made of. */
export type Stamped = Pick<EntryRow, "written_at" | "received_at" | "edited_at">;

/** The honest stamp of an entry: when it says it was written, when it arrived, when it last changed. */
export function stampOf(row: Stamped, day: Temporal.PlainDate, timeZone: string) {
  const writtenAt = Temporal.Instant.from(row.written_at);
  const receivedAt = Temporal.Instant.from(row.received_at);
  return {
    writtenAt: writtenAt.toString(),
    receivedAt: receivedAt.toString(),
    writtenDaysLater: daysLater(day, writtenAt.toZonedDateTimeISO(timeZone)),
    receivedDaysLater: daysLater(day, receivedAt.toZonedDateTimeISO(timeZone)),
    editedAt: row.edited_at === null ? null : Temporal.Instant.from(row.edited_at).toString(),
  };
}
