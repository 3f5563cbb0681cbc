import { relationOf } from "#features/placements/placement.policy.ts";
import { lockVisible, type SeenPlacement } from "#features/placements/server/api.ts";
import { isOpen } from "#features/plans/plan.ts";
import { listGridRows, listPresentTasks } from "#features/suitability/server/api.ts";
import { type DeedContext, deed } from "#server/deed.ts";
import { accept, refuse } from "#shared/outcome.ts";
import { sortCard } from "../cards.contract.ts";
import { maySort } from "../cards.policy.ts";
import type { CardAnswer } from "../cards.ts";
import { wordsOf } from "./api.ts";
import * as queries from "./words.queries.ts";

/** The newest word holds, whoever in the workplace says it; what it was before stays in the audit trail. */
export const sortCardRoute = deed(sortCard, async (context, { params, body }) => {
  const { tx, actor, audit, touch } = context;
  const placement = await lockVisible(tx, actor, params.placementId);
  if (placement === null) return refuse("not_found");
  const may = maySort(relationOf(actor, placement), actor.named);
  if (!may.allowed) return refuse("forbidden", { reason: may.reason });
  if (!isOpen(placement.state)) return refuse("placement_over", { state: placement.state });
  const rows = await listGridRows(tx, placement);
  const row = rows.find(({ id }) => id === params.requirementId);
  if (row === undefined)
    return refuse("unknown_requirement", { requirementIds: [params.requirementId] });
  const present = new Set(
    (await listPresentTasks(tx, placement.workplace_id)).map(({ taskId }) => taskId),
  );
  const strange = body.taskIds.filter((taskId) => !present.has(taskId));
  if (strange.length > 0) return refuse("unknown_task", { taskIds: strange });
  const [before] = await wordsOf(tx, placement.workplace_id, [row]);
  const said = { answer: body.answer, taskIds: [...new Set(body.taskIds)] };
  await keep(context, placement, row.key, said);
  await audit({
    deed: "sort-card",
    subjectKind: "requirement",
    subjectId: row.id,
    placementId: placement.id,
    providerId: placement.provider_id,
    change: { ...said, before: before?.answer ?? null },
  });
  for (const id of await queries.listNeighbours(tx, placement.workplace_id))
    await touch(`placement:${id}`);
  return accept({ done: true } as const);
});

type Said = { readonly answer: CardAnswer | null; readonly taskIds: readonly string[] };

/** "Not here" has no task; no answer is as if nothing had been said. */
async function keep(
  { tx, actor, at }: DeedContext,
  { workplace_id: workplaceId }: SeenPlacement,
  key: string,
  { answer, taskIds }: Said,
): Promise<void> {
  if (answer === null) await queries.dropWord(tx, workplaceId, key);
  else {
    await queries.saveWord(tx, {
      workplaceId,
      key,
      answer,
      taskIds: answer === "not" ? [] : taskIds,
      saidBy: actor.personId,
      actingName: actor.actingName,
      at: at.toString(),
    });
  }
}
