import type { ReactNode } from "react";
import { m } from "#messages/web";
import { RibbonCells } from "./ribbon-cell-row.tsx";
import { type CellRow, cellRow, type RibbonWeek } from "./ribbon-cells.ts";
import { type Anchor, labelWidth, type Placed, placeLabels } from "./ribbon-labels.ts";
import { useWidth } from "./use-width.ts";

/** A talk: a small tail above its week. */
export type RibbonPin = {
  on: string;
  label: string;
  detail?: string;
  state: "held" | "planned" | "late";
};

/** Below the weeks. thin: interruption, holiday, birthday; thick: demonstration. */
export type RibbonBracket = { from: string; to: string; label: string; weight: "thin" | "thick" };

type RibbonProps = {
  /** One per ISO week, in order, without gaps. Any href makes the ribbon interactive. */
  weeks: readonly RibbonWeek[];
  pins?: readonly RibbonPin[];
  brackets?: readonly RibbonBracket[];
  today?: string;
  /** The whole in words: "Ten weeks. Two confirmed, one ill..." */
  label: string;
  caption?: ReactNode;
};

const SMALLEST_TARGET = 24;

/** A placement as a strip of weeks; the words stand in the label and, where there is room, below. */
export function Ribbon({ weeks, pins = [], brackets = [], today, label, caption }: RibbonProps) {
  const [ref, width] = useWidth<HTMLDivElement>(640);
  const row = cellRow(weeks);
  const before = today !== undefined && today < row.firstDay;
  const shownToday = today !== undefined && today <= row.lastDay ? today : undefined;
  const columns = row.cells.length + (before ? 1 : 0);
  const frame = { row, columns, before, today: shownToday, columnWidth: width / columns, width };
  const interactive =
    frame.columnWidth >= SMALLEST_TARGET && row.cells.some((cell) => cell.href !== undefined);
  const spoken = { role: interactive ? "toolbar" : "img", "aria-label": label };
  return (
    <figure className={shownToday ? "ribbon has-today" : "ribbon"} style={{ "--weeks": columns }}>
      <div ref={ref} className="ribbon-grid" {...spoken}>
        <Pins pins={pins} frame={frame} />
        {before && <div className="rb-w thread" style={{ gridColumn: 1 }} aria-hidden="true" />}
        <RibbonCells cells={row.cells} offset={before ? 2 : 1} interactive={interactive} />
        <Feet brackets={brackets} frame={frame} />
      </div>
      {caption && <figcaption>{caption}</figcaption>}
    </figure>
  );
}

type Frame = {
  row: CellRow;
  /** Today is before the first week: it stands on a thread in a column of its own. */
  before: boolean;
  today: string | undefined;
  columns: number;
  columnWidth: number;
  width: number;
};

function columnOf(day: string, { row, before }: Frame): number {
  return row.place(day).index + (before ? 2 : 1);
}

function Pins({ pins, frame }: { pins: readonly RibbonPin[]; frame: Frame }) {
  const inOrder = pins.toSorted((a, b) => a.on.localeCompare(b.on));
  const anchors = inOrder.map((pin): Anchor => {
    const column = columnOf(pin.on, frame);
    const x = (column - 1) * frame.columnWidth;
    const width = labelWidth(pin.label, pin.detail);
    const isLast = column === frame.columns;
    return { x, end: column * frame.columnWidth, width, wish: isLast ? "r" : "m" };
  });
  const places = placeLabels(anchors, frame.width);
  return inOrder.map((pin, index) => (
    <Pin
      key={`${pin.on} ${pin.label}`}
      pin={pin}
      column={columnOf(pin.on, frame)}
      place={places[index] ?? { side: "l", lane: 0 }}
    />
  ));
}

function Pin({ pin, column, place }: { pin: RibbonPin; column: number; place: Placed }) {
  const classes = `rb-pin ${place.side}${place.lane > 0 ? " high" : ""}`;
  const tone = pin.state === "late" ? "c-ling" : "muted";
  return (
    <div
      className={classes}
      style={{ gridColumn: column, "--lane": place.lane }}
      aria-hidden="true"
    >
      <span>{pin.label}</span>
      {pin.detail && <span className={tone}>{pin.detail}</span>}
      <svg viewBox="0 0 18 13" aria-hidden="true">
        <path className={pin.state} d="M1 1H17L13.5 12.2H4.5Z" />
      </svg>
    </div>
  );
}

/** Today's word and the words of the brackets share the space below the weeks. */
function Feet({ brackets, frame }: { brackets: readonly RibbonBracket[]; frame: Frame }) {
  const today = frame.today === undefined ? undefined : todayPlace(frame.today, frame);
  const inOrder = brackets.toSorted((a, b) => a.from.localeCompare(b.from));
  const anchors = inOrder.map((bracket): Anchor => {
    const x = (columnOf(bracket.from, frame) - 1) * frame.columnWidth;
    const end = columnOf(bracket.to, frame) * frame.columnWidth;
    return { x, end, width: labelWidth(bracket.label) };
  });
  const first: Anchor[] = today ? [today.anchor] : [];
  const places = placeLabels([...first, ...anchors], frame.width);
  const bracketPlaces = places.slice(first.length);
  return (
    <>
      {today && <Today column={today.column} part={today.part} right={places[0]?.side === "r"} />}
      {inOrder.map((bracket, index) => (
        <Bracket
          key={`${bracket.from} ${bracket.label}`}
          bracket={bracket}
          from={columnOf(bracket.from, frame)}
          to={columnOf(bracket.to, frame)}
          place={bracketPlaces[index] ?? { side: "l", lane: 0 }}
        />
      ))}
    </>
  );
}

function todayPlace(today: string, frame: Frame) {
  const part = frame.before ? 0 : frame.row.place(today).part;
  const column = frame.before ? 1 : columnOf(today, frame);
  const x = (column - 1 + part) * frame.columnWidth;
  const anchor: Anchor = { x, end: x + 3, width: labelWidth(m.ui_today()) + 12 };
  return { column, part, anchor };
}

function Today({ column, part, right }: { column: number; part: number; right: boolean }) {
  return (
    <>
      <div className="rb-room" aria-hidden="true" />
      <div
        className={right ? "rb-today r" : "rb-today"}
        style={{ gridColumn: column, "--part": part }}
        aria-hidden="true"
      >
        <span>{m.ui_today()}</span>
      </div>
    </>
  );
}

type BracketProps = { bracket: RibbonBracket; from: number; to: number; place: Placed };

function Bracket({ bracket, from, to, place }: BracketProps) {
  return (
    <div
      className={`rb-foot ${bracket.weight} ${place.side}`}
      style={{ gridColumn: `${from} / ${to + 1}`, "--lane": place.lane }}
      aria-hidden="true"
    >
      <i className="rb-bracket" />
      <span>{bracket.label}</span>
    </div>
  );
}
