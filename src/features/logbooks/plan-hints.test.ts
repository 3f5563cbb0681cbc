import fc from "fast-check";
import { expect, test } from "vitest";
import { plannedTaskIds, suggestedMinutes } from "./plan-hints.ts";

const hours = { dayStartsAt: "07:00", dayEndsAt: "15:00", breakMinutes: 30, minutesPerWeek: 2250 };
const tasks = [
  { taskId: "a", name: null, aloneWeeks: ["2026-W47"], withTutorWeeks: [] },
  { taskId: "b", name: null, aloneWeeks: [], withTutorWeeks: ["2026-W47", "2026-W48"] },
  { taskId: null, name: "Oma työ", aloneWeeks: ["2026-W47"], withTutorWeeks: [] },
];

test("a day is as long as the plan's usual one", () => {
  expect(suggestedMinutes({ hours })).toBe(450);
  expect(suggestedMinutes({ hours: { ...hours, dayStartsAt: "22:00", dayEndsAt: "06:00" } })).toBe(
    450,
  );
  expect(suggestedMinutes({ hours: { ...hours, dayEndsAt: "13:00", breakMinutes: 0 } })).toBe(360);
  expect(suggestedMinutes(null)).toBe(450);
});

test("tasks of the week are those done alone or beside the tutor", () => {
  expect(plannedTaskIds({ tasks }, "2026-W47")).toEqual(["a", "b"]);
  expect(plannedTaskIds({ tasks }, "2026-W48")).toEqual(["b"]);
  expect(plannedTaskIds({ tasks }, "2026-W49")).toEqual([]);
});

test("content of any shape suggests something and never throws", () => {
  fc.assert(
    fc.property(fc.anything(), (content) => {
      expect(suggestedMinutes({ hours: content })).toBeGreaterThan(0);
      expect(plannedTaskIds({ tasks: content }, "2026-W47")).toBeInstanceOf(Array);
      expect(suggestedMinutes(content)).toBeGreaterThan(0);
    }),
  );
});
