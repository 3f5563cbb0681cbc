import { deed } from "#server/deed.ts";
import { accept, refuse } from "#shared/outcome.ts";
import { checkImport } from "../import.contract.ts";
import { collegesOf, mayEditRegister } from "../register.policy.ts";
import { planFile } from "./plan-file.ts";

const EXAMPLES = 20;
const LETTERS = 5;

/** The dry run: it reads as the import does and stores nothing. */
export const checkImportRoute = deed(checkImport, async ({ tx, actor }, { body }) => {
  const may = mayEditRegister(actor);
  const [providerId] = collegesOf(actor, "coordinator");
  if (!may.allowed || providerId === undefined) return refuse("forbidden", { reason: "role" });
  const planned = await planFile(tx, body, { providerId, lock: false });
  if (!planned.ok) return planned;
  const { file, rows, right, plan, faults, counts } = planned.value;
  const { encoding, delimiter, columns } = file;
  const foreign = right.map(({ name }) => name).filter((name) => /[^ -~]/.test(name));
  return accept({
    ...counts,
    rows,
    encoding,
    delimiter,
    columns: [...columns],
    letters: [...new Set(foreign)].slice(0, LETTERS),
    faults: faults.map((one) => ({ ...one, value: one.value.slice(0, 200) })),
    examples: [
      ...plan.changed.slice(0, EXAMPLES).map(({ row, columns: names }) => ({
        row: row.row,
        name: row.name,
        columns: [...names],
      })),
      ...plan.added.slice(0, EXAMPLES).map(({ row, name }) => ({ row, name, columns: [] })),
    ],
  });
});
