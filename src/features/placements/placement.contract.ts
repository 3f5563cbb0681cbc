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
  week,
} from "#shared/route.contract.ts";
import { BASES, ENDING_GROUNDS, HEARD_PARTIES, STATES } from "./placement.ts";

const state = z.enum(STATES);
const params = z.object({ placementId: id });
const party = z.enum(["student", "tutor", "teacher"]);

export const proposePlacement = route({
  method: "POST",
  path: "/api/placements",
  summary: "Propose a placement: student, workplace, period, units",
  gate: { roles: ["teacher", "coordinator"] },
  body: z.object({
    id,
    providerId: id,
    studentId: id,
    workplaceId: id,
    teacherId: id,
    tutorId: id.nullable(),
    frameworkVersionId: id,
    unitIds: z.array(id).min(1).max(20),
    basis: z.enum(BASES),
    startsOn: day,
    endsOn: day,
    partTimePercent: z.int().min(1).max(100).default(100),
  }),
  answer: z.object({ id, version: z.int() }),
  refusals: { ends_before_start: 422, period_too_long: 422, unknown_choice: 422, id_taken: 409 },
});

export const copyPlacement = route({
  method: "POST",
  path: "/api/placements/{placementId}/copies",
  summary:
    "Propose the next placement from this one: the same student's next period, or another student",
  gate: { roles: ["teacher", "coordinator"] },
  params,
  body: z.object({ id, studentId: id, startsOn: day, endsOn: day }),
  answer: z.object({ id, version: z.int() }),
  refusals: { ends_before_start: 422, period_too_long: 422, unknown_choice: 422, id_taken: 409 },
});

export const movePlacement = route({
  method: "POST",
  path: "/api/placements/{placementId}/moves",
  summary:
    "Move a placement along its life: planning, ready, running, ended, closed, cancelled, terminated",
  gate: "signedIn",
  params,
  body: z.object({
    to: state,
    reason: typed(500).nullable(),
    ending: z
      .object({
        ground: z.enum(ENDING_GROUNDS),
        heardOn: day,
        heard: z.array(z.enum(HEARD_PARTIES)).max(2),
        onProbation: z.boolean(),
      })
      .nullable(),
  }),
  answer: z.object({ state, version: z.int() }),
  refusals: {
    wrong_state: 409,
    gate_closed: 409,
    not_yet_first_day: 409,
    not_yet_last_day: 409,
    reason_missing: 422,
    ending_missing: 422,
    hearing_missing: 422,
  },
});

export const nameTutor = route({
  method: "PUT",
  path: "/api/placements/{placementId}/tutor",
  summary: "Name the responsible tutor, one of the workplace's people or a new one",
  gate: "signedIn",
  params,
  body: z.union([
    z.object({ tutorId: id }),
    z.object({
      givenName: personName,
      familyName: personName,
      email: z.email().max(200),
      phone: z
        .string()
        .regex(/^[\d\s+()-]{5,40}$/)
        .nullable(),
      title: typed(80).nullable(),
      language,
    }),
  ]),
  answer: z.object({ tutorId: id, version: z.int() }),
  refusals: { unknown_choice: 422, address_taken: 422 },
});

export const inviteTutor = route({
  method: "POST",
  path: "/api/placements/{placementId}/tutor/links",
  summary: "Mail the tutor a personal link to this placement; older links to it end",
  gate: "signedIn",
  params,
  answer: z.object({ sentTo: z.string() }),
  refusals: { no_tutor: 409, no_address: 409, too_soon: 429 },
});

export const noteTalk = route({
  method: "POST",
  path: "/api/placements/{placementId}/talks",
  summary: "Note a talk that was held; the others confirm it with one tap",
  gate: "signedIn",
  params,
  body: z.object({
    kind: z.enum(["start", "mid", "end", "other"]),
    heldOn: day,
    note: typed(2_000),
  }),
  answer: z.object({ talkId: id }),
  refusals: { in_future: 422, already_noted: 409 },
});

export const confirmTalk = route({
  method: "POST",
  path: "/api/placements/{placementId}/talks/{talkId}/confirmations",
  summary: "Confirm another's note of a talk",
  gate: "signedIn",
  params: params.extend({ talkId: id }),
  answer: done,
  refusals: { not_held: 409 },
});

export const nudge = route({
  method: "POST",
  path: "/api/placements/{placementId}/nudges",
  summary: "Remind the one who is missing; a cooldown is shown to all",
  gate: "signedIn",
  params,
  body: z.object({
    to: party,
    /** gate = something else that is missing before the first day. */
    about: z.enum(["week", "entry", "plan", "talk", "cards", "gate", "induction"]),
    week: week.nullable(),
  }),
  answer: z.object({ sentTo: z.string(), nextAt: instant }),
  refusals: { too_soon: 429, no_tutor: 409, no_address: 409 },
});
