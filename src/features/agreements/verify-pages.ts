import type { PdfFile } from "./verify-file.ts";
import { latin1Of } from "./verify-machine.ts";
import {
  contentOf,
  objectsOf,
  type PdfObject,
  type PdfObjects,
  pageNumbersOf,
  referenceIn,
} from "./verify-objects.ts";

/** A heading, paragraph, item of a list or cell as the pages show it; "stray" stands on a page outside the text. */
export type ShownText = { readonly tag: string; readonly text: string; readonly page: number };

export type PagesReading = {
  /** In the order of the document; null when the pages are not built as ours are. */
  readonly texts: readonly ShownText[] | null;
  /** Pages whose own bytes can no longer be unpacked. */
  readonly brokenPages: readonly number[];
  /** The letters' shapes, or which letter is which, can no longer be unpacked. */
  readonly brokenTypeface: boolean;
};

/**
 * What the pages of a file say, read the way a screen reader reads them: along the structure, from the bytes
 * that draw the letters. Only files that write-paper.ts wrote are read.
 */
export async function readPages(file: PdfFile): Promise<PagesReading> {
  const objects = objectsOf(file);
  const pages = await Promise.all(
    pageNumbersOf(objects).map((number) => readPage(file, objects, number)),
  );
  const typefaces = await Promise.all(
    [...objects.values()]
      .filter(({ words, stream }) => stream !== null && /\/Length1|\/CIDFontType0C/.test(words))
      .map((object) => contentOf(file, object)),
  );
  const numbered = pages.map((page, at) => ({ ...page, page: at + 1 }));
  return {
    texts: textsOf(objects, numbered),
    brokenPages: numbered.filter(({ runs }) => runs === null).map(({ page }) => page),
    brokenTypeface: typefaces.includes(null) || pages.some(({ lettersBroken }) => lettersBroken),
  };
}

type Run = { readonly mcid: number | null; readonly artifact: boolean; readonly text: string };
type Page = {
  readonly object: number;
  /** Null when the page's bytes cannot be unpacked. */
  readonly runs: readonly Run[] | null;
  readonly lettersBroken: boolean;
};
type NumberedPage = Page & { readonly page: number };

async function readPage(file: PdfFile, objects: PdfObjects, number: number): Promise<Page> {
  const words = objects.get(number)?.words ?? "";
  const content = objects.get(referenceIn(words, "Contents") ?? -1);
  const drawn = content === undefined ? null : await contentOf(file, content);
  const resources = objects.get(referenceIn(words, "Resources") ?? -1)?.words ?? "";
  const fonts = await fontsIn(file, objects, resources);
  const lettersBroken = [...fonts.values()].includes(null);
  if (drawn === null) return { object: number, runs: null, lettersBroken };
  return { object: number, runs: runsIn(latin1Of(drawn), fonts), lettersBroken };
}

/** Which letter a number of a font stands for; null when that cannot be read. */
type Letters = ReadonlyMap<number, string> | null;

async function fontsIn(file: PdfFile, objects: PdfObjects, resources: string) {
  const fonts = new Map<string, Letters>();
  for (const [, name = "", number] of resources.matchAll(/\/(F\d{1,4}) (\d{1,9}) 0 R/g)) {
    const font = objects.get(Number(number))?.words ?? "";
    fonts.set(name, await lettersOf(file, objects.get(referenceIn(font, "ToUnicode") ?? -1)));
  }
  return fonts;
}

async function lettersOf(file: PdfFile, map: PdfObject | undefined): Promise<Letters> {
  const bytes = map === undefined ? null : await contentOf(file, map);
  if (bytes === null) return null;
  const letters = new Map<number, string>();
  for (const [, from = "", list = ""] of latin1Of(bytes).matchAll(
    /<([0-9a-f]{4})> <[0-9a-f]{4}> \[([^\]]*)\]/g,
  )) {
    [...list.matchAll(/<([0-9a-f ]*)>/g)].forEach(([, hex = ""], at) => {
      letters.set(Number.parseInt(from, 16) + at, utf16Of(hex.replaceAll(" ", "")));
    });
  }
  return letters;
}

function utf16Of(hex: string): string {
  return (hex.match(/[0-9a-f]{4}/g) ?? [])
    .map((unit) => String.fromCharCode(Number.parseInt(unit, 16)))
    .join("");
}

