import { m } from "#messages/web";
import { CellMark } from "./cell-mark.tsx";
import {
  COVERAGE_KINDS,
  type CoverageColumn,
  type CoverageGridProps,
  type CoverageRow,
  coverageWord,
  nextCoverage,
} from "./coverage.ts";

type CellProps = { row: CoverageRow; column: CoverageColumn; grid: CoverageGridProps };

/** A cell of the wide table: a sign, or a button that goes round the three answers. */
export function CoverageCell({ row, column, grid }: CellProps) {
  const coverage = grid.cell(row.id, column.id);
  const by = grid.changedBy?.(row.id, column.id);
  const state = withName(coverageWord(coverage), by);
  const words = { row: row.label, column: column.label, state };
  const sign = (
    <>
      <CellMark kind={COVERAGE_KINDS[coverage]} label={grid.onCell ? "" : state} />
      {by && <i className="cover-by" title={m.ui_cover_changed_by({ name: by })} />}
    </>
  );
  if (!grid.onCell) return <span className={by ? "cover-cell" : undefined}>{sign}</span>;
  return (
    <button
      type="button"
      className="cover-cell"
      aria-label={m.ui_cover_cell_change(words)}
      onClick={() => grid.onCell?.(row.id, column.id, nextCoverage(coverage))}
    >
      {sign}
    </button>
  );
}

/** The same cell as a line of the list on phones, in words. */
export function CoverageItem({ row, column, grid }: CellProps) {
  const coverage = grid.cell(row.id, column.id);
  const state = withName(coverageWord(coverage), grid.changedBy?.(row.id, column.id));
  const line = (
    <>
      <span>
        <span className="vh">{row.label}, </span>
        {column.label}
      </span>{" "}
      <span>
        {state}
        <CellMark kind={COVERAGE_KINDS[coverage]} />
      </span>
    </>
  );
  if (!grid.onCell) return <div className="item">{line}</div>;
  return (
    <button
      type="button"
      className="item"
      onClick={() => grid.onCell?.(row.id, column.id, nextCoverage(coverage))}
    >
      {line}
    </button>
  );
}

function withName(word: string, by: string | undefined): string {
  return by ? `${word}. ${m.ui_cover_changed_by({ name: by })}` : word;
}
