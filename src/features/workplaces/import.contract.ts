import { z } from "zod";
import { id, instant, route, storable } from "#shared/route.contract.ts";
import { COLUMNS, FAULTS } from "./csv-row.ts";

const MEGABYTE = 1024 * 1024;

const file = z.object({
  /** The file's bytes as they are, in base64: the server finds out how its letters are coded. */
  content: z.base64().max(8 * MEGABYTE),
  /** Values put right by hand; row 1 is the line of names. */
  fixes: z
    .array(
      z.object({
        row: z.int().min(2).max(200_000),
        column: z.enum(COLUMNS),
        value: storable(200),
      }),
    )
    .max(2_000),
});

const refusals = {
  csv_empty: 422,
  csv_broken: 422,
  csv_columns_missing: 422,
  csv_too_long: 422,
} as const;

const result = z.object({
  added: z.int(),
  changed: z.int(),
  unchanged: z.int(),
  /** Rows that stay out until they are right. */
  faulty: z.int(),
});

export const checkImport = route({
  method: "POST",
  path: "/api/register/import/check",
  summary: "Reads a CSV of workplaces and says what would happen; nothing is stored",
  gate: { roles: ["coordinator"] },
  bodyLimit: 9 * MEGABYTE,
  body: file,
  answer: result.extend({
    rows: z.int(),
    encoding: z.enum(["utf-8", "windows-1252"]),
    delimiter: z.enum([";", ",", "\t"]),
    columns: z.array(z.object({ heading: z.string(), column: z.enum(COLUMNS).nullable() })),
    /** Names with letters outside ASCII, so that a wrong coding is seen. */
    letters: z.array(z.string()),
    faults: z.array(
      z.object({
        row: z.int(),
        column: z.enum(COLUMNS),
        value: z.string(),
        fault: z.enum(FAULTS),
        suggestion: z.string().nullable(),
      }),
    ),
    /** The first of the new and of the changed, with the columns that change. */
    examples: z.array(
      z.object({ row: z.int(), name: z.string(), columns: z.array(z.enum(COLUMNS)) }),
    ),
  }),
  refusals,
});

export const importWorkplaces = route({
  method: "POST",
  path: "/api/register/import",
  summary:
    "Stores the rows of a CSV that are right, all of them or none; the same file twice changes nothing",
  gate: { roles: ["coordinator"] },
  bodyLimit: 9 * MEGABYTE,
  body: file.extend({ id }),
  answer: result.extend({ undoableUntil: instant }),
  refusals: { ...refusals, id_used: 409 },
});

/** What keeps a workplace of an import where it is. */
export const BUILT = [
  "merged",
  "placements",
  "decisions",
  "contacts",
  "people",
  "places",
  "edited",
] as const;
export type Built = (typeof BUILT)[number];

/** Names of workplaces that stay, as many as a person reads. */
export const MOST_STAYED = 200;
/** An import can be taken back for so long. */
export const UNDO_HOURS = 24;

export const listImports = route({
  method: "GET",
  path: "/api/register/imports",
  summary: "One's own college's imports that can still be taken back, newest first",
  gate: { roles: ["coordinator"] },
  answer: z.object({
    imports: z.array(
      z.object({
        id,
        importedBy: z.string(),
        importedAt: instant,
        undoableUntil: instant,
        added: z.int(),
        changed: z.int(),
      }),
    ),
  }),
});

export const undoImport = route({
  method: "POST",
  path: "/api/register/imports/{importId}/undo",
  summary:
    "Take an import back within 24 hours; workplaces that something was built on since stay and are named with the reason",
  gate: { roles: ["coordinator"] },
  params: z.object({ importId: id }),
  answer: z.object({
    removed: z.int(),
    restored: z.int(),
    stayedCount: z.int(),
    stayed: z.array(z.object({ workplaceId: id, name: z.string(), why: z.enum(BUILT) })),
  }),
  refusals: { import_too_old: 409, import_undone: 409 },
});
