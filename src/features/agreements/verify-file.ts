import { inflate, utf8Of } from "./verify-machine.ts";

/** A PDF as bytes, and as a text of one character a byte to search in. */
export type PdfFile = { readonly bytes: Uint8Array; readonly text: string };

/** Where the first seal of a file says it stands, and what it says beside. */
export type SealPlace = {
  /** Offsets of the ByteRange: what is sealed is [start, gap) and [rest, end). */
  readonly start: number;
  readonly gap: number;
  readonly rest: number;
  readonly end: number;
  /** When it was sealed by the sealer's own clock, "2026-11-23T08:00:00.000Z"; null when it does not say. */
  readonly claimedAt: string | null;
};

const BYTE_RANGE = /\/ByteRange\s*\[\s*(\d{1,10})\s+(\d{1,10})\s+(\d{1,10})\s+(\d{1,10})\s*\]/;
const CLAIMED = /\/M\s*\(D:(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)Z/;

export function findSeal({ text }: PdfFile): SealPlace | null {
  const found = BYTE_RANGE.exec(text);
  if (found === null) return null;
  const [start = 0, gap = 0, rest = 0, length = 0] = found.slice(1).map(Number);
  // The dictionary of a seal ends soon behind its Contents.
  const dictionary = text.slice(found.index, rest + 2_000);
  const [, year, month, day, hour, minute, second] = CLAIMED.exec(dictionary) ?? [];
  const claimedAt =
    year === undefined ? null : `${year}-${month}-${day}T${hour}:${minute}:${second}.000Z`;
  return { start, gap, rest, end: rest + length, claimedAt };
}

const MOST_EVIDENCE = 32 * 1024 * 1024;
const LONGEST_DICTIONARY = 2_000;
const STREAM = /\bstream\r?\n/g;

/** The first attached file that is JSON of our format, as it was parsed; null when there is none. */
export async function findAttachment(file: PdfFile, format: string): Promise<unknown> {
  for (const { index, 0: word } of file.text.matchAll(STREAM)) {
    const before = file.text.slice(Math.max(0, index - LONGEST_DICTIONARY), index);
    const dictionary = before.slice(Math.max(0, before.lastIndexOf(" obj")));
    if (!dictionary.includes("/EmbeddedFile")) continue;
    for (const bytes of await contentsOf(file, dictionary, index + word.length)) {
      const json = jsonOf(bytes);
      if (isOfFormat(json, format)) return json;
    }
  }
  return null;
}

/** By the length that the dictionary tells, and by the word that ends a stream: either may have been altered. */
async function contentsOf({ bytes, text }: PdfFile, dictionary: string, start: number) {
  const told = /\/Length\s+(\d{1,10})\b(?!\s+\d+\s+R)/.exec(dictionary)?.[1];
  const end = text.indexOf("endstream", start);
  const trimmed = end < 0 ? -1 : start + text.slice(start, end).replace(/\r?\n$/, "").length;
  const ends = new Set([...(told === undefined ? [] : [start + Number(told)]), trimmed, end]);
  const raw = [...ends].filter((one) => one > start).map((one) => bytes.subarray(start, one));
  if (!dictionary.includes("/FlateDecode")) return raw;
  const inflated = await Promise.all(raw.map((one) => inflate(one, MOST_EVIDENCE)));
  return inflated.filter((one) => one !== null);
}

function jsonOf(bytes: Uint8Array): unknown {
  const text = utf8Of(bytes);
  if (text === null) return null;
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

function isOfFormat(json: unknown, format: string): boolean {
  return typeof json === "object" && json !== null && "format" in json && json.format === format;
}

/** Whether a file that no evidence can be read from still names one: then it was ours. */
export function namesEvidence({ text }: PdfFile): boolean {
  return text.includes("(evidence.json)");
}
