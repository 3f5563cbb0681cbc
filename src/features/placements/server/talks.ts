import { tellCalendars } from "#features/calendars/server/api.ts";
import { dayAt, newId } from "#server/clock.ts";
import type { Tx } from "#server/database/database.ts";
import { deed, type Input } from "#server/deed.ts";
import { accept, refuse } from "#shared/outcome.ts";
import { confirmTalk, noteTalk } from "../placement.contract.ts";
import { mayNoteTalk, relationOf } from "../placement.policy.ts";
import { lockVisible, type SeenPlacement } from "./api.ts";

const ZONE = "Europe/Helsinki";

/** A 20-second note of a talk that was held; a planned talk of that kind is the one that was held. */
export const noteTalkRoute = deed(
  noteTalk,
  async ({ tx, actor, at, house, audit, touch }, { params, body }) => {
    const placement = await lockVisible(tx, actor, params.placementId);
    if (placement === null) return refuse("not_found");
    const may = mayNoteTalk(relationOf(actor, placement), actor.named);
    if (!may.allowed) return refuse("forbidden", { reason: may.reason });
    const heldOn = Temporal.PlainDate.from(body.heldOn);
    const today = dayAt(at, ZONE);
    if (Temporal.PlainDate.compare(heldOn, today) > 0)
      return refuse("in_future", { today: today.toString() });
    const noted = {
      held_at: heldOn.equals(today)
        ? at.toString()
        : heldOn.toZonedDateTime({ timeZone: ZONE, plainTime: "12:00" }).toInstant().toString(),
      note: body.note,
      noted_by: actor.personId,
      noted_name: actor.actingName,
    };
    const talkId = await saveTalk(tx, placement, body.kind, noted);
    if (talkId === null) return refuse("already_noted", { kind: body.kind });
    await audit({
      deed: "note-talk",
      subjectKind: "talk",
      subjectId: talkId,
      placementId: placement.id,
      providerId: placement.provider_id,
      change: { kind: body.kind, heldOn: body.heldOn },
    });
    await touch(`placement:${placement.id}`);
    await tellCalendars(house, tx, placement);
    return accept({ talkId });
  },
);

type Noted = { held_at: string; note: string; noted_by: string; noted_name: string | null };
type Kind = Input<typeof noteTalk>["body"]["kind"];

/** The placement is locked, so that two notes of the same talk at once become one. Null: it was noted already. */
async function saveTalk(
  tx: Tx,
  placement: SeenPlacement,
  kind: Kind,
  noted: Noted,
): Promise<string | null> {
  // Start, mid and end talks are one each; of the others, the first that was planned and not held.
  const planned = await tx
    .selectFrom("talk")
    .select(["id", "held_at"])
    .where("placement_id", "=", placement.id)
    .where("kind", "=", kind)
    .$if(kind === "other", (others) => others.where("held_at", "is", null).orderBy("planned_at"))
    .executeTakeFirst();
  if (planned?.held_at != null) return null;
  if (planned !== undefined) {
    await tx.updateTable("talk").set(noted).where("id", "=", planned.id).execute();
    return planned.id;
  }
  const id = newId();
  await tx
    .insertInto("talk")
    .values({ id, provider_id: placement.provider_id, placement_id: placement.id, kind, ...noted })
    .execute();
  return id;
}

/** One tap by another party; confirming twice, or one's own note, changes nothing. */
export const confirmTalkRoute = deed(
  confirmTalk,
  async ({ tx, actor, at, audit, touch }, { params }) => {
    const placement = await lockVisible(tx, actor, params.placementId);
    if (placement === null) return refuse("not_found");
    const may = mayNoteTalk(relationOf(actor, placement), actor.named);
    if (!may.allowed) return refuse("forbidden", { reason: may.reason });
    const talk = await tx
      .selectFrom("talk")
      .select(["id", "held_at", "noted_by"])
      .where("id", "=", params.talkId)
      .where("placement_id", "=", placement.id)
      .executeTakeFirst();
    if (talk === undefined) return refuse("not_found");
    if (talk.held_at === null) return refuse("not_held");
    if (talk.noted_by === actor.personId) return accept({ done: true });
    await tx
      .insertInto("talk_confirmation")
      .values({
        provider_id: placement.provider_id,
        talk_id: talk.id,
        person_id: actor.personId,
        at: at.toString(),
      })
      .onConflict((conflict) => conflict.doNothing())
      .execute();
    await audit({
      deed: "confirm-talk",
      subjectKind: "talk",
      subjectId: talk.id,
      placementId: placement.id,
      providerId: placement.provider_id,
    });
    await touch(`placement:${placement.id}`);
    return accept({ done: true });
  },
);
