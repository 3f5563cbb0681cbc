import { LINK_GRACE_DAYS } from "#features/people/people.ts";
import { linkAddress, makeLink, siteAddress } from "#features/people/server/api.ts";
import { m } from "#messages/server";
import { asApp, type Tx } from "#server/database/database.ts";
import type { House } from "#server/house.ts";
import { type MailPart, queueMail } from "#server/mail.ts";
import { isLanguage, type Language } from "#shared/language.ts";
import { type Notice, type Step, stepsFor, type Told, uidOf, type Wanted } from "../calendar.ts";
import type { Ground } from "./calendar.queries.ts";
import * as queries from "./calendar.queries.ts";
import { icsOf, type Mailbox } from "./ics.ts";
import {
  collegeName,
  kindNamed,
  placeNamed,
  placeText,
  spanOf,
  talkName,
  whenText,
} from "./talk-words.ts";

export async function startCalendars(house: House): Promise<void> {
  await house.jobs.work("calendar.tell", calendarWorker(house));
}

/**
 * Brings one placement's calendars up to date: invitations and cancellations go into the outbox in the same
 * transaction that notes what was told, so a job that runs twice or is killed sends nothing twice.
 */
export function calendarWorker(house: House): (payload: unknown) => Promise<void> {
  return async (payload) => {
    const ids = idsOf(payload);
    if (ids === undefined) return;
    const at = house.clock.now();
    const sight = { personId: null, providerIds: [ids.providerId] };
    await asApp(house.db, sight, async (tx) => {
      const ground = await queries.lockGround(tx, ids.placementId);
      if (ground === undefined) return;
      const told = (await queries.listTold(tx, ground)).map(toldOf);
      for (const step of stepsFor(told, await wantedOf(tx, ground), at)) {
        await take(house, tx, ground, step, at);
      }
    });
  };
}

function idsOf(payload: unknown): { placementId: string; providerId: string } | undefined {
  if (typeof payload !== "object" || payload === null) return undefined;
  const { placementId, providerId } = { placementId: null, providerId: null, ...payload };
  if (typeof placementId !== "string" || typeof providerId !== "string") return undefined;
  return { placementId, providerId };
}

type ToldRow = Awaited<ReturnType<typeof queries.listTold>>[number];

function toldOf(row: ToldRow): Told {
  return {
    talkId: row.talk_id,
    sequence: row.sequence,
    kind: kindNamed(row.kind),
    at: row.starts_at,
    minutes: row.minutes,
    place: placeNamed(row.place),
    people: row.people,
    cancelled: row.cancelled_at !== null,
  };
}

/** Of a placement that was called off nothing is wanted any more. */
async function wantedOf(tx: Tx, ground: Ground): Promise<Wanted[]> {
  if (queries.CALLED_OFF.some((state) => state === ground.state)) return [];
  const people = [ground.student_id, ground.tutor_id, ground.teacher_id].flatMap((id) => id ?? []);
  const talks = await queries.listOpenTalks(tx, ground);
  return talks.flatMap(({ id, kind, planned_at, minutes, place }) =>
    planned_at === null
      ? []
      : [
          {
            talkId: id,
            kind: kindNamed(kind),
            at: planned_at,
            minutes,
            place: placeNamed(place),
            people,
          },
        ],
  );
}

async function take(
  house: House,
  tx: Tx,
  ground: Ground,
  { notices, told }: Step,
  at: Temporal.Instant,
): Promise<void> {
  for (const notice of notices) {
    for (const person of await queries.listReceivers(tx, notice)) {
      await send(house, tx, ground, notice, person, at);
    }
  }
  await queries.saveTold(tx, ground, told, at.toString());
}

type Receiver = Awaited<ReturnType<typeof queries.listReceivers>>[number];

