import type { PaperBlock } from "#shared/paper.ts";
import { fontFor } from "./fonts.ts";
import { drawRows, leadOfRows, type Rows } from "./paper-rows.ts";
import { type Doc, KEPT_WHOLE, roomFor, SIZES, type Struct, widthOf } from "./pdf-document.ts";

/** Blocks of a paper drawn into a tagged document: text, lists, and rows of cells. */

type Look = "title" | "heading" | "text";

const LIST_INDENT = 14;
/** A text does not begin with fewer lines than this at the foot of a page, under its heading. */
const FIRST_LINES = 3;

export function drawText(doc: Doc, text: string, look: Look): void {
  inLook(doc, text, look).text(text, doc.page.margins.left, doc.y, {
    width: widthOf(doc),
    lineGap: 1.5,
  });
}

export function textHeight(doc: Doc, text: string, look: Look): number {
  return inLook(doc, text, look).heightOfString(text, { width: widthOf(doc), lineGap: 1.5 });
}

function inLook(doc: Doc, text: string, look: Look): Doc {
  return doc.font(fontFor(text, look === "text" ? "regular" : "bold")).fontSize(SIZES[look]);
}

export function drawBlock(doc: Doc, root: Struct, block: PaperBlock): void {
  switch (block.kind) {
    case "text":
      root.add(doc.struct("P", () => drawText(doc, block.text, "text")));
      return;
    case "list":
      drawList(doc, root, block.items);
      return;
    case "facts":
    case "table":
      drawRows(doc, root, rowsOf(block));
  }
}

/** How much of a block has to stand on the page of its heading: its first lines, or its first row. */
export function leadOf(doc: Doc, block: PaperBlock): number {
  switch (block.kind) {
    case "text": {
      const line = textHeight(doc, "A", "text");
      return Math.min(textHeight(doc, block.text, "text"), FIRST_LINES * line);
    }
    case "list":
      return itemHeight(doc, block.items[0] ?? "");
    case "facts":
    case "table":
      return leadOfRows(doc, rowsOf(block));
  }
}

function rowsOf(block: Extract<PaperBlock, { kind: "facts" | "table" }>): Rows {
  return block.kind === "facts"
    ? { caption: null, head: null, rows: block.rows, firstIsHead: true }
    : { ...block, firstIsHead: false };
}

/** How much room an item asks for; a long one goes on over the page's end. */
function itemHeight(doc: Doc, item: string): number {
  const width = widthOf(doc) - LIST_INDENT;
  const height = inLook(doc, item, "text").heightOfString(item, { width, lineGap: 1.5 });
  return Math.min(height, KEPT_WHOLE);
}

function drawList(doc: Doc, parent: Struct, items: readonly string[]): void {
  const list = doc.struct("L");
  parent.add(list);
  for (const item of items) {
    const entry = doc.struct("LI");
    list.add(entry);
    roomFor(doc, itemHeight(doc, item));
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
