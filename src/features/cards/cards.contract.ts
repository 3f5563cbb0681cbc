import { z } from "zod";
import { ability, done, id, instant, localisedText, route } from "#shared/route.contract.ts";
import { ANSWERS } from "./cards.ts";

const params = z.object({ placementId: id });
const person = z.object({ id, givenName: z.string() });

const word = z.object({
  answer: z.enum(ANSWERS),
  taskIds: z.array(id),
  /** Who said it: the tutor, or the colleague in the seat. */
  by: z.string(),
  at: instant,
});

export const readCards = route({
  method: "GET",
  path: "/api/placements/{placementId}/cards",
  summary:
    "The requirements of the plan, or of the units while there is no plan, as cards, and what the workplace has said of each; unsorted first",
  gate: "signedIn",
  params,
  answer: z.object({
    placementId: id,
    providerName: localisedText,
    workplaceName: z.string(),
    student: person.extend({ familyName: z.string() }),
    tutor: person.nullable(),
    teacher: person,
    relation: z.enum(["student", "tutor", "teacher", "coordinator"]),
    sorted: z.int(),
    seconds: z.int().meta({ description: "About how long the rest takes" }),
    cards: z.array(
      z.object({
        requirementId: id,
        unitName: localisedText,
        lead: localisedText,
        text: localisedText,
        plain: localisedText.nullable(),
        seenWhen: localisedText.nullable(),
        usualTasks: z.array(localisedText),
        word: word.nullable(),
      }),
    ),
    /** The workplace's own tasks, to say in which a requirement is met. */
    tasks: z.array(z.object({ taskId: id, name: localisedText })),
    asked: z.object({ by: z.string(), at: instant, nextAt: instant }).nullable(),
    abilities: z.object({ sort: ability, ask: ability }),
  }),
});

export const sortCard = route({
  method: "PUT",
  path: "/api/placements/{placementId}/cards/{requirementId}",
  summary:
    "Say whether a requirement is met at the workplace and in which of its tasks; no answer takes back what was said",
  gate: "signedIn",
  params: params.extend({ requirementId: id }),
  body: z.object({ answer: z.enum(ANSWERS).nullable(), taskIds: z.array(id).max(40) }),
  answer: done,
  refusals: { placement_over: 409, unknown_requirement: 422, unknown_task: 422 },
});
