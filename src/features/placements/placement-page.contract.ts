import { z } from "zod";
import { CHECKS } from "#features/safety/safety.ts";
import { ability, day, id, instant, localisedText, route, week } from "#shared/route.contract.ts";
import { BASES, STATES } from "./placement.ts";

export const state = z.enum(STATES);
export const person = z.object({ id, givenName: z.string(), familyName: z.string() });
const contact = person.extend({
  phone: z.string().nullable(),
  email: z.string().nullable(),
  title: z.string().nullable(),
});
const party = z.enum(["student", "tutor", "teacher"]);
const relation = z.enum(["student", "tutor", "teacher", "coordinator"]);
const params = z.object({ placementId: id });

export const gateRow = z.object({
  code: z.string(),
  verdict: z.enum(["met", "missing", "not_needed"]),
  reason: z.string(),
  params: z.record(z.string(), z.union([z.string(), z.number()])),
  fixers: z.array(
    z.object({
      role: z.string(),
      personId: id.nullable(),
      givenName: z.string(),
      familyName: z.string(),
    }),
  ),
  step: z
    .enum([
      "review_suitability",
      "name_tutor",
      "open_plan",
      "open_checks",
      "open_checklist",
      "open_agreement",
    ])
    .nullable(),
});

export const ribbonWeek = z.object({
  week,
  state: z.enum(["confirmed", "waits", "missing", "away", "ahead", "now"]),
});

const talk = z.object({
  id,
  kind: z.enum(["start", "mid", "end", "other"]),
  plannedAt: instant.nullable(),
  minutes: z.int().nullable(),
  place: z.string().nullable(),
  heldAt: instant.nullable(),
  note: z.string().nullable(),
  notedBy: z.string().nullable(),
  /** The person in whose seat it was noted. */
  notedById: id.nullable(),
  confirmedBy: z.array(id),
});

const interruption = z.object({
  id,
  startsOn: day,
  endsOn: day.nullable(),
  /** Never told to the workplace. */
  reason: z.string().nullable(),
});
const mark = z.object({ party, name: z.string(), at: instant });
const planMarks = z.object({ number: z.int(), editedAt: instant, marks: z.array(mark) });
const weekFacts = z.object({
  week,
  sentAt: instant.nullable(),
  kind: z.enum(["ok", "exceptions"]).nullable(),
  confirmedAt: instant.nullable(),
  confirmedBy: z.string().nullable(),
  readAt: instant.nullable(),
});

const objective = z.object({
  requirementId: id,
  unitId: id,
  text: localisedText,
  plain: localisedText.nullable(),
  seenWhen: localisedText.nullable(),
  progress: z.enum(["not_yet", "practised", "confirmed"]),
});

export const placementAnswer = z.object({
  id,
  version: z.int(),
  providerId: id,
  providerName: localisedText,
  timeZone: z.string(),
  today: day,
  relation,
  state,
  stateReason: z.string().nullable(),
  basis: z.enum(BASES),
  startsOn: day,
  endsOn: day,
  partTimePercent: z.int(),
  minutesPerWeek: z.int().nullable(),
  student: contact.extend({ underage: z.boolean(), turns18On: day.nullable() }),
  tutor: contact.nullable(),
  teacher: contact,
  workplace: z.object({
    id,
    name: z.string(),
    employerName: z.string(),
    street: z.string().nullable(),
    municipality: z.string(),
  }),
  units: z.array(
    z.object({
      id,
      name: localisedText,
      requirements: z.array(objective.omit({ plain: true, seenWhen: true })),
    }),
  ),
  ribbon: z.array(ribbonWeek),
  weeks: z.array(weekFacts),
  talks: z.array(talk),
  interruptions: z.array(interruption),
  gate: z.array(gateRow),
  /** A change of the signed agreement that is out, and by name whoever has not signed it. */
  amendment: z.object({ id, waitsFor: z.array(z.string()) }).nullable(),
  /** Since when it waits to be settled where the student of a suspended workplace goes. */
  relocationSince: instant.nullable(),
  /** Safety checks not answered for two days; only for the school. */
  safetyUnanswered: z.array(z.enum(CHECKS)),
  plan: planMarks.nullable(),
  objectives: z.array(objective),
  nudges: z.array(
    z.object({
      toPerson: id,
      about: z.string(),
      at: instant,
      by: z.string(),
      /** From then on this person may be reminded again. */
      nextAt: instant,
    }),
  ),
  abilities: z.object({
    move: ability,
    interrupt: ability,
    nameTutor: ability,
    noteTalk: ability,
    inviteTutor: ability,
    nudge: ability,
  }),
});

export const readPlacement = route({
  method: "GET",
  path: "/api/placements/{placementId}",
  summary: "One placement as its parties see it: ribbon, gate, talks, objectives, people",
  gate: "signedIn",
  look: "placement",
  params,
  answer: placementAnswer,
});
