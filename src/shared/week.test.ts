import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { mondayOf, parseWeek, weekOf, weeksBetween } from "./week.ts";

const day = (text: string) => Temporal.PlainDate.from(text);
const anyDay = fc.integer({ min: 0, max: 60 * 365 }).map((days) => day("2000-01-01").add({ days }));

describe("an ISO week", () => {
  test.each([
    ["2026-11-23", "2026-W48"],
    ["2027-01-01", "2026-W53"],
    ["2024-12-30", "2025-W01"],
    ["2021-01-03", "2020-W53"],
  ])("%s lies in %s", (text, week) => {
    expect(weekOf(day(text))).toBe(week);
  });

  test("begins on the Monday on or before the day, at most six days earlier", () => {
    fc.assert(
      fc.property(anyDay, (date) => {
        const monday = mondayOf(weekOf(date));
        expect(monday.dayOfWeek).toBe(1);
        expect(monday.until(date).days).toBeGreaterThanOrEqual(0);
        expect(monday.until(date).days).toBeLessThan(7);
      }),
    );
  });

  test.each(["2026-W00", "2025-W53", "2026-W54", "2026-48", "", "2026-W4"])(
    "%s is no week",
    (text) => {
      expect(parseWeek(text)).toBeUndefined();
    },
  );

  test("every day between two days is in one of their weeks", () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: 0, max: 400 }), (from, length) => {
        const to = from.add({ days: length });
        const weeks = weeksBetween(from, to);
        expect(weeks[0]).toBe(weekOf(from));
        expect(weeks.at(-1)).toBe(weekOf(to));
        expect(new Set(weeks).size).toBe(weeks.length);
      }),
    );
  });
});
