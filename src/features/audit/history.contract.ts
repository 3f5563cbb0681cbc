import { z } from "zod";
import { LOOK_PAGES } from "#shared/look.ts";
import { day, id, instant, localisedText, route } from "#shared/route.contract.ts";
import { GROUPS } from "./deeds.ts";

const doer = z
  .object({
    name: z.string(),
    /** In whose seat a colleague acted; null = the person. */
    seatOf: z.string().nullable(),
  })
  .nullable()
  .meta({ description: "Who really did it; null = the calendar, by itself" });

export const event = z.object({
  id,
  at: instant,
  deed: z.string(),
  doer,
  means: z.string().meta({ description: "code, link, demo, calendar or command" }),
  number: z.string().nullable(),
  week: z.string().nullable(),
  day: day.nullable(),
  to: z.string().nullable(),
});

export const readHistory = route({
  method: "GET",
  path: "/api/placements/{placementId}/history",
  summary:
    "What was done in this placement, newest first, as far as this reader may know it, and who has looked at it",
  gate: "signedIn",
  params: z.object({ placementId: id }),
  query: z.object({ group: z.enum(GROUPS).optional(), before: id.optional() }),
  answer: z.object({
    providerName: localisedText,
    studentName: z.string(),
    workplaceName: z.string(),
    now: instant,
    today: day,
    events: z.array(event),
    /** `before` of the next window; null = these are the first ones. */
    next: id.nullable(),
    looks: z.array(
      z.object({
        name: z.string(),
        seatOf: z.string().nullable(),
        relation: z.enum(["tutor", "teacher", "coordinator"]),
        page: z.enum(LOOK_PAGES),
        days: z.array(day),
      }),
    ),
    looksKeptMonths: z.int(),
  }),
});
