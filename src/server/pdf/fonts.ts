import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { lettersOf } from "./pdf-document.ts";

const require = createRequire(import.meta.url);
const OWN = "@expo-google-fonts/atkinson-hyperlegible-next";
/** For names that the house's own letters cannot write: Sámi, Vietnamese, Cyrillic, Greek. */
const WIDE = "@expo-google-fonts/noto-sans";

export type PaperFont = "regular" | "bold" | "wideRegular" | "wideBold";

/** Fonts embedded in papers, only the letters that are used; read once, when the first paper is written. */
export function paperFonts(): Readonly<Record<PaperFont, Buffer>> {
  fonts ??= {
    regular: read(`${OWN}/400Regular/AtkinsonHyperlegibleNext_400Regular.ttf`),
    bold: read(`${OWN}/600SemiBold/AtkinsonHyperlegibleNext_600SemiBold.ttf`),
    wideRegular: read(`${WIDE}/400Regular/NotoSans_400Regular.ttf`),
    wideBold: read(`${WIDE}/600SemiBold/NotoSans_600SemiBold.ttf`),
  };
  return fonts;
}

let fonts: Readonly<Record<PaperFont, Buffer>> | undefined;

function read(file: string): Buffer {
  return readFileSync(require.resolve(file));
}

/**
 * The font that can write a whole text. It asks the fonts themselves which letters they have: a letter that a
 * font lacks would be drawn as nothing, and nobody would be told.
 */
export function fontFor(text: string, weight: "regular" | "bold"): PaperFont {
  const letters = lettersIn(weight);
  for (const letter of text) {
    if (letter !== "\n" && !letters.has(letter))
      return weight === "bold" ? "wideBold" : "wideRegular";
  }
  return weight;
}

/** Whether papers can show this letter, in text and in headings. */
export function canWrite(letter: string): boolean {
  return inEvery(letter, "regular", "bold") || inEvery(letter, "wideRegular", "wideBold");
}

function inEvery(letter: string, ...names: PaperFont[]): boolean {
  return names.every((name) => lettersIn(name).has(letter));
}

const letters = new Map<PaperFont, ReadonlySet<string>>();

function lettersIn(name: PaperFont): ReadonlySet<string> {
  const known = letters.get(name) ?? lettersOf(paperFonts()[name]);
  letters.set(name, known);
  return known;
}
