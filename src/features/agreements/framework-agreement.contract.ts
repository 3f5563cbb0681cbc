import { z } from "zod";
import { BASES } from "#features/placements/placement.ts";
import { ability, day, done, id, language, route, typed } from "#shared/route.contract.ts";
import { choice, listed } from "./agreement.contract.ts";
import { AGREEMENT_STATES } from "./agreement.ts";
import { signer } from "./agreement-deeds.contract.ts";
import { COVERED, STANDINGS } from "./framework-agreement.ts";
import { papers } from "./paper.contract.ts";

const params = z.object({ workplaceId: id });
const covered = z.enum(COVERED);
const WRITERS = { roles: ["coordinator", "provider_admin"] } as const;

export const listFrameworkAgreements = route({
  method: "GET",
  path: "/api/workplaces/{workplaceId}/framework-agreements",
  summary: "General terms agreed between the reader's own colleges and the workplace's employer",
  gate: "staff",
  params,
  answer: z.object({
    workplaceName: z.string(),
    employerName: z.string(),
    rows: z.array(
      listed.extend({
        bases: z.array(z.enum(BASES)),
        validFrom: day,
        /** The day on which it ends, also when a party has ended it early. */
        lastDay: day,
        standing: z.enum(STANDINGS),
      }),
    ),
    today: day,
    choices: z.object({ provider: z.array(choice), employer: z.array(choice) }),
    abilities: z.object({ send: ability }),
  }),
});

export const previewFrameworkAgreement = route({
  method: "GET",
  path: "/api/workplaces/{workplaceId}/framework-agreements/preview",
  summary: "The general terms as they would be sent now, in three languages",
  gate: WRITERS,
  params,
  query: z.object({ covers: covered, validFrom: day, validUntil: day }),
  answer: papers,
  refusals: { ends_before_start: 422, validity_past: 422, validity_too_long: 422 },
});

export const sendFrameworkAgreement = route({
  method: "POST",
  path: "/api/workplaces/{workplaceId}/framework-agreements",
  summary: "Freeze general terms into a framework agreement and send it to be signed",
  gate: WRITERS,
  params,
  body: z.object({
    id,
    language,
    covers: covered,
    validFrom: day,
    validUntil: day,
    providerSignerId: id,
    employer: signer,
  }),
  answer: z.object({ id, state: z.enum(AGREEMENT_STATES) }),
  refusals: {
    agreement_out_already: 409,
    ends_before_start: 422,
    validity_past: 422,
    validity_too_long: 422,
    unknown_choice: 422,
    address_taken: 422,
    same_signer: 422,
    id_taken: 409,
  },
});

export const terminateFrameworkAgreement = route({
  method: "POST",
  path: "/api/agreements/{agreementId}/termination",
  summary: "End a framework agreement early: agreements that are sent later no longer refer to it",
  gate: "signedIn",
  params: z.object({ agreementId: id }),
  body: z.object({ lastDay: day, reason: typed(500) }),
  answer: done,
  refusals: { agreement_closed: 409, day_past: 422, ends_after_validity: 422 },
});
