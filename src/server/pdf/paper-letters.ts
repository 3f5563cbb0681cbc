import type { Paper, PaperBlock, PaperSection } from "#shared/paper.ts";
import { canWrite } from "./fonts.ts";

/**
 * A paper shows every letter of its text or says which one it cannot show: one that no font has (emoji, Chinese,
 * Arabic) stands as its code, [U+1F600]. Left out, a name or a sum would read otherwise than what was signed.
 */
export function inLetters(text: string): string {
  return runsOf(spaced(text))
    .map(({ shown, letters }) => (shown ? letters.join("") : `[${letters.map(codeOf).join(" ")}]`))
    .join("");
}

export function sectionInLetters({ id, heading, blocks }: PaperSection): PaperSection {
  return { id, heading: inLetters(heading), blocks: blocks.map(blockInLetters) };
}

/** The codes of the letters that stand as codes in these sections, each once. */
export function codesIn({ title, subtitle, sections }: Omit<Paper, "language">): string[] {
  const texts = [title, subtitle ?? "", ...sections.flatMap(textsOf)];
  const codes = texts.flatMap((text) =>
    runsOf(spaced(text)).flatMap(({ shown, letters }) => (shown ? [] : letters.map(codeOf))),
  );
  return [...new Set(codes)];
}

function blockInLetters(block: PaperBlock): PaperBlock {
  switch (block.kind) {
    case "text":
      return { ...block, text: inLetters(block.text) };
    case "list":
      return { ...block, items: block.items.map(inLetters) };
    case "facts":
      return {
        ...block,
        rows: block.rows.map(([name, value]) => [inLetters(name), inLetters(value)] as const),
      };
    case "table":
      return {
        ...block,
        caption: inLetters(block.caption),
        head: block.head.map(inLetters),
        rows: block.rows.map((row) => row.map(inLetters)),
      };
  }
}

function textsOf({ heading, blocks }: PaperSection): string[] {
  return [heading, ...blocks.flatMap(blockTexts)];
}

function blockTexts(block: PaperBlock): readonly string[] {
  switch (block.kind) {
    case "text":
      return [block.text];
    case "list":
      return block.items;
    case "facts":
      return block.rows.flat();
    case "table":
      return [block.caption, ...block.head, ...block.rows.flat()];
  }
}

/** Tabs and foreign ends of lines are no letters: they part words here as they do on a page. */
function spaced(text: string): string {
  return text.replace(/\r\n?|[\u0085\u2028\u2029]/g, "\n").replace(/[\t\v\f]/g, " ");
}

/**
 * Marks that turn the order of what follows on a screen, and on paper nobody sees them; and letters of India that
 * change places and shapes beside each other, which pdfkit does not always draw as they were written.
 */
const NOT_AS_THEMSELVES = /[\p{Bidi_Control}\p{Script_Extensions=Devanagari}]/u;

type Run = { readonly shown: boolean; readonly letters: string[] };

function runsOf(text: string): readonly Run[] {
  const runs: Run[] = [];
  for (const letter of text) {
    const shown = letter === "\n" || (canWrite(letter) && !NOT_AS_THEMSELVES.test(letter));
    const last = runs.at(-1);
    if (last?.shown === shown) last.letters.push(letter);
    else runs.push({ shown, letters: [letter] });
  }
  return runs;
}

function codeOf(letter: string): string {
  const code = letter.codePointAt(0) ?? 0;
  return `U+${code.toString(16).toUpperCase().padStart(4, "0")}`;
}
