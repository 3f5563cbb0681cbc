import { z } from "zod";
import {
  ability,
  day,
  id,
  instant,
  localisedText,
  route,
  typed,
  week,
} from "#shared/route.contract.ts";
import { PROOFS } from "./path.ts";
import { LONGEST_TERM, MEANS, PARTIES, RHYTHMS, TALK_KINDS, TALK_PLACES, TERMS } from "./plan.ts";

const LONGEST_LINE = 200;
/** Five years of weeks (finland.md §1.5), a part of one at each end. */
const MOST_WEEKS = 263;

const clock = z.iso.time({ precision: -1 }).meta({ description: "A time of day, 07:30" });
const weeks = z.array(week).max(MOST_WEEKS);

const taskWeeks = z.object({ aloneWeeks: weeks, withTutorWeeks: weeks });

const planTask = taskWeeks
  .extend({ taskId: id.nullable(), name: typed(LONGEST_LINE).nullable() })
  .refine(({ taskId, name }) => (taskId === null) !== (name === null), "one_of_two")
  .refine(
    ({ aloneWeeks, withTutorWeeks }) => aloneWeeks.length + withTutorWeeks.length > 0,
    "no_week",
  );

const workday = {
  dayStartsAt: clock,
  dayEndsAt: clock,
  breakMinutes: z.int().min(0).max(240),
};
const hours = z.object({ minutesPerWeek: z.int().min(15).max(4_200), ...workday });
const shift = z.object({ ...workday, on: typed(LONGEST_LINE) });

const guidance = z.object({
  every: z.enum(RHYTHMS),
  by: z.enum(MEANS),
  note: typed(LONGEST_LINE).nullable(),
});

const demonstration = z.object({
  id,
  work: typed(LONGEST_TERM),
  startsOn: day,
  endsOn: day,
  place: typed(LONGEST_LINE).nullable(),
  requirementIds: z.array(id).min(1).max(40),
  schoolAssessor: typed(LONGEST_LINE).nullable(),
  workAssessor: typed(LONGEST_LINE).nullable(),
});

const talk = z.object({
  kind: z.enum(TALK_KINDS),
  at: z.iso.datetime({ offset: true }).meta({ description: "An instant, 2026-12-02T11:30:00Z" }),
  minutes: z.int().min(5).max(240).nullable().default(null),
  place: z.enum(TALK_PLACES).nullable().default(null),
});

/** What plan_version.content holds; the parts with a default are missing from the oldest versions. */
export const planContent = z.object({
  objectives: z
    .array(z.object({ requirementId: id }))
    .min(1)
    .max(40)
    .refine((all) => new Set(all.map((one) => one.requirementId)).size === all.length, "repeated"),
  tasks: z.array(planTask).max(40),
  hours,
  shifts: z.array(shift).max(10).default([]),
  talks: z.array(talk).max(20),
  demonstrations: z.array(demonstration).max(10).default([]),
  guidance: guidance.nullable().default(null),
  breaks: typed(LONGEST_TERM).nullable().default(null),
  support: typed(LONGEST_TERM).nullable(),
  travel: typed(LONGEST_TERM).nullable(),
  meals: typed(LONGEST_TERM).nullable(),
});

const party = z.enum(PARTIES);
/** Who did it: the person whose seat it is, and the colleague in it as they named themselves. */
const hand = z.object({
  personId: id,
  givenName: z.string(),
  familyName: z.string(),
  actingName: z.string().nullable(),
});

/** A line that is not what the reader last agreed to, with the version that last touched it. */
const touched = { number: z.int() };
const difference = z.discriminatedUnion("kind", [
  z.object({
    kind: z.literal("task"),
    taskId: id.nullable(),
    name: z.string().nullable(),
    before: taskWeeks.nullable(),
    after: taskWeeks.nullable(),
    ...touched,
  }),
  z.object({
    kind: z.literal("objective"),
    requirementId: id,
    before: z.boolean(),
    after: z.boolean(),
    ...touched,
  }),
  z.object({ kind: z.literal("hours"), before: hours.nullable(), after: hours, ...touched }),
  z.object({
    kind: z.literal("talk"),
    talk: z.enum(TALK_KINDS),
    before: talk.nullable(),
    after: talk.nullable(),
    ...touched,
  }),
  z.object({
    kind: z.literal("shifts"),
    before: z.array(shift),
    after: z.array(shift),
    ...touched,
  }),
  z.object({
    kind: z.literal("demonstration"),
    id,
    before: demonstration.nullable(),
    after: demonstration.nullable(),
    ...touched,
  }),
  z.object({
    kind: z.literal("guidance"),
    before: guidance.nullable(),
    after: guidance.nullable(),
    ...touched,
  }),
  z.object({
    kind: z.enum(TERMS),
    before: z.string().nullable(),
    after: z.string().nullable(),
    ...touched,
  }),
]);

