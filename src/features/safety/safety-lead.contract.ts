import { z } from "zod";
import { ability, done, id, instant, localisedText, route } from "#shared/route.contract.ts";

const params = z.object({ providerId: id });
const named = z.object({ personId: id, name: z.string() });

export const readSafetyLead = route({
  method: "GET",
  path: "/api/providers/{providerId}/safety-lead",
  summary: "Who is the college's safety lead, who could be, and who has been",
  gate: { roles: ["provider_admin", "coordinator"] },
  params,
  answer: z.object({
    providerName: localisedText,
    lead: named.nullable(),
    /** Staff of the college; the lead signs in to hear. */
    people: z.array(named),
    history: z.array(z.object({ name: z.string(), by: z.string(), at: instant })),
    abilities: z.object({ name: ability }),
  }),
});

export const nameSafetyLead = route({
  method: "PUT",
  path: "/api/providers/{providerId}/safety-lead",
  summary:
    "Name the safety lead: students can choose them from now on; what was told to another stays there",
  gate: { roles: ["provider_admin"] },
  params,
  /** `instead` is the lead that was read: two who name at once do not undo each other unseen. */
  body: z.object({ personId: id, instead: id.nullable() }),
  answer: done,
  refusals: { unknown_person: 422, lead_changed: 409 },
});
