import { z } from "zod";
import { id, localisedText, route, typed } from "#shared/route.contract.ts";

const params = z.object({ placementId: id });

export const readTaskIdeas = route({
  method: "GET",
  path: "/api/placements/{placementId}/task-ideas",
  summary:
    "Tasks of other workplaces of the same trade that this one does not have, the most common first",
  gate: "signedIn",
  params,
  answer: z.object({
    ideas: z.array(z.object({ taskId: id, name: localisedText, workplaces: z.int() })),
  }),
});

export const addWorkplaceTasks = route({
  method: "POST",
  path: "/api/placements/{placementId}/workplace-tasks",
  summary:
    "Add tasks to the placement's workplace: copies of another workplace's, and own words; one that is there by name stays one",
  gate: "signedIn",
  params,
  body: z.object({
    copied: z.array(id).max(40),
    own: z.array(typed(120)).max(20),
  }),
  answer: z.object({ added: z.int() }),
  refusals: { placement_over: 409, nothing_chosen: 422, unknown_task_copied: 422 },
});
