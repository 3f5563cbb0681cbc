import { z } from "zod";
import { day, done, id, route } from "#shared/route.contract.ts";
import { AWAY_REASONS } from "./interruption.ts";

const params = z.object({ placementId: id, interruptionId: id });

export const putInterruption = route({
  method: "PUT",
  path: "/api/placements/{placementId}/interruptions/{interruptionId}",
  summary:
    "Note an interruption of a running placement, or correct one; without a last day it is open",
  gate: { roles: ["teacher", "coordinator"] },
  params,
  body: z.object({ startsOn: day, endsOn: day.nullable(), reason: z.enum(AWAY_REASONS) }),
  answer: done,
  refusals: {
    away_not_running: 409,
    away_outside: 422,
    away_overlaps: 409,
    away_worked: 409,
    ends_before_start: 422,
    id_taken: 409,
  },
});

export const endInterruption = route({
  method: "POST",
  path: "/api/placements/{placementId}/interruptions/{interruptionId}/end",
  summary: "End an open interruption: its last day, the student is back the day after",
  gate: { roles: ["teacher", "coordinator"] },
  params,
  body: z.object({ endsOn: day }),
  answer: done,
  refusals: {
    away_not_running: 409,
    away_outside: 422,
    away_overlaps: 409,
    away_worked: 409,
    away_not_open: 409,
    ends_before_start: 422,
  },
});

export const removeInterruption = route({
  method: "DELETE",
  path: "/api/placements/{placementId}/interruptions/{interruptionId}",
  summary: "Take away an interruption that has not begun",
  gate: { roles: ["teacher", "coordinator"] },
  params,
  answer: done,
  refusals: { away_begun: 409 },
});
