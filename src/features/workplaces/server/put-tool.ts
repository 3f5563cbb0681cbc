import { dayAt } from "#server/clock.ts";
import { deed } from "#server/deed.ts";
import { accept, refuse } from "#shared/outcome.ts";
import { mayEditRegister, writesFor } from "../register.policy.ts";
import { putTool } from "../workplace.contract.ts";
import { timeZoneOf } from "./register-list.queries.ts";
import { bumpVersion, lockAsSeen, standsAt } from "./workplace-deeds.queries.ts";

export const putToolRoute = deed(
  putTool,
  async ({ tx, actor, at, seenVersion, audit }, { params, body }) => {
    const { workplaceId, toolId } = params;
    const may = mayEditRegister(actor);
    if (!may.allowed) return refuse("forbidden", { reason: may.reason });
    const locked = await lockAsSeen(tx, workplaceId, seenVersion);
    if (!locked.ok) return locked;
    const providerId = writesFor(actor, "coordinator");
    const zone = await timeZoneOf(tx, providerId);
    const { name } = body;
    const retired_on = body.retired ? dayAt(at, zone).toString() : null;
    const there = await tx
      .selectFrom("workplace_tool")
      .select("workplace_id")
      .where("id", "=", toolId)
      .executeTakeFirst();
    if (there !== undefined && !(await standsAt(tx, there.workplace_id, workplaceId))) {
      return refuse("id_used");
    }
    await tx
      .insertInto("workplace_tool")
      .values({ id: toolId, workplace_id: workplaceId, name, retired_on })
      .onConflict((conflict) => conflict.column("id").doUpdateSet({ name, retired_on }))
      .execute();
    const version = await bumpVersion(tx, workplaceId);
    await audit({
      deed: "put-workplace-tool",
      subjectKind: "workplace",
      subjectId: workplaceId,
      providerId: providerId ?? null,
      change: { toolId, added: there === undefined, retired: body.retired },
    });
    return accept({ id: toolId, version });
  },
);
