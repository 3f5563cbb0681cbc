import { guidesAt, type SeenPlacement } from "#features/placements/server/api.ts";
import type { PlanContent } from "#features/plans/plan.ts";
import { type AmendedRefusal, planAmended } from "#features/plans/server/api.ts";
import type { Tx } from "#server/database/database.ts";
import type { ViewContext } from "#server/deed.ts";
import { accept, type Outcome, type Refusal, refuse } from "#shared/outcome.ts";
import { type AgreementFacts, APPRENTICE_MINUTES_PER_WEEK } from "../agreement-facts.ts";
import {
  type AmendmentChange,
  type AmendmentFacts,
  planPartOf,
  type Standing,
} from "../amendment-change.ts";
import { objectivesNamed, taskNamesOf } from "./agreement-facts.queries.ts";
import * as queries from "./amendment.queries.ts";

export type ChangeRefusal =
  | AmendedRefusal
  | Refusal<"unknown_choice" | "unit_suspended" | "hours_too_few">;

type Reading = Pick<ViewContext, "tx" | "at">;

/** The placement as it will be where and while the amendment says. */
export function placementAfter(
  placement: SeenPlacement,
  { workplace, tutor }: AmendmentChange,
  { period }: Pick<AgreementFacts, "period">,
): SeenPlacement {
  return {
    ...placement,
    starts_on: period.startsOn,
    ends_on: period.endsOn,
    workplace_id: workplace?.to ?? placement.workplace_id,
    tutor_id: tutor?.to ?? placement.tutor_id,
  };
}

/** Whether a change can be carried out as things are now: asked when it is proposed and when it is signed. */
export async function checkChange(
  reading: Reading,
  placement: SeenPlacement,
  change: AmendmentChange,
  facts: Pick<AgreementFacts, "period" | "basis">,
): Promise<Outcome<PlanContent | null, ChangeRefusal>> {
  const after = placementAfter(placement, change, facts);
  if (change.workplace !== null) {
    const units = await queries.listUnitsOfEmployer(reading.tx, placement);
    const unit = units.find(({ id }) => id === change.workplace?.to);
    if (unit === undefined) return refuse("unknown_choice", { choice: "workplace" });
    if (unit.suspended) return refuse("unit_suspended");
  }
  const seated = await checkTutor(reading.tx, after, change);
  if (!seated.ok) return seated;
  // Tasks belong to a workplace: at another unit those of the plan are asked for again.
  const part = planPartOf(change) ?? (change.workplace && NOTHING_ELSE);
  if (part === null) return accept(null);
  const plan = await planAmended(reading, after, part);
  if (!plan.ok) return plan;
  const few =
    facts.basis === "apprenticeship" &&
    plan.value.hours.minutesPerWeek < APPRENTICE_MINUTES_PER_WEEK;
  if (few) return refuse("hours_too_few", { least: APPRENTICE_MINUTES_PER_WEEK });
  return accept(planPartOf(change) === null ? null : plan.value);
}

const NOTHING_ELSE = { hours: null, tasks: null, objectives: null };

/** Whoever is to be tutor supervises at that unit, and is not student or teacher of the placement. */
async function checkTutor(
  tx: Tx,
  after: SeenPlacement,
  { tutor, workplace }: AmendmentChange,
): Promise<Outcome<true, ChangeRefusal>> {
  if (tutor === null && workplace === null) return accept(true);
  const { tutor_id, student_id, teacher_id, workplace_id } = after;
  const fits =
    tutor_id !== null &&
    ![student_id, teacher_id].includes(tutor_id) &&
    (await guidesAt(tx, workplace_id, tutor_id));
  return fits ? accept(true) : refuse("unknown_choice", { choice: "tutor" });
}

/** The facts as the amendment makes them, with what it changes in placement and plan. */
export async function amendedFacts(
  tx: Tx,
  facts: AgreementFacts,
  change: AmendmentChange,
  placement: SeenPlacement,
): Promise<AmendmentFacts> {
  const { tutor, workplace, hours, tasks, objectives } = change;
  return {
    ...facts,
    ...(tutor && { tutor: await queries.findContact(tx, tutor.to) }),
    ...(workplace && { employer: await employerAt(tx, facts, workplace.to, placement) }),
    ...(hours && { hours: hours.to }),
    ...(tasks && { tasks: await taskNamesOf(tx, tasks.to) }),
    ...(objectives && { objectives: await objectivesNamed(tx, objectives.to) }),
    change,
  };
}

async function employerAt(
  tx: Tx,
  { employer }: AgreementFacts,
  workplaceId: string,
  placement: SeenPlacement,
) {
  const units = await queries.listUnitsOfEmployer(tx, placement);
  const unit = units.find(({ id }) => id === workplaceId);
  return { ...employer, workplace: unit?.name ?? "", address: unit?.address ?? "" };
}

/** How the lines that an amendment may change stand now. */
export function standingOf({ tutor_id, workplace_id }: SeenPlacement, plan: PlanContent): Standing {
  return { tutorId: tutor_id, workplaceId: workplace_id, plan };
}
