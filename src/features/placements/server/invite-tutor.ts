import { maskAddress } from "#features/people/people.ts";
import { m } from "#messages/server";
import type { Tx } from "#server/database/database.ts";
import { type DeedContext, deed } from "#server/deed.ts";
import { accept, refuse } from "#shared/outcome.ts";
import { inviteTutor } from "../placement.contract.ts";
import { mayInviteTutor, relationOf } from "../placement.policy.ts";
import { lockVisible, type SeenPlacement } from "./api.ts";
import { addressFor, findReceiver, type Receiver } from "./letters.ts";

/** Within this time a second press is taken for impatience, not for a lost letter. */
const AGAIN_AFTER_MINUTES = 10;

/** Mails the tutor a fresh personal link; the older ones to this placement end, wherever they were forwarded. */
export const inviteTutorRoute = deed(inviteTutor, async (context, { params }) => {
  const { tx, actor, at, audit } = context;
  const placement = await lockVisible(tx, actor, params.placementId);
  if (placement === null) return refuse("not_found");
  const may = mayInviteTutor(relationOf(actor, placement));
  if (!may.allowed) return refuse("forbidden", { reason: may.reason });
  if (placement.tutor_id === null) return refuse("no_tutor");
  const tutor = await findReceiver(context, placement.tutor_id);
  if (tutor === null) return refuse("no_address");
  if (await wasInvited(tx, placement, at))
    return refuse("too_soon", { minutes: AGAIN_AFTER_MINUTES });
  await tx
    .updateTable("personal_link")
    .set({ revoked_at: at.toString() })
    .where("placement_id", "=", placement.id)
    .where("revoked_at", "is", null)
    .execute();
  await writeTo(context, placement, tutor);
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

async function writeTo(
  context: DeedContext,
  placement: SeenPlacement,
  tutor: Receiver,
): Promise<void> {
  const { given_name: student } = await context.tx
    .selectFrom("person")
    .select("given_name")
    .where("id", "=", placement.student_id)
    .executeTakeFirstOrThrow();
  const link = await addressFor(context, placement, tutor.id);
  const locale = { locale: tutor.language };
  const sender = context.actor.givenName;
  await context.mail({
    providerId: placement.provider_id,
    personId: tutor.id,
    to: tutor.email,
    language: tutor.language,
    template: "tutor_link",
    subject: m.mail_tutor_link_subject({ student }, locale),
    body: m.mail_tutor_link_body({ name: tutor.givenName, student, sender, link }, locale),
  });
}

async function wasInvited(
  tx: Tx,
  placement: SeenPlacement,
  at: Temporal.Instant,
): Promise<boolean> {
  const recent = await tx
    .selectFrom("personal_link")
    .select("id")
    .where("placement_id", "=", placement.id)
    .where("created_at", ">", at.subtract({ minutes: AGAIN_AFTER_MINUTES }).toString())
    .where("revoked_at", "is", null)
    .executeTakeFirst();
  return recent !== undefined;
}
