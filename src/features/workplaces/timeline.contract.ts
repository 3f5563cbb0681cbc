import { z } from "zod";
import { ability, day, id, route } from "#shared/route.contract.ts";
import { ENTRY_KINDS, TIMELINE_KINDS, TIMELINE_WHATS, TIMELINE_WINDOW } from "./register.ts";

export const readTimeline = route({
  method: "GET",
  path: "/api/workplaces/{workplaceId}/timeline",
  summary:
    "What has happened between one's own college and a workplace, newest first: contacts, letters by their kind, placements, decisions, safety, people; no text but the college's own entries",
  gate: "staff",
  params: z.object({ workplaceId: id }),
  query: z.object({
    kind: z.enum(TIMELINE_KINDS).optional(),
    limit: z.coerce
      .number()
      .int()
      .min(1)
      .max(TIMELINE_WINDOW * 50)
      .optional(),
  }),
  answer: z.object({
    moments: z.array(
      z.object({
        /** Unique in the list. */
        key: z.string(),
        kind: z.enum(TIMELINE_KINDS),
        what: z.enum(TIMELINE_WHATS),
        on: day,
        /** Who did it; null = the calendar. */
        who: z.string().nullable(),
        /** Whom or what it is about: a name, a field's code. */
        about: z.string().nullable(),
        /** The placement it belongs to, when the reader may open it. */
        placementId: id.nullable(),
        /** One's own college's contact or note. */
        entry: z
          .object({ id, kind: z.enum(ENTRY_KINDS), text: z.string(), withdraw: ability })
          .nullable(),
      }),
    ),
    /** How many each kind has. */
    counts: z.array(z.object({ kind: z.enum(TIMELINE_KINDS), count: z.int() })),
  }),
});
