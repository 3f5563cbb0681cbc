import { deed } from "#server/deed.ts";
import { accept, refuse } from "#shared/outcome.ts";
import { importWorkplaces } from "../import.contract.ts";
import { mayEditRegister, writesFor } from "../register.policy.ts";
import { lockImports, savePlan } from "./import.queries.ts";
import { planFile } from "./plan-file.ts";

/** Plans anew under the lock and stores the rows that are right, in one transaction. */
export const importWorkplacesRoute = deed(
  importWorkplaces,
  async ({ tx, actor, audit }, { body }) => {
    const may = mayEditRegister(actor);
    if (!may.allowed) return refuse("forbidden", { reason: may.reason });
    await lockImports(tx);
    const planned = await planFile(tx, body);
    if (!planned.ok) return planned;
    const { plan, counts } = planned.value;
    await savePlan(tx, plan);
    await audit({
      deed: "import-workplaces",
      subjectKind: "register",
      subjectId: body.id,
      providerId: writesFor(actor, "coordinator") ?? null,
      change: counts,
    });
    return accept(counts);
  },
);
