import { z } from "zod";
import { ability, day, done, id, instant, route, typed } from "#shared/route.contract.ts";
import { ADAPTATIONS, PROOFS } from "./path.ts";

const LONGEST_TEXT = 1_000;
const placement = z.object({ placementId: id });
const by = { byName: z.string(), at: instant };

export const readPath = route({
  method: "GET",
  path: "/api/placements/{placementId}/path",
  summary:
    "What is the student's own: what is assessed otherwise, and what helps at work as far as the reader may know",
  gate: "signedIn",
  params: placement,
  answer: z.object({
    adaptations: z.array(
      z.object({
        id,
        unitId: id,
        requirementId: id.nullable(),
        kind: z.enum(ADAPTATIONS),
        text: z.string(),
        forWorkplace: z.boolean(),
        ...by,
      }),
    ),
    support: z.array(
      z.object({
        id,
        text: z.string(),
        /** Since when the workplace may read it; null = only student and teacher. */
        sharedAt: instant.nullable(),
        ...by,
      }),
    ),
    abilities: z.object({ write: ability, writeSupport: ability, share: ability }),
  }),
});

export const noteProven = route({
  method: "PUT",
  path: "/api/placements/{placementId}/path/proven/{requirementId}",
  summary: "Note that the student has proven a requirement already, or that it was recognised",
  gate: { roles: ["teacher"] },
  params: placement.extend({ requirementId: id }),
  body: z.object({ how: z.enum(PROOFS), on: day }),
  answer: done,
  refusals: { unknown_requirement: 422, in_future: 422 },
});

export const dropProven = route({
  method: "DELETE",
  path: "/api/placements/{placementId}/path/proven/{requirementId}",
  summary: "Take back that a requirement is proven",
  gate: { roles: ["teacher"] },
  params: placement.extend({ requirementId: id }),
  answer: done,
});

export const writeAdaptation = route({
  method: "PUT",
  path: "/api/placements/{placementId}/path/adaptations/{adaptationId}",
  summary:
    "Write an individual criterion or a deviation of a unit or requirement (its id is the client's)",
  gate: { roles: ["teacher"] },
  params: placement.extend({ adaptationId: id }),
  body: z.object({
    unitId: id,
    requirementId: id.nullable(),
    kind: z.enum(ADAPTATIONS),
    text: typed(LONGEST_TEXT),
    forWorkplace: z.boolean(),
  }),
  answer: done,
  refusals: { unknown_requirement: 422, already_saved: 409 },
});

export const endAdaptation = route({
  method: "DELETE",
  path: "/api/placements/{placementId}/path/adaptations/{adaptationId}",
  summary: "End an individual criterion or a deviation",
  gate: { roles: ["teacher"] },
  params: placement.extend({ adaptationId: id }),
  answer: done,
});

export const writeSupport = route({
  method: "PUT",
  path: "/api/placements/{placementId}/path/support/{noteId}",
  summary: "Write what helps at work, for student and teacher only (its id is the client's)",
  gate: "signedIn",
  params: placement.extend({ noteId: id }),
  body: z.object({ text: typed(LONGEST_TEXT) }),
  answer: done,
  refusals: { already_saved: 409 },
});

export const endSupport = route({
  method: "DELETE",
  path: "/api/placements/{placementId}/path/support/{noteId}",
  summary: "Take away a line of what helps at work",
  gate: "signedIn",
  params: placement.extend({ noteId: id }),
  answer: done,
});

export const shareSupport = route({
  method: "PUT",
  path: "/api/placements/{placementId}/path/support/{noteId}/consent",
  summary: "The student's word that the workplace may read a line, or no longer may",
  gate: "signedIn",
  params: placement.extend({ noteId: id }),
  body: z.object({ shared: z.boolean() }),
  answer: done,
});
