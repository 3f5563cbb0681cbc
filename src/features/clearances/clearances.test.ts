import { describe, expect, it } from "vitest";
import { type ClearanceFacts, lackingOf, requiredOf } from "./clearances.ts";

const START = Temporal.PlainDate.from("2026-11-30");
const shown = (clearance: string, validUntil: string | null) => ({
  clearance,
  state: "shown",
  validUntil,
});
const lacking = (change: Partial<ClearanceFacts>) =>
  lackingOf({ fields: ["construction"], noted: [], ...change }, START);

describe("what a placement asks for", () => {
  it("follows the workplace's fields, and what the teacher adds or takes away", () => {
    const codes = (facts: ClearanceFacts) => requiredOf(facts).map(({ code }) => code);
    expect(codes({ fields: ["kitchen"], noted: [] })).toEqual(["hygiene-passport"]);
    expect(codes({ fields: ["care"], noted: [] })).toEqual([]);
    const noted = [
      { clearance: "hygiene-passport", state: "not_needed", validUntil: null },
      { clearance: "first-aid", state: "needed", validUntil: null },
    ];
    expect(codes({ fields: ["kitchen"], noted })).toEqual(["first-aid"]);
  });

  it.each([
    ["not shown", {}, ["safety-card"], []],
    ["shown, no end", { noted: [shown("safety-card", null)] }, [], []],
    ["ends on the first day", { noted: [shown("safety-card", "2026-11-30")] }, [], []],
    ["ends the day before", { noted: [shown("safety-card", "2026-11-29")] }, [], ["safety-card"]],
    ["of another field", { fields: ["care"] }, [], []],
  ] as const)("%s", (_, change, missing, expired) => {
    expect(lacking(change)).toEqual({ missing, expired });
  });
});
