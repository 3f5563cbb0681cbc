import type { Language } from "#shared/language.ts";
import type { RowCapacity, RowPaper } from "./csv-parts.ts";
import type { Column, RowFault, WorkplaceRow } from "./csv-row.ts";

/** A workplace as the register has it now, with the own college's places. */
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
  readonly languages: readonly Language[];
  readonly capacity: readonly RowCapacity[];
  readonly papers: readonly RowPaper[];
};

export type Changed = {
  readonly id: string;
  readonly columns: readonly Column[];
  /** With only those places and papers that are new or change. */
  readonly row: WorkplaceRow;
};

export type ImportPlan = {
  readonly added: readonly WorkplaceRow[];
  readonly changed: readonly Changed[];
  readonly unchanged: number;
  /** Rows that are right by themselves but not beside another one or what the register has. */
  readonly repeated: readonly RowFault[];
};

/** One workplace has one Business ID and one name; case and spaces do not make two. */
export function workplaceKey({ businessId, name }: { businessId: string; name: string }): string {
  return `${businessId} ${name.toLowerCase().replace(/\s+/g, " ").trim()}`;
}

/**
 * What the rows would do to the register. An empty cell leaves what is there as it is. A workplace may stand in
 * several rows, each with other places or papers; what else such a row says has been said by the first one.
 */
export function planImport(rows: readonly WorkplaceRow[], present: readonly Present[]): ImportPlan {
  const known = new Map(present.map((one) => [workplaceKey(one), one]));
  const gathered = new Map<string, WorkplaceRow>();
  const repeated: RowFault[] = [];
  for (const row of rows) {
    const key = workplaceKey(row);
    const first = gathered.get(key);
    const fault = faultBeside(row, first, known.get(key));
    if (fault !== null) repeated.push(fault);
    else gathered.set(key, first === undefined ? row : together(first, row));
  }
  const added: WorkplaceRow[] = [];
  const changed: Changed[] = [];
  for (const [key, row] of gathered) {
    const there = known.get(key);
    if (there === undefined) added.push(row);
    else changed.push(...changeOf(row, there));
  }
  return { added, changed, unchanged: gathered.size - added.length - changed.length, repeated };
}

function together(first: WorkplaceRow, row: WorkplaceRow): WorkplaceRow {
  const isNew = newTo(first);
  return {
    ...first,
    capacity: [...first.capacity, ...row.capacity.filter(isNew.capacity)],
    papers: [...first.papers, ...row.papers.filter(isNew.paper)],
  };
}

const isSamePeriod = (one: RowCapacity, other: RowCapacity) =>
  one.field === other.field && one.from === other.from && one.until === other.until;

/** Whether a part is not among those that are there. */
function newTo(there: Pick<Present, "capacity" | "papers">) {
  return {
    capacity: (one: RowCapacity) =>
      !there.capacity.some((other) => isSamePeriod(one, other) && one.places === other.places),
    paper: (one: RowPaper) =>
      !there.papers.some((other) => one.kind === other.kind && one.until === other.until),
  };
}

function faultBeside(
  row: WorkplaceRow,
  first: WorkplaceRow | undefined,
  present: Present | undefined,
): RowFault | null {
  const { row: number, name } = row;
  if (first !== undefined) {
    const isNew = newTo(first);
    if (!row.capacity.some(isNew.capacity) && !row.papers.some(isNew.paper)) {
      return { row: number, column: "name", value: name, fault: "repeated", suggestion: null };
    }
  }
  const others = (first?.capacity ?? []).map((one) => ({ one, replaces: false }));
  const stored = (present?.capacity ?? []).map((one) => ({ one, replaces: true }));
  const clash = row.capacity.find((mine) =>
    [...others, ...stored].some(
      ({ one, replaces }) =>
        overlaps(mine, one) &&
        !(isSamePeriod(mine, one) && (replaces || mine.places === one.places)),
    ),
  );
  if (clash === undefined) return null;
  const value = `${clash.from} ${clash.until}`;
  return {
    row: number,
    column: "capacityFrom",
    value,
    fault: "capacity_overlaps",
    suggestion: null,
  };
}

function overlaps(one: RowCapacity, other: RowCapacity): boolean {
  return one.field === other.field && one.from <= other.until && one.until >= other.from;
}

const TEXTS = ["street", "postalCode", "municipality", "phone", "email"] as const;

function changeOf(row: WorkplaceRow, there: Present): Changed[] {
  const isNew = newTo(there);
  const capacity = row.capacity.filter(isNew.capacity);
  const papers = row.papers.filter(isNew.paper);
  const columns: Column[] = [
    ...TEXTS.filter((column) => row[column] !== null && row[column] !== there[column]),
    ...(row.fields.some((field) => !there.fields.includes(field)) ? (["fields"] as const) : []),
    ...(row.languages.some((one) => !there.languages.includes(one))
      ? (["languages"] as const)
      : []),
    ...(capacity.length > 0 ? (["places"] as const) : []),
    ...(papers.length > 0 ? (["paperKind"] as const) : []),
  ];
  return columns.length === 0 ? [] : [{ id: there.id, columns, row: { ...row, capacity, papers } }];
}
