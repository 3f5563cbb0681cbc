import { z } from "zod";
import { day, id, localisedText, route, typed } from "#shared/route.contract.ts";
import { AGREEMENT_STATES } from "./agreement.ts";

const params = z.object({ placementId: id });
const clock = z.iso.time({ precision: -1 });
const hours = z.object({
  minutesPerWeek: z.int().min(15).max(4_200),
  dayStartsAt: clock,
  dayEndsAt: clock,
  breakMinutes: z.int().min(0).max(240),
});
const task = z
  .object({ taskId: id.nullable(), name: typed(200).nullable() })
  .refine(({ taskId, name }) => (taskId === null) !== (name === null), "one_of_two");

/** What has to be seen to at a unit before or when somebody goes to work there. */
export const UNIT_WAITS = ["suspended", "checklist", "tutor", "suitability", "induction"] as const;

export const amendAgreement = route({
  method: "POST",
  path: "/api/placements/{placementId}/amendments",
  summary:
    "Propose a change of the signed agreement to those it affects; null = that line stays. It is carried out when everybody asked has signed",
  gate: { roles: ["teacher", "coordinator"] },
  params,
  body: z.object({
    id,
    endsOn: day.nullable(),
    hours: hours.nullable().default(null),
    tutorId: id.nullable().default(null),
    /** Another unit of the same employer; its tutor and its tasks come with it. */
    workplaceId: id.nullable().default(null),
    /** All the tasks of the plan from then on, not only the new ones. */
    tasks: z.array(task).max(40).nullable().default(null),
    objectives: z.array(id).min(1).max(40).nullable().default(null),
    why: typed(300),
  }),
  answer: z.object({ id, state: z.enum(AGREEMENT_STATES) }),
  refusals: {
    agreement_out_already: 409,
    agreement_incomplete: 409,
    placement_over: 409,
    nothing_in_force: 409,
    no_plan: 409,
    unit_suspended: 409,
    nothing_changed: 422,
    ends_before_start: 422,
    period_too_long: 422,
    unknown_choice: 422,
    unknown_requirement: 422,
    requirement_proven: 422,
    unknown_task: 422,
    task_twice: 422,
    hours_impossible: 422,
    hours_too_few: 422,
    id_taken: 409,
  },
});

const unit = z.object({
  id,
  name: z.string(),
  address: z.string(),
  tutors: z.array(
    z.object({
      id,
      givenName: z.string(),
      familyName: z.string(),
      title: z.string().nullable(),
    }),
  ),
  tasks: z.array(z.object({ id, name: localisedText })),
  /** Empty for the unit where the placement is. */
  waits: z.array(z.enum(UNIT_WAITS)),
});

export const readAmendmentChoices = route({
  method: "GET",
  path: "/api/placements/{placementId}/amendments/choices",
  summary: "How the lines that an amendment may change stand now, and what each can become",
  gate: { roles: ["teacher", "coordinator"] },
  params,
  answer: z.object({
    placementId: id,
    startsOn: day,
    endsOn: day,
    hours,
    tutorId: id.nullable(),
    /** Where the placement is; its unit is the first of `units`. */
    workplaceId: id,
    tasks: z.array(z.object({ taskId: id.nullable(), name: z.string().nullable() })),
    objectives: z.array(id),
    units: z.array(unit),
    /** Requirements of the placement's units, without those that are proven already. */
    requirements: z.array(z.object({ id, unitName: localisedText, text: localisedText })),
  }),
  refusals: { no_plan: 409 },
});
