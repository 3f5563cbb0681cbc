import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { proposePlan } from "#features/cards/plan-proposal.ts";
import { type PlanTask, taskKey } from "../plan.ts";
import type { PlanDraft } from "./plan-draft.ts";
import { takeProposal } from "./take-proposal.ts";

const WEEKS = ["2026-W49", "2026-W50", "2026-W51"];
const TASKS = ["pipes", "joints", "tests"];

const DRAFT: PlanDraft = {
  base: 0,
  baseContent: null,
  objectives: ["a", "b", "c"],
  tasks: TASKS.map((taskId) => ({ taskId, name: null, aloneWeeks: [], withTutorWeeks: [] })),
  hours: { minutesPerWeek: 2_250, dayStartsAt: "07:00", dayEndsAt: "15:00", breakMinutes: 30 },
  shifts: [],
  talks: [],
  demonstrations: [],
  guidance: null,
  breaks: "",
  support: "Mika käy päivän läpi joka aamu.",
  travel: "Bussi 4",
  meals: "",
  why: "",
};
const words = [
  { requirementId: "a", answer: "done", taskIds: ["pipes"] },
  { requirementId: "b", answer: "not", taskIds: [] },
] as const;

describe("taking the workplace's cards into a plan", () => {
  it("leaves out of a first plan what is not done here, and fills the empty weeks", () => {
    const taken = takeProposal(DRAFT, proposePlan(words, TASKS, WEEKS));
    expect(taken.objectives).toEqual(["a", "c"]);
    expect(taken.tasks[0]).toMatchObject({
      withTutorWeeks: ["2026-W49"],
      aloneWeeks: WEEKS.slice(1),
    });
    expect(taken.tasks[1]).toEqual(DRAFT.tasks[1]);
  });

  it("takes no objective out of a plan that somebody has written", () => {
    const content = { ...DRAFT, objectives: [], talks: [], tasks: [], demonstrations: [] };
    const written = { ...DRAFT, base: 1, baseContent: content, objectives: ["b"] };
    expect(takeProposal(written, proposePlan(words, TASKS, WEEKS)).objectives).toEqual(["b", "a"]);
  });

  it("never changes a text or a task that has a week, and taken twice is taken once", () => {
    const week = fc.subarray(WEEKS);
    const task = (taskId: string) =>
      week.map((aloneWeeks): PlanTask => ({ taskId, name: null, aloneWeeks, withTutorWeeks: [] }));
    const said = fc.uniqueArray(
      fc.record({
        requirementId: fc.constantFrom("a", "b", "c", "d"),
        answer: fc.constantFrom("done" as const, "help" as const, "not" as const),
        taskIds: fc.subarray(TASKS),
      }),
      { selector: ({ requirementId }) => requirementId },
    );
    fc.assert(
      fc.property(fc.tuple(...TASKS.map(task)), said, (tasks, cards) => {
        const draft = { ...DRAFT, tasks };
        const proposal = proposePlan(cards, TASKS, WEEKS);
        const taken = takeProposal(draft, proposal);
        for (const before of tasks.filter(({ aloneWeeks }) => aloneWeeks.length > 0))
          expect(taken.tasks.find((one) => taskKey(one) === taskKey(before))).toEqual(before);
        const { objectives: _chosen, tasks: _filled, ...texts } = taken;
        expect(DRAFT).toMatchObject(texts);
        expect(takeProposal(taken, proposal)).toEqual(taken);
      }),
    );
  });
});
