import { z } from "zod";
import { ability, day, done, id, localisedText, route } from "#shared/route.contract.ts";
import { CLEARANCE_STATES } from "./clearances.ts";

const params = z.object({ placementId: id });

export const readClearances = route({
  method: "GET",
  path: "/api/placements/{placementId}/clearances",
  summary:
    "Cards and clearances this placement asks for, and which have been shown; the workplace sees only what it may",
  gate: "signedIn",
  params,
  answer: z.object({
    today: day,
    startsOn: day,
    clearances: z.array(
      z.object({
        code: z.string(),
        name: localisedText,
        why: localisedText,
        source: z.string(),
        verified: z.boolean(),
        years: z.int().nullable(),
        required: z.boolean(),
        state: z.enum(CLEARANCE_STATES).nullable(),
        shownOn: day.nullable(),
        validUntil: day.nullable(),
        workplaceSees: z.boolean(),
        /** The student lets the workplace see it, and can take that back. */
        studentMayShow: z.boolean(),
      }),
    ),
    abilities: z.object({ note: ability, consent: ability }),
  }),
});

export const noteClearance = route({
  method: "PUT",
  path: "/api/placements/{placementId}/clearances/{clearance}",
  summary:
    "Note that a clearance was shown and until when it holds, is needed, or is not; null takes the note back",
  gate: { roles: ["teacher", "coordinator"] },
  params: params.extend({ clearance: z.string().regex(/^[a-z-]{1,40}$/) }),
  body: z.object({
    state: z.enum(CLEARANCE_STATES).nullable(),
    shownOn: day.nullable(),
    validUntil: day.nullable(),
  }),
  answer: done,
  refusals: { unknown_clearance: 404, shown_day_wrong: 422 },
});

export const consentToClearance = route({
  method: "PUT",
  path: "/api/placements/{placementId}/clearances/{clearance}/consent",
  summary:
    "The student lets the workplace see a clearance about health, or takes that back; it counts at once",
  gate: { roles: ["student"] },
  params: params.extend({ clearance: z.string().regex(/^[a-z-]{1,40}$/) }),
  body: z.object({ given: z.boolean() }),
  answer: done,
  refusals: { unknown_clearance: 404, not_for_consent: 422 },
});
