import { cellRow, type RibbonState } from "./ribbon-cells.ts";

type MiniWeek = { monday: string; state: RibbonState };

/** The weeks as a small strip in tables: decoration beside words, hidden from readers. */
export function RibbonMini({ weeks, today }: { weeks: readonly MiniWeek[]; today?: string }) {
  const row = cellRow(weeks.map((week) => ({ ...week, sentence: "" })));
  const now = nowIndex(row, today);
  return (
    <span className={row.cells.length > 16 ? "ribbon-mini many" : "ribbon-mini"} aria-hidden="true">
      {row.cells.map((cell, index) => (
        <i key={cell.key} className={index === now ? `${cell.state} now` : cell.state} />
      ))}
    </span>
  );
}

/** Before the start today stands at the first week; after the end it is not shown. */
function nowIndex(row: ReturnType<typeof cellRow>, today: string | undefined): number | undefined {
  if (today === undefined || today > row.lastDay) return undefined;
  return row.place(today).index;
}
