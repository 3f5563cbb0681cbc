import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { anyPlan } from "./any-plan-scene.ts";
import { diffPlans, lineOf } from "./plan-differences.ts";
import { rebasePlan } from "./plan-merge.ts";

const lines = (before: Parameters<typeof diffPlans>[0], after: Parameters<typeof diffPlans>[1]) =>
  diffPlans(before, after).map(lineOf).toSorted();

describe("two editors of one version", () => {
  it("lose nothing: my lines stand as I wrote them, theirs where I wrote nothing", () => {
    fc.assert(
      fc.property(anyPlan, anyPlan, anyPlan, (base, mine, theirs) => {
        const { content } = rebasePlan(base, mine, theirs);
        const own = lines(base, mine);
        for (const line of lines(mine, content)) expect(own).not.toContain(line);
        for (const line of lines(theirs, content)) expect(own).toContain(line);
      }),
    );
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
