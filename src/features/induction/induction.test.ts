import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  ARRIVAL,
  debtOf,
  groupsOf,
  itemsOf,
  type Mark,
  mayUndo,
  missingIn,
  PARTIES,
} from "./induction.ts";

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

describe("what is owed", () => {
  const day = (text: string) => Temporal.PlainDate.from(text);
  const startsOn = day("2026-11-23");
  const owed = (keys: readonly string[], marks: readonly Mark[], plannedOn = startsOn) =>
    debtOf({ groups: groupsOf(keys, OWN, marks), startsOn, plannedOn, today: startsOn });

  it("is the tutor's step from the first day, and the student's when all has been shown", () => {
    expect(owed([], [])).toMatchObject({ next: "tutor", newTasks: false, since: startsOn });
    const shown = all([ARRIVAL]).filter(({ party }) => party === "tutor");
    expect(owed([], shown)).toMatchObject({ next: "student" });
    expect(owed([], all([ARRIVAL]))).toBeNull();
  });

  it("is nothing before the first day", () => {
    const groups = groupsOf([], OWN, []);
    const today = startsOn.subtract({ days: 1 });
    expect(debtOf({ groups, startsOn, plannedOn: startsOn, today })).toBeNull();
  });

  it("comes anew with new tasks, from the day they came into the plan", () => {
    const changedOn = day("2026-12-01");
    expect(owed(["joints"], all([ARRIVAL]), changedOn)).toMatchObject({
      newTasks: true,
      since: changedOn,
    });
  });
});

describe("a confirmation", () => {
  it("can be taken back on its own day only", () => {
    const day = Temporal.PlainDate.from("2026-11-23");
    expect(mayUndo(day, day)).toBe(true);
    expect(mayUndo(day, day.add({ days: 1 }))).toBe(false);
  });
});
