import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { asksForWord, decisionOn, type RenewalFacts } from "./standing.ts";

const day = (text: string) => Temporal.PlainDate.from(text);
const FACTS: RenewalFacts = {
  today: day("2026-11-23"),
  endsOn: day("2027-03-01"),
  isOpen: true,
  validUntil: day("2026-12-20"),
  saidOn: null,
  known: false,
};

describe("the workplace is asked whether anything has changed", () => {
  it.each<[string, Partial<RenewalFacts>, boolean]>([
    ["27 days before the decision ends", {}, true],
    ["31 days before it ends", { validUntil: day("2026-12-24") }, false],
    ["when it has ended already", { validUntil: day("2026-11-01") }, true],
    ["when it lasts to the end anyway", { endsOn: day("2026-12-20") }, false],
    ["when it answered yesterday", { saidOn: day("2026-11-22") }, false],
    ["when it answered 30 days ago", { saidOn: day("2026-10-24") }, true],
    ["before the first decision at a known place", { validUntil: null, known: true }, true],
    ["before the first decision at a new place", { validUntil: null }, false],
    ["when the placement is over", { isOpen: false }, false],
  ])("%s", (_, change, asked) => {
    expect(asksForWord({ ...FACTS, ...change })).toBe(asked);
  });
});

describe("the decision in force on a day", () => {
  const days = fc.uniqueArray(fc.integer({ min: 1, max: 28 }), { minLength: 1, maxLength: 8 });
  it("is one at most, the newest made by then, so that validity never overlaps", () => {
    fc.assert(
      fc.property(days, fc.integer({ min: 1, max: 28 }), (made, asked) => {
        const text = (number: number) => `2026-11-${String(number).padStart(2, "0")}`;
        const rows = made.map((number) => ({
          decided_on: text(number),
          decided_at: `${text(number)}T08:00:00Z`,
        }));
        const before = made.filter((number) => number <= asked);
        const expected = before.length === 0 ? undefined : text(Math.max(...before));
        expect(decisionOn(rows, text(asked))?.decided_on).toBe(expected);
      }),
    );
  });
});
