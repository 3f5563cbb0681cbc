import { z } from "zod";
import {
  ability,
  day,
  done,
  id,
  instant,
  localisedText,
  route,
  typed,
} from "#shared/route.contract.ts";
import { CHANGES, RELOCATIONS, SUSPENSIONS } from "./standing.ts";

const workplaceParams = z.object({ workplaceId: id });
const placementParams = z.object({ placementId: id });
const reason = typed(2_000);
/** Somebody who works at several providers says at which one they act. */
const providerId = id.optional();

const suspension = z.object({
  id,
  kind: z.enum(SUSPENSIONS),
  reason: z.string(),
  by: z.string(),
  at: instant,
  lifted: z.object({ by: z.string(), at: instant, reason: z.string() }).nullable(),
});

export const readStanding = route({
  method: "GET",
  path: "/api/workplaces/{workplaceId}/standing",
  summary:
    "Whether a workplace is suspended at the reader's provider, the earlier suspensions, and whom it touches",
  gate: "staff",
  params: workplaceParams,
  query: z.object({ providerId }),
  answer: z.object({
    workplaceId: id,
    /** Whose standing this is, and for whom else the reader could ask. */
    providerId: id,
    providers: z.array(z.object({ id, name: localisedText })),
    name: z.string(),
    employerName: z.string(),
    open: suspension.nullable(),
    earlier: z.array(suspension),
    /** Students there now, and those whose start it would stop. */
    running: z.int(),
    coming: z.int(),
    abilities: z.object({ suspend: ability, lift: ability }),
  }),
});

export const suspendWorkplace = route({
  method: "POST",
  path: "/api/workplaces/{workplaceId}/suspension",
  summary:
    "Suspend a workplace or withdraw its suitability: running students get a relocation task, coming ones are stopped by the gate",
  gate: { roles: ["teacher", "coordinator"] },
  params: workplaceParams,
  body: z.object({ providerId, kind: z.enum(SUSPENSIONS), reason }),
  answer: z.object({ id, relocations: z.int() }),
  refusals: { already_suspended: 409 },
});

export const liftSuspension = route({
  method: "POST",
  path: "/api/workplaces/{workplaceId}/suspension/end",
  summary: "End a suspension with the reason; open relocation tasks end with it",
  gate: { roles: ["teacher", "coordinator"] },
  params: workplaceParams,
  body: z.object({ providerId, reason }),
  answer: done,
  refusals: { not_suspended: 409 },
});

export const settleRelocation = route({
  method: "POST",
  path: "/api/placements/{placementId}/relocation",
  summary:
    "Settle where a student of a suspended workplace goes: moved, stays with measures, or ended",
  gate: { roles: ["teacher", "coordinator"] },
  params: placementParams,
  body: z.object({ outcome: z.enum(RELOCATIONS), note: typed(1_000) }),
  answer: done,
  refusals: { nothing_to_settle: 409 },
});

export const sayWorkplaceWord = route({
  method: "POST",
  path: "/api/placements/{placementId}/workplace-word",
  summary:
    "The workplace says what has changed since it was last looked at; an empty list = nothing",
  gate: "signedIn",
  params: placementParams,
  body: z.object({
    changed: z.array(z.enum(CHANGES)).max(CHANGES.length),
    note: typed(1_000).nullable(),
  }),
  answer: done,
  refusals: { placement_over: 409 },
});

export const followUp = route({
  method: "PUT",
  path: "/api/placements/{placementId}/follow-ups",
  summary: "Mark a gap or a condition of the decision in force as seen to, or take it back",
  gate: { roles: ["teacher", "coordinator"] },
  params: placementParams,
  body: z.object({
    about: z.string().regex(/^(gap:[0-9a-f-]{36}|condition:\d{1,2})$/),
    done: z.boolean(),
  }),
  answer: z.object({ doneOn: day.nullable() }),
  refusals: { unknown_choice: 422, nothing_to_decide: 409 },
});
