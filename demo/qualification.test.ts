import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { readFramework } from "#features/frameworks/read-framework.ts";
import plainTexts from "./plain-texts.json" with { type: "json" };
import * as named from "./requirements.ts";

const text = readFileSync(new URL("qualification.json", import.meta.url), "utf8");
const LANGUAGES = ["fi", "sv", "en"] as const;

function read() {
  const outcome = readFramework(text);
  if (!outcome.ok) throw new Error(outcome.refusal.code);
  return outcome.value;
}

function codes(): string[] {
  return read().framework.units.flatMap(({ groups }) =>
    groups.flatMap(({ requirements }) => requirements.map(({ key }) => key)),
  );
}

describe("the demo's own qualification", () => {
  test("is read without a remark, in all three languages", () => {
    const { remarks, languages } = read();
    expect(remarks).toEqual([]);
    expect(languages).toEqual({ fi: 1, sv: 1, en: 1 });
  });

  test("has six to nine requirements in two or three groups in each vocational unit", () => {
    const vocational = read().framework.units.filter(({ kind }) => kind === "vocational");
    const wrong = vocational.filter(({ groups }) => {
      const count = groups.flatMap(({ requirements }) => requirements).length;
      return count < 6 || count > 9 || groups.length < 2 || groups.length > 3;
    });
    expect(wrong.map(({ code }) => code)).toEqual([]);
  });

  test("begins at midnight in Helsinki", () => {
    expect(read().framework.validFrom).toBe("2025-08-01");
  });

  test("has a plain text for every requirement and none too many", () => {
    expect(plainTexts.map(({ requirement }) => requirement).toSorted()).toEqual(codes().toSorted());
  });

  test("has every plain text in three languages, with two or three usual tasks", () => {
    const texts = plainTexts.flatMap(({ name, seenWhen, tasks }) => [name, seenWhen, ...tasks]);
    expect(texts.filter((text) => LANGUAGES.some((one) => text[one].trim() === ""))).toEqual([]);
    expect(plainTexts.filter(({ tasks }) => tasks.length < 2 || tasks.length > 3)).toEqual([]);
    const same = plainTexts.filter(({ name }) => new Set(Object.values(name)).size < 3);
    expect(same).toEqual([]);
  });

  test("has the same codes as the names in requirements.ts", () => {
    const known = new Set([...codes(), ...read().framework.units.map(({ code }) => code)]);
    const used = Object.values(named).flatMap((unit) => Object.values(unit));
    expect(used.filter((code) => !known.has(code))).toEqual([]);
  });
});
