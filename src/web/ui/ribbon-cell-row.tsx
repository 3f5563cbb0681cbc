import { type KeyboardEvent, useRef, useState } from "react";
import { Link } from "./link.tsx";
import type { RibbonCell } from "./ribbon-cells.ts";

const STEPS: Record<string, number> = { ArrowLeft: -1, ArrowRight: 1 };

type RibbonCellsProps = {
  cells: readonly RibbonCell[];
  /** The grid column of the first cell. */
  offset: number;
  interactive: boolean;
};

/**
 * The weeks. Interactive: one of them is in the tab order, arrow keys, Home and End move between
 * those that can be opened, Enter opens.
 */
export function RibbonCells({ cells, offset, interactive }: RibbonCellsProps) {
  const links = useRef(new Map<string, HTMLAnchorElement>());
  const open = cells.filter((cell) => cell.href !== undefined).map((cell) => cell.key);
  const [chosen, setChosen] = useState<string>();
  const current = chosen && open.includes(chosen) ? chosen : open.at(-1);
  const move = (event: KeyboardEvent) => {
    const next = nextKey(event.key, open, current);
    if (next === undefined) return;
    event.preventDefault();
    setChosen(next);
    links.current.get(next)?.focus();
  };
  return cells.map((cell, index) => {
    const classes = cellClasses(cell, index, cells.length);
    const style = { gridColumn: index + offset };
    if (!interactive || cell.href === undefined) {
      return <StillCell key={cell.key} {...{ cell, classes, style, spoken: interactive }} />;
    }
    return (
      <Link
        key={cell.key}
        href={cell.href}
        className={classes}
        style={style}
        aria-label={cell.sentence}
        tabIndex={cell.key === current ? 0 : -1}
        onKeyDown={move}
        onFocus={() => setChosen(cell.key)}
        ref={(link) => {
          if (link) links.current.set(cell.key, link);
          else links.current.delete(cell.key);
        }}
      >
        <CellLabel cell={cell} />
      </Link>
    );
  });
}

type StillCellProps = {
  cell: RibbonCell;
  classes: string;
  style: { gridColumn: number };
  spoken: boolean;
};

function StillCell({ cell, classes, style, spoken }: StillCellProps) {
  const words = spoken ? ({ role: "img", "aria-label": cell.sentence } as const) : {};
  return (
    <div className={classes} style={style} {...words}>
      <CellLabel cell={cell} />
    </div>
  );
}

/** Hidden where the cell is too narrow for it; the sentence of the cell says it anyway. */
function CellLabel({ cell }: { cell: RibbonCell }) {
  return (
    <span className={cell.isMonth ? "rb-month" : "rb-n"} aria-hidden="true">
      {cell.label}
    </span>
  );
}

function nextKey(key: string, open: string[], current: string | undefined): string | undefined {
  if (key === "Home") return open[0];
  if (key === "End") return open.at(-1);
  const step = STEPS[key];
  if (step === undefined || current === undefined) return undefined;
  return open[open.indexOf(current) + step];
}

function cellClasses(cell: RibbonCell, index: number, count: number): string {
  const classes = ["rb-w", cell.state];
  if (index === 0) classes.push("first");
  if (index === count - 1) classes.push("last");
  return classes.join(" ");
}
