import { z } from "zod";
import { MEANS, ROLES } from "#shared/actor.ts";
import { done, id, language, localisedText, personName, route } from "#shared/route.contract.ts";

export const me = z.object({
  personId: id,
  givenName: z.string(),
  familyName: z.string(),
  language,
  means: z.enum(MEANS),
  actingName: z.string().nullable(),
  memberships: z.array(
    z.object({ providerId: id, role: z.enum(ROLES), providerName: localisedText }),
  ),
  onlyPlacementId: id.nullable(),
  /** A link to sign opens this agreement and nothing else. */
  onlyAgreementId: id.nullable(),
});

export const readMe = route({
  method: "GET",
  path: "/api/me",
  summary: "Who is signed in on this browser; null when nobody is",
  gate: "public",
  answer: z.object({ me: me.nullable() }),
});

export const requestCode = route({
  method: "POST",
  path: "/api/sign-in/codes",
  summary:
    "Ask for a one-time code by e-mail; the answer is the same whether or not the address is known",
  gate: "public",
  perMinute: 10,
  body: z.object({ email: z.email().max(200), language }),
  answer: z.object({ sentTo: z.string(), expiresInMinutes: z.int() }),
  refusals: { too_many_codes: 429 },
});

export const enterCode = route({
  method: "POST",
  path: "/api/sign-in/sessions",
  summary: "Enter the six digits in the browser that asked for them: 10 minutes, 5 tries",
  gate: "public",
  perMinute: 20,
  body: z.object({ code: z.string().regex(/^\d{6}$/) }),
  answer: z.object({ me }),
  refusals: { code_wrong: 422, code_old: 410, code_used_up: 410, code_not_asked: 409 },
});

export const signOut = route({
  method: "POST",
  path: "/api/sign-out",
  summary: "End this browser's session",
  gate: "public",
  answer: done,
});

export const chooseLanguage = route({
  method: "PUT",
  path: "/api/me/language",
  summary: "Choose the language that pages, mail and papers are written in for me",
  gate: "signedIn",
  body: z.object({ language }),
  answer: done,
});

const linkFace = z.object({
  givenName: z.string(),
  familyName: z.string(),
  providerName: localisedText,
  language,
});

const linkRefusals = { link_unknown: 404, link_expired: 410, link_revoked: 410 } as const;

export const lookAtLink = route({
  method: "POST",
  path: "/api/links/look",
  summary: "Whose personal link this is, for the landing page; changes nothing",
  gate: "public",
  perMinute: 60,
  body: z.object({ token: z.string().min(20).max(100) }),
  answer: linkFace,
  refusals: linkRefusals,
});

export const openLink = route({
  method: "POST",
  path: "/api/links/open",
  summary:
    "Open a personal link on this device, as its owner or as a named colleague in their seat",
  gate: "public",
  perMinute: 30,
  body: z.object({
    token: z.string().min(20).max(100),
    colleague: personName.min(2).nullable(),
  }),
  answer: z.object({ me }),
  refusals: linkRefusals,
});

export const renewLink = route({
  method: "POST",
  path: "/api/links/renew",
  summary: "Send a fresh personal link to the address on file of an expired link's owner",
  gate: "public",
  perMinute: 5,
  body: z.object({ token: z.string().min(20).max(100) }),
  answer: z.object({ sentTo: z.string() }),
  refusals: { link_unknown: 404, link_revoked: 410, no_address: 409, too_many_codes: 429 },
});
