import { CsvError, parse } from "csv-parse/sync";
import { accept, refuse } from "#shared/outcome.ts";
import { type Column, columnOf, missingColumns, type Values } from "../csv-row.ts";

const MOST_ROWS = 50_000;
const DELIMITERS = [";", ",", "\t"] as const;
type Delimiter = (typeof DELIMITERS)[number];

export type CsvFile = {
  readonly encoding: "utf-8" | "windows-1252";
  readonly delimiter: Delimiter;
  readonly columns: readonly { heading: string; column: Column | null }[];
  /** With the line they begin the file's own counting at: row 1 is the line of names. */
  readonly rows: readonly { row: number; values: Values }[];
};

/** Reads the bytes of a CSV: coding and separator are found out, the columns are known by their names. */
export function readCsv(bytes: Buffer) {
  const { text, encoding } = decode(bytes);
  const delimiter = delimiterOf(text);
  const lines = linesOf(text, delimiter);
  if (!lines.ok) return lines;
  const [headings = [], ...records] = lines.value;
  if (records.length === 0) return refuse("csv_empty");
  if (records.length > MOST_ROWS) {
    return refuse("csv_too_long", { rows: records.length, limit: MOST_ROWS });
  }
  const columns = columnsOf(headings);
  const missing = missingColumns(columns.map(({ column }) => column));
  if (missing.length > 0) return refuse("csv_columns_missing", { columns: missing });
  const rows = records.map((record, index) => ({
    row: index + 2,
    values: valuesOf(record, columns),
  }));
  const filled = rows.filter(({ values }) => Object.values(values).some((value) => value !== ""));
  return accept({ encoding, delimiter, columns, rows: filled } satisfies CsvFile);
}

/** UTF-8 says so by itself: other codings of Finnish letters are not well formed in it. */
function decode(bytes: Buffer) {
  try {
    const text = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
    return { text, encoding: "utf-8" } as const;
  } catch {
    return {
      text: new TextDecoder("windows-1252").decode(bytes),
      encoding: "windows-1252",
    } as const;
  }
}

/** The separator that cuts the line of names into most. */
function delimiterOf(text: string): Delimiter {
  const [line = ""] = text.split(/\r\n|\r|\n/, 1);
  const [best = ";"] = DELIMITERS.toSorted(
    (left, right) => line.split(right).length - line.split(left).length,
  );
  return best;
}

function linesOf(text: string, delimiter: Delimiter) {
  try {
    const lines: string[][] = parse(text, {
      bom: true,
      delimiter,
      relaxColumnCount: true,
      skipEmptyLines: false,
    });
    return accept(lines);
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    return refuse("csv_broken", { line: Number(error.lines ?? 0) });
  }
}

/** The first of two headings for the same column counts. */
function columnsOf(headings: readonly string[]) {
  const used = new Set<Column>();
  return headings.map((heading) => {
    const found = columnOf(heading);
    const column = found !== null && used.has(found) ? null : found;
    if (column !== null) used.add(column);
    return { heading: heading.slice(0, 80), column };
  });
}

function valuesOf(record: readonly string[], columns: CsvFile["columns"]): Values {
  return Object.fromEntries(
    columns.flatMap(({ column }, at) =>
      column === null ? [] : [[column, record[at]?.trim() ?? ""]],
    ),
  );
}
