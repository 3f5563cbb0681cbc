import { wordsOf } from "#features/cards/server/api.ts";
import { relationOf } from "#features/placements/placement.policy.ts";
import { lockVisible, type SeenPlacement } from "#features/placements/server/api.ts";
import { isOpen } from "#features/plans/plan.ts";
import { dayAt, newId } from "#server/clock.ts";
import type { Tx } from "#server/database/database.ts";
import { deed } from "#server/deed.ts";
import { accept, refuse } from "#shared/outcome.ts";
import { mayRenew, renewedUntil } from "../standing.ts";
import { renewSuitability, storedConditions } from "../suitability.contract.ts";
import { mayDecide } from "../suitability.policy.ts";
import {
  checkDecision,
  type Decision,
  GAP_OWNERS,
  LEVELS,
  latestValidUntil,
  OUTCOMES,
} from "../suitability.ts";
import { leaveTrace } from "./decide-suitability.ts";
import { known } from "./known.ts";
import * as standing from "./standing.queries.ts";
import * as queries from "./suitability.queries.ts";

/** The workplace says that nothing has changed: the same decision once more, with what has been seen to. */
export const renewSuitabilityRoute = deed(renewSuitability, async (context, { params }) => {
  const { tx, actor, at, seenVersion } = context;
  const placement = await lockVisible(tx, actor, params.placementId);
  if (placement === null) return refuse("not_found");
  const may = mayDecide(relationOf(actor, placement));
  if (!may.allowed) return refuse("forbidden", { reason: may.reason });
  if (!isOpen(placement.state)) return refuse("placement_over", { state: placement.state });
  const made = await queries.listDecisions(tx, placement);
  if ((seenVersion ?? 0) !== made.length) return refuse("stale", { version: made.length });
  const [former] = made;
  const word = await standing.findWord(tx, placement);
  if (former === undefined || !mayRenew(former, word ?? null)) return refuse("nothing_to_renew");
  const { time_zone } = await queries.findGround(tx, placement);
  const today = dayAt(at, time_zone);
  const grid = await gridOf(tx, placement);
  const until = renewedUntil(Temporal.PlainDate.from(placement.ends_on), latestValidUntil(today));
  const decision = await repeated(tx, placement, former, grid.taskIds, until.toString());
  const checked = checkDecision(decision, grid, today);
  if (!checked.ok) return checked;
  const id = newId();
  await queries.saveDecision(tx, placement, {
    id,
    decision,
    requirementIds: grid.requirementIds,
    said: await wordsOf(tx, placement.workplace_id, grid.rows),
    decidedBy: actor.personId,
    decidedOn: today.toString(),
    decidedAt: at.toString(),
  });
  await standing.carryFollowUps(tx, placement.provider_id, former.id, id);
  await leaveTrace(context, placement, { id, decision, superseded: former.id });
  return accept({ id, version: made.length + 1, validUntil: until.toString() });
});

async function gridOf(tx: Tx, placement: SeenPlacement) {
  const rows = await queries.listGridRows(tx, placement);
  const tasks = await queries.listPresentTasks(tx, placement.workplace_id);
  return {
    rows,
    requirementIds: rows.map(({ id }) => id),
    taskIds: tasks.map(({ taskId }) => taskId),
  };
}

/** The former decision in the tasks that are still there; what no task covers any more shows as a gap. */
async function repeated(
  tx: Tx,
  placement: SeenPlacement,
  former: queries.DecisionRow,
  taskIds: readonly string[],
  validUntil: string,
): Promise<Decision> {
  const { provider_id } = placement;
  const cells = await queries.listCells(tx, provider_id, former.id);
  const gaps = await queries.listGaps(tx, provider_id, former.id);
  const supervision = await queries.listSupervision(tx, provider_id, former.id);
  return {
    outcome: known(OUTCOMES, former.outcome),
    reason: former.reason,
    conditions: storedConditions.parse(former.conditions),
    validUntil,
    cells: cells
      .filter(({ task_id }) => taskIds.includes(task_id))
      .map(({ requirement_id, task_id, level }) => ({
        requirementId: requirement_id,
        taskId: task_id,
        level: known(LEVELS, level),
      })),
    gaps: gaps.flatMap(({ requirement_id, gap_owner, gap_due_on, gap_note }) =>
      gap_owner === null || gap_due_on === null
        ? []
        : [
            {
              requirementId: requirement_id,
              owner: known(GAP_OWNERS, gap_owner),
              dueOn: gap_due_on,
              note: gap_note,
            },
          ],
    ),
    supervision: supervision.filter(({ taskId }) => taskIds.includes(taskId)),
  };
}
