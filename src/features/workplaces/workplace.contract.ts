import { z } from "zod";
import { day, id, localisedText, route, storable } from "#shared/route.contract.ts";

const row = z.object({
  id,
  name: z.string(),
  employerName: z.string(),
  businessId: z.string(),
  municipality: z.string(),
  tutors: z.int(),
  running: z.int(),
  coming: z.int(),
});

export const listWorkplaces = route({
  method: "GET",
  path: "/api/workplaces",
  summary: "Workplaces of the region with how many of one's own provider's students are there",
  gate: "staff",
  query: z.object({ find: storable(80).optional() }),
  answer: z.object({ rows: z.array(row) }),
});

export const readWorkplace = route({
  method: "GET",
  path: "/api/workplaces/{workplaceId}",
  summary:
    "One workplace: its tasks, its people, one's own provider's placements and decisions there",
  gate: "staff",
  params: z.object({ workplaceId: id }),
  answer: row.extend({
    street: z.string().nullable(),
    postalCode: z.string().nullable(),
    tasks: z.array(z.object({ id, name: localisedText })),
    people: z.array(
      z.object({
        id,
        givenName: z.string(),
        familyName: z.string(),
        role: z.enum(["tutor", "employer_representative"]),
        title: z.string().nullable(),
        phone: z.string().nullable(),
        email: z.string().nullable(),
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
  }),
});
