import { dayAt } from "#server/clock.ts";
import { deed } from "#server/deed.ts";
import { accept, refuse } from "#shared/outcome.ts";
import { collegesOf, mayEditRegister } from "../register.policy.ts";
import { putTask } from "../workplace.contract.ts";
import { writesFor } from "./people.queries.ts";
import { timeZoneOf } from "./register-list.queries.ts";
import { bumpVersion, lockAsSeen, saveTask, standsAt } from "./workplace-deeds.queries.ts";

/** A task is retired, never deleted: plans, days and decisions of every college point to it. */
export const putTaskRoute = deed(
  putTask,
  async ({ tx, actor, at, seenVersion, audit }, { params, body }) => {
    const { workplaceId, taskId } = params;
    const may = mayEditRegister(actor);
    if (!may.allowed) return refuse("forbidden", { reason: may.reason });
    const locked = await lockAsSeen(tx, workplaceId, seenVersion);
    if (!locked.ok) return locked;
    const providerId = await writesFor(tx, collegesOf(actor, "coordinator"), workplaceId);
    const zone = await timeZoneOf(tx, providerId ?? undefined);
    const retired_on = body.retired ? dayAt(at, zone).toString() : null;
    const there = await tx
      .selectFrom("workplace_task")
      .select("workplace_id")
      .where("id", "=", taskId)
      .executeTakeFirst();
    if (there !== undefined && !(await standsAt(tx, there.workplace_id, workplaceId))) {
      return refuse("id_used");
    }
    const task = { id: taskId, name: JSON.stringify(body.name), retired_on };
    await saveTask(tx, workplaceId, task);
    const version = await bumpVersion(tx, workplaceId);
    await audit({
      deed: "put-workplace-task",
      subjectKind: "workplace",
      subjectId: workplaceId,
      providerId,
      change: { taskId, added: there === undefined, retired: body.retired },
    });
    return accept({ id: taskId, version });
  },
);
