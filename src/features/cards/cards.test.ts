import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { ANSWERS, agrees, cellsSaid, withWords } from "./cards.ts";
import { cardDifferences, isThere, tidyCard } from "./objective-card.ts";
import { proposePlan } from "./plan-proposal.ts";

const TASKS = ["pipes", "joints", "tests"];
const word = (answer: (typeof ANSWERS)[number], taskIds: readonly string[] = []) => ({
  requirementId: "a",
  answer,
  taskIds,
});

describe("a sorted card in the grid", () => {
  it("covers the tasks it names, as far as they are still done here", () => {
    expect(cellsSaid(word("help", ["joints", "gone"]), TASKS)).toEqual([
      { requirementId: "a", taskId: "joints", level: "help" },
    ]);
  });

  it("covers the only task when it names none; of several the teacher chooses", () => {
    expect(cellsSaid(word("done"), ["pipes"])).toHaveLength(1);
    expect(cellsSaid(word("done"), TASKS)).toEqual([]);
    expect(cellsSaid(word("not"), ["pipes"])).toEqual([]);
  });

  it("without a task is content with its level anywhere in the row", () => {
    const row = [{ requirementId: "a", taskId: "tests", level: "done" } as const];
    expect(agrees(word("done"), row, TASKS)).toBe(true);
    expect(agrees(word("help"), row, TASKS)).toBe(false);
    expect(agrees(word("not"), row, TASKS)).toBe(false);
  });

  it("without a task tells the level of the tasks the row has", () => {
    const row = [{ requirementId: "a", taskId: "tests", level: "done" } as const];
    expect(withWords(row, [word("help")], TASKS)).toEqual([{ ...row[0], level: "help" }]);
    expect(withWords([], [word("help")], TASKS)).toEqual([]);
  });

  const grid = fc.array(
    fc.record({
      requirementId: fc.constantFrom("a", "b"),
      taskId: fc.constantFrom(...TASKS),
      level: fc.constantFrom("done" as const, "help" as const),
    }),
    { maxLength: 6 },
  );
  const words = fc.array(
    fc.record({
      requirementId: fc.constant("a"),
      answer: fc.constantFrom(...ANSWERS),
      taskIds: fc.subarray(TASKS),
    }),
    { minLength: 1, maxLength: 1 },
  );

  it("changes its own row only, and once taken there is nothing more to take", () => {
    fc.assert(
      fc.property(grid, words, (cells, said) => {
        const taken = withWords(cells, said, TASKS);
        const others = (all: typeof taken) =>
          all.filter(({ requirementId }) => requirementId === "b");
        expect(others(taken)).toEqual(others(cells));
        expect(withWords(taken, said, TASKS)).toEqual(taken);
      }),
    );
  });
});

describe("a plan proposed from cards", () => {
  const WEEKS = ["2026-W49", "2026-W50", "2026-W51", "2026-W52"];

  it("has what is done here as objectives and leaves out what is not", () => {
    const said = [word("done", ["pipes"]), { ...word("not"), requirementId: "b" }];
    expect(proposePlan(said, TASKS, WEEKS)).toMatchObject({ objectives: ["a"], leftOut: ["b"] });
  });

  it("begins each task beside the tutor, and leaves one that needs help with the tutor", () => {
    const said = [word("done", ["pipes"]), { ...word("help", ["tests"]), requirementId: "b" }];
    const { tasks } = proposePlan(said, TASKS, WEEKS);
    expect(tasks).toEqual([
      { taskId: "pipes", name: null, withTutorWeeks: [WEEKS[0]], aloneWeeks: [WEEKS[1]] },
      { taskId: "tests", name: null, withTutorWeeks: WEEKS.slice(2), aloneWeeks: [] },
    ]);
  });

  it("proposes nothing where nothing is done, and only open weeks, none of them twice", () => {
    expect(proposePlan([word("not")], TASKS, WEEKS).tasks).toEqual([]);
    fc.assert(
      fc.property(fc.subarray(TASKS), fc.subarray(WEEKS), (taskIds, weeks) => {
        for (const task of proposePlan([word("done", taskIds)], TASKS, weeks).tasks) {
          const all = [...task.withTutorWeeks, ...task.aloneWeeks];
          expect(new Set(all).size).toBe(all.length);
          expect(weeks).toEqual(expect.arrayContaining(all));
          expect(all.length).toBeGreaterThan(0);
        }
      }),
    );
  });
});

describe("a card's words", () => {
  const CARD = { plain: { fi: "Kokeilee putken" }, seenWhen: { fi: "Näet sen" }, tasks: [{}] };

  it("keep no empty language and no empty task", () => {
    const typed = {
      plain: { fi: " a ", sv: "  " },
      seenWhen: {},
      tasks: [{ fi: "" }, { en: "b" }],
    };
    expect(tidyCard(typed)).toEqual({ plain: { fi: "a" }, seenWhen: {}, tasks: [{ en: "b" }] });
  });

  it("are there in a language when both the name and what is seen are", () => {
    expect(isThere(CARD, "fi")).toBe(true);
    expect(isThere({ ...CARD, seenWhen: {} }, "fi")).toBe(false);
    expect(isThere(CARD, "sv")).toBe(false);
  });

  it("are compared line by line", () => {
    const theirs = { ...CARD, plain: { fi: "Koestaa putken" } };
    expect(cardDifferences(theirs, CARD)).toEqual([
      { field: "plain", language: "fi", theirs: "Koestaa putken", mine: "Kokeilee putken" },
    ]);
  });
});
