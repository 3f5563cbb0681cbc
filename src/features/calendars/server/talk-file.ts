import { siteAddress } from "#features/people/server/api.ts";
import { findVisible } from "#features/placements/server/api.ts";
import { m } from "#messages/server";
import { asApp } from "#server/database/database.ts";
import { edge } from "#server/deed.ts";
import type { House } from "#server/house.ts";
import { type Actor, providersOf } from "#shared/actor.ts";
import { accept, refuse } from "#shared/outcome.ts";
import { readTalkFile } from "../calendar.contract.ts";
import { uidOf } from "../calendar.ts";
import * as queries from "./calendar.queries.ts";
import { icsOf } from "./ics.ts";
import { kindNamed, placeNamed, placeText, spanOf, talkName } from "./talk-words.ts";

/** One talk to put into one's own calendar: the appointment that the invitation is about, by the same id. */
export const readTalkFileRoute = edge(
  readTalkFile,
  async ({ house, actor, reply, at }, { params }) => {
    if (actor === null) return refuse("not_found");
    const sight = { personId: actor.personId, providerIds: providersOf(actor) };
    const file = await asApp(house.db, sight, async (tx) => {
      const placement = await findVisible(tx, actor, params.placementId);
      if (placement === null) return undefined;
      const talk = await queries.findTalk(tx, placement, params.talkId);
      if (talk?.planned_at == null) return undefined;
      const ground = await queries.findGround(tx, placement.id);
      return fileOf(house, actor, ground, { ...talk, planned_at: talk.planned_at }, at);
    });
    if (file === undefined) return refuse("not_found");
    reply.headers({
      "content-type": "text/calendar; charset=utf-8; method=PUBLISH",
      "content-disposition": 'attachment; filename="talk.ics"',
      "cache-control": "private, no-store",
    });
    return accept(file);
  },
);

type TalkRow = NonNullable<Awaited<ReturnType<typeof queries.findTalk>>>;

function fileOf(
  house: House,
  { language }: Actor,
  ground: queries.Ground,
  talk: TalkRow & { planned_at: string },
  at: Temporal.Instant,
): string {
  return icsOf({
    method: "PUBLISH",
    appointments: [
      {
        uid: uidOf(talk.id),
        sequence: talk.sequence ?? 0,
        stamp: at,
        summary: `${talkName(kindNamed(talk.kind), language)}: ${ground.student_name}`,
        description: m.calendar_description(
          { link: `${siteAddress(house)}/placements/${ground.id}/plan` },
          { locale: language },
        ),
        location: placeText(ground, placeNamed(talk.place), language) || null,
        ...spanOf({ at: talk.planned_at, minutes: talk.minutes }, ground.time_zone),
      },
    ],
  });
}
