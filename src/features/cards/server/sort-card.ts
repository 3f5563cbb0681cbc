import { relationOf } from "#features/placements/placement.policy.ts";
import { lockVisible } from "#features/placements/server/api.ts";
import { isOpen } from "#features/plans/plan.ts";
import { listGridRows, listPresentTasks } from "#features/suitability/server/api.ts";
import { deed } from "#server/deed.ts";
import { accept, refuse } from "#shared/outcome.ts";
import { sortCard } from "../cards.contract.ts";
import { maySort } from "../cards.policy.ts";
import { wordsOf } from "./api.ts";
import * as queries from "./words.queries.ts";

/** The newest word holds, whoever in the workplace says it; what it was before stays in the audit trail. */
export const sortCardRoute = deed(sortCard, async (context, { params, body }) => {
  const { tx, actor, at, audit, touch } = context;
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
  const taskIds =
    body.answer === "done" || body.answer === "help" ? [...new Set(body.taskIds)] : [];
  if (body.answer === null) await queries.dropWord(tx, placement.workplace_id, row.key);
  else {
    await queries.saveWord(tx, {
      workplaceId: placement.workplace_id,
      key: row.key,
      answer: body.answer,
      taskIds,
      saidBy: actor.personId,
      actingName: actor.actingName,
      at: at.toString(),
    });
  }
  await audit({
    deed: "sort-card",
    subjectKind: "requirement",
    subjectId: row.id,
    placementId: placement.id,
    providerId: placement.provider_id,
    change: { answer: body.answer, taskIds, before: before?.answer ?? null },
  });
  for (const id of await queries.listNeighbours(tx, placement.workplace_id))
    await touch(`placement:${id}`);
  return accept({ done: true } as const);
});
