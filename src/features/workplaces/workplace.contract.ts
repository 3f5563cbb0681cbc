import { z } from "zod";
import {
  ability,
  day,
  done,
  id,
  instant,
  language,
  localisedText,
  route,
  typed,
} from "#shared/route.contract.ts";
import { isBusinessId } from "./business-id.ts";
import { PERSON_ROLES } from "./people.contract.ts";
import { fieldCode } from "./register.contract.ts";
import { DOCUMENT_KINDS, ENTRY_KINDS } from "./register.ts";

const businessId = z.string().trim().max(20).refine(isBusinessId, "business_id");
const postalCode = z.string().regex(/^\d{5}$/);
const phone = z
  .string()
  .trim()
  .regex(/^\+?[\d ()-]{5,25}$/);

const params = z.object({ workplaceId: id });

const person = z.object({
  id,
  givenName: z.string(),
  familyName: z.string(),
  role: z.enum(PERSON_ROLES),
  title: z.string().nullable(),
  phone: z.string().nullable(),
  email: z.string().nullable(),
});

export const readWorkplace = route({
  method: "GET",
  path: "/api/workplaces/{workplaceId}",
  summary:
    "One workplace: what is shared of it, and one's own college's capacity, placements and decisions there",
  gate: "staff",
  params,
  answer: z.object({
    id,
    version: z.int(),
    name: z.string(),
    employerName: z.string(),
    businessId: z.string(),
    municipality: z.string(),
    street: z.string().nullable(),
    postalCode: z.string().nullable(),
    phone: z.string().nullable(),
    email: z.string().nullable(),
    fields: z.array(z.string()),
    /** Languages the workplace guides in; empty = not known. */
    languages: z.array(language),
    today: day,
    /** Where it stands now, when it was merged into another one. */
    survivor: z.object({ id, name: z.string() }).nullable(),
    tasks: z.array(z.object({ id, name: localisedText, retiredOn: day.nullable() })),
    tools: z.array(z.object({ id, name: z.string() })),
    people: z.array(
      person.extend({
        /** One record: who has an own account at a school corrects it there. */
        correct: ability,
        /** An admin sets the address when the old one is dead. */
        setAddress: ability,
        /** What waits for whoever reads the old address, for those who keep the people here. */
        newAddress: z.object({ address: z.string(), takesEffectAt: instant }).nullable(),
      }),
    ),
    earlierPeople: z.array(person.extend({ endedOn: day })),
    documents: z.array(
      z.object({
        id,
        kind: z.enum(DOCUMENT_KINDS),
        title: z.string(),
        validFrom: day.nullable(),
        validUntil: day.nullable(),
      }),
    ),
    capacity: z.array(
      z.object({
        id,
        field: z.string(),
        startsOn: day,
        endsOn: day,
        places: z.int(),
        version: z.int(),
      }),
    ),
    placements: z.array(
      z.object({ id, studentName: z.string(), state: z.string(), startsOn: day, endsOn: day }),
    ),
    decisions: z.array(
      z.object({
        placementId: id,
        outcome: z.string(),
        decidedOn: day,
        decidedBy: z.string(),
        validUntil: day,
      }),
    ),
    abilities: z.object({ edit: ability, note: ability, people: ability }),
  }),
});

const details = z.object({
  name: typed(120),
  street: typed(120).nullable(),
  postalCode: postalCode.nullable(),
  municipality: typed(80),
  phone: phone.nullable(),
  email: z.email().max(200).nullable(),
  fields: z.array(fieldCode).max(20),
  languages: z.array(language).max(3),
});

const versioned = z.object({ id, version: z.int() });

export const addWorkplace = route({
  method: "POST",
  path: "/api/workplaces",
  summary: "Add a workplace; its employer is found by Business ID or added",
  gate: { roles: ["coordinator"] },
  body: details.extend({ id, businessId, employerName: typed(120) }),
  answer: versioned,
  refusals: { id_used: 409, workplace_known: 409, unknown_choice: 422 },
});

export const editWorkplace = route({
  method: "PUT",
  path: "/api/workplaces/{workplaceId}",
  summary:
    "Change name, address, contact, fields and languages of guidance (If-Match: the workplace's version)",
  gate: { roles: ["coordinator"] },
  params,
  body: details,
  answer: versioned,
  refusals: { workplace_merged: 409, unknown_choice: 422 },
});

const partRefusals = { workplace_merged: 409, id_used: 409 } as const;

export const putTask = route({
  method: "PUT",
  path: "/api/workplaces/{workplaceId}/tasks/{taskId}",
  summary: "Add, rename, retire or bring back a task (If-Match: the workplace's version)",
  gate: { roles: ["coordinator"] },
  params: params.extend({ taskId: id }),
  body: z.object({
    name: z.object({ fi: typed(120), sv: typed(120).optional(), en: typed(120).optional() }),
    retired: z.boolean(),
  }),
  answer: versioned,
  refusals: partRefusals,
});

export const putTool = route({
  method: "PUT",
  path: "/api/workplaces/{workplaceId}/tools/{toolId}",
  summary:
    "Add, rename, retire or bring back a tool or machine (If-Match: the workplace's version)",
  gate: { roles: ["coordinator"] },
  params: params.extend({ toolId: id }),
  body: z.object({ name: typed(120), retired: z.boolean() }),
  answer: versioned,
  refusals: partRefusals,
});

export const putDocument = route({
  method: "PUT",
  path: "/api/workplaces/{workplaceId}/documents/{documentId}",
  summary: "Add, change, remove or bring back a paper (If-Match: the workplace's version)",
  gate: { roles: ["coordinator"] },
  params: params.extend({ documentId: id }),
  body: z.object({
    kind: z.enum(DOCUMENT_KINDS),
    title: typed(120),
    validFrom: day.nullable(),
    validUntil: day.nullable(),
    removed: z.boolean(),
  }),
  answer: versioned,
  refusals: { ...partRefusals, ends_before_start: 422 },
});

export const putCapacity = route({
  method: "PUT",
  path: "/api/workplaces/{workplaceId}/capacity/{capacityId}",
  summary:
    "Agree, change or withdraw places of a field for a period, for one's own college (If-Match: its version)",
  gate: { roles: ["coordinator"] },
  params: params.extend({ capacityId: id }),
  body: z.object({
    field: fieldCode,
    startsOn: day,
    endsOn: day,
    places: z.int().min(1).max(500),
    withdrawn: z.boolean(),
  }),
  answer: versioned,
  refusals: {
    ...partRefusals,
    unknown_choice: 422,
    ends_before_start: 422,
    capacity_too_long: 422,
    capacity_overlaps: 409,
  },
});

export const putEntry = route({
  method: "PUT",
  path: "/api/workplaces/{workplaceId}/entries/{entryId}",
  summary: "Write down a contact or a note for one's own college; its writer may take it back",
  gate: { roles: ["coordinator", "teacher"] },
  params: params.extend({ entryId: id }),
  body: z.object({
    kind: z.enum(ENTRY_KINDS),
    onDay: day,
    text: typed(2_000),
    withdrawn: z.boolean(),
  }),
  answer: done,
  refusals: { ...partRefusals, in_future: 422 },
});
