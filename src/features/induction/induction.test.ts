import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { ARRIVAL, groupsOf, itemsOf, type Mark, mayUndo, missingIn, PARTIES } from "./induction.ts";

const OWN = [{ id: "gate", task_key: ARRIVAL, text: { fi: "Portti" } }];
const all = (keys: readonly string[]): Mark[] =>
  keys.flatMap((task_key) =>
    itemsOf(task_key, OWN).flatMap(({ id }) =>
      PARTIES.map((party) => ({ task_key, item: id, party })),
    ),
  );

describe("what is still to be shown", () => {
  it("is nothing when both have confirmed every item, the workplace's own among them", () => {
    const keys = [ARRIVAL, "joints"];
    expect(missingIn(groupsOf(["joints"], OWN, all(keys)))).toBe(0);
    expect(missingIn(groupsOf(["joints"], [], all(keys)))).toBe(0);
  });

  it("asks anew for a task that came later, and for an item the workplace added", () => {
    expect(missingIn(groupsOf(["joints", "drains"], OWN, all([ARRIVAL, "joints"])))).toBe(3);
    const more = [...OWN, { id: "mask", task_key: "joints", text: {} }];
    expect(missingIn(groupsOf(["joints"], more, all([ARRIVAL, "joints"])))).toBe(1);
  });

  it("counts an item as long as one of the two is missing", () => {
    const marks = all([ARRIVAL]);
    fc.assert(
      fc.property(fc.subarray(marks), (some) => {
        const open = itemsOf(ARRIVAL, OWN).filter(
          ({ id }) => some.filter(({ item }) => item === id).length < PARTIES.length,
        );
        expect(missingIn(groupsOf([], OWN, some))).toBe(open.length);
      }),
    );
  });
});

describe("a confirmation", () => {
  it("can be taken back on its own day only", () => {
    const day = Temporal.PlainDate.from("2026-11-23");
    expect(mayUndo(day, day)).toBe(true);
    expect(mayUndo(day, day.add({ days: 1 }))).toBe(false);
  });
});
