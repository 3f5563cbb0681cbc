import { z } from "zod";
import {
  ability,
  day,
  done,
  id,
  instant,
  localisedText,
  route,
  storable,
  typed,
} from "#shared/route.contract.ts";
import { PARTIES } from "./induction.ts";

const params = z.object({ placementId: id });
/** A planned task's key; empty = on arrival. */
const taskKey = storable(240);
const item = typed(60);
const mark = z.object({
  party: z.enum(PARTIES),
  by: z.string(),
  at: instant,
  undoable: z.boolean(),
});

export const readInduction = route({
  method: "GET",
  path: "/api/placements/{placementId}/induction",
  summary: "What the student is shown at the workplace, item by item, and who has confirmed it",
  gate: "signedIn",
  params,
  answer: z.object({
    placementId: id,
    providerName: localisedText,
    student: z.object({ givenName: z.string() }),
    tutor: z.object({ givenName: z.string() }).nullable(),
    teacher: z.object({ givenName: z.string() }),
    workplaceName: z.string(),
    startsOn: day,
    today: day,
    /** Whose confirmations the reader gives; null reads only. */
    party: z.enum(PARTIES).nullable(),
    missing: z.int(),
    total: z.int(),
    /** From the first day on every page of the placement says what is missing. */
    due: z.boolean(),
    groups: z.array(
      z.object({
        taskKey: z.string(),
        taskName: localisedText.nullable(),
        items: z.array(
          z.object({ id: z.string(), text: localisedText, own: z.boolean(), marks: z.array(mark) }),
        ),
      }),
    ),
    abilities: z.object({ confirm: ability, addItem: ability }),
  }),
});

export const readInductionDebts = route({
  method: "GET",
  path: "/api/induction/mine",
  summary: "Running placements of the student or tutor who asks, whose induction is not complete",
  gate: { roles: ["student", "tutor"] },
  answer: z.object({
    debts: z.array(z.object({ placementId: id, givenName: z.string(), missing: z.int() })),
  }),
});

export const confirmInduction = route({
  method: "PUT",
  path: "/api/placements/{placementId}/induction/marks",
  summary:
    "Confirm an item as the tutor who showed it or the student who knows it; taken back the same day",
  gate: "signedIn",
  params,
  body: z.object({ taskKey, item, done: z.boolean() }),
  answer: done,
  refusals: { unknown_item: 422, mark_settled: 409, placement_over: 409 },
});

export const addInductionItem = route({
  method: "POST",
  path: "/api/placements/{placementId}/induction/items",
  summary: "Add an item of this workplace, for everybody who comes there",
  gate: "signedIn",
  params,
  body: z.object({ taskKey, text: typed(200) }),
  answer: z.object({ id }),
  refusals: { unknown_task: 422, too_many_items: 409, placement_over: 409 },
});

export const retireInductionItem = route({
  method: "DELETE",
  path: "/api/placements/{placementId}/induction/items/{itemId}",
  summary: "Ask an item of this workplace no longer",
  gate: "signedIn",
  params: params.extend({ itemId: id }),
  answer: done,
  refusals: { placement_over: 409 },
});
