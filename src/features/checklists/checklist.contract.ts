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
import { ANSWERS, FIELDS } from "./checklist.ts";
import { BEARERS } from "./insurance.ts";

const item = z.object({
  id: z.string(),
  question: localisedText,
  why: localisedText,
  source: localisedText,
  certainty: z.enum(["A", "B", "G"]),
});

export const template = z.object({
  field: z.enum(FIELDS),
  version: z.int().min(1),
  validFrom: day,
  retiredOn: day.nullable(),
  items: z.array(item).min(1),
});

const params = z.object({ placementId: id });
const field = z.enum(FIELDS);
const bearer = z.enum(BEARERS);
const person = z.object({ givenName: z.string(), familyName: z.string() });

const answered = item.extend({
  answer: z.enum(ANSWERS).nullable(),
  remark: z.string().nullable(),
  fileId: id.nullable(),
});

const filling = z.object({
  checklistId: id,
  version: z.int(),
  templateVersion: z.int(),
  /** A newer template is in force: what is being filled goes on, or its answers are carried over. */
  newer: z.object({ version: z.int(), kept: z.int() }).nullable(),
  items: z.array(answered),
});

const condition = z.object({
  conditionId: id,
  field,
  text: z.string(),
  owner: z.enum(["teacher", "workplace"]),
  dueOn: day,
  doneOn: day.nullable(),
  overdue: z.boolean(),
});

export const readChecklists = route({
  method: "GET",
  path: "/api/placements/{placementId}/checklists",
  summary:
    "Safety checklists of the placement's workplace, what has to be put right, and who bears insurance",
  gate: "signedIn",
  look: "checklist",
  params,
  answer: z.object({
    placementId: id,
    providerName: localisedText,
    student: person,
    workplaceName: z.string(),
    startsOn: day,
    endsOn: day,
    today: day,
    latestDay: day,
    fields: z.array(
      z.object({
        field,
        /** The workplace works in this field; the general list is everybody's. */
        ofWorkplace: z.boolean(),
        signed: z
          .object({
            checklistId: id,
            validFrom: day,
            validUntil: day,
            by: person,
            at: instant,
            items: z.array(answered),
          })
          .nullable(),
        filling: filling.nullable(),
      }),
    ),
    conditions: z.array(condition),
    insurance: z.object({
      /** The basis has changed since it was stated: it is asked anew. */
      otherBasis: z.boolean(),
      /** The first day, from today or the first one on, that no insurance paper of the employer covers. */
      bareFrom: day.nullable(),
      usual: z.object({ accident: bearer, liability: bearer, source: localisedText }).nullable(),
      stated: z
        .object({ accident: bearer, liability: bearer, note: z.string().nullable(), at: instant })
        .nullable(),
    }),
    abilities: z.object({ check: ability }),
  }),
});

export const startChecklist = route({
  method: "POST",
  path: "/api/placements/{placementId}/checklists",
  summary: "Begin a checklist of a field, or go on with the one being filled",
  gate: { roles: ["teacher", "coordinator"] },
  params,
  body: z.object({ field }),
  answer: z.object({ checklistId: id }),
  refusals: { list_retired: 409 },
});

const ofOne = params.extend({ checklistId: id });

export const answerItem = route({
  method: "PUT",
  path: "/api/placements/{placementId}/checklists/{checklistId}/answers",
  summary:
    "Answer one item; each answer is saved at once, and replaces no other than the one that was seen",
  gate: { roles: ["teacher", "coordinator"] },
  params: ofOne,
  body: z.object({
    itemId: z.string().max(60),
    answer: z.enum(ANSWERS),
    remark: storable(500).nullable(),
    /** Adds an attachment, or puts it in place of the former; null = as it is. */
    fileId: id.nullable(),
    /** The answer as it was read; null = there was none. */
    seen: z.object({ answer: z.enum(ANSWERS), remark: z.string().nullable() }).nullable(),
  }),
  answer: done,
  refusals: { already_signed: 409, answered_meanwhile: 409, unknown_item: 422, unknown_file: 422 },
});

export const removeAttachment = route({
  method: "DELETE",
  path: "/api/placements/{placementId}/checklists/{checklistId}/answers/{itemId}/attachment",
  summary:
    "Take an attachment away while the list is being filled; it is forgotten, the answer stays. Taken twice it stays away",
  gate: { roles: ["teacher", "coordinator"] },
  params: ofOne.extend({ itemId: z.string().max(60) }),
  answer: done,
  refusals: { signed_stays: 409, unknown_item: 422 },
});

export const carryOver = route({
  method: "POST",
  path: "/api/placements/{placementId}/checklists/{checklistId}/template",
  summary:
    "Carry the answers over to the newest template; answers to items that are gone stay in the record",
  gate: { roles: ["teacher", "coordinator"] },
  params: ofOne,
  answer: done,
  refusals: { already_signed: 409, newest_already: 409 },
});

export const signChecklist = route({
  method: "POST",
  path: "/api/placements/{placementId}/checklists/{checklistId}/signature",
  summary: "Sign a filled checklist; it holds from today, and the former one ends yesterday",
  gate: { roles: ["teacher", "coordinator"] },
  params: ofOne,
  body: z.object({
    validUntil: day,
    conditions: z
      .array(
        z.object({
          itemId: z.string().max(60),
          text: typed(300),
          owner: z.enum(["teacher", "workplace"]),
          dueOn: day,
        }),
      )
      .max(20),
  }),
  answer: done,
  refusals: {
    already_signed: 409,
    unanswered: 422,
    condition_needed: 422,
    unknown_item: 422,
    due_passed: 422,
    valid_until_outside: 422,
  },
});

export const closeCondition = route({
  method: "POST",
  path: "/api/placements/{placementId}/checklist-conditions/{conditionId}/done",
  summary: "Say that something has been put right; said twice it stays as it was",
  gate: { roles: ["teacher", "coordinator"] },
  params: params.extend({ conditionId: id }),
  answer: done,
});

export const stateInsurance = route({
  method: "PUT",
  path: "/api/placements/{placementId}/insurance",
  summary: "State who bears accidents and liability in this placement",
  gate: { roles: ["teacher", "coordinator"] },
  params,
  body: z.object({ accident: bearer, liability: bearer, note: storable(300).nullable() }),
  answer: done,
});
