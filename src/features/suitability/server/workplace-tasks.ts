import { relationOf } from "#features/placements/placement.policy.ts";
import { findVisible, lockVisible } from "#features/placements/server/api.ts";
import { isOpen } from "#features/plans/plan.ts";
import { newId } from "#server/clock.ts";
import { deed, view } from "#server/deed.ts";
import { accept, refuse } from "#shared/outcome.ts";
import { mayAddTasks } from "../suitability.policy.ts";
import { addWorkplaceTasks, readTaskIdeas } from "../tasks.contract.ts";
import * as queries from "./workplace-tasks.queries.ts";

export const readTaskIdeasRoute = view(readTaskIdeas, async ({ tx, actor }, { params }) => {
  const placement = await findVisible(tx, actor, params.placementId);
  if (placement === null) return refuse("not_found");
  const may = mayAddTasks(relationOf(actor, placement));
  if (!may.allowed) return refuse("forbidden", { reason: may.reason });
  const ideas = await queries.listIdeas(tx, placement.workplace_id);
  return accept({
    ideas: ideas.map(({ id, name, workplaces }) => ({ taskId: id, name, workplaces })),
  });
});

/** A task that the workplace has by name in some language is not added again, also when two add it at once. */
export const addWorkplaceTasksRoute = deed(addWorkplaceTasks, async (context, { params, body }) => {
  const { tx, actor, audit, touch } = context;
  const placement = await lockVisible(tx, actor, params.placementId);
  if (placement === null) return refuse("not_found");
  const may = mayAddTasks(relationOf(actor, placement));
  if (!may.allowed) return refuse("forbidden", { reason: may.reason });
  if (!isOpen(placement.state)) return refuse("placement_over", { state: placement.state });
  if (body.copied.length + body.own.length === 0) return refuse("nothing_chosen");
  await queries.lockWorkplace(tx, placement.workplace_id);
  const ids = [...new Set(body.copied)];
  const copied = await queries.listNames(tx, ids);
  if (copied.length < ids.length) return refuse("unknown_task_copied");
  const here = await queries.listWordsHere(tx, placement.workplace_id);
  const names = newNames([...copied, ...body.own.map((fi) => ({ fi }))], here);
  const tasks = names.map((name) => ({ id: newId(), name }));
  if (tasks.length === 0) return accept({ added: 0 });
  await queries.insertTasks(tx, placement.workplace_id, tasks);
  await audit({
    deed: "add-workplace-tasks",
    subjectKind: "workplace",
    subjectId: placement.workplace_id,
    placementId: placement.id,
    providerId: placement.provider_id,
    change: { taskIds: tasks.map(({ id }) => id) },
  });
  await touch(`placement:${placement.id}`);
  return accept({ added: tasks.length });
});

type Texts = Readonly<Record<string, string>>;

/** Those of the names that are not there yet, each once. */
function newNames(names: readonly Texts[], here: ReadonlySet<string>): Texts[] {
  const known = new Set(here);
  return names.filter((name) => {
    const words = Object.values(name).map((word) => word.toLowerCase());
    const isNew = words.every((word) => !known.has(word));
    for (const word of words) known.add(word);
    return isNew;
  });
}
