import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";

/** The table of ui.md §3: every pair in use, with the contrast WCAG 2.2 asks of it. */
const TEXT = 4.5;
const CONTROL = 3;
const PAIRS: [string, string, number][] = [
  ["ink", "paper", TEXT],
  ["ink", "surface", TEXT],
  ["ink", "sunken", TEXT],
  ["ink", "spruce-tint", TEXT],
  ["ink", "ling-tint", TEXT],
  ["ink", "birch-tint", TEXT],
  ["ink", "sky-tint", TEXT],
  ["ink-2", "paper", TEXT],
  ["ink-2", "surface", TEXT],
  ["ink-2", "sunken", TEXT],
  ["ink-2", "spruce-tint", TEXT],
  ["ink-2", "birch-tint", TEXT],
  ["ink-3", "paper", TEXT],
  ["ink-3", "surface", TEXT],
  ["ink-3", "sunken", TEXT],
  ["paper", "ink", TEXT],
  ["spruce", "paper", TEXT],
  ["spruce", "surface", TEXT],
  ["spruce", "spruce-tint", TEXT],
  ["on-spruce", "spruce", TEXT],
  ["on-spruce", "spruce-deep", TEXT],
  ["ling", "paper", TEXT],
  ["ling", "surface", TEXT],
  ["ling", "ling-tint", TEXT],
  ["birch", "paper", TEXT],
  ["birch", "surface", TEXT],
  ["birch", "birch-tint", TEXT],
  ["sky", "paper", TEXT],
  ["sky", "sky-tint", TEXT],
  ["line-strong", "paper", CONTROL],
  ["line-strong", "surface", CONTROL],
  ["line-strong", "sunken", CONTROL],
  ["birch-mark", "birch-tint", CONTROL],
  ["birch-mark", "surface", CONTROL],
  ["spruce-mid", "surface", CONTROL],
  ["spruce", "sunken", CONTROL],
  ["focus", "paper", CONTROL],
  ["focus", "surface", CONTROL],
  ["focus", "spruce-tint", CONTROL],
];
const THEMES = ["light", "dark"] as const;

const css = readFileSync(new URL("tokens.css", import.meta.url), "utf8");
const tokens = new Map(
  [...css.matchAll(/--([a-z0-9-]+): light-dark\((#[0-9a-f]{6}), (#[0-9a-f]{6})\)/g)].map(
    ([, name = "", light = "", dark = ""]) => [name, { light, dark }],
  ),
);

describe.each(THEMES)("in the %s theme", (theme) => {
  test.each(PAIRS)("%s on %s has a contrast of at least %d", (front, back, least) => {
    const ratio = contrast(colourOf(front, theme), colourOf(back, theme));
    expect(ratio).toBeGreaterThanOrEqual(least);
  });
});

test("every colour is written for both themes", () => {
  const names = [...css.matchAll(/--([a-z0-9-]+): light-dark/g)].map(([, name]) => name);
  expect(names).toHaveLength(24);
});

function colourOf(name: string, theme: (typeof THEMES)[number]): string {
  const token = tokens.get(name);
  if (!token) throw new Error(`tokens.css has no colour --${name}`);
  return token[theme];
}

/** WCAG 2.2: (lighter + 0.05) / (darker + 0.05) */
function contrast(front: string, back: string): number {
  const [darker = 0, lighter = 0] = [luminance(front), luminance(back)].sort((a, b) => a - b);
  return (lighter + 0.05) / (darker + 0.05);
}

function luminance(hex: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
