import { z } from "zod";
import { ability, done, id, instant, route } from "#shared/route.contract.ts";

export const readTalkFile = route({
  method: "GET",
  path: "/api/placements/{placementId}/talks/{talkId}/calendar",
  summary: "One planned talk as an iCalendar file, the same appointment as in its invitation",
  gate: "signedIn",
  params: z.object({ placementId: id, talkId: id }),
  answer: z.unknown(),
});

export const readOwnFeed = route({
  method: "GET",
  path: "/api/me/calendar-feed",
  summary: "Whether I have a calendar feed, and what it shows; never its address",
  gate: "signedIn",
  answer: z.object({
    feed: z
      .object({ showsNames: z.boolean(), madeAt: instant, readAt: instant.nullable() })
      .nullable(),
    abilities: z.object({ keep: ability }),
  }),
});

/** 256 random bits made by the owner's device, so that the secret is in no answer that is kept for a replay. */
const token = z.string().regex(/^[\w-]{43}$/);

export const makeFeed = route({
  method: "POST",
  path: "/api/me/calendar-feed",
  summary: "Open my calendar feed under this secret; a former secret opens nothing from then on",
  gate: "signedIn",
  body: z.object({ token, showsNames: z.boolean() }),
  answer: done,
  refusals: { secret_taken: 409 },
});

export const changeFeed = route({
  method: "PUT",
  path: "/api/me/calendar-feed",
  summary: "Show or leave out the students' first names in my calendar feed",
  gate: "signedIn",
  body: z.object({ showsNames: z.boolean() }),
  answer: done,
  refusals: { no_feed: 409 },
});

export const endFeed = route({
  method: "DELETE",
  path: "/api/me/calendar-feed",
  summary: "End my calendar feed; its address opens nothing from then on",
  gate: "signedIn",
  answer: done,
});

export const readFeed = route({
  method: "GET",
  path: "/api/calendar-feeds/{token}/kisalli.ics",
  summary:
    "A person's own talks and demonstrations as iCalendar, by secret address; without names unless chosen",
  gate: "public",
  perMinute: 60,
  params: z.object({ token }),
  answer: z.unknown(),
});
