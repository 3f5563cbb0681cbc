import { dayIn } from "#features/agreements/template-placeholders.ts";
import { LINK_GRACE_DAYS } from "#features/people/people.ts";
import { linkAddress, makeLink, siteAddress } from "#features/people/server/api.ts";
import { m } from "#messages/server";
import { dayAt } from "#server/clock.ts";
import type { DeedContext } from "#server/deed.ts";
import { isLanguage, type Language } from "#shared/language.ts";
import type { SeenPlacement } from "./api.ts";
import { findWhoAndWhere } from "./placement.queries.ts";

const ZONE = "Europe/Helsinki";

/** Somebody a letter goes to: their given name, address and language. */
export type Receiver = {
  readonly id: string;
  readonly givenName: string;
  readonly email: string;
  readonly language: Language;
};

/** The receiver, or null when no address is on file. */
export async function findReceiver(
  { tx }: DeedContext,
  personId: string,
): Promise<Receiver | null> {
  const { id, given_name, email, language } = await tx
    .selectFrom("person")
    .select(["id", "given_name", "email", "language"])
    .where("id", "=", personId)
    .executeTakeFirstOrThrow();
  if (email === null) return null;
  return { id, givenName: given_name, email, language: isLanguage(language) ? language : "fi" };
}

/** Where a letter leads: a tutor gets a personal link, students and teachers sign in as usual. */
export async function addressFor(
  { tx, at, house, actor }: DeedContext,
  placement: SeenPlacement,
  personId: string,
): Promise<string> {
  if (personId !== placement.tutor_id) return `${siteAddress(house)}/placements/${placement.id}`;
  const token = await makeLink(tx, at, {
    providerId: placement.provider_id,
    personId,
    placementId: placement.id,
    expiresAt: expiryOf(placement, at),
    createdBy: actor.personId,
  });
  return linkAddress(house, token);
}

/** A month after the last day, so that the last week can be confirmed, and never less than a month from now. */
function expiryOf(placement: SeenPlacement, at: Temporal.Instant): Temporal.Instant {
  const lastDay = Temporal.PlainDate.from(placement.ends_on);
  const today = dayAt(at, ZONE);
  const later = Temporal.PlainDate.compare(lastDay, today) > 0 ? lastDay : today;
  return later.add({ days: LINK_GRACE_DAYS }).toZonedDateTime(ZONE).toInstant();
}

/** Student and tutor learn by letter which days the placement stands still; why is not written. */
export async function tellOfAway(
  context: DeedContext,
  placement: SeenPlacement,
  { startsOn, endsOn }: { readonly startsOn: string; readonly endsOn: string | null },
): Promise<void> {
  const { student } = await findWhoAndWhere(context.tx, placement);
  for (const personId of [placement.student_id, placement.tutor_id]) {
    const receiver = personId === null ? null : await findReceiver(context, personId);
    if (receiver === null) continue;
    const locale = { locale: receiver.language } as const;
    const words = {
      name: receiver.givenName,
      student,
      from: dayIn(startsOn, receiver.language),
      to: endsOn === null ? m.mail_away_open({}, locale) : dayIn(endsOn, receiver.language),
      link: await addressFor(context, placement, receiver.id),
    };
    await context.mail({
      providerId: placement.provider_id,
      personId: receiver.id,
      to: receiver.email,
      language: receiver.language,
      template: "away",
      subject: m.mail_away_subject(words, locale),
      body: m.mail_away_body(words, locale),
    });
  }
}
