import type { Language } from "#shared/language.ts";
import type { Paper, PaperSection } from "#shared/paper.ts";
import { fontFor, paperFonts } from "./fonts.ts";
import { drawBlock, drawText, leadOf, textHeight } from "./paper-blocks.ts";
import { inLetters, sectionInLetters } from "./paper-letters.ts";
import { type Doc, dateOf, openPdf, roomFor, SIZES, type Struct } from "./pdf-document.ts";
import { leaveRoomForSeal, type SealRoom } from "./seal-room.ts";

export type PaperFile = {
  readonly name: string;
  readonly mediaType: string;
  readonly bytes: Uint8Array;
  readonly description: string;
};

export type PaperOptions = {
  /** Sections on pages of their own behind the text: who signed it. */
  readonly evidencePage?: readonly PaperSection[];
  readonly attachments?: readonly PaperFile[];
  readonly createdAt: Temporal.Instant;
  readonly author: string;
  /** At the foot of every page, before the page's number. */
  readonly footer: string;
  /** Leaves room for the seal that seal-paper.ts puts there. */
  readonly seal?: SealRoom;
};

const TAGS: Readonly<Record<Language, string>> = { fi: "fi-FI", sv: "sv-FI", en: "en-GB" };
const MARGIN = 56;

/**
 * A paper as a tagged PDF of A4 pages that declares PDF/UA-1: headings, paragraphs, lists and tables with header
 * cells, the language, the title shown, every letter embedded, one that no font has written as its code. The
 * same input gives the same bytes.
 */
export function writePaper(paper: Paper, options: PaperOptions): Promise<Buffer> {
  const doc = openDocument(paper, options);
  const whole = collect(doc);
  const root = doc.struct("Document");
  doc.addStructure(root);
  drawHead(doc, root, paper);
  for (const section of paper.sections) drawSection(doc, root, sectionInLetters(section));
  if (options.evidencePage !== undefined) {
    doc.addPage();
    for (const section of options.evidencePage) drawSection(doc, root, sectionInLetters(section));
  }
  root.end();
  drawFooters(doc, options.footer);
  for (const file of options.attachments ?? []) attach(doc, file, options.createdAt);
  if (options.seal !== undefined) leaveRoomForSeal(doc, options.seal, options.createdAt);
  doc.end();
  return whole;
}

function openDocument(paper: Paper, { createdAt, author }: PaperOptions): Doc {
  const made = dateOf(createdAt);
  const doc = openPdf({
    size: "A4",
    margins: { top: MARGIN, left: MARGIN, right: MARGIN, bottom: MARGIN + 24 },
    pdfVersion: "1.7",
    subset: "PDF/UA",
    tagged: true,
    lang: TAGS[paper.language],
    displayTitle: true,
    bufferPages: true,
    info: {
      Title: [paper.title, paper.subtitle].filter(Boolean).join(": "),
      Author: author,
      Producer: "Kisälli",
      Creator: "Kisälli",
      CreationDate: made,
      ModDate: made,
    },
  });
  for (const [name, font] of Object.entries(paperFonts())) doc.registerFont(name, font);
  doc.font("regular").fontSize(SIZES.text);
  return doc;
}

function collect(doc: Doc): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const parts: Buffer[] = [];
    doc.on("data", (part: Buffer) => parts.push(part));
    doc.on("end", () => resolve(Buffer.concat(parts)));
    doc.on("error", reject);
  });
}

function drawHead(doc: Doc, root: Struct, { title, subtitle }: Paper): void {
  root.add(doc.struct("H1", () => drawText(doc, inLetters(title), "title")));
  if (subtitle !== undefined) {
    root.add(doc.struct("P", () => drawText(doc, inLetters(subtitle), "text")));
  }
}

const OVER_HEADING = 11;
const OVER_BLOCK = 5;

function drawSection(doc: Doc, root: Struct, { heading, blocks }: PaperSection): void {
  const [first] = blocks;
  // A heading never stands alone at the foot of a page: what it is the heading of begins below it.
  const below = first === undefined ? 0 : OVER_BLOCK + leadOf(doc, first);
  roomFor(doc, OVER_HEADING + textHeight(doc, heading, "heading") + below);
  doc.y += OVER_HEADING;
  root.add(doc.struct("H2", () => drawText(doc, heading, "heading")));
  for (const block of blocks) {
    doc.y += OVER_BLOCK;
    drawBlock(doc, root, block);
  }
}

/** Footers are artifacts: a reader that speaks does not read them between two sentences. */
function drawFooters(doc: Doc, said: string): void {
  const footer = inLetters(said);
  const { start, count } = doc.bufferedPageRange();
  for (let page = start; page < start + count; page += 1) {
    doc.switchToPage(page);
    const { margins } = doc.page;
    const bottom = margins.bottom;
    margins.bottom = 0;
    doc.markContent("Artifact", { type: "Pagination", attached: ["Bottom"] });
    doc
      .font(fontFor(footer, "regular"))
      .fontSize(SIZES.small)
      .text(`${footer}   ${page + 1} / ${count}`, MARGIN, doc.page.height - bottom + 20, {
        width: doc.page.width - 2 * MARGIN,
        lineBreak: false,
        ellipsis: true,
      });
    doc.endMarkedContent();
    margins.bottom = bottom;
  }
}

function attach(doc: Doc, file: PaperFile, at: Temporal.Instant): void {
  const made = dateOf(at);
  doc.file(Buffer.from(file.bytes), {
    name: file.name,
    type: file.mediaType,
    description: file.description,
    creationDate: made,
    modifiedDate: made,
    relationship: "Data",
  });
}
