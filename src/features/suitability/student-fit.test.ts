import { describe, expect, test } from "vitest";
import { type FitFacts, type FitSubject, judgeStudentFit } from "./student-fit.ts";

const on = Temporal.PlainDate.from("2026-11-23");
const FACTS: FitFacts = { language: "sv", guides: ["fi"], needs: [], planned: [], notes: [] };
const reason = (change: Partial<FitFacts>, about: FitSubject) =>
  judgeStudentFit({ ...FACTS, ...change }, on)[about];

describe("language", () => {
  test.each<[string, Partial<FitFacts>, string, string[]]>([
    ["is not judged while the workplace has not said", { guides: [] }, "unknown", []],
    ["fits when one of the workplace's is the student's", { guides: ["fi", "sv"] }, "met", []],
    ["lacks when none is", {}, "lacks", ["sv"]],
    [
      "is agreed by a note about it",
      { notes: [{ about: "language", lacks: ["sv"] }] },
      "agreed",
      ["sv"],
    ],
    [
      "asks again when the student reads another one since",
      { language: "en", notes: [{ about: "language", lacks: ["sv"] }] },
      "lacks",
      ["en"],
    ],
    [
      "is not agreed by a note about skill",
      { notes: [{ about: "prior_skill", lacks: ["sv"] }] },
      "lacks",
      ["sv"],
    ],
  ])("%s", (_, change, verdict, lacks) => {
    expect(reason(change, "language")).toMatchObject({ verdict, lacks });
  });
});

const task = (taskId: string, ...weeks: string[]) => ({
  taskId,
  aloneWeeks: weeks,
  withTutorWeeks: [],
});
const need = (taskId: string, requirementId: string, proven = false) => ({
  taskId,
  requirementId,
  proven,
});

describe("prior skill", () => {
  test.each<[string, Partial<FitFacts>, string, string[]]>([
    ["is not asked while no task needs any", { planned: [task("a")] }, "none", []],
    ["is not asked of a task outside the plan", { needs: [need("b", "r")] }, "none", []],
    [
      "lacks what a task from the first day on needs",
      { planned: [task("a")], needs: [need("a", "r"), need("a", "s", true)] },
      "lacks",
      ["a:r"],
    ],
    [
      "lacks it two weeks before the task's first week",
      { planned: [task("a", "2026-W50")], needs: [need("a", "r")] },
      "lacks",
      ["a:r"],
    ],
    [
      "does not ask yet what is done later",
      { planned: [task("a", "2026-W51")], needs: [need("a", "r")] },
      "none",
      [],
    ],
    [
      "is met by what has been proven",
      { planned: [task("a")], needs: [need("a", "r", true)] },
      "met",
      [],
    ],
    [
      "stays agreed when less lacks than was noted",
      {
        planned: [task("a")],
        needs: [need("a", "r")],
        notes: [{ about: "prior_skill", lacks: ["a:r", "a:s"] }],
      },
      "agreed",
      ["a:r"],
    ],
    [
      "asks again when more lacks than was noted",
      {
        planned: [task("a")],
        needs: [need("a", "r"), need("a", "s")],
        notes: [{ about: "prior_skill", lacks: ["a:r"] }],
      },
      "lacks",
      ["a:r", "a:s"],
    ],
  ])("%s", (_, change, verdict, lacks) => {
    expect(reason(change, "prior_skill")).toMatchObject({ verdict, lacks });
  });
});
