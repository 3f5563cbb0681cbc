import type { ReactNode } from "react";
import { m } from "#messages/web";
import type { CellKind } from "./cell-mark.tsx";

/** Is this requirement learned in this task of the workplace? */
export type Coverage = "done" | "help" | "not";

export type CoverageRow = {
  id: string;
  /** Names the row for readers, in every cell of it. */
  label: string;
  /** The same as it is shown, where it needs more than plain text. */
  shown?: ReactNode;
};
export type CoverageColumn = { id: string; label: string; often?: string | undefined };

export type CoverageGridProps = {
  /** Names the table for readers. */
  caption: string;
  /** "Onni should learn" */
  rowsTitle: string;
  rows: readonly CoverageRow[];
  columns: readonly CoverageColumn[];
  cell: (rowId: string, columnId: string) => Coverage;
  /** "Covered by" */
  sumTitle: string;
  /** The sum of a row in words; a gap says who covers it and when. */
  sum: (rowId: string) => { gap: boolean; text: ReactNode };
  /** Makes the cells buttons; a press goes round not here, with help, done here. */
  onCell?: ((rowId: string, columnId: string, next: Coverage) => void) | undefined;
  /** The name of the person who changed the tutor's answer, if somebody did. */
  changedBy?: (rowId: string, columnId: string) => string | undefined;
  /** The head of the foot row: "Weekly, as Mika tells". */
  oftenTitle?: string;
};

export const COVERAGE_KINDS: Record<Coverage, CellKind> = {
  done: "done",
  help: "help",
  not: "not-here",
};

const NEXT: Record<Coverage, Coverage> = { not: "help", help: "done", done: "not" };

/** A press goes round: not here, with help, done here. */
export function nextCoverage(coverage: Coverage): Coverage {
  return NEXT[coverage];
}

export function coverageWord(coverage: Coverage): string {
  if (coverage === "done") return m.ui_cover_done();
  return coverage === "help" ? m.ui_cover_help() : m.ui_cover_not();
}
