import { siteAddress } from "#features/people/server/api.ts";
import { planContent } from "#features/plans/plan.contract.ts";
import { m } from "#messages/server";
import { asApp } from "#server/database/database.ts";
import { edge } from "#server/deed.ts";
import type { House } from "#server/house.ts";
import { hashToken } from "#server/secrets.ts";
import { isLanguage, type Language } from "#shared/language.ts";
import { accept, refuse } from "#shared/outcome.ts";
import { readFeed } from "../calendar.contract.ts";
import { uidOf } from "../calendar.ts";
import * as queries from "./calendar.queries.ts";
import { type Appointment, icsOf } from "./ics.ts";
import { kindNamed, placeNamed, placeText, spanOf, talkName, workplaceText } from "./talk-words.ts";

/** What a calendar that follows the address reads. Its vendor reads along, hence no name unless the owner chose so. */
export const readFeedRoute = edge(readFeed, async ({ house, reply, at }, { params }) => {
  const feed = await queries.openFeed(house.db, hashToken(params.token), at.toString());
  if (feed === undefined) return refuse("not_found");
  const memberships = await queries.listProviders(house.db, feed.person_id);
  const sight = {
    personId: feed.person_id,
    providerIds: memberships.map(({ provider_id }) => provider_id),
  };
  const own = await asApp(house.db, sight, (tx) => queries.listOwn(tx, feed.person_id));
  const language = isLanguage(feed.language) ? feed.language : "fi";
  const reader: Reader = { house, at, language, showsNames: feed.shows_names };
  reply.headers({
    "content-type": "text/calendar; charset=utf-8; method=PUBLISH",
    "cache-control": "private, no-cache",
    "x-robots-tag": "noindex",
  });
  return accept(
    icsOf({
      method: "PUBLISH",
      name: m.calendar_feed_name({}, { locale: language }),
      appointments: own.flatMap((row) => [
        ...talksOf(row, reader),
        ...demonstrationsOf(row, reader),
      ]),
    }),
  );
});

type OwnRow = Awaited<ReturnType<typeof queries.listOwn>>[number];
type Reader = {
  readonly house: House;
  readonly at: Temporal.Instant;
  readonly language: Language;
  readonly showsNames: boolean;
};

function talksOf(row: OwnRow, reader: Reader): Appointment[] {
  return row.talks.map((talk) => ({
    uid: uidOf(talk.id),
    sequence: talk.sequence ?? 0,
    ...aboutOf(row, reader, talkName(kindNamed(talk.kind), reader.language)),
    location: placeText(row, placeNamed(talk.place), reader.language) || null,
    ...spanOf({ at: talk.planned_at, minutes: talk.minutes }, row.time_zone),
  }));
}

const storedDemonstrations = planContent.shape.demonstrations;

/** Whole days: the hours of a demonstration are the working hours. */
function demonstrationsOf(row: OwnRow, reader: Reader): Appointment[] {
  const { language } = reader;
  return storedDemonstrations.parse(row.demonstrations ?? []).map((one) => ({
    uid: uidOf(one.id),
    sequence: row.plan_number,
    ...aboutOf(row, reader, m.calendar_demonstration({}, { locale: language })),
    location: one.place ?? workplaceText(row),
    from: Temporal.PlainDate.from(one.startsOn),
    to: Temporal.PlainDate.from(one.endsOn),
  }));
}

function aboutOf(row: OwnRow, { house, at, language, showsNames }: Reader, what: string) {
  const link = `${siteAddress(house)}/placements/${row.id}/plan`;
  return {
    stamp: at,
    summary: showsNames ? `${what}: ${row.student_name}` : what,
    description: m.calendar_description({ link }, { locale: language }),
  };
}
