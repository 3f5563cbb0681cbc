import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { CARD_LEVELS, type Objective, proposeCards, skillOf } from "./week-cards.ts";

const objective = (requirementId: string, change: Partial<Objective> = {}): Objective => ({
  requirementId,
  position: Number(requirementId.slice(1)),
  daysThisWeek: 0,
  timesAsked: 0,
  doneAlone: false,
  ...change,
});

describe("cards to ask about", () => {
  test("what was practised this week comes first, then the plan's order", () => {
    const cards = proposeCards([
      objective("r1"),
      objective("r2", { daysThisWeek: 1 }),
      objective("r3"),
      objective("r4"),
    ]);
    expect(cards).toEqual(["r2", "r1", "r3"]);
  });

  test("of the practised ones, not yet seen alone, then asked least, then practised most", () => {
    const week = { daysThisWeek: 2 };
    const cards = proposeCards([
      objective("r1", { ...week, doneAlone: true }),
      objective("r2", { ...week, timesAsked: 2 }),
      objective("r3", week),
      objective("r4", { daysThisWeek: 4 }),
    ]);
    expect(cards).toEqual(["r4", "r3", "r2"]);
  });

  test("what is done alone and was not practised is not asked again", () => {
    expect(proposeCards([objective("r1", { doneAlone: true })])).toEqual([]);
  });

  test("there are at most three, each of the plan, none twice", () => {
    const objectives = fc.uniqueArray(
      fc.record({
        requirementId: fc.uuid(),
        position: fc.nat(40),
        daysThisWeek: fc.nat(5),
        timesAsked: fc.nat(5),
        doneAlone: fc.boolean(),
      }),
      { selector: ({ requirementId }) => requirementId },
    );
    fc.assert(
      fc.property(objectives, (given) => {
        const cards = proposeCards(given);
        expect(cards.length).toBeLessThanOrEqual(3);
        expect(new Set(cards).size).toBe(cards.length);
        const ids = given.map(({ requirementId }) => requirementId);
        expect(cards.every((card) => ids.includes(card))).toBe(true);
      }),
    );
  });
});

describe("the skill map", () => {
  test.each([
    [false, [], "not_yet"],
    [false, ["not_yet"], "not_yet"],
    [true, [], "practised"],
    [true, ["not_yet"], "practised"],
    [false, ["help"], "practised"],
    [false, ["alone"], "confirmed"],
    [true, ["alone", "not_yet"], "confirmed"],
  ] as const)("practised %s with cards %s is %s", (practised, levels, skill) => {
    expect(skillOf({ practised, levels })).toBe(skill);
  });

  test("a square never loses fullness by another card", () => {
    const order = ["not_yet", "practised", "confirmed"];
    const levels = fc.array(fc.constantFrom(...CARD_LEVELS));
    fc.assert(
      fc.property(
        fc.boolean(),
        levels,
        fc.constantFrom(...CARD_LEVELS),
        (practised, before, more) => {
          const [now, then] = [
            skillOf({ practised, levels: before }),
            skillOf({ practised, levels: [...before, more] }),
          ];
          expect(order.indexOf(then)).toBeGreaterThanOrEqual(order.indexOf(now));
        },
      ),
    );
  });
});
