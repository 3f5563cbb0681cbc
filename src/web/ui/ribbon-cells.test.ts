import { describe, expect, test } from "vitest";
import { addDays } from "./format.ts";
import { cellRow, type RibbonState, type RibbonWeek } from "./ribbon-cells.ts";

function weeks(monday: string, states: readonly RibbonState[]): RibbonWeek[] {
  return states.map((state, index) => ({
    monday: addDays(monday, 7 * index),
    state,
    sentence: `Week ${index + 1}.`,
    href: `#${index + 1}`,
  }));
}

describe("a placement of weeks", () => {
  const row = cellRow(weeks("2026-12-14", ["confirmed", "waits", "interrupted", "to-come"]));

  test("has one cell per week, with its ISO number", () => {
    expect(row.cells.map((cell) => cell.label)).toEqual(["51", "52", "53", "1"]);
  });

  test("puts a day into its week", () => {
    expect(row.place("2026-12-14")).toEqual({ index: 0, part: 0 });
    expect(row.place("2027-01-06").index).toBe(3);
    expect(row.place("2027-01-06").part).toBeCloseTo(2 / 7);
  });

  test("holds days outside at its ends", () => {
    expect(row.place("2026-11-01")).toEqual({ index: 0, part: 0 });
    expect(row.place("2027-03-01")).toEqual({ index: 3, part: 1 });
  });
});

describe("a placement over 26 weeks", () => {
  const states = Array.from({ length: 30 }, (_, index): RibbonState => {
    if (index === 5) return "waits";
    return index < 9 ? "confirmed" : "to-come";
  });
  const row = cellRow(weeks("2026-08-10", states));

  test("has one cell per month", () => {
    expect(row.cells).toHaveLength(8);
  });

  test("shows in a month the week that most needs a person, and opens it", () => {
    expect(row.cells.map((cell) => cell.state).slice(0, 3)).toEqual([
      "confirmed",
      "waits",
      "confirmed",
    ]);
    expect(row.cells[1]?.href).toBe("#6");
  });
});
