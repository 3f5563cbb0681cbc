import { listBound, signingAddress } from "#features/agreements/server/api.ts";
import { dayIn } from "#features/agreements/template-placeholders.ts";
import { m } from "#messages/server";
import { dayAt } from "#server/clock.ts";
import type { DeedContext } from "#server/deed.ts";
import type { Ending, EndingGround } from "../placement.ts";
import type { SeenPlacement } from "./api.ts";
import { addressFor, findReceiver } from "./letters.ts";
import { findWhoAndWhere } from "./placement.queries.ts";

const ZONE = "Europe/Helsinki";

const GROUNDS = {
  joint_consent: m.placement_ground_joint_consent,
  terms_not_followed: m.placement_ground_terms_not_followed,
  student_left: m.placement_ground_student_left,
  place_lost: m.placement_ground_place_lost,
} satisfies Record<EndingGround, unknown>;

/**
 * Notice of an early end (finland.md §3 rule 7): to the student, the tutor and everyone the signed agreement
 * binds, one letter each, with the ground and the day of the hearing; what was signed stays readable there.
 */
export async function tellOfEnding(
  context: DeedContext,
  placement: SeenPlacement,
  { ground, heardOn }: Ending,
): Promise<void> {
  const { tx, at, actor } = context;
  const names = await findWhoAndWhere(tx, placement);
  const bound = await listBound(tx, placement);
  const people = [placement.student_id, placement.tutor_id, ...bound.map((one) => one.personId)];
  for (const personId of new Set(people)) {
    if (personId === null || personId === actor.personId) continue;
    const receiver = await findReceiver(context, personId);
    if (receiver === null) continue;
    const { language } = receiver;
    const locale = { locale: language } as const;
    const seat = bound.find((one) => one.personId === personId);
    const words = {
      name: receiver.givenName,
      ...names,
      day: dayIn(dayAt(at, ZONE).toString(), language),
      heard: dayIn(heardOn.toString(), language),
      ground: GROUNDS[ground]({}, locale),
      link:
        seat === undefined
          ? await addressFor(context, placement, personId)
          : await signingAddress(context, seat.agreement, seat, actor.personId),
    };
    await context.mail({
      providerId: placement.provider_id,
      personId,
      to: receiver.email,
      language,
      template: "ended_early",
      ...(seat === undefined ? {} : { agreementId: seat.agreement.id }),
      subject: m.mail_ended_early_subject(words, locale),
      body: m.mail_ended_early_body(words, locale),
    });
  }
}