const DRAWING =
  /\/(\w{1,20}) <<([^>]*)>> BDC|\/\w{1,20} BMC|\b(EMC)\b|\/(F\d{1,4}) [\d.]{1,10} Tf|\[([^\]]*)\] TJ/g;

/** Lines of letters in the order they are drawn, each with the piece of the structure that it belongs to. */
function runsIn(drawn: string, fonts: ReadonlyMap<string, Letters>): readonly Run[] {
  const runs: Run[] = [];
  const open: { mcid: number | null; artifact: boolean }[] = [];
  let letters: Letters = null;
  for (const [, tag, dictionary = "", closes, font, line] of drawn.matchAll(DRAWING)) {
    if (line !== undefined) {
      const { mcid, artifact } = open.at(-1) ?? { mcid: null, artifact: false };
      runs.push({ mcid, artifact, text: lineOf(line, letters) });
    } else if (font !== undefined) letters = fonts.get(font) ?? null;
    else if (closes !== undefined) open.pop();
    else {
      const mcid = /\/MCID (\d{1,7})/.exec(dictionary)?.[1];
      open.push({
        mcid: mcid === undefined ? null : Number(mcid),
        artifact: tag === "Artifact",
      });
    }
  }
  return runs;
}

const UNKNOWN_LETTER = "\ufffd";

function lineOf(line: string, letters: Letters): string {
  return [...line.matchAll(/<([0-9a-f]*)>/g)]
    .flatMap(([, hex = ""]) => hex.match(/[0-9a-f]{4}/g) ?? [])
    .map((code) => letters?.get(Number.parseInt(code, 16)) ?? UNKNOWN_LETTER)
    .join("");
}

const PAGE_FOOT = /\b(\d+) \/ (\d+)$/;

function textsOf(objects: PdfObjects, pages: readonly NumberedPage[]): ShownText[] | null {
  const root = [...objects].find(([, { words }]) => words.includes("/S /Document"))?.[0];
  if (root === undefined || pages.length === 0) return null;
  const read = new Set<Run>();
  const texts = [...walkFrom(root, { objects, pages, read })];
  for (const { page, runs } of pages) {
    for (const run of runs ?? []) {
      const foot = run.artifact && PAGE_FOOT.exec(run.text)?.[1] === String(page);
      if (!read.has(run) && !foot) texts.push({ tag: "stray", text: run.text, page });
    }
  }
  return texts;
}

type Walk = {
  readonly objects: PdfObjects;
  readonly pages: readonly NumberedPage[];
  /** Lines that belong to the text; it grows on the way. */
  readonly read: Set<Run>;
};

const KID =
  /(\d{1,9}) 0 R|<<[^>]*?\/Pg (\d{1,9}) 0 R[^>]*?\/MCID (\d{1,7})[^>]*>>|(\d{1,7})(?=\s|$)/g;

function* walkFrom(number: number, walk: Walk, depth = 0): Generator<ShownText> {
  const words = walk.objects.get(number)?.words ?? "";
  const [whole = "", kids = ""] = /\/K \[([^\]]*)\]/.exec(words) ?? [];
  const own = referenceIn(words.replace(whole, ""), "Pg");
  const lines: { text: string; page: number }[] = [];
  for (const [, child, elsewhere, there, here] of kids.matchAll(KID)) {
    if (child === undefined) {
      const page = elsewhere === undefined ? own : Number(elsewhere);
      lines.push(...linesOf(walk, page, Number(there ?? here)));
    } else if (depth < DEEPEST) yield* walkFrom(Number(child), walk, depth + 1);
  }
  const [first] = lines;
  if (first === undefined) return;
  const tag = /\/S \/(\w{1,20})/.exec(words)?.[1] ?? "";
  yield { tag, text: lines.map(({ text }) => text).join(" "), page: first.page };
}

function linesOf({ pages, read }: Walk, object: number | null, mcid: number) {
  const place = pages.find((one) => one.object === object);
  const runs = (place?.runs ?? []).filter((run) => run.mcid === mcid);
  for (const run of runs) read.add(run);
  return runs.map(({ text }) => ({ text, page: place?.page ?? 0 }));
}

/** A structure that leads back to itself is none of ours. */
const DEEPEST = 8;
