import { LINK_GRACE_DAYS, maskAddress } from "#features/people/people.ts";
import { linkAddress, makeLink, siteAddress } from "#features/people/server/api.ts";
import { m } from "#messages/server";
import { newId } from "#server/clock.ts";
import type { Tx } from "#server/database/database.ts";
import { type DeedContext, deed } from "#server/deed.ts";
import { isLanguage } from "#shared/language.ts";
import { accept, refuse } from "#shared/outcome.ts";
import { inviteTutor, nudge } from "../placement.contract.ts";
import { mayInviteTutor, mayNudge, relationOf } from "../placement.policy.ts";
import { lockVisible, type SeenPlacement } from "./api.ts";

/** Between two reminders of the same person about the same placement; shown to all who could send one. */
const COOLDOWN_HOURS = 24;
const INVITE_MINUTES = 10;
const ZONE = "Europe/Helsinki";

function findPerson(tx: Tx, personId: string) {
  return tx
    .selectFrom("person")
    .select(["id", "given_name", "email", "language"])
    .where("id", "=", personId)
    .executeTakeFirstOrThrow();
}

/** Where the mail leads: a tutor gets a personal link, students and teachers sign in as usual. */
async function addressFor(
  context: DeedContext,
  placement: SeenPlacement,
  personId: string,
): Promise<string> {
  const { tx, at, house, actor } = context;
  if (personId !== placement.tutor_id) return `${siteAddress(house)}/placements/${placement.id}`;
  const lastDay = Temporal.PlainDate.from(placement.ends_on).add({ days: LINK_GRACE_DAYS });
  const earliest = at.add({ hours: LINK_GRACE_DAYS * 24 });
  const byPlacement = lastDay.toZonedDateTime(ZONE).toInstant();
  const expiresAt = Temporal.Instant.compare(byPlacement, earliest) > 0 ? byPlacement : earliest;
  const token = await makeLink(tx, at, {
    providerId: placement.provider_id,
    personId,
    placementId: placement.id,
    expiresAt,
    createdBy: actor.personId,
  });
  return linkAddress(house, token);
}

/** Mails the tutor a fresh personal link; the older ones to this placement end, wherever they were forwarded. */
export const inviteTutorRoute = deed(inviteTutor, async (context, { params }) => {
  const { tx, actor, at, audit, mail } = context;
  const placement = await lockVisible(tx, actor, params.placementId);
  if (placement === null) return refuse("not_found");
  const may = mayInviteTutor(relationOf(actor, placement));
  if (!may.allowed) return refuse("forbidden", { reason: may.reason });
  if (placement.tutor_id === null) return refuse("no_tutor");
  const tutor = await findPerson(tx, placement.tutor_id);
  if (tutor.email === null) return refuse("no_address");
  if (await wasInvited(tx, placement, at)) return refuse("too_soon", { minutes: INVITE_MINUTES });
  await tx
    .updateTable("personal_link")
    .set({ revoked_at: at.toString() })
    .where("placement_id", "=", placement.id)
    .where("revoked_at", "is", null)
    .execute();
  const link = await addressFor(context, placement, tutor.id);
  const student = await findPerson(tx, placement.student_id);
  const locale = { locale: isLanguage(tutor.language) ? tutor.language : "fi" } as const;
  await mail({
    providerId: placement.provider_id,
    personId: tutor.id,
    to: tutor.email,
    language: locale.locale,
    template: "tutor_link",
    subject: m.mail_tutor_link_subject({ student: student.given_name }, locale),
    body: m.mail_tutor_link_body(
      { name: tutor.given_name, student: student.given_name, sender: actor.givenName, link },
      locale,
    ),
  });
  await audit({
    deed: "invite-tutor",
    subjectKind: "placement",
    subjectId: placement.id,
    placementId: placement.id,
    providerId: placement.provider_id,
    change: { tutorId: tutor.id },
  });
  return accept({ sentTo: maskAddress(tutor.email) });
});

async function wasInvited(
  tx: Tx,
  placement: SeenPlacement,
  at: Temporal.Instant,
): Promise<boolean> {
  const recent = await tx
    .selectFrom("personal_link")
    .select("id")
    .where("placement_id", "=", placement.id)
    .where("created_at", ">", at.subtract({ minutes: INVITE_MINUTES }).toString())
    .where("revoked_at", "is", null)
    .executeTakeFirst();
  return recent !== undefined;
}

/** Anyone in the placement reminds the one who is missing; within a day the same reminder is not sent again. */
export const nudgeRoute = deed(nudge, async (context, { params, body }) => {
  const { tx, actor, at, audit, mail, touch } = context;
  const placement = await lockVisible(tx, actor, params.placementId);
  if (placement === null) return refuse("not_found");
  const may = mayNudge(relationOf(actor, placement), actor.named);
  if (!may.allowed) return refuse("forbidden", { reason: may.reason });
  const personId = {
    student: placement.student_id,
    tutor: placement.tutor_id,
    teacher: placement.teacher_id,
  }[body.to];
  if (personId === null) return refuse("no_tutor");
  const person = await findPerson(tx, personId);
  if (person.email === null) return refuse("no_address");
  const nextAt = await nextNudgeAt(tx, placement.id, personId);
  if (nextAt !== null && Temporal.Instant.compare(at, nextAt) < 0)
    return refuse("too_soon", { nextAt: nextAt.toString() });
  await tx
    .insertInto("nudge")
    .values({
      id: newId(),
      provider_id: placement.provider_id,
      placement_id: placement.id,
      to_person: personId,
      about: body.about,
      by_person: actor.personId,
      at: at.toString(),
    })
    .execute();
  const link = await addressFor(context, placement, personId);
  const locale = { locale: isLanguage(person.language) ? person.language : "fi" } as const;
  const about = {
    week: m.mail_nudge_week,
    entry: m.mail_nudge_entry,
    plan: m.mail_nudge_plan,
    talk: m.mail_nudge_talk,
  }[body.about];
  await mail({
    providerId: placement.provider_id,
    personId,
    to: person.email,
    language: locale.locale,
    template: "nudge",
    subject: about({}, locale),
    body: m.mail_nudge_body(
      {
        name: person.given_name,
        sender: actor.actingName ?? actor.givenName,
        about: about({}, locale),
        link,
      },
      locale,
    ),
  });
  await audit({
    deed: "nudge",
    subjectKind: "placement",
    subjectId: placement.id,
    placementId: placement.id,
    providerId: placement.provider_id,
    change: { to: body.to, about: body.about },
  });
  await touch(`placement:${placement.id}`);
  return accept({
    sentTo: maskAddress(person.email),
    nextAt: at.add({ hours: COOLDOWN_HOURS }).toString(),
  });
});

async function nextNudgeAt(
  tx: Tx,
  placementId: string,
  personId: string,
): Promise<Temporal.Instant | null> {
  const last = await tx
    .selectFrom("nudge")
    .select("at")
    .where("placement_id", "=", placementId)
    .where("to_person", "=", personId)
    .orderBy("at", "desc")
    .executeTakeFirst();
  return last === undefined ? null : Temporal.Instant.from(last.at).add({ hours: COOLDOWN_HOURS });
}
