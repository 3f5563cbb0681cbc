import { z } from "zod";
import { done, instant, language, route } from "#shared/route.contract.ts";

const token = z.string().min(20).max(100);
const refusals = { link_unknown: 404, address_answered: 410 } as const;

export const lookAtAddressChange = route({
  method: "POST",
  path: "/api/address-changes/look",
  summary: "What a letter to the old address asks about, for its page; changes nothing",
  gate: "public",
  perMinute: 30,
  body: z.object({ token }),
  answer: z.object({
    givenName: z.string(),
    language,
    /** The new address as far as its owner recognises it. */
    to: z.string(),
    askedBy: z.string(),
    takesEffectAt: instant,
  }),
  refusals,
});

export const answerAddressChange = route({
  method: "POST",
  path: "/api/address-changes/answer",
  summary: "Whoever reads the old address says that the new one is right, or that it is not",
  gate: "public",
  perMinute: 10,
  body: z.object({ token, right: z.boolean() }),
  answer: done,
  refusals: { ...refusals, address_taken: 422 },
});
