import { z } from "zod";
import {
  day,
  done,
  id,
  instant,
  language,
  personName,
  route,
  typed,
} from "#shared/route.contract.ts";
import { party } from "./agreement.contract.ts";
import { AGREEMENT_STATES } from "./agreement.ts";

const params = z.object({ agreementId: id });
const partyParams = params.extend({ party });
const hash = z.string().regex(/^[0-9a-f]{64}$/);
const clock = z.iso.time({ precision: -1 });

const phone = z.string().regex(/^[\d\s+()-]{5,40}$/);

const newSigner = z.object({
  givenName: personName,
  familyName: personName,
  email: z.email().max(200),
  phone: phone.nullable(),
  title: typed(80).nullable(),
  language,
});
/** Somebody known, or somebody new with an address of their own. */
export const signer = z.union([z.object({ personId: id }), newSigner]);

const employment = z.object({
  payBasis: typed(200),
  payText: typed(1_000),
  probationEndsOn: day.nullable(),
  minutesPerWeekOnAverage: z.int().min(15).max(4_200),
  compensationEuros: z.int().min(0).max(100_000).nullable(),
});

export const sendAgreement = route({
  method: "POST",
  path: "/api/placements/{placementId}/agreements",
  summary: "Freeze the newest plan and the terms into an agreement and send it to be signed",
  gate: { roles: ["teacher", "coordinator"] },
  params: z.object({ placementId: id }),
  body: z.object({
    id,
    language,
    providerSignerId: id,
    employer: signer,
    guardian: signer.nullable(),
    employment: employment.nullable(),
  }),
  answer: z.object({ id, state: z.enum(AGREEMENT_STATES) }),
  refusals: {
    agreement_out_already: 409,
    agreement_incomplete: 409,
    wrong_state: 409,
    unknown_choice: 422,
    address_taken: 422,
    no_address: 409,
    guardian_missing: 422,
    employment_missing: 422,
    hours_too_few: 422,
    same_signer: 422,
    id_taken: 409,
  },
});

export const askSigningCode = route({
  method: "POST",
  path: "/api/agreements/{agreementId}/codes",
  summary:
    "Send the signer a one-time code to the contact on file: 10 minutes, 5 tries, this browser",
  gate: "signedIn",
  perMinute: 10,
  params,
  body: z.object({
    party,
    /** Null: to the box, or to the phone when there is no box. */
    way: z.enum(["mail", "sms"]).nullable().default(null),
  }),
  answer: z.object({ sentTo: z.string(), expiresInMinutes: z.int() }),
  refusals: {
    agreement_closed: 409,
    no_address: 409,
    too_many_codes: 429,
    too_many_codes_today: 429,
    not_a_party: 403,
    not_your_turn: 409,
    nothing_to_sign: 409,
  },
});

export const signAgreement = route({
  method: "POST",
  path: "/api/agreements/{agreementId}/signatures",
  summary:
    "Sign the text that was read (by its hash), or acknowledge it; the last signature completes it once",
  gate: "signedIn",
  perMinute: 30,
  params,
  body: z.object({
    party,
    textHash: hash,
    /** Six digits; null when the party only acknowledges. */
    code: z
      .string()
      .regex(/^\d{6}$/)
      .nullable(),
    language,
  }),
  answer: z.object({ state: z.enum(AGREEMENT_STATES), already: z.boolean() }),
  refusals: {
    agreement_closed: 409,
    text_changed: 409,
    not_a_party: 403,
    not_your_turn: 409,
    nothing_to_sign: 409,
    code_missing: 422,
    code_wrong: 422,
    code_old: 410,
    code_used_up: 410,
    code_not_asked: 409,
    /** What an amendment changes has been changed otherwise since; `fields` names it. */
    amendment_overtaken: 409,
  },
});

export const correctAgreement = route({
  method: "POST",
  path: "/api/agreements/{agreementId}/corrections",
  summary:
    "Correct period or hours before all have signed (If-Match: version): a new text, signatures are asked anew",
  gate: "signedIn",
  params,
  body: z.object({
    startsOn: day,
    endsOn: day,
    hours: z.object({
      minutesPerWeek: z.int().min(15).max(4_200),
      dayStartsAt: clock,
      dayEndsAt: clock,
      breakMinutes: z.int().min(0).max(240),
    }),
    why: typed(300),
  }),
  answer: z.object({ version: z.int(), revision: z.int(), textHash: hash }),
  refusals: {
    agreement_closed: 409,
    ends_before_start: 422,
    period_too_long: 422,
    hours_impossible: 422,
    hours_too_few: 422,
    nothing_changed: 422,
  },
});

export const declineAgreement = route({
  method: "POST",
  path: "/api/agreements/{agreementId}/refusal",
  summary: "A signer declines, with the reason that the others read",
  gate: "signedIn",
  params,
  body: z.object({ party, reason: typed(500) }),
  answer: done,
  refusals: { agreement_closed: 409 },
});

export const withdrawAgreement = route({
  method: "POST",
  path: "/api/agreements/{agreementId}/withdrawal",
  summary: "Take an agreement back before all have signed, with the reason that the others read",
  gate: "signedIn",
  params,
  body: z.object({ reason: typed(500) }),
  answer: done,
  refusals: { agreement_closed: 409 },
});

export const remindSigner = route({
  method: "POST",
  path: "/api/agreements/{agreementId}/parties/{party}/reminders",
  summary: "Remind the party that is missing; the cooldown is the same whoever sends it",
  gate: "signedIn",
  params: partyParams,
  answer: z.object({ sentTo: z.string(), nextAt: z.string() }),
  refusals: {
    agreement_closed: 409,
    too_soon: 429,
    no_address: 409,
    not_a_party: 404,
    nothing_to_sign: 409,
  },
});

export const repairAddress = route({
  method: "PUT",
  path: "/api/agreements/{agreementId}/parties/{party}/address",
  summary:
    "Correct a party's address or phone, say how it is known, and send the letter there; what the old one opened is closed",
  gate: "signedIn",
  params: partyParams,
  body: z
    .object({
      /** Null: stays, unless letters to it have come back. */
      email: z.email().max(200).nullable(),
      /** Null: stays. */
      phone: phone.nullable(),
      known: z.enum(["called", "visit", "told"]),
    })
    .refine(({ email, phone: number }) => email !== null || number !== null, "nothing_given"),
  /** `waitsUntil`: they have been in before, and the old address is asked first; the letter has not gone. */
  answer: z.object({ sentTo: z.string(), waitsUntil: instant.nullable() }),
  refusals: {
    agreement_closed: 409,
    address_taken: 422,
    not_a_party: 404,
    own_account: 409,
    phone_wrong: 422,
    no_address: 409,
    address_leads_elsewhere: 409,
    address_needs_admin: 409,
  },
});

export const nameDeputy = route({
  method: "PUT",
  path: "/api/agreements/{agreementId}/parties/{party}/deputy",
  summary: "Another person of the same side signs by a mandate that is kept with the signature",
  gate: "signedIn",
  params: partyParams,
  body: z.object({ deputy: signer, known: z.enum(["signer", "called", "visit", "told"]) }),
  answer: z.object({ sentTo: z.string() }),
  refusals: {
    agreement_closed: 409,
    address_taken: 422,
    not_a_party: 404,
    unknown_choice: 422,
    no_address: 409,
    same_signer: 422,
    nothing_to_sign: 409,
  },
});
