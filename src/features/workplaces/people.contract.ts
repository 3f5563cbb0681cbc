import { z } from "zod";
import { id, instant, language, personName, route, typed } from "#shared/route.contract.ts";

const phone = z
  .string()
  .trim()
  .regex(/^\+?[\d ()-]{5,25}$/);
const params = z.object({ workplaceId: id });
const ofPerson = params.extend({ personId: id });

export const PERSON_ROLES = ["tutor", "employer_representative"] as const;
export type PersonRole = (typeof PERSON_ROLES)[number];

const contact = z.object({
  givenName: personName,
  familyName: personName,
  email: z.email().max(200).nullable(),
  phone: phone.nullable(),
});
export type ContactDetails = z.infer<typeof contact>;

const gate = { roles: ["coordinator", "teacher"] };
const kept = z.object({ personId: id, version: z.int() });

export const addWorkplacePerson = route({
  method: "POST",
  path: "/api/workplaces/{workplaceId}/people",
  summary:
    "Add a tutor or employer representative; a known address is that person, whose details stay (If-Match: the workplace's version)",
  gate,
  params,
  body: contact.extend({ role: z.enum(PERSON_ROLES), title: typed(80).nullable(), language }),
  /** `known`: the address was somebody's already. */
  answer: kept.extend({ known: z.boolean() }),
  refusals: { workplace_merged: 409, address_taken: 422 },
});

export const correctPerson = route({
  method: "PUT",
  path: "/api/workplaces/{workplaceId}/people/{personId}",
  summary:
    "Correct name, e-mail and phone of a person of the workplace, everywhere at once; `seen` is what was corrected",
  gate,
  params: ofPerson,
  body: contact.extend({ seen: contact }),
  /** `waitsUntil`: the e-mail address stays the old one until then, and whoever reads that can object. */
  answer: z.object({ personId: id, waitsUntil: instant.nullable() }),
  refusals: {
    workplace_merged: 409,
    address_needs_admin: 409,
    person_changed: 409,
    address_of_colleague: 409,
    address_leads_elsewhere: 409,
    address_taken: 422,
  },
});

export const setAddress = route({
  method: "PUT",
  path: "/api/workplaces/{workplaceId}/people/{personId}/address",
  summary:
    "Set the e-mail address of a person whose old one is dead, at once, with a reason; the workplace is told",
  gate: { roles: ["provider_admin"] },
  params: ofPerson,
  body: z.object({ email: z.email().max(200), reason: typed(300) }),
  answer: z.object({ personId: id }),
  refusals: {
    workplace_merged: 409,
    address_of_colleague: 409,
    address_leads_elsewhere: 409,
    address_taken: 422,
  },
});

export const putPart = route({
  method: "PUT",
  path: "/api/workplaces/{workplaceId}/people/{personId}/parts/{role}",
  summary:
    "Change the title of a person's part at the workplace, end it or take the end back (If-Match: the workplace's version)",
  gate,
  params: ofPerson.extend({ role: z.enum(PERSON_ROLES) }),
  body: z.object({ title: typed(80).nullable(), ended: z.boolean() }),
  /** `stillNamed`: placements of one's own college that go on with this tutor. */
  answer: kept.extend({ stillNamed: z.int() }),
  refusals: { workplace_merged: 409 },
});
