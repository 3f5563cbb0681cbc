import { m } from "#messages/web";
import { weekOf } from "./format.ts";
import { ScrollBox } from "./scroll-box.tsx";

/** alone: full; with-tutor: outline; new: changed now; gone: was here. */
export type WeekCell = "alone" | "with-tutor" | "new" | "gone";

export type WeekTask = {
  id: string;
  label: string;
  /** "Sanna moved the start, today 9:20" */
  sub?: string | undefined;
  edited?: boolean | undefined;
  /** By the Monday of the week. */
  cells: Readonly<Record<string, WeekCell>>;
};

export type WeekColumn = { monday: string; closed?: boolean | undefined };

type WeeksTableProps = {
  caption: string;
  /** "Task at Kanerva" */
  rowsTitle: string;
  weeks: readonly WeekColumn[];
  rows: readonly WeekTask[];
};

/** Tasks by weeks, to read. */
export function WeeksTable({ caption, rowsTitle, weeks, rows }: WeeksTableProps) {
  return (
    <ScrollBox label={caption}>
      <table className="weeks" style={{ "--columns": weeks.length }}>
        <caption className="vh">{caption}</caption>
        <thead>
          <tr>
            <th scope="col">{rowsTitle}</th>
            {weeks.map((week) => (
              <th key={week.monday} scope="col">
                {weekOf(week.monday).week}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <TaskLine key={row.id} row={row} weeks={weeks} />
          ))}
        </tbody>
      </table>
    </ScrollBox>
  );
}

function TaskLine({ row, weeks }: { row: WeekTask; weeks: readonly WeekColumn[] }) {
  const states = weeks.map((week) => (week.closed ? undefined : row.cells[week.monday]));
  return (
    <tr className={row.edited ? "edited" : undefined}>
      <th scope="row">
        {row.label}
        {row.sub && <span className="sub">{row.sub}</span>}
      </th>
      {weeks.map((week, index) => (
        <td key={week.monday} className={week.closed ? "closed" : undefined}>
          <Fill state={states[index]} before={states[index - 1]} after={states[index + 1]} />
          {week.closed && <span className="vh">{m.ui_week_closed()}</span>}
        </td>
      ))}
    </tr>
  );
}

type FillProps = {
  state: WeekCell | undefined;
  before: WeekCell | undefined;
  after: WeekCell | undefined;
};

/** A bar runs on through neighbouring weeks of the same kind. */
function Fill({ state, before, after }: FillProps) {
  if (state === undefined) return null;
  const classes = ["fill", state];
  if (before !== state) classes.push("first");
  if (after !== state) classes.push("last");
  return (
    <span className={classes.join(" ")}>
      <span className="vh">{cellWord(state)}</span>
    </span>
  );
}

function cellWord(cell: WeekCell): string {
  switch (cell) {
    case "alone":
      return m.ui_week_alone();
    case "with-tutor":
      return m.ui_week_with_tutor();
    case "new":
      return m.ui_week_new();
    case "gone":
      return m.ui_week_gone();
  }
}
