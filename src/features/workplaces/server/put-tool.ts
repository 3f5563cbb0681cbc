import { dayAt } from "#server/clock.ts";
import { deed } from "#server/deed.ts";
import { accept, refuse } from "#shared/outcome.ts";
import { collegesOf, mayEditRegister } from "../register.policy.ts";
import { putTool } from "../workplace.contract.ts";
import { writesFor } from "./people.queries.ts";
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
    const providerId = await writesFor(tx, collegesOf(actor, "coordinator"), workplaceId);
    const zone = await timeZoneOf(tx, providerId ?? undefined);
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
      providerId,
      change: { toolId, added: there === undefined, retired: body.retired },
    });
    return accept({ id: toolId, version });
  },
);
