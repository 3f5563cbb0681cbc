import { m } from "#messages/web";
import { type CoverageGridProps, type CoverageRow, coverageWord } from "./coverage.ts";
import { CoverageCell, CoverageItem } from "./coverage-cell.tsx";
import { Legend } from "./legend.tsx";
import { ScrollBox } from "./scroll-box.tsx";

/** The foot row sums up nothing. */
const NOTHING = "\u00a0";

/** Requirements by the real tasks of this workplace; on phones one list per requirement. */
export function CoverageGrid(props: CoverageGridProps) {
  return (
    <>
      <div className="cover-wide">
        <ScrollBox label={props.caption}>
          <CoverageTable {...props} />
        </ScrollBox>
      </div>
      <CoverageLists {...props} />
    </>
  );
}

export function CoverageLegend() {
  return (
    <Legend
      items={[
        { kind: "done", label: coverageWord("done") },
        { kind: "help", label: coverageWord("help") },
        { kind: "not-here", label: coverageWord("not") },
      ]}
    />
  );
}

function CoverageTable(props: CoverageGridProps) {
  const { caption, rowsTitle, rows, columns, sumTitle, oftenTitle } = props;
  return (
    <table className="cover">
      <caption className="vh">{caption}</caption>
      <thead>
        <tr>
          <th scope="col">{rowsTitle}</th>
          {columns.map((column) => (
            <th key={column.id} scope="col" className="t">
              {column.label}
            </th>
          ))}
          <th scope="col">{sumTitle}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <CoverageLine key={row.id} row={row} grid={props} />
        ))}
      </tbody>
      {columns.some((column) => column.often) && (
        <tfoot>
          <tr>
            <th scope="row">{oftenTitle ?? m.ui_cover_often()}</th>
            {columns.map((column) => (
              <td key={column.id}>{column.often}</td>
            ))}
            <td>{NOTHING}</td>
          </tr>
        </tfoot>
      )}
    </table>
  );
}

function CoverageLine({ row, grid }: { row: CoverageRow; grid: CoverageGridProps }) {
  const sum = grid.sum(row.id);
  return (
    <tr className={sum.gap ? "gap" : undefined}>
      <th scope="row">{row.shown ?? row.label}</th>
      {grid.columns.map((column) => (
        <td key={column.id} className="c">
          <CoverageCell row={row} column={column} grid={grid} />
        </td>
      ))}
      <td className="sum">{sum.text}</td>
    </tr>
  );
}

function CoverageLists(props: CoverageGridProps) {
  return (
    <ul className="cover-lists" aria-label={props.caption}>
      {props.rows.map((row) => {
        const sum = props.sum(row.id);
        return (
          <li key={row.id} className={sum.gap ? "gap" : undefined}>
            <b>{row.shown ?? row.label}</b>
            <span className="sub">{sum.text}</span>
            <ul>
              {props.columns.map((column) => (
                <li key={column.id}>
                  <CoverageItem row={row} column={column} grid={props} />
                </li>
              ))}
            </ul>
          </li>
        );
      })}
    </ul>
  );
}
