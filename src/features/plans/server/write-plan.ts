import { relationOf } from "#features/placements/placement.policy.ts";
import { lockVisible, type SeenPlacement } from "#features/placements/server/api.ts";
import type { Tx } from "#server/database/database.ts";
import { type DeedContext, deed } from "#server/deed.ts";
import { accept, type Refusal, refuse } from "#shared/outcome.ts";
import { writePlan } from "../plan.contract.ts";
import { mayEditPlan, partyOf } from "../plan.policy.ts";
import {
  emptiedBy,
  holds,
  isOpen,
  PARTIES,
  type Party,
  type PlanContent,
  type PlanState,
  tidyPlan,
} from "../plan.ts";
import { checkPlan } from "../plan-check.ts";
import { type Difference, diffPlans, traceOf } from "../plan-differences.ts";
import * as queries from "./plan.queries.ts";
import { choicesOf } from "./plan-choices.ts";
import { agreedTo, changesIn, contentOf } from "./plan-row.ts";
import { saveTalks } from "./save-talks.ts";
import { tellParties } from "./tell-parties.ts";

/**
 * The next version of the plan, with its editor's mark; the others agree anew. Whoever saw an older
 * version than the newest gets what changed instead. Content that changes nothing makes no version.
 */
export const writePlanRoute = deed(writePlan, async (context, { params, body }) => {
  const { tx, actor, seenVersion } = context;
  const placement = await lockVisible(tx, actor, params.placementId);
  if (placement === null) return refuse("not_found");
  const relation = relationOf(actor, placement);
  const may = mayEditPlan(relation, actor.named);
  const party = partyOf(relation);
  if (!may.allowed || party === null)
    return refuse("forbidden", may.allowed ? {} : { reason: may.reason });
  if (!isOpen(placement.state)) return refuse("placement_over", { state: placement.state });
  const newest = await queries.findNewest(tx, placement);
  const seen = seenVersion ?? 0;
  if (seen !== (newest?.number ?? 0)) return staleSince(tx, placement, seen);
  const former = newest === undefined ? null : contentOf(newest.content);
  const content = tidyPlan(body.content);
  const checked = checkPlan(content, await choicesOf(tx, placement, content, former));
  if (!checked.ok) return checked;
  const marks = await queries.listMarks(tx, placement);
  const before =
    newest === undefined ? null : { number: newest.number, agreed: agreedTo(marks, newest.number) };
  const differences = diffPlans(former, content);
  if (before !== null && differences.length === 0) {
    return accept({ version: before.number, emptied: [], holds: holds(before) });
  }
  return save(context, placement, { party, before, content, why: body.why, differences });
});

/** The refusal that says what changed since the version the caller saw. */
export async function staleSince(
  tx: Tx,
  placement: SeenPlacement,
  seen: number,
): Promise<{ ok: false; refusal: Refusal<"stale"> }> {
  const contents = await queries.listContents(tx, placement, Math.max(seen, 1));
  const newest = contents.at(-1)?.number ?? 0;
  return refuse("stale", { seen, newest, differences: changesIn(contents) });
}

type Edit = {
  readonly party: Party;
  readonly before: PlanState | null;
  readonly content: PlanContent;
  readonly why: string | null;
  readonly differences: readonly Difference[];
};

async function save(context: DeedContext, placement: SeenPlacement, edit: Edit) {
  const { tx, actor, at, house, audit, touch } = context;
  const { party, before, content, why, differences } = edit;
  const number = (before?.number ?? 0) + 1;
  const hand = { actingName: actor.actingName, at: at.toString() };
  await queries.saveVersion(tx, placement, {
    number,
    content,
    why,
    editedBy: actor.personId,
    ...hand,
  });
  await queries.saveMark(tx, placement, { number, party, personId: actor.personId, ...hand });
  await saveTalks(house, tx, placement, differences);
  const emptied = emptiedBy(party, before);
  await audit({
    deed: "write-plan",
    subjectKind: "placement",
    subjectId: placement.id,
    placementId: placement.id,
    providerId: placement.provider_id,
    change: { number, party, emptied, differences: traceOf(differences) },
  });
  // The first version has emptied nobody's mark, but the others have not heard of it.
  const told = before === null ? PARTIES.filter((one) => one !== party) : emptied;
  await tellParties(context, placement, told, before === null ? null : differences);
  await touch(`placement:${placement.id}`);
  return accept({ version: number, emptied, holds: false });
}
