import { maskAddress } from "#features/people/people.ts";
import { m } from "#messages/server";
import { newId } from "#server/clock.ts";
import { type DeedContext, deed, type Input } from "#server/deed.ts";
import { accept, refuse } from "#shared/outcome.ts";
import { nudge } from "../placement.contract.ts";
import { mayNudge, relationOf } from "../placement.policy.ts";
import { restEnds } from "../placement.ts";
import { lockVisible, type SeenPlacement } from "./api.ts";
import { addressFor, findReceiver, type Receiver } from "./letters.ts";

type About = Input<typeof nudge>["body"]["about"];

const SUBJECTS = {
  week: m.mail_nudge_week,
  entry: m.mail_nudge_entry,
  plan: m.mail_nudge_plan,
  talk: m.mail_nudge_talk,
  cards: m.mail_nudge_cards,
  gate: m.mail_nudge_gate,
  induction: m.mail_nudge_induction,
};

/** Anyone in the placement reminds the one who is missing; within a day the same reminder is not sent again. */
export const nudgeRoute = deed(nudge, async (context, { params, body }) => {
  const { tx, actor, at, audit, touch } = context;
  const placement = await lockVisible(tx, actor, params.placementId);
  if (placement === null) return refuse("not_found");
  const may = mayNudge(relationOf(actor, placement), actor.named);
  if (!may.allowed) return refuse("forbidden", { reason: may.reason });
  const personId = personOf(placement, body.to);
  if (personId === null) return refuse("no_tutor");
  const receiver = await findReceiver(context, personId);
  if (receiver === null) return refuse("no_address");
  const nextAt = await nextNudgeAt(context, placement, personId);
  if (Temporal.Instant.compare(at, nextAt) < 0) {
    return refuse("too_soon", { nextAt: nextAt.toString() });
  }
  await saveNudge(context, placement, personId, body.about);
  await writeTo(context, placement, receiver, body.about);
  await audit({
    deed: "nudge",
    subjectKind: "placement",
    subjectId: placement.id,
    placementId: placement.id,
    providerId: placement.provider_id,
    change: { to: body.to, about: body.about },
  });
  await touch(`placement:${placement.id}`);
  const after = restEnds(at).toString();
  return accept({ sentTo: maskAddress(receiver.email), nextAt: after });
});

function personOf(placement: SeenPlacement, party: "student" | "tutor" | "teacher"): string | null {
  return {
    student: placement.student_id,
    tutor: placement.tutor_id,
    teacher: placement.teacher_id,
  }[party];
}

/** When this person may be reminded again; long ago if they never were. */
async function nextNudgeAt(
  { tx }: DeedContext,
  placement: SeenPlacement,
  personId: string,
): Promise<Temporal.Instant> {
  const last = await tx
    .selectFrom("nudge")
    .select("at")
    .where("placement_id", "=", placement.id)
    .where("to_person", "=", personId)
    .orderBy("at", "desc")
    .executeTakeFirst();
  const since =
    last === undefined ? Temporal.Instant.fromEpochMilliseconds(0) : Temporal.Instant.from(last.at);
  return restEnds(since);
}

async function saveNudge(
  { tx, actor, at }: DeedContext,
  placement: SeenPlacement,
  personId: string,
  about: About,
): Promise<void> {
  await tx
    .insertInto("nudge")
    .values({
      id: newId(),
      provider_id: placement.provider_id,
      placement_id: placement.id,
      to_person: personId,
      about,
      by_person: actor.personId,
      at: at.toString(),
    })
    .execute();
}

async function writeTo(
  context: DeedContext,
  placement: SeenPlacement,
  receiver: Receiver,
  about: About,
): Promise<void> {
  const { actor } = context;
  const link = await addressFor(context, placement, receiver.id);
  const locale = { locale: receiver.language };
  const subject = SUBJECTS[about]({}, locale);
  const sender = actor.actingName ?? actor.givenName;
  await context.mail({
    providerId: placement.provider_id,
    personId: receiver.id,
    to: receiver.email,
    language: receiver.language,
    template: "nudge",
    subject,
    body: m.mail_nudge_body({ name: receiver.givenName, sender, about: subject, link }, locale),
  });
}
