import { LINK_GRACE_DAYS } from "#features/people/people.ts";
import { linkAddress, makeLink, siteAddress } from "#features/people/server/api.ts";
import type { SeenPlacement } from "#features/placements/server/api.ts";
import { m } from "#messages/server";
import type { DeedContext } from "#server/deed.ts";
import { isLanguage } from "#shared/language.ts";
import type { Party } from "../plan.ts";
import type { PersonRow } from "./plan.queries.ts";
import * as queries from "./plan.queries.ts";

/**
 * Tells these parties by mail that the plan waits for them: how many lines changed, or that there is a
 * first plan (`changed` null). The tutor gets a personal link, the others sign in as usual.
 */
export async function tellParties(
  context: DeedContext,
  placement: SeenPlacement,
  parties: readonly Party[],
  changed: number | null,
): Promise<void> {
  const ids = parties.flatMap((party) => seatOf(placement, party) ?? []);
  if (ids.length === 0) return;
  const people = await queries.listPeople(context.tx, [...ids, placement.student_id]);
  const student = people.find(({ id }) => id === placement.student_id)?.given_name ?? "";
  for (const person of people.filter(({ id }) => ids.includes(id))) {
    await tell(context, placement, person, { student, changed });
  }
}

function seatOf(placement: SeenPlacement, party: Party): string | null {
  const seats = {
    student: placement.student_id,
    tutor: placement.tutor_id,
    teacher: placement.teacher_id,
  };
  return seats[party];
}

type News = { readonly student: string; readonly changed: number | null };

async function tell(
  context: DeedContext,
  placement: SeenPlacement,
  person: PersonRow,
  { student, changed }: News,
): Promise<void> {
  if (person.email === null) return;
  const { actor, mail } = context;
  const language = isLanguage(person.language) ? person.language : "fi";
  const locale = { locale: language } as const;
  const link = await addressFor(context, placement, person.id);
  const words = {
    name: person.given_name,
    student,
    sender: actor.actingName ?? actor.givenName,
    link,
  };
  await mail({
    providerId: placement.provider_id,
    personId: person.id,
    to: person.email,
    language,
    template: changed === null ? "plan_first" : "plan_changed",
    subject:
      changed === null
        ? m.plan_mail_first_subject({ student }, locale)
        : m.plan_mail_changed_subject({ student }, locale),
    body:
      changed === null
        ? m.plan_mail_first_body(words, locale)
        : m.plan_mail_changed_body({ ...words, count: changed }, locale),
  });
}

async function addressFor(
  { tx, actor, at, house }: DeedContext,
  placement: SeenPlacement,
  personId: string,
): Promise<string> {
  if (personId !== placement.tutor_id)
    return `${siteAddress(house)}/placements/${placement.id}/plan`;
  const provider = await queries.findProvider(tx, placement.provider_id);
  const lastDay = Temporal.PlainDate.from(placement.ends_on).add({ days: LINK_GRACE_DAYS });
  const token = await makeLink(tx, at, {
    providerId: placement.provider_id,
    personId,
    placementId: placement.id,
    expiresAt: lastDay.toZonedDateTime(provider.time_zone).toInstant(),
    createdBy: actor.personId,
  });
  return linkAddress(house, token);
}
