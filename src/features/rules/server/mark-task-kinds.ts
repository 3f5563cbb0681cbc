import { relationOf } from "#features/placements/placement.policy.ts";
import { lockVisible } from "#features/placements/server/api.ts";
import { deed } from "#server/deed.ts";
import { accept, refuse } from "#shared/outcome.ts";
import { markTaskKinds } from "../young-work.contract.ts";
import { mayMarkTasks } from "../young-work.policy.ts";
import { packOf, tasksOf } from "./api.ts";
import { findWork, markOwnTask, markTask } from "./young-work.queries.ts";

/** Which kinds of work a task holds; the workplace's own tasks are marked for every placement there. */
export const markTaskKindsRoute = deed(markTaskKinds, async (context, { params, body }) => {
  const { tx, actor, at, audit, touch } = context;
  const placement = await lockVisible(tx, actor, params.placementId);
  if (placement === null) return refuse("not_found");
  const may = mayMarkTasks(relationOf(actor, placement));
  if (!may.allowed) return refuse("forbidden", { reason: may.reason });
  const { young_work: work } = await findWork(tx, placement.id);
  const task =
    work === null ? undefined : tasksOf(work).find(({ taskId }) => taskId === body.taskKey);
  if (work === null || task === undefined) return refuse("unknown_task");
  const known = new Set(packOf(work).tasks.map(({ code }) => code));
  const strange = body.kinds.find((code) => !known.has(code));
  if (strange !== undefined) return refuse("unknown_kind", { kind: strange });
  const kinds = [...new Set(body.kinds)];
  const hand = { kinds, by: actor.personId, at: at.toString() };
  if (body.taskKey.startsWith("own:")) {
    const keys = { provider_id: placement.provider_id, placement_id: placement.id };
    await markOwnTask(tx, keys, { taskKey: body.taskKey, ...hand });
  } else await markTask(tx, { taskId: body.taskKey, ...hand });
  await audit({
    deed: "mark-task-kinds",
    subjectKind: "workplace_task",
    subjectId: body.taskKey.startsWith("own:") ? placement.id : body.taskKey,
    placementId: placement.id,
    providerId: placement.provider_id,
    change: { before: task.kinds, kinds },
  });
  await touch(`placement:${placement.id}`);
  return accept({ done: true } as const);
});
