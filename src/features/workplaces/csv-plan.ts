import type { Column, RowFault, WorkplaceRow } from "./csv-row.ts";

/** A workplace as the register has it now. */
export type Present = {
  readonly id: string;
  readonly name: string;
  readonly employerName: string;
  readonly businessId: string;
  readonly street: string | null;
  readonly postalCode: string | null;
  readonly municipality: string;
  readonly phone: string | null;
  readonly email: string | null;
  readonly fields: readonly string[];
};

export type Changed = {
  readonly id: string;
  readonly columns: readonly Column[];
  readonly row: WorkplaceRow;
};

export type ImportPlan = {
  readonly added: readonly WorkplaceRow[];
  readonly changed: readonly Changed[];
  readonly unchanged: number;
  /** The same workplace twice in one file: the later row stays out. */
  readonly repeated: readonly RowFault[];
};

/** One workplace has one Business ID and one name; case and spaces do not make two. */
export function workplaceKey({ businessId, name }: { businessId: string; name: string }): string {
  return `${businessId} ${name.toLowerCase().replace(/\s+/g, " ").trim()}`;
}

/** What the rows would do to the register. An empty cell leaves what is there as it is. */
export function planImport(rows: readonly WorkplaceRow[], present: readonly Present[]): ImportPlan {
  const known = new Map(present.map((one) => [workplaceKey(one), one]));
  const seen = new Set<string>();
  const added: WorkplaceRow[] = [];
  const changed: Changed[] = [];
  const repeated: RowFault[] = [];
  for (const row of rows) {
    const key = workplaceKey(row);
    const there = known.get(key);
    if (seen.has(key)) repeated.push(repetition(row));
    else if (there === undefined) added.push(row);
    else {
      const columns = differences(row, there);
      if (columns.length > 0) changed.push({ id: there.id, columns, row });
    }
    seen.add(key);
  }
  const unchanged = rows.length - added.length - changed.length - repeated.length;
  return { added, changed, unchanged, repeated };
}

function repetition({ row, name }: WorkplaceRow): RowFault {
  return { row, column: "name", value: name, fault: "repeated", suggestion: null };
}

const TEXTS = ["street", "postalCode", "municipality", "phone", "email"] as const;

function differences(row: WorkplaceRow, there: Present): Column[] {
  const texts = TEXTS.filter((column) => row[column] !== null && row[column] !== there[column]);
  const isNewField = row.fields.some((field) => !there.fields.includes(field));
  return isNewField ? [...texts, "fields"] : texts;
}
