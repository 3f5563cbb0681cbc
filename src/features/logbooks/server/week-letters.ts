import { LINK_GRACE_DAYS } from "#features/people/people.ts";
import { linkAddress, makeLink, siteAddress } from "#features/people/server/api.ts";
import type { SeenPlacement } from "#features/placements/server/api.ts";
import { m } from "#messages/server";
import type { Tx } from "#server/database/database.ts";
import type { DeedContext } from "#server/deed.ts";
import type { House } from "#server/house.ts";
import type { Mail } from "#server/mail.ts";
import { isLanguage, type Language } from "#shared/language.ts";
import { type IsoWeek, partsOf } from "#shared/week.ts";
import * as queries from "./letter.queries.ts";

/** Letters about weeks: each is in its reader's language and carries a link that shows and never acts. */

export type LinkedPlacement = {
  readonly id: string;
  readonly provider_id: string;
  readonly ends_on: string;
};

/** A personal link for the tutor of one placement; it lives a month beyond the last day. */
export async function linkFor(
  house: House,
  tx: Tx,
  at: Temporal.Instant,
  placement: LinkedPlacement,
  seat: { readonly personId: string; readonly createdBy: string; readonly week: IsoWeek },
): Promise<string> {
  const lastDay = Temporal.PlainDate.from(placement.ends_on).add({ days: LINK_GRACE_DAYS });
  const graceEnd = lastDay.toZonedDateTime("UTC").toInstant();
  const soonest = at.add({ hours: LINK_GRACE_DAYS * 24 });
  const token = await makeLink(tx, at, {
    providerId: placement.provider_id,
    personId: seat.personId,
    placementId: placement.id,
    expiresAt: Temporal.Instant.compare(graceEnd, soonest) < 0 ? soonest : graceEnd,
    createdBy: seat.createdBy,
  });
  return `${linkAddress(house, token)}?to=${pagePath(placement.id, seat.week)}`;
}

export type WaitingWeek = {
  readonly student: string;
  readonly minutes: number;
  readonly link: string;
};

export type LetterReader = {
  readonly personId: string;
  readonly givenName: string;
  readonly email: string;
  readonly language: string;
};

/** The letter that brings one or more students' weeks to their tutor. */
export function weekLetter(
  reader: LetterReader,
  providerId: string | null,
  week: IsoWeek,
  weeks: readonly WaitingWeek[],
): Mail {
  const language = languageOf(reader.language);
  const locale = { locale: language } as const;
  const { number } = partsOf(week);
  const rows = weeks.map(({ student, minutes, link }) =>
    m.logbook_mail_week_row(
      { student, week: number, hours: hoursText(minutes, language), link },
      locale,
    ),
  );
  const [first] = weeks;
  const subject =
    weeks.length === 1 && first !== undefined
      ? m.logbook_mail_week_subject({ student: first.student, week: number }, locale)
      : m.logbook_mail_weeks_subject({ count: weeks.length, week: number }, locale);
  return {
    providerId,
    personId: reader.personId,
    to: reader.email,
    language,
    template: "week_sent",
    subject,
    body: m.logbook_mail_week_body({ name: reader.givenName, rows: rows.join("\n\n") }, locale),
  };
}

/** "7 h 30" as it is written in a letter. */
function hoursText(minutes: number, locale: Language): string {
  const [hours, rest] = [Math.floor(minutes / 60), minutes % 60];
  return rest === 0
    ? m.logbook_hours_whole({ hours }, { locale })
    : m.logbook_hours_minutes({ hours, minutes: String(rest).padStart(2, "0") }, { locale });
}

function languageOf(text: string): Language {
  return isLanguage(text) ? text : "fi";
}

/** A colleague sat in the tutor's seat: the responsible tutor hears of it and can take it back. */
export async function mailAboutColleague(
  { house, tx, at, actor, mail }: DeedContext,
  placement: SeenPlacement,
  week: IsoWeek,
  colleague: string,
): Promise<void> {
  const { tutor, student } = await queries.findParties(tx, placement);
  if (tutor === null || tutor.email === null) return;
  const seat = { personId: tutor.personId, createdBy: actor.personId, week };
  const link = await linkFor(house, tx, at, placement, seat);
  const language = languageOf(tutor.language);
  const texts = {
    name: tutor.givenName,
    student: student.name,
    week: partsOf(week).number,
    colleague,
    link,
  };
  await mail({
    providerId: placement.provider_id,
    personId: tutor.personId,
    to: tutor.email,
    language,
    template: "week_by_colleague",
    subject: m.logbook_mail_colleague_subject(texts, { locale: language }),
    body: m.logbook_mail_colleague_body(texts, { locale: language }),
  });
}

/** The student has changed a day of a confirmed week: the confirmation stays, and these readers are told. */
export async function mailAboutChange(
  { house, tx, at, actor, mail }: DeedContext,
  placement: SeenPlacement,
  week: IsoWeek,
  readers: readonly ("tutor" | "teacher")[],
): Promise<void> {
  if (readers.length === 0) return;
  const parties = await queries.findParties(tx, placement);
  for (const party of readers) {
    const reader = parties[party];
    if (reader === null || reader.email === null) continue;
    const seat = { personId: reader.personId, createdBy: actor.personId, week };
    const link =
      party === "tutor"
        ? await linkFor(house, tx, at, placement, seat)
        : `${siteAddress(house)}${pagePath(placement.id, week)}`;
    const language = languageOf(reader.language);
    const texts = {
      name: reader.givenName,
      student: parties.student.name,
      week: partsOf(week).number,
      link,
    };
    await mail({
      providerId: placement.provider_id,
      personId: reader.personId,
      to: reader.email,
      language,
      template: "week_changed",
      subject: m.logbook_mail_changed_subject(texts, { locale: language }),
      body: m.logbook_mail_changed_body(texts, { locale: language }),
    });
  }
}

function pagePath(placementId: string, week: IsoWeek): string {
  return `/placements/${placementId}/weeks/${week}`;
}
