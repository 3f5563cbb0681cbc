import { fontFor, type PaperFont } from "./fonts.ts";
import {
  bottomOf,
  type Doc,
  KEPT_WHOLE,
  roomFor,
  SIZES,
  type Struct,
  widthOf,
} from "./pdf-document.ts";

/** Rows of cells. A short row stays on one page; a long one goes on over as many pages as it needs, cell beside cell. */
export type Rows = {
  readonly caption: string | null;
  readonly head: readonly string[] | null;
  readonly rows: readonly (readonly string[])[];
  /** Facts: the first cell of a row names it. */
  readonly firstIsHead: boolean;
};

type Cell = {
  readonly text: string;
  readonly left: number;
  readonly width: number;
  readonly font: PaperFont;
  /** Of what it is the header, if it is one. */
  readonly scope: "Column" | "Row" | null;
};

const GAP = 8;
const CAPTION_GAP = 3;
const LINE_GAP = 1.5;

export function drawRows(doc: Doc, parent: Struct, rows: Rows): void {
  const table = doc.struct("Table");
  parent.add(table);
  roomFor(doc, leadOfRows(doc, rows));
  const { caption } = rows;
  if (caption !== null) {
    const { left } = doc.page.margins;
    table.add(
      doc.struct("Caption", () => {
        inFont(doc, fontFor(caption, "regular")).text(caption, left, doc.y, captionShape(doc));
      }),
    );
    doc.y += CAPTION_GAP;
  }
  for (const cells of cellsOf(doc, rows)) drawRow(doc, table, cells);
  table.end();
}

/** What has to stand together: the caption, the row of headers and the first row below it. */
export function leadOfRows(doc: Doc, rows: Rows): number {
  const { caption, head } = rows;
  const over =
    caption === null
      ? 0
      : inFont(doc, fontFor(caption, "regular")).heightOfString(caption, captionShape(doc)) + GAP;
  const first = cellsOf(doc, rows).slice(0, head === null ? 1 : 2);
  return first.reduce((sum, cells) => sum + Math.min(heightOf(doc, cells), KEPT_WHOLE), over);
}

const captionShape = (doc: Doc) => ({ width: widthOf(doc), lineGap: LINE_GAP });

function cellsOf(doc: Doc, { head, rows, firstIsHead }: Rows): readonly (readonly Cell[])[] {
  const widths = widthsOf(doc, head?.length ?? rows[0]?.length ?? 0, firstIsHead);
  const lefts = widths.map((_, column) =>
    widths.slice(0, column).reduce((sum, width) => sum + width, doc.page.margins.left),
  );
  const cells = (texts: readonly string[], scopeOf: (column: number) => Cell["scope"]) =>
    texts.map((text, column) => {
      const scope = scopeOf(column);
      return {
        text,
        left: lefts[column] ?? 0,
        width: (widths[column] ?? 0) - GAP,
        font: fontFor(text, scope === null ? "regular" : "bold"),
        scope,
      };
    });
  return [
    ...(head === null ? [] : [cells(head, () => "Column")]),
    ...rows.map((row) => cells(row, (column) => (firstIsHead && column === 0 ? "Row" : null))),
  ];
}

function widthsOf(doc: Doc, columns: number, firstIsHead: boolean): number[] {
  const whole = widthOf(doc);
  if (columns === 2) {
    const first = firstIsHead ? whole * 0.3 : whole * 0.12;
    return [first, whole - first];
  }
  return Array.from({ length: columns }, () => whole / columns);
}

function heightOf(doc: Doc, cells: readonly Cell[]): number {
  return Math.max(0, ...cells.map((cell) => textHeight(doc, cell, cell.text))) + GAP;
}

function textHeight(doc: Doc, cell: Cell, text: string): number {
  return inFont(doc, cell.font).heightOfString(text, { width: cell.width, lineGap: LINE_GAP });
}

function inFont(doc: Doc, font: PaperFont): Doc {
  return doc.font(font).fontSize(SIZES.text);
}

type OpenCell = { readonly cell: Cell; readonly element: Struct; readonly rest: string };

/** Each cell is one element of the structure, also when its lines lie on several pages. */
function drawRow(doc: Doc, table: Struct, cells: readonly Cell[]): void {
  roomFor(doc, Math.min(heightOf(doc, cells), KEPT_WHOLE));
  const row = doc.struct("TR");
  table.add(row);
  let open: readonly OpenCell[] = cells.map((cell) => {
    const element =
      cell.scope === null ? doc.struct("TD") : doc.struct("TH", { scope: cell.scope });
    row.add(element);
    return { cell, element, rest: cell.text };
  });
  while (open.length > 0) {
    open = drawOnPage(doc, open);
    if (open.length > 0) doc.addPage();
  }
  row.end();
}

/** What fits of each cell, side by side; returns the cells that go on over the page. */
function drawOnPage(doc: Doc, open: readonly OpenCell[]): readonly OpenCell[] {
  const top = doc.y;
  const room = bottomOf(doc) - top;
  let below = top;
  const left = open.map(({ cell, element, rest }) => {
    const here = fitting(doc, cell, rest, room);
    element.add(() => {
      const { left: x, width } = cell;
      inFont(doc, cell.font).text(here, x, top, { width, lineGap: LINE_GAP });
    });
    below = Math.max(below, doc.y);
    return { cell, element, rest: rest.slice(here.length).trimStart() };
  });
  doc.y = below + GAP;
  return left.filter(({ rest }) => rest !== "");
}

/** More letters than this never fit on one page: the rest need not be measured. */
const MOST_ON_A_PAGE = 12_000;

/** The longest beginning of a text that fits in this height: whole words, or letters of a word longer than a page. */
function fitting(doc: Doc, cell: Cell, text: string, room: number): string {
  const fits = (part: string) => textHeight(doc, cell, part) <= room;
  if (text.length <= MOST_ON_A_PAGE && fits(text)) return text;
  const near = text.slice(0, MOST_ON_A_PAGE);
  const ends = [...near.matchAll(/\s+/g)].map(({ index }) => index).filter((end) => end > 0);
  const words = longest(ends, (end) => fits(near.slice(0, end)));
  if (words !== undefined) return near.slice(0, words);
  const letters = [...near.matchAll(/./gsu)].map(({ index }) => index).filter((end) => end > 0);
  return near.slice(0, longest(letters, (end) => fits(near.slice(0, end))) ?? near.length);
}

/** The last of the ends, which grow, that fits; undefined when not even the first does. */
function longest(ends: readonly number[], fits: (end: number) => boolean): number | undefined {
  let low = 0;
  let high = ends.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const end = ends[middle];
    if (end !== undefined && fits(end)) low = middle + 1;
    else high = middle;
  }
  return ends[low - 1];
}
