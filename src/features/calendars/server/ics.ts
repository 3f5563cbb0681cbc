import { generateIcsCalendar, type IcsEvent } from "ts-ics";
import { timeZoneLines } from "./time-zone.ts";

/** Adapter to ts-ics, which speaks Date: allowed here. */

export type Appointment = {
  readonly uid: string;
  readonly sequence: number;
  /** When this revision came to be. */
  readonly stamp: Temporal.Instant;
  readonly summary: string;
  readonly description: string;
  readonly location: string | null;
} & (
  | { readonly starts: Temporal.ZonedDateTime; readonly minutes: number }
  | { readonly from: Temporal.PlainDate; readonly to: Temporal.PlainDate }
);

export type Mailbox = { readonly name: string; readonly email: string };

export type IcsFile = {
  readonly method: "REQUEST" | "CANCEL" | "PUBLISH";
  /** What the calendar is called where a feed is followed. */
  readonly name?: string;
  readonly organizer?: Mailbox;
  readonly attendee?: Mailbox;
  readonly appointments: readonly Appointment[];
};

/**
 * The file as RFC 5545 wants it: local times with the zone's rule in the file, stamps in UTC, lines of at
 * most 75 octets. ts-ics folds by characters and leaves names unquoted, so both are done here.
 */
export function icsOf(file: IcsFile): string {
  const zones = new Set(file.appointments.flatMap((one) => zonesOf(one)));
  const text = generateIcsCalendar({
    version: "2.0",
    prodId: "-//Kisalli//Kisalli//EN",
    method: file.method,
    ...(file.name === undefined ? {} : { name: clean(file.name) }),
    events: file.appointments.map((one) => eventOf(file, one)),
  });
  const lines = text.replace(/\r?\n[ \t]/g, "").split(/\r?\n/);
  const at = lines.indexOf("BEGIN:VEVENT");
  lines.splice(at < 0 ? lines.length : at, 0, ...[...zones].flatMap(timeZoneLines));
  return lines
    .filter((line) => line !== "")
    .map((line) => `${fold(line)}\r\n`)
    .join("");
}

function zonesOf(appointment: Appointment): string[] {
  if (!("starts" in appointment)) return [];
  const { timeZoneId } = appointment.starts;
  return timeZoneLines(timeZoneId).length > 0 ? [timeZoneId] : [];
}

function eventOf({ method, organizer, attendee }: IcsFile, one: Appointment): IcsEvent {
  return {
    uid: one.uid,
    sequence: one.sequence,
    stamp: { date: dateOf(one.stamp) },
    lastModified: { date: dateOf(one.stamp) },
    summary: clean(one.summary),
    description: clean(one.description),
    ...(one.location === null ? {} : { location: clean(one.location) }),
    status: method === "CANCEL" ? "CANCELLED" : "CONFIRMED",
    ...spanOf(one),
    ...(organizer === undefined
      ? {}
      : { organizer: { name: quoted(organizer.name), email: organizer.email } }),
    ...(attendee === undefined ? {} : { attendees: [attendeeOf(attendee)] }),
  };
}

function attendeeOf({ name, email }: Mailbox) {
  return {
    name: quoted(name),
    email,
    role: "REQ-PARTICIPANT",
    cutype: "INDIVIDUAL",
    partstat: "NEEDS-ACTION",
    rsvp: false,
  } as const;
}

function spanOf(one: Appointment) {
  if (!("starts" in one)) {
    const day = (date: Temporal.PlainDate) =>
      ({ type: "DATE", date: dateOf(date.toZonedDateTime("UTC").toInstant()) }) as const;
    return { start: day(one.from), end: day(one.to.add({ days: 1 })) };
  }
  return { start: moment(one.starts), end: moment(one.starts.add({ minutes: one.minutes })) };
}

/** Wall time with its zone where the file can carry the zone's rule, else UTC. */
function moment(at: Temporal.ZonedDateTime) {
  const date = dateOf(at.toInstant());
  if (timeZoneLines(at.timeZoneId).length === 0) return { date };
  const wall = at.toPlainDateTime().toZonedDateTime("UTC").toInstant();
  return {
    date,
    local: {
      date: dateOf(wall),
      timezone: at.timeZoneId,
      tzoffset: at.offset.replace(":", ""),
    },
  };
}

function dateOf(instant: Temporal.Instant): Date {
  return new Date(instant.epochMilliseconds);
}

/** A parameter may hold neither quotes nor controls (RFC 5545 §3.2); in quotes all else is text. */
function quoted(name: string): string {
  return `"${clean(name).replaceAll('"', "'").replaceAll("\n", " ")}"`;
}

function clean(text: string): string {
  return text.replace(/\r\n?/g, "\n").replace(/(?!\n)\p{Cc}/gu, " ");
}

const LONGEST_LINE = 75;

/** Folds at 75 octets and never inside a character: an ä is two of them. */
function fold(line: string): string {
  const folded = [""];
  let room = LONGEST_LINE;
  for (const character of line) {
    const octets = Buffer.byteLength(character);
    if (octets > room) {
      folded.push("");
      // The blank that opens a continued line is one of its octets.
      room = LONGEST_LINE - 1;
    }
    folded[folded.length - 1] += character;
    room -= octets;
  }
  return folded.join("\r\n ");
}
