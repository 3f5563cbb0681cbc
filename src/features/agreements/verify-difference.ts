import type { Paper, PaperBlock } from "#shared/paper.ts";
import type { ShownText } from "./verify-pages.ts";

/** One paragraph, item or cell that a page shows otherwise than it was signed. */
export type PageDifference = {
  /** The heading it stands under; empty for the title. */
  readonly section: string;
  /** In a table: what its row begins with. */
  readonly row: string | null;
  /** Null when the pages leave it out. */
  readonly page: number | null;
  /** What was signed, cut to what differs; empty when it was put in afterwards. */
  readonly signed: string;
  /** What the page shows, cut likewise; empty when it is missing. */
  readonly shown: string;
};

type SignedText = { readonly text: string; readonly section: string; readonly row: string | null };

/** More of them say no more: the pages are of another text. */
const MOST = 20;
/** How far a text is looked for when something was put in or left out before it. */
const AHEAD = 12;

/**
 * What the pages show otherwise than the signed text. What follows the text (the page of signatures) is not
 * compared: it is made of the record, which is checked by itself.
 */
export function differencesOf(paper: Paper, shown: readonly ShownText[]): PageDifference[] {
  const signed = textsOf(paper);
  const pages = shown.filter(({ tag }) => tag !== "Lbl" && tag !== "stray");
  const found: PageDifference[] = [];
  let at = 0;
  for (let next = 0; next < signed.length && found.length < MOST; next += 1) {
    const step = compareNext(signed.slice(next, next + AHEAD), pages.slice(at, at + AHEAD));
    found.push(...step.found);
    at += step.read;
  }
  const strays = shown
    .filter(({ tag }) => tag === "stray")
    .map(({ text, page }) => ({ section: "", row: null, page, ...cut("", text) }));
  return [...found, ...strays].slice(0, MOST);
}

type Step = { readonly found: readonly PageDifference[]; readonly read: number };

/** What is to be said of the first of the signed texts, and how many texts of the pages that takes. */
function compareNext(signed: readonly SignedText[], pages: readonly ShownText[]): Step {
  const [here, ...following] = signed;
  const [there] = pages;
  if (here === undefined) return { found: [], read: 0 };
  const place = { section: here.section, row: here.row };
  const later = pages.findIndex(({ text }) => isSame(here.text, text));
  if (later >= 0) {
    const extra = pages.slice(0, later);
    const found = extra.map(({ text, page }) => ({ ...place, page, ...cut("", text) }));
    return { found, read: later + 1 };
  }
  if (there === undefined || following.some(({ text }) => isSame(text, there.text))) {
    return { found: [{ ...place, page: null, ...cut(here.text, "") }], read: 0 };
  }
  return { found: [{ ...place, page: there.page, ...cut(here.text, there.text) }], read: 1 };
}

function textsOf({ title, subtitle, sections }: Paper): SignedText[] {
  const head = [title, ...(subtitle === undefined ? [] : [subtitle])];
  return [
    ...head.map((text) => ({ text, section: "", row: null })),
    ...sections.flatMap(({ heading, blocks }) => [
      { text: heading, section: heading, row: null },
      ...blocks.flatMap(blockTexts).map((one) => ({ ...one, section: heading })),
    ]),
  ].filter(({ text }) => text.trim() !== "");
}

function blockTexts(block: PaperBlock): Omit<SignedText, "section">[] {
  const alone = (text: string) => ({ text, row: null });
  const inRow = (row: readonly string[]) => row.map((text) => ({ text, row: row[0] ?? null }));
  switch (block.kind) {
    case "text":
      return [alone(block.text)];
    case "list":
      return block.items.map(alone);
    case "facts":
      return block.rows.flatMap(inRow);
    case "table":
      return [alone(block.caption), ...block.head.map(alone), ...block.rows.flatMap(inRow)];
  }
}

/** Ends of lines part words on a page and not in the text, so what stands between letters is not compared. */
function isSame(signed: string, shown: string): boolean {
  return bare(signed) === bare(shown);
}

/** Codes of letters that no font has, "[U+1F44D]", are those letters. */
function bare(text: string): string {
  return withoutSpace(text)
    .replace(/\[((?:U\+[0-9A-F]{4,6})+)\]/g, (_whole, codes: string) =>
      [...codes.matchAll(/[0-9A-F]{4,6}/g)]
        .map(([code]) => Number.parseInt(code, 16))
        .map((code) => (code <= LAST_CODE ? withoutSpace(String.fromCodePoint(code)) : ""))
        .join(""),
    )
    .normalize("NFC");
}

const LAST_CODE = 0x10_ff_ff;

function withoutSpace(text: string): string {
  return text.replace(/[\p{White_Space}\p{Cf}\p{Cc}]/gu, "");
}

const LONGEST = 160;
const AROUND = 40;

/** Short texts whole, of long ones what differs with a little before and after it. */
function cut(wasSigned: string, isShown: string): { signed: string; shown: string } {
  const signed = wasSigned.replace(/\s+/g, " ");
  const shown = isShown.replace(/\s+/g, " ");
  if (Math.max(signed.length, shown.length) <= LONGEST) return { signed, shown };
  const shorter = Math.min(signed.length, shown.length);
  let start = 0;
  while (start < shorter && signed[start] === shown[start]) start += 1;
  let end = 0;
  while (end < shorter - start && signed.at(-1 - end) === shown.at(-1 - end)) end += 1;
  const part = (text: string) => {
    const from = Math.max(0, start - AROUND);
    const to = Math.min(text.length, text.length - end + AROUND, from + 2 * LONGEST);
    return `${from > 0 ? "… " : ""}${text.slice(from, to)}${to < text.length ? " …" : ""}`;
  };
  return { signed: signed === "" ? "" : part(signed), shown: shown === "" ? "" : part(shown) };
}
