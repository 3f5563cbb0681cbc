import { wordsOf } from "#features/cards/server/api.ts";
import { relationOf } from "#features/placements/placement.policy.ts";
import { lockVisible, type SeenPlacement } from "#features/placements/server/api.ts";
import { isOpen } from "#features/plans/plan.ts";
import { dayAt, newId } from "#server/clock.ts";
import { type DeedContext, deed } from "#server/deed.ts";
import { accept, refuse } from "#shared/outcome.ts";
import { decideSuitability } from "../suitability.contract.ts";
import { mayDecide } from "../suitability.policy.ts";
import { checkDecision, type Decision } from "../suitability.ts";
import * as queries from "./suitability.queries.ts";

/** The placement's teacher decides, over every row of the grid as it stands now; two at once do not overwrite. */
export const decideSuitabilityRoute = deed(decideSuitability, async (context, { params, body }) => {
  const { tx, actor, at, seenVersion } = context;
  const placement = await lockVisible(tx, actor, params.placementId);
  if (placement === null) return refuse("not_found");
  const may = mayDecide(relationOf(actor, placement));
  if (!may.allowed) return refuse("forbidden", { reason: may.reason });
  if (!isOpen(placement.state)) return refuse("placement_over", { state: placement.state });
  const made = await queries.listDecisions(tx, placement);
  if ((seenVersion ?? 0) !== made.length) {
    const [newest] = made;
    return refuse("stale", {
      version: made.length,
      outcome: newest?.outcome ?? null,
      decidedOn: newest?.decided_on ?? null,
      decidedBy: newest === undefined ? null : `${newest.given_name} ${newest.family_name}`,
    });
  }
  const { time_zone } = await queries.findGround(tx, placement);
  const today = dayAt(at, time_zone);
  const rows = await queries.listGridRows(tx, placement);
  const tasks = await queries.listPresentTasks(tx, placement.workplace_id);
  const grid = {
    requirementIds: rows.map(({ id }) => id),
    taskIds: tasks.map(({ taskId }) => taskId),
  };
  const checked = checkDecision(body, grid, today);
  if (!checked.ok) return checked;
  const id = newId();
  await queries.saveDecision(tx, placement, {
    id,
    decision: body,
    requirementIds: grid.requirementIds,
    said: await wordsOf(tx, placement.workplace_id, rows),
    decidedBy: actor.personId,
    decidedOn: today.toString(),
    decidedAt: at.toString(),
  });
  await leaveTrace(context, placement, { id, decision: body, superseded: made[0]?.id ?? null });
  return accept({ id, version: made.length + 1 });
});

type Trace = {
  readonly id: string;
  readonly decision: Decision;
  readonly superseded: string | null;
};

export async function leaveTrace(
  { audit, touch }: DeedContext,
  placement: SeenPlacement,
  { id, decision, superseded }: Trace,
): Promise<void> {
  await audit({
    deed: "decide-suitability",
    subjectKind: "suitability_decision",
    subjectId: id,
    placementId: placement.id,
    providerId: placement.provider_id,
    change: {
      outcome: decision.outcome,
      validUntil: decision.validUntil,
      conditions: decision.conditions.length,
      cells: decision.cells.length,
      gaps: decision.gaps.map(({ requirementId, owner, dueOn }) => ({
        requirementId,
        owner,
        dueOn,
      })),
      superseded,
    },
  });
  await touch(`placement:${placement.id}`);
}
