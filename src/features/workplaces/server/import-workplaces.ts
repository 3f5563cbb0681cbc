import { m } from "#messages/server";
import { deed } from "#server/deed.ts";
import type { Language } from "#shared/language.ts";
import { accept, refuse } from "#shared/outcome.ts";
import { importWorkplaces, UNDO_HOURS } from "../import.contract.ts";
import { collegesOf, mayEditRegister } from "../register.policy.ts";
import type { DocumentKind } from "../register.ts";
import { addImport, lockImports, savePlan } from "./import.queries.ts";
import { planFile } from "./plan-file.ts";

/** Plans anew under the lock and stores the rows that are right, in one transaction. */
export const importWorkplacesRoute = deed(
  importWorkplaces,
  async ({ tx, actor, at, audit }, { body }) => {
    const may = mayEditRegister(actor);
    const [providerId] = collegesOf(actor, "coordinator");
    if (!may.allowed || providerId === undefined) return refuse("forbidden", { reason: "role" });
    await lockImports(tx);
    const planned = await planFile(tx, body, { providerId, lock: true });
    if (!planned.ok) return planned;
    const { plan, counts } = planned.value;
    const undoableUntil = at.add({ hours: UNDO_HOURS }).toString();
    const one = {
      id: body.id,
      providerId,
      by: actor.personId,
      at: at.toString(),
      undoableUntil,
      titles: titlesIn(actor.language),
    };
    if (!(await addImport(tx, one))) return refuse("id_used");
    await savePlan(tx, plan, one);
    await audit({
      deed: "import-workplaces",
      subjectKind: "register",
      subjectId: body.id,
      providerId,
      change: counts,
    });
    return accept({ ...counts, undoableUntil });
  },
);

/** The file names the kind of a paper only; its title is that kind in the importer's language. */
function titlesIn(locale: Language): Record<DocumentKind, string> {
  return {
    insurance: m.register_document_insurance({}, { locale }),
    risk_assessment: m.register_document_risk({}, { locale }),
    permit: m.register_document_permit({}, { locale }),
    other: m.register_document_other({}, { locale }),
  };
}
