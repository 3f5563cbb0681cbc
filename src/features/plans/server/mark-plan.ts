import { relationOf } from "#features/placements/placement.policy.ts";
import { lockVisible, type SeenPlacement } from "#features/placements/server/api.ts";
import { type DeedContext, deed } from "#server/deed.ts";
import { accept, refuse } from "#shared/outcome.ts";
import { markPlan } from "../plan.contract.ts";
import { mayMarkPlan, partyOf } from "../plan.policy.ts";
import { agree, holds, isOpen, type Party } from "../plan.ts";
import * as queries from "./plan.queries.ts";
import { agreedTo, asMark } from "./plan-row.ts";
import { staleSince } from "./write-plan.ts";

/** One party agrees to the version they read. With the third mark the plan holds, and the history says so once. */
export const markPlanRoute = deed(markPlan, async (context, { params, body }) => {
  const { tx, actor } = context;
  const placement = await lockVisible(tx, actor, params.placementId);
  if (placement === null) return refuse("not_found");
  const relation = relationOf(actor, placement);
  const may = mayMarkPlan(relation, actor.named);
  const party = partyOf(relation);
  if (!may.allowed || party === null)
    return refuse("forbidden", may.allowed ? {} : { reason: may.reason });
  if (!isOpen(placement.state)) return refuse("placement_over", { state: placement.state });
  const newest = await queries.findNewest(tx, placement);
  if (newest === undefined) return refuse("no_plan");
  const { number } = newest;
  const before = { number, agreed: agreedTo(await queries.listMarks(tx, placement), number) };
  const agreed = agree(before, party, body.number);
  if (!agreed.ok) return staleSince(tx, placement, body.number);
  const { state, completed } = agreed.value;
  if (state !== before) await give(context, placement, { number, party, completed });
  const marks = await queries.listMarks(tx, placement);
  return accept({
    version: number,
    marks: marks.filter((mark) => mark.number === number).map(asMark),
    holds: holds(state),
  });
});

type Given = { readonly number: number; readonly party: Party; readonly completed: boolean };

async function give(
  { tx, actor, at, audit, touch }: DeedContext,
  placement: SeenPlacement,
  { number, party, completed }: Given,
): Promise<void> {
  const { personId, actingName } = actor;
  await queries.saveMark(tx, placement, { number, party, personId, actingName, at: at.toString() });
  const subject = {
    subjectKind: "placement",
    subjectId: placement.id,
    placementId: placement.id,
    providerId: placement.provider_id,
  };
  await audit({ deed: "mark-plan", ...subject, change: { number, party } });
  if (completed) await audit({ deed: "plan-agreed", ...subject, change: { number } });
  await touch(`placement:${placement.id}`);
}
