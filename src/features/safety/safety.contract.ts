import { z } from "zod";
import { done, id, instant, localisedText, route, typed } from "#shared/route.contract.ts";
import { ANSWERS, CHECKS, KINDS, PARTS, QUESTIONS, STATES, STEPS } from "./safety.ts";

const params = z.object({ reportId: id });
const words = typed(2_000).nullable();
const parts = z.array(z.enum(PARTS)).max(PARTS.length);
const answers = z.array(z.enum(ANSWERS)).max(QUESTIONS.length);

const report = z.object({
  id,
  version: z.int(),
  kind: z.enum(KINDS),
  answers,
  words: z.string().nullable(),
  callMe: z.boolean(),
  state: z.enum(STATES),
  writtenAt: instant,
  answerBy: instant.nullable(),
  student: z.object({
    givenName: z.string(),
    familyName: z.string(),
    phone: z.string().nullable(),
  }),
  workplaceName: z.string(),
  /** Who knows now: when each was told, opened it, and was reminded of it. */
  hearers: z.array(
    z.object({
      personId: id,
      name: z.string(),
      part: z.enum(PARTS),
      toldAt: instant,
      openedAt: instant.nullable(),
      remindedAt: instant.nullable(),
    }),
  ),
  steps: z.array(
    z.object({ name: z.string(), what: z.enum(STEPS), words: z.string().nullable(), at: instant }),
  ),
  /** What the reader may do now. */
  may: z.array(z.enum(STEPS)),
});

export const readMySafety = route({
  method: "GET",
  path: "/api/safety/mine",
  summary:
    "The student's own: the check that is asked, who can be chosen to hear, what was said and who knows now",
  gate: { roles: ["student"] },
  answer: z.object({
    placement: z
      .object({
        id,
        workplaceName: z.string(),
        providerName: localisedText,
        asked: z.enum(CHECKS).nullable(),
        choices: z.array(
          z.object({ part: z.enum(PARTS), name: z.string(), phone: z.string().nullable() }),
        ),
      })
      .nullable(),
    reports: z.array(report),
  }),
});

export const sendSafety = route({
  method: "POST",
  path: "/api/placements/{placementId}/safety",
  summary:
    "Answer a check or report something; only the student and the chosen hearers ever see it",
  gate: { roles: ["student"] },
  params: z.object({ placementId: id }),
  body: z.object({
    kind: z.enum(KINDS),
    answers,
    words,
    callMe: z.boolean(),
    hearers: parts,
  }),
  answer: z.object({ id }),
  refusals: {
    check_answered: 409,
    check_not_asked: 409,
    answers_missing: 422,
    unknown_hearer: 422,
    placement_over: 409,
  },
});

export const tellMore = route({
  method: "POST",
  path: "/api/safety/{reportId}/hearers",
  summary: "Let one more person know; nobody is ever taken out of the circle",
  gate: { roles: ["student"] },
  params,
  body: z.object({ hearers: parts.min(1) }),
  answer: done,
  refusals: { unknown_hearer: 422 },
});

export const listHeard = route({
  method: "GET",
  path: "/api/safety/heard",
  summary: "What students have told the reader",
  gate: "signedIn",
  answer: z.object({ reports: z.array(report) }),
});

export const openHeard = route({
  method: "POST",
  path: "/api/safety/{reportId}/opening",
  summary: "A hearer has read it: the student sees when",
  gate: "signedIn",
  params,
  answer: done,
});

export const takeSafetyStep = route({
  method: "POST",
  path: "/api/safety/{reportId}/steps",
  summary:
    "Take it in hand, write, close; the student confirms or opens it again (If-Match: its version)",
  gate: "signedIn",
  params,
  body: z.object({ what: z.enum(STEPS), words }),
  answer: z.object({ state: z.enum(STATES), version: z.int() }),
  refusals: { step_not_now: 409, words_missing: 422 },
});
