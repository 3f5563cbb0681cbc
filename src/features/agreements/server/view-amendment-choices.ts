import { relationOf } from "#features/placements/placement.policy.ts";
import { findVisible, type SeenPlacement } from "#features/placements/server/api.ts";
import { findPlan, listProvenIds } from "#features/plans/server/api.ts";
import { dayAt } from "#server/clock.ts";
import { view } from "#server/deed.ts";
import { accept, refuse } from "#shared/outcome.ts";
import { maySend } from "../agreement.policy.ts";
import { readAmendmentChoices, type UNIT_WAITS } from "../amendment.contract.ts";
import * as queries from "./amendment.queries.ts";

const ZONE = "Europe/Helsinki";

/** What the form of an amendment is filled with. */
export const readAmendmentChoicesRoute = view(
  readAmendmentChoices,
  async ({ tx, actor, at }, { params }) => {
    const placement = await findVisible(tx, actor, params.placementId);
    if (placement === null) return refuse("not_found");
    const relation = relationOf(actor, placement);
    const may = maySend({ carries: relation === "teacher" || relation === "coordinator" });
    if (!may.allowed) return refuse("forbidden", { reason: may.reason });
    const plan = await findPlan({ tx }, placement);
    if (plan === undefined) return refuse("no_plan");
    const { hours, tasks, objectives } = plan.content;
    const aims = objectives.map(({ requirementId }) => requirementId);
    const proven = await listProvenIds(tx, placement);
    const today = dayAt(at, ZONE).toString();
    const units = await queries.listUnitsOfEmployer(tx, placement);
    const requirements = await queries.listAims(tx, placement);
    return accept({
      placementId: placement.id,
      startsOn: placement.starts_on,
      endsOn: placement.ends_on,
      hours,
      tutorId: placement.tutor_id,
      workplaceId: placement.workplace_id,
      tasks: tasks.map(({ taskId, name }) => ({ taskId, name })),
      objectives: aims,
      units: units.map((unit) => asUnit(unit, placement, today)),
      requirements: requirements.filter(({ id }) => aims.includes(id) || !proven.has(id)),
    });
  },
);

function asUnit(unit: queries.UnitRow, { workplace_id }: SeenPlacement, today: string) {
  const { id, name, address, tutors, tasks } = unit;
  return {
    id,
    name,
    address,
    tutors,
    tasks,
    waits: id === workplace_id ? [] : waitsOf(unit, today),
  };
}

/** What the start gate would ask there: some of it can be seen to before, the rest is done anew for this student. */
function waitsOf({ suspended, checked_until, tutors }: queries.UnitRow, today: string) {
  const waits: (typeof UNIT_WAITS)[number][] = [];
  if (suspended) waits.push("suspended");
  if (checked_until === null || checked_until < today) waits.push("checklist");
  if (tutors.length === 0) waits.push("tutor");
  return [...waits, "suitability" as const, "induction" as const];
}
