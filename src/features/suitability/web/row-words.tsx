import type { CoverageRow } from "#web/ui/coverage.ts";
import { Told } from "#web/ui/told.tsx";
import { type Row, rowName } from "./suitability-view.ts";

/** A requirement as a row of the grid; words borrowed from another language are marked so. */
export function coverageRow(row: Row): CoverageRow {
  const id = row.requirementId;
  return { id, label: rowName(row), shown: row.plain ? <Told text={row.plain} /> : undefined };
}