async function send(
  house: House,
  tx: Tx,
  ground: Ground,
  notice: Notice,
  person: Receiver,
  at: Temporal.Instant,
): Promise<void> {
  if (person.email === null) return;
  const language = isLanguage(person.language) ? person.language : "fi";
  const isCancelled = notice.method === "CANCEL";
  const link = isCancelled ? "" : await addressFor(house, tx, ground, person.id, at);
  const words = wordsOf(ground, notice, language);
  const text = { ...words, name: person.given_name, link };
  const locale = { locale: language } as const;
  const attendee = { name: `${person.given_name} ${person.family_name}`, email: person.email };
  await queueMail(house, tx, at, {
    providerId: ground.provider_id,
    personId: person.id,
    to: person.email,
    language,
    template: isCancelled ? "talk_cancelled" : "talk_invited",
    subject: isCancelled
      ? m.calendar_mail_cancelled_subject(words, locale)
      : notice.sequence === 0
        ? m.calendar_mail_new_subject(words, locale)
        : m.calendar_mail_moved_subject(words, locale),
    body: isCancelled
      ? m.calendar_mail_cancelled_body(text, locale)
      : m.calendar_mail_body(text, locale),
    parts: calendarParts(fileFor(house, ground, notice, attendee, language, at), notice.method),
  });
}

function wordsOf(ground: Ground, { talk }: Notice, language: Language) {
  const { starts, minutes } = spanOf(talk, ground.time_zone);
  return {
    talk: talkName(talk.kind, language),
    student: ground.student_name,
    when: whenText(starts, minutes, language),
    place: placeText(ground, talk.place, language),
  };
}

/**
 * The organizer is the college at the address that sends, so that nobody receives a meeting they seem to
 * have called; the only attendee is the receiver, so that no address of another lands in their calendar.
 */
function fileFor(
  house: House,
  ground: Ground,
  { method, sequence, talk }: Notice,
  attendee: Mailbox,
  language: Language,
  at: Temporal.Instant,
): string {
  const { student, ...words } = wordsOf(ground, { method, sequence, talk, to: [] }, language);
  return icsOf({
    method,
    organizer: { name: collegeName(ground, language), email: bareAddress(house.config.mailFrom) },
    attendee,
    appointments: [
      {
        uid: uidOf(talk.talkId),
        sequence,
        stamp: at,
        summary: `${words.talk}: ${student}`,
        description: m.calendar_description(
          { link: `${siteAddress(house)}/placements/${ground.id}/plan` },
          { locale: language },
        ),
        location: words.place || null,
        ...spanOf(talk, ground.time_zone),
      },
    ],
  });
}

/** "Kisälli <kisalli@example.org>" -> "kisalli@example.org" */
function bareAddress(from: string): string {
  return /<([^<>]+)>\s*$/.exec(from)?.[1] ?? from.trim();
}

/** The calendar's own reading of the letter, and the same as a file for those who open attachments. */
function calendarParts(ics: string, method: Notice["method"]): MailPart[] {
  const bytes = Buffer.from(ics);
  return [
    {
      kind: "alternative",
      fileName: "talk.ics",
      mediaType: `text/calendar; charset=utf-8; method=${method}`,
      bytes,
    },
    { kind: "attachment", fileName: "talk.ics", mediaType: "application/ics", bytes },
  ];
}

/** The tutor gets a personal link; students and teachers sign in as usual. */
async function addressFor(
  house: House,
  tx: Tx,
  ground: Ground,
  personId: string,
  at: Temporal.Instant,
): Promise<string> {
  if (personId !== ground.tutor_id) return `${siteAddress(house)}/placements/${ground.id}/plan`;
  const lastDay = Temporal.PlainDate.from(ground.ends_on).add({ days: LINK_GRACE_DAYS });
  const token = await makeLink(tx, at, {
    providerId: ground.provider_id,
    personId,
    placementId: ground.id,
    expiresAt: lastDay.toZonedDateTime(ground.time_zone).toInstant(),
    createdBy: ground.teacher_id,
  });
  return linkAddress(house, token);
}
