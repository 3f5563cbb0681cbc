import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

const require = createRequire(import.meta.url);
const OWN = "@expo-google-fonts/atkinson-hyperlegible-next";
/** For names that the house's own letters cannot write: Vietnamese, Cyrillic, Greek. */
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

/** Letters that Atkinson Hyperlegible Next has: Latin with its extensions of Europe, and what stands between words. */
const OWN_LETTERS = /^[\u0020-\u024f\u2010-\u2026\u2030\u2039\u203a\u20ac\u2022\u2122\u2212\n]*$/;

/** The font that can write a whole text, so that no letter is lost. */
export function fontFor(text: string, weight: "regular" | "bold"): PaperFont {
  if (OWN_LETTERS.test(text)) return weight;
  return weight === "bold" ? "wideBold" : "wideRegular";
}
