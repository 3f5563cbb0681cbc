import type { PdfFile } from "./verify-file.ts";
import { inflate } from "./verify-machine.ts";

/** One object of a PDF as write-paper.ts leaves it: its own words, and its stream if it has one. */
export type PdfObject = { readonly words: string; readonly stream: StreamPlace | null };
type StreamPlace = { readonly start: number; readonly length: number };

export type PdfObjects = ReadonlyMap<number, PdfObject>;

const LARGEST_STREAM = 32 * 1024 * 1024;
const BEGINNING = /(?:^|\n)(\d{1,9}) 0 obj\n/g;
const STREAM = /\nstream\r?\n/;

/** Objects by number. A file that another program wrote anew may have none that are read so: then it is empty. */
export function objectsOf({ text }: PdfFile): PdfObjects {
  const objects = new Map<number, PdfObject>();
  for (const { index, 0: head, 1: number = "" } of text.matchAll(BEGINNING)) {
    const start = index + head.length;
    const end = text.indexOf("endobj", start);
    if (end >= 0) objects.set(Number(number), objectIn(text, start, end));
  }
  return objects;
}

function objectIn(text: string, start: number, end: number): PdfObject {
  const whole = text.slice(start, end);
  const found = STREAM.exec(whole);
  if (found === null) return { words: whole, stream: null };
  const words = whole.slice(0, found.index);
  const length = Number(/\/Length (\d{1,10})\b(?! \d+ R)/.exec(words)?.[1] ?? Number.NaN);
  return { words, stream: { start: start + found.index + found[0].length, length } };
}

/** What a stream holds, unpacked; null when its bytes are no longer what was packed (zlib checks itself). */
export async function contentOf(
  { bytes }: PdfFile,
  { words, stream }: PdfObject,
): Promise<Uint8Array | null> {
  if (stream === null || !Number.isFinite(stream.length)) return null;
  const raw = bytes.subarray(stream.start, stream.start + stream.length);
  return words.includes("/FlateDecode") ? inflate(raw, LARGEST_STREAM) : raw;
}

/** "/Contents 8 0 R" as the number 8. */
export function referenceIn(words: string, name: string): number | null {
  const found = new RegExp(`/${name} (\\d{1,9}) 0 R`).exec(words)?.[1];
  return found === undefined ? null : Number(found);
}

/** Numbers of the pages in their order. */
export function pageNumbersOf(objects: PdfObjects): readonly number[] {
  for (const { words } of objects.values()) {
    if (!words.includes("/Type /Pages")) continue;
    const kids = /\/Kids \[([^\]]*)\]/.exec(words)?.[1] ?? "";
    return [...kids.matchAll(/(\d{1,9}) 0 R/g)].map(([, number]) => Number(number));
  }
  return [];
}
