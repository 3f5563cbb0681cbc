import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { anyPlan } from "./any-plan-scene.ts";
import { type PlanContent, TERMS } from "./plan.ts";
import { diffPlans, lineOf } from "./plan-differences.ts";
import { rebasePlan } from "./plan-merge.ts";

const lines = (before: Parameters<typeof diffPlans>[0], after: Parameters<typeof diffPlans>[1]) =>
  diffPlans(before, after).map(lineOf).toSorted();

const isText = (line: string) => TERMS.some((term) => term === line);
const EMPTY: PlanContent = {
  objectives: [],
  tasks: [],
  hours: { minutesPerWeek: 2_250, dayStartsAt: "07:00", dayEndsAt: "15:00", breakMinutes: 30 },
  shifts: [],
  talks: [],
  demonstrations: [],
  guidance: null,
  breaks: null,
  support: null,
  travel: null,
  meals: null,
};

describe("two editors of one version", () => {
  it("lose nothing: my lines stand as I wrote them, theirs where I wrote nothing", () => {
    fc.assert(
      fc.property(anyPlan, anyPlan, anyPlan, (base, mine, theirs) => {
        const { content } = rebasePlan(base, mine, theirs);
        const own = lines(base, mine);
        for (const line of lines(mine, content).filter((one) => !isText(one)))
          expect(own).not.toContain(line);
        for (const line of lines(theirs, content)) expect(own).toContain(line);
      }),
    );
  });

  it("keep every word where both wrote a text in the same place", () => {
    fc.assert(
      fc.property(anyPlan, anyPlan, anyPlan, (base, mine, theirs) => {
        const { content, clashes } = rebasePlan(base, mine, theirs);
        const inBoth = TERMS.filter((term) => clashes.includes(term) && mine[term] !== null);
        const kept = inBoth.filter((term) =>
          [mine[term], theirs[term]].every((words) => content[term]?.includes(words ?? "")),
        );
        expect(kept).toEqual(inBoth);
      }),
    );
  });

  it("keep my text alone where there is no room for both", () => {
    const long = (letter: string) => ({ ...EMPTY, support: letter.repeat(600) });
    expect(rebasePlan(EMPTY, long("m"), long("t")).content.support).toBe("m".repeat(600));
  });

  it("clash only in lines that both changed to different ends", () => {
    fc.assert(
      fc.property(anyPlan, anyPlan, anyPlan, (base, mine, theirs) => {
        const { clashes } = rebasePlan(base, mine, theirs);
        const both = lines(base, mine).filter((line) => lines(base, theirs).includes(line));
        const differ = lines(mine, theirs);
        expect(clashes.toSorted()).toEqual(both.filter((line) => differ.includes(line)).toSorted());
      }),
    );
  });

  it("are one when the other changed nothing", () => {
    fc.assert(
      fc.property(anyPlan, anyPlan, (base, mine) => {
        const { content, clashes } = rebasePlan(base, mine, base);
        expect([diffPlans(mine, content), clashes]).toEqual([[], []]);
      }),
    );
  });
});
