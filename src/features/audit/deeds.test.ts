import { globSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { DEED_CODES, DEEDS, detailsOf, shownTo, sightOfDay } from "./deeds.ts";

const sources = globSync("src/**/server/*.ts").filter((file) => !file.includes(".test."));
const used = new Set(
  sources.flatMap((file) =>
    [...readFileSync(file, "utf8").matchAll(/\bdeed: "([a-z-]+)"/g)].flatMap(
      ([, code]) => code ?? [],
    ),
  ),
);

describe("the table of deeds", () => {
  test("has every deed that is written anywhere, and no other", () => {
    expect(used.size).toBeGreaterThan(50);
    expect([...DEED_CODES].toSorted()).toEqual(
      [...used].filter((code) => code !== "deed").toSorted(),
    );
  });

  test("shows an unknown deed to nobody", () => {
    for (const reader of ["student", "tutor", "teacher", "coordinator"] as const) {
      expect(shownTo(reader, null)).not.toContain("something-new");
    }
    expect(detailsOf("something-new", { number: 1, week: "2026-W47" })).toEqual({
      number: null,
      week: null,
      day: null,
      to: null,
    });
  });

  test.each([
    ["own-matter", []],
    ["choose-language", []],
    ["put-relation-entry", []],
    ["settle-work", ["teacher", "coordinator"]],
    ["suspend-workplace", ["teacher", "coordinator"]],
    ["sign-checklist", ["tutor", "teacher", "coordinator"]],
    ["write-plan", ["student", "tutor", "teacher", "coordinator"]],
  ])("%s is shown to %j", (code, readers) => {
    const all = ["student", "tutor", "teacher", "coordinator"] as const;
    expect(all.filter((reader) => shownTo(reader, null).includes(code))).toEqual(readers);
  });

  test("tells nothing of what was recorded but the details it names", () => {
    expect(detailsOf("write-day", { day: "2026-11-20", minutes: 450, told: ["tutor"] }).day).toBe(
      "2026-11-20",
    );
    expect(
      JSON.stringify(detailsOf("note-clearance", { clearance: "criminal-record" })),
    ).not.toContain("criminal");
    expect(detailsOf("write-plan", { number: { hidden: true } }).number).toBe(null);
  });

  test("sees a day with the eyes of its reader; an administrator with no more than the workplace's", () => {
    expect(sightOfDay("student")).toBe(null);
    expect(sightOfDay("teacher")).toBe("teacher");
    for (const reader of ["tutor", "coordinator", "admin"] as const) {
      expect(sightOfDay(reader)).toBe("tutor");
    }
  });

  test("gives each shown deed to at least the school", () => {
    const hidden = Object.entries(DEEDS).filter(
      ([, shown]) => shown !== null && !shown.readers.some((one) => one === "teacher"),
    );
    expect(hidden).toEqual([]);
  });
});