const params = z.object({ placementId: id });
const person = z.object({ id, givenName: z.string(), familyName: z.string() });
const mark = hand.extend({ party, at: instant });

const requirement = z.object({
  id,
  groupTitle: localisedText,
  /** What the official sentence begins with: "The student can". */
  lead: localisedText,
  text: localisedText,
  plain: localisedText.nullable(),
  seenWhen: localisedText.nullable(),
});

export const readPlan = route({
  method: "GET",
  path: "/api/placements/{placementId}/plan",
  summary:
    "The newest plan, its marks, what changed since the reader agreed, and what a plan can be made of",
  gate: "signedIn",
  look: "plan",
  params,
  answer: z.object({
    placementId: id,
    providerName: localisedText,
    /** Number of the newest version, 0 while nothing is written: the If-Match of an edit. */
    version: z.int(),
    relation: z.enum(["student", "tutor", "teacher", "coordinator"]),
    startsOn: day,
    endsOn: day,
    timeZone: z.string(),
    today: day,
    student: person,
    tutor: person.nullable(),
    teacher: person,
    workplaceName: z.string(),
    plan: z
      .object({
        content: planContent,
        editedBy: hand,
        editedAt: instant,
        why: z.string().nullable(),
      })
      .nullable(),
    marks: z.array(mark),
    /** Three marks on the newest version. */
    holds: z.boolean(),
    /** The newest version each party has agreed to, the present one or an earlier. */
    lastAgreed: z.array(z.object({ party, number: z.int(), at: instant })),
    /** From the version the reader last agreed to; empty when they agreed to none or to the newest. */
    differences: z.array(difference),
    versions: z.array(
      hand.extend({
        number: z.int(),
        editedAt: instant,
        why: z.string().nullable(),
        /** The amendment of the agreement that made it; null when it was written in the plan itself. */
        amendment: z.object({ id, number: z.int() }).nullable(),
        marks: z.array(mark),
      }),
    ),
    heldTalks: z.array(z.object({ kind: z.enum(TALK_KINDS), heldAt: instant })),
    /** Talks to come, each with the id of its calendar file. */
    openTalks: z.array(z.object({ id, kind: z.enum(TALK_KINDS), at: instant })),
    choices: z.object({
      units: z.array(z.object({ id, name: localisedText, requirements: z.array(requirement) })),
      /** Requirements of these units that the student has proven, or that were recognised. */
      proven: z.array(z.object({ requirementId: id, how: z.enum(PROOFS), on: day })),
      tasks: z.array(z.object({ id, name: localisedText, retired: z.boolean() })),
      weeks: z.array(z.object({ week, monday: day, closed: z.boolean() })),
    }),
    abilities: z.object({ edit: ability, mark: ability }),
  }),
});

export const writePlan = route({
  method: "PUT",
  path: "/api/placements/{placementId}/plan",
  summary:
    "Write the next version of the plan (If-Match: number of the version seen); sets the editor's mark, the others' are empty",
  gate: "signedIn",
  params,
  // Forty tasks through five years of weeks.
  bodyLimit: 256 * 1024,
  body: z.object({ content: planContent, why: typed(LONGEST_LINE).nullable() }),
  answer: z.object({
    version: z.int(),
    /** Parties who had agreed to the version before and must agree again. */
    emptied: z.array(party),
    holds: z.boolean(),
  }),
  refusals: {
    placement_over: 409,
    unknown_requirement: 422,
    unknown_task: 422,
    task_twice: 422,
    week_outside: 422,
    week_twice: 422,
    hours_impossible: 422,
    talk_twice: 422,
    talk_outside: 422,
    talk_held: 409,
    requirement_proven: 422,
    demonstration_twice: 422,
    demonstration_outside: 422,
  },
});

export const markPlan = route({
  method: "POST",
  path: "/api/placements/{placementId}/plan/marks",
  summary:
    "Agree to the version of the plan that was read; a repeated mark answers the present state",
  gate: "signedIn",
  params,
  body: z.object({ number: z.int().min(1) }),
  answer: z.object({ version: z.int(), marks: z.array(mark), holds: z.boolean() }),
  refusals: { placement_over: 409, no_plan: 409 },
});
