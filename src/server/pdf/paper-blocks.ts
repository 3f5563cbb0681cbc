import { fontFor } from "./fonts.ts";
import type { Doc, Struct } from "./pdf-document.ts";

/** Blocks of a paper drawn into a tagged document: text, lists, and rows of cells that do not break in two. */

export const SIZES = { title: 20, heading: 13, text: 10.5, small: 8.5 } as const;
type Look = "title" | "heading" | "text";

const GAP = 8;
const LIST_INDENT = 14;

export function drawText(doc: Doc, text: string, look: Look): void {
  doc
    .font(fontFor(text, look === "text" ? "regular" : "bold"))
    .fontSize(SIZES[look])
    .text(text, doc.page.margins.left, doc.y, { width: widthOf(doc), lineGap: 1.5 });
}

function widthOf(doc: Doc): number {
  const { width, margins } = doc.page;
  return width - margins.left - margins.right;
}

/** Goes to the next page when less than this is left on the present one. */
export function roomFor(doc: Doc, height: number): void {
  const bottom = doc.page.height - doc.page.margins.bottom;
  if (doc.y + height > bottom) doc.addPage();
}

export function drawList(doc: Doc, parent: Struct, items: readonly string[]): void {
  const list = doc.struct("L");
  parent.add(list);
  for (const item of items) {
    const entry = doc.struct("LI");
    list.add(entry);
    doc.font(fontFor(item, "regular")).fontSize(SIZES.text);
    roomFor(doc, Math.min(doc.heightOfString(item, { width: widthOf(doc) - LIST_INDENT }), 200));
    const { left } = doc.page.margins;
    const top = doc.y;
    entry.add(doc.struct("Lbl", () => void doc.text("•", left, top, { lineBreak: false })));
    entry.add(
      doc.struct("LBody", () => {
        doc.text(item, left + LIST_INDENT, top, {
          width: widthOf(doc) - LIST_INDENT,
          lineGap: 1.5,
        });
      }),
    );
    entry.end();
  }
  list.end();
}

export type Rows = {
  readonly caption: string | null;
  readonly head: readonly string[] | null;
  readonly rows: readonly (readonly string[])[];
  /** Facts: the first cell of a row names it. */
  readonly firstIsHead: boolean;
};

export function drawRows(
  doc: Doc,
  parent: Struct,
  { caption, head, rows, firstIsHead }: Rows,
): void {
  const table = doc.struct("Table");
  parent.add(table);
  if (caption !== null) {
    table.add(doc.struct("Caption", () => drawText(doc, caption, "text")));
    doc.moveDown(0.2);
  }
  const columns = head?.length ?? rows[0]?.length ?? 0;
  const widths = widthsOf(doc, columns, firstIsHead);
  if (head !== null) drawRow(doc, table, head, { widths, headers: "column" });
  for (const row of rows) {
    drawRow(doc, table, row, { widths, headers: firstIsHead ? "row" : "none" });
  }
  table.end();
}

function widthsOf(doc: Doc, columns: number, firstIsHead: boolean): number[] {
  const whole = widthOf(doc);
  if (columns === 2) {
    const first = firstIsHead ? whole * 0.3 : whole * 0.12;
    return [first, whole - first];
  }
  return Array.from({ length: columns }, () => whole / columns);
}

type RowShape = {
  readonly widths: readonly number[];
  readonly headers: "column" | "row" | "none";
};

function drawRow(
  doc: Doc,
  table: Struct,
  cells: readonly string[],
  { widths, headers }: RowShape,
): void {
  doc.fontSize(SIZES.text);
  const isHead = (column: number) => headers === "column" || (headers === "row" && column === 0);
  const heights = cells.map((cell, column) => {
    doc.font(fontFor(cell, isHead(column) ? "bold" : "regular"));
    return doc.heightOfString(cell, { width: (widths[column] ?? 0) - GAP, lineGap: 1.5 });
  });
  const height = Math.max(0, ...heights) + GAP;
  const page = doc.page.height - doc.page.margins.top - doc.page.margins.bottom;
  if (height < page) roomFor(doc, height);
  const top = doc.y;
  const firstPage = doc.page;
  const row = doc.struct("TR");
  table.add(row);
  let left = doc.page.margins.left;
  let below = top + height;
  for (const [column, cell] of cells.entries()) {
    const width = widths[column] ?? 0;
    const scope = headers === "column" ? "Column" : "Row";
    const kind = isHead(column) ? "TH" : "TD";
    const place = { x: left, y: top, width: width - GAP, bold: isHead(column) };
    const options = kind === "TH" ? { scope } : {};
    row.add(doc.struct(kind, options, () => drawCell(doc, cell, place)));
    if (doc.page !== firstPage) below = doc.y + GAP;
    left += width;
  }
  row.end();
  doc.y = below;
}

type CellPlace = {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly bold: boolean;
};

function drawCell(doc: Doc, cell: string, { x, y, width, bold }: CellPlace): void {
  doc.font(fontFor(cell, bold ? "bold" : "regular")).text(cell, x, y, { width, lineGap: 1.5 });
}
