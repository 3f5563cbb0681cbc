import { expect, test } from "vitest";
import { differences } from "./message-differences.mjs";

const weeks = (match: Record<string, string>) => [
  {
    declarations: ["input count", "local countPlural = count: plural"],
    selectors: ["countPlural"],
    match,
  },
];

function faultsOf(fi: object, sv: object, en: object): string[] {
  const entries = (texts: object, language: string) =>
    new Map(
      Object.entries(texts).map(([key, value]) => [key, { value, file: `${language}.json` }]),
    );
  return differences({ fi: entries(fi, "fi"), sv: entries(sv, "sv"), en: entries(en, "en") });
}

test("texts that say the same in all languages have no faults", () => {
  const fi = { greeting: "Hei {name}", brace: "\\{x}" };
  expect(
    faultsOf(fi, { greeting: "Hej {name}", brace: "x" }, { greeting: "{name}", brace: "x" }),
  ).toEqual([]);
});

test("a variant may leave out the number that chose it", () => {
  const fi = {
    weeks: weeks({ "countPlural=one": "yksi viikko", "countPlural=other": "{count} viikkoa" }),
  };
  const sv = { weeks: weeks({ "countPlural=other": "{count} v." }) };
  expect(faultsOf(fi, sv, fi)).toEqual([]);
});

test.each([
  [{ hello: "Hei" }, {}, { hello: "Hi" }, 'fi.json: "hello" has no text in sv'],
  [{ hello: "Hei" }, { hello: " " }, { hello: "Hi" }, 'sv.json: "hello" is empty'],
  [{ a: "{x}" }, { a: "{y}" }, { a: "{x}" }, 'sv.json: "a" uses {y} in sv but {x} in fi'],
  [
    { a: "{#b}x{/b}" },
    { a: "{#b}x{/b}" },
    { a: "x" },
    'en.json: "a" uses no placeholder in en but {#b} {/b} in fi',
  ],
  [{ aB: "x" }, { aB: "x" }, { aB: "x" }, 'fi.json: "aB" is not in snake_case'],
  [
    { a: 1 },
    { a: "1" },
    { a: "1" },
    'fi.json: "a" is neither a text nor [{ declarations, selectors, match }]',
  ],
])("%j, %j, %j", (fi, sv, en, fault) => {
  expect(faultsOf(fi, sv, en)).toEqual([fault]);
});

test("a choice needs a case that always fits", () => {
  const one = { a: weeks({ "countPlural=one": "{count}" }) };
  const all = { a: weeks({ "countPlural=other": "{count}" }) };
  expect(faultsOf(one, all, all)).toEqual([
    'fi.json: "a" has no case that always fits (all selectors "other" or "*")',
  ]);
});
