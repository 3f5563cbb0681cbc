import { LINK_GRACE_DAYS } from "#features/people/people.ts";
import { linkAddress, makeLink, siteAddress } from "#features/people/server/api.ts";
import type { SeenPlacement } from "#features/placements/server/api.ts";
import { m } from "#messages/server";
import type { DeedContext } from "#server/deed.ts";
import { isLanguage } from "#shared/language.ts";
import type { Party } from "../plan.ts";
import type { Difference } from "../plan-differences.ts";
import { changeLines, namesFor } from "./change-lines.ts";
import type { PersonRow } from "./plan.queries.ts";
import * as queries from "./plan.queries.ts";

/**
 * Tells these parties by mail that the plan waits for them: which lines changed and how, or that there is a
 * first plan (`changed` null). The tutor gets a personal link, the others sign in as usual.
 */
export async function tellParties(
  context: DeedContext,
  placement: SeenPlacement,
  parties: readonly Party[],
  changed: readonly Difference[] | null,
): Promise<void> {
  const ids = parties.flatMap((party) => seatOf(placement, party) ?? []);
  if (ids.length === 0) return;
  const seats = [placement.student_id, ...(placement.tutor_id ? [placement.tutor_id] : [])];
  const people = await queries.listPeople(context.tx, [...ids, ...seats]);
  const nameOf = (seat: string | null) => people.find(({ id }) => id === seat)?.given_name ?? "";
  const student = nameOf(placement.student_id);
  const tutor = nameOf(placement.tutor_id);
  const names = changed && (await namesFor(context.tx, placement, changed, tutor));
  const news = { student, changed, names };
  for (const person of people.filter(({ id }) => ids.includes(id))) {
    await tell(context, placement, person, news);
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

type News = {
  readonly student: string;
  readonly changed: readonly Difference[] | null;
  readonly names: Awaited<ReturnType<typeof namesFor>> | null;
};

async function tell(
  context: DeedContext,
  placement: SeenPlacement,
  person: PersonRow,
  { student, changed, names }: News,
): Promise<void> {
  if (person.email === null) return;
  const { actor, mail } = context;
  const language = isLanguage(person.language) ? person.language : "fi";
  const locale = { locale: language } as const;
  const link = await addressFor(context, placement, person.id);
  const sender = actor.actingName ?? actor.givenName;
  const words = { name: person.given_name, student, sender, link };
  await mail({
    providerId: placement.provider_id,
    personId: person.id,
    to: person.email,
    language,
    ...(changed === null || names === null
      ? {
          template: "plan_first",
          subject: m.plan_mail_first_subject({ student }, locale),
          body: m.plan_mail_first_body(words, locale),
        }
      : {
          template: "plan_changed",
          subject: m.plan_mail_changed_subject({ student }, locale),
          body: m.plan_mail_changed_body(
            {
              ...words,
              count: changed.length,
              lines: changeLines(changed, { ...names, language }),
            },
            locale,
          ),
        }),
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
