import type { Tx } from "#server/database/database.ts";
import type { Input } from "#server/deed.ts";
import { accept } from "#shared/outcome.ts";
import { planImport } from "../csv-plan.ts";
import { judgeRow } from "../csv-row.ts";
import type { checkImport } from "../import.contract.ts";
import { fieldWords, listPresent, lockWorkplacesOf } from "./import.queries.ts";
import { readCsv } from "./read-csv.ts";

type File = Input<typeof checkImport>["body"];

/** Whose places are meant, and whether what is planned will be stored. */
type For = { readonly providerId: string; readonly lock: boolean };

/** What a file with its mended values would do now: the dry run and the import read it the same way. */
export async function planFile(tx: Tx, { content, fixes }: File, { providerId, lock }: For) {
  const read = readCsv(Buffer.from(content, "base64"));
  if (!read.ok) return read;
  const { rows, ...file } = read.value;
  const words = await fieldWords(tx);
  const mended = Map.groupBy(fixes, ({ row }) => row);
  const judged = rows.map(({ row, values }) => {
    const own = mended.get(row) ?? [];
    return judgeRow(
      row,
      { ...values, ...Object.fromEntries(own.map(({ column, value }) => [column, value])) },
      words,
    );
  });
  const right = judged.flatMap(({ workplace }) => workplace ?? []);
  const businessIds = [...new Set(right.map((row) => row.businessId))];
  if (lock) await lockWorkplacesOf(tx, businessIds);
  const present = await listPresent(tx, businessIds, providerId);
  const plan = planImport(right, present);
  const faults = [...judged.flatMap((one) => one.faults), ...plan.repeated].toSorted(
    (left, right_) => left.row - right_.row,
  );
  const faulty = new Set(faults.map(({ row }) => row)).size;
  const counts = {
    added: plan.added.length,
    changed: plan.changed.length,
    unchanged: plan.unchanged,
    faulty,
  };
  return accept({ file, rows: rows.length, right, plan, faults, counts });
}
