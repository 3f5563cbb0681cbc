import { deed, view } from "#server/deed.ts";
import { accept, refuse } from "#shared/outcome.ts";
import { listImports, MOST_STAYED, undoImport } from "../import.contract.ts";
import { collegesOf, mayEditRegister } from "../register.policy.ts";
import { lockImports } from "./import.queries.ts";
import * as queries from "./undo-import.queries.ts";

export const listImportsRoute = view(listImports, async ({ tx, actor, at }) =>
  accept({
    imports: await queries.listImports(tx, collegesOf(actor, "coordinator"), at.toString()),
  }),
);

/** Whatever of the import nobody has built on goes back; the rest stays and is named with the reason. */
export const undoImportRoute = deed(undoImport, async ({ tx, actor, at, audit }, { params }) => {
  const { importId } = params;
  const may = mayEditRegister(actor);
  if (!may.allowed) return refuse("forbidden", { reason: may.reason });
  await lockImports(tx);
  const found = await queries.lockImport(tx, importId, collegesOf(actor, "coordinator"));
  if (found === undefined) return refuse("not_found");
  if (found.undone_at !== null) return refuse("import_undone");
  if (Temporal.Instant.compare(at, Temporal.Instant.from(found.undoable_until)) > 0) {
    return refuse("import_too_old");
  }
  const undo = { importId, providerId: found.provider_id };
  await queries.lockRows(tx, undo);
  const stayed = await queries.listBuilt(tx, importId);
  const back = await queries.takeBack(tx, undo, at.toString());
  await tx
    .updateTable("register_import")
    .set({ undone_by: actor.personId, undone_at: at.toString() })
    .where("id", "=", importId)
    .where("provider_id", "=", found.provider_id)
    .execute();
  await audit({
    deed: "undo-import",
    subjectKind: "register",
    subjectId: importId,
    providerId: found.provider_id,
    change: { ...back, stayed: stayed.length },
  });
  return accept({ ...back, stayed: stayed.slice(0, MOST_STAYED), stayedCount: stayed.length });
});
