import { relationOf } from "#features/placements/placement.policy.ts";
import { lockVisible } from "#features/placements/server/api.ts";
import { isOpen } from "#features/plans/plan.ts";
import { newId } from "#server/clock.ts";
import { deed } from "#server/deed.ts";
import { accept, refuse } from "#shared/outcome.ts";
import { addInductionItem, retireInductionItem } from "../induction.contract.ts";
import { mayAddItem } from "../induction.policy.ts";
import { ARRIVAL } from "../induction.ts";
import * as queries from "./induction.queries.ts";

const MOST_ITEMS = 60;

/** An item of this workplace, in the language of the one who adds it. */
export const addInductionItemRoute = deed(addInductionItem, async (context, { params, body }) => {
  const { tx, actor, at, audit, touch } = context;
  const placement = await lockVisible(tx, actor, params.placementId);
  if (placement === null) return refuse("not_found");
  const may = mayAddItem(relationOf(actor, placement));
  if (!may.allowed) return refuse("forbidden", { reason: may.reason });
  if (!isOpen(placement.state)) return refuse("placement_over", { state: placement.state });
  const ground = await queries.findGround(tx, placement.id);
  const names = await queries.listTaskNames(tx, ground, placement.workplace_id);
  if (body.taskKey !== ARRIVAL && !names.has(body.taskKey)) return refuse("unknown_task");
  const items = await queries.listItems(tx, placement.workplace_id);
  if (items.length >= MOST_ITEMS) return refuse("too_many_items");
  const id = newId();
  await queries.addItem(tx, {
    id,
    workplace_id: placement.workplace_id,
    task_key: body.taskKey,
    text: { [actor.language]: body.text },
    position: items.length,
    added_by: actor.personId,
    added_at: at.toString(),
  });
  await audit({
    deed: "add-induction-item",
    subjectKind: "induction_item",
    subjectId: id,
    placementId: placement.id,
    providerId: placement.provider_id,
  });
  await touch(`placement:${placement.id}`);
  return accept({ id });
});

export const retireInductionItemRoute = deed(retireInductionItem, async (context, { params }) => {
  const { tx, actor, at, audit, touch } = context;
  const placement = await lockVisible(tx, actor, params.placementId);
  if (placement === null) return refuse("not_found");
  const may = mayAddItem(relationOf(actor, placement));
  if (!may.allowed) return refuse("forbidden", { reason: may.reason });
  if (!isOpen(placement.state)) return refuse("placement_over", { state: placement.state });
  const { itemId: id } = params;
  const retired = await queries.retireItem(tx, {
    id,
    workplaceId: placement.workplace_id,
    at: at.toString(),
  });
  if (!retired) return refuse("not_found");
  await audit({
    deed: "retire-induction-item",
    subjectKind: "induction_item",
    subjectId: id,
    placementId: placement.id,
    providerId: placement.provider_id,
  });
  await touch(`placement:${placement.id}`);
  return accept({ done: true } as const);
});
