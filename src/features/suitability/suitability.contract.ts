import { z } from "zod";
import { ANSWERS } from "#features/cards/cards.ts";
import { ability, day, id, instant, localisedText, route, typed } from "#shared/route.contract.ts";
import { CHANGES } from "./standing.ts";
import { GAP_OWNERS, LEVELS, OUTCOMES } from "./suitability.ts";

const params = z.object({ placementId: id });
const person = z.object({ id, givenName: z.string(), familyName: z.string() });

const cell = z.object({ requirementId: id, taskId: id, level: z.enum(LEVELS) });
const condition = z.object({
  text: typed(500),
  /** Who sees to it, by name. */
  owner: typed(120),
  dueOn: day,
});
const gap = z.object({
  requirementId: id,
  owner: z.enum(GAP_OWNERS),
  dueOn: day,
  note: typed(500).nullable(),
});

/** What the workplace has said of a requirement by sorting its card. */
const said = z.object({
  requirementId: id,
  answer: z.enum(ANSWERS),
  taskIds: z.array(id),
  by: z.string(),
  at: instant,
});

const supervised = z.object({ taskId: id, name: typed(120) });

function unique<T>(schema: z.ZodType<T[]>, keyOf: (one: T) => string) {
  return schema.refine((all) => new Set(all.map(keyOf)).size === all.length, "repeated");
}

/** What suitability_decision.conditions holds. */
export const storedConditions = z.array(
  z.object({ text: z.string(), owner: z.string(), dueOn: day }),
);

const decided = z.object({
  id,
  outcome: z.enum(OUTCOMES),
  /** The school's own reasoning; null for student and workplace. */
  reason: z.string().nullable(),
  conditions: z.array(
    z.object({ text: z.string(), owner: z.string(), dueOn: day, doneOn: day.nullable() }),
  ),
  validUntil: day,
  decidedBy: person,
  decidedOn: day,
  decidedAt: instant,
});

export const readSuitability = route({
  method: "GET",
  path: "/api/placements/{placementId}/suitability",
  summary:
    "The grid of requirements by the workplace's tasks, the decision in force and the earlier ones",
  gate: "signedIn",
  look: "suitability",
  params,
  /** As it was on an earlier day. */
  query: z.object({ on: day.optional() }),
  answer: z.object({
    placementId: id,
    providerName: localisedText,
    /** How many decisions have been made: the If-Match of the next. */
    version: z.int(),
    relation: z.enum(["student", "tutor", "teacher", "coordinator"]),
    today: day,
    startsOn: day,
    endsOn: day,
    latestValidUntil: day,
    student: person,
    tutor: person.nullable(),
    teacher: person,
    workplace: z.object({ id, name: z.string(), employerName: z.string() }),
    /** Where the rows come from: the plan's objectives, or the placement's units while there is no plan. */
    source: z.enum(["plan", "units"]),
    rows: z.array(
      z.object({
        requirementId: id,
        unitName: localisedText,
        lead: localisedText,
        text: localisedText,
        plain: localisedText.nullable(),
        seenWhen: localisedText.nullable(),
      }),
    ),
    columns: z.array(z.object({ taskId: id, name: localisedText })),
    /** The decision's own cells, else those of the decision it is prefilled from. */
    cells: z.array(cell),
    /** The newest decision of this provider about the same workplace, when this placement has none. */
    /** Who supervises which task, by name; a task that is not named is the responsible tutor's. */
    supervision: z.array(z.object({ taskId: id, name: z.string() })),
    /** As it stood at the decision, else as it stands now. */
    said: z.array(said),
    /** Said after the decision and otherwise than it; only for who decides. */
    saidSince: z.array(said),
    prefilledFrom: z.object({ decidedBy: person, decidedOn: day }).nullable(),
    current: decided
      .extend({
        gaps: z.array(gap.extend({ note: z.string().nullable(), doneOn: day.nullable() })),
        uncovered: z.array(id),
      })
      .nullable(),
    earlier: z.array(decided),
    /** The workplace's newest word on what has changed there; an empty list = nothing. */
    word: z
      .object({
        changed: z.array(z.enum(CHANGES)),
        note: z.string().nullable(),
        by: z.string(),
        at: instant,
      })
      .nullable(),
    asksForWord: z.boolean(),
    /** The last letter that asked the workplace about the decision in force; null for the student. */
    asked: z.object({ to: z.string(), at: instant, again: z.boolean() }).nullable(),
    abilities: z.object({
      decide: ability,
      /** The same decision once more, in one tap. */
      renew: ability,
      giveWord: ability,
      addTasks: ability,
      followUp: ability,
    }),
  }),
});

export const renewSuitability = route({
  method: "POST",
  path: "/api/placements/{placementId}/suitability/renewal",
  summary:
    "Repeat the decision in force after the workplace said that nothing has changed (If-Match: how many decisions were seen)",
  gate: { roles: ["teacher"] },
  params,
  answer: z.object({ id, version: z.int(), validUntil: day }),
  refusals: {
    placement_over: 409,
    nothing_to_renew: 409,
    nothing_to_decide: 409,
    unknown_choice: 422,
    conditions_missing: 422,
    conditions_unexpected: 422,
    valid_until_outside: 422,
    gap_not_needed: 422,
    gap_unowned: 422,
  },
});

export const decideSuitability = route({
  method: "POST",
  path: "/api/placements/{placementId}/suitability",
  summary:
    "Decide whether the workplace suits the objectives (If-Match: how many decisions were seen); the former decision is superseded",
  gate: { roles: ["teacher"] },
  params,
  // Every requirement of some units by every task of a workplace.
  bodyLimit: 1024 * 1024,
  body: z.object({
    outcome: z.enum(OUTCOMES),
    reason: typed(4_000),
    conditions: z.array(condition).max(20),
    validUntil: day,
    cells: unique(
      z.array(cell).max(6_000),
      ({ requirementId, taskId }) => `${requirementId} ${taskId}`,
    ),
    gaps: unique(z.array(gap).max(500), ({ requirementId }) => requirementId),
    supervision: unique(z.array(supervised).max(300), ({ taskId }) => taskId).default([]),
  }),
  answer: z.object({ id, version: z.int() }),
  refusals: {
    placement_over: 409,
    nothing_to_decide: 409,
    unknown_choice: 422,
    conditions_missing: 422,
    conditions_unexpected: 422,
    valid_until_outside: 422,
    gap_not_needed: 422,
    gap_unowned: 422,
  },
});
