import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { anyPlan as plan } from "./any-plan-scene.ts";
import type { PlanContent } from "./plan.ts";
import { changesThrough, type Difference, diffPlans, lineOf, traceOf } from "./plan-differences.ts";

/** Rebuilds what the plan says, line by line, from the differences to an empty one. */
function linesOf(content: PlanContent): Map<string, unknown> {
  return new Map(
    diffPlans(null, content).map((difference) => [lineOf(difference), difference.after]),
  );
}

function applied(
  lines: Map<string, unknown>,
  differences: readonly Difference[],
): Map<string, unknown> {
  const next = new Map(lines);
  for (const difference of differences) {
    const { after } = difference;
    const isGone =
      after === null || after === false || (Array.isArray(after) && after.length === 0);
    if (isGone) next.delete(lineOf(difference));
    else next.set(lineOf(difference), difference.after);
  }
  return next;
}

describe("the difference of two versions", () => {
  it("is empty between a plan and itself, also when its lines stand in another order", () => {
    fc.assert(
      fc.property(plan, (content) => {
        expect(diffPlans(content, content)).toEqual([]);
        const turned = {
          ...content,
          tasks: content.tasks.toReversed(),
          objectives: content.objectives.toReversed(),
          talks: content.talks.toReversed(),
        };
        expect(diffPlans(content, turned)).toEqual([]);
      }),
    );
  });

  it("leads from the one to the other, line by line", () => {
    fc.assert(
      fc.property(plan, plan, (before, after) => {
        const lines = applied(linesOf(before), diffPlans(before, after));
        expect(lines).toEqual(linesOf(after));
      }),
    );
  });

  it("is the same seen from the other side, with before and after changed over", () => {
    fc.assert(
      fc.property(plan, plan, (before, after) => {
        const there = diffPlans(before, after).map(lineOf).toSorted();
        const back = diffPlans(after, before).map(lineOf).toSorted();
        expect(back).toEqual(there);
      }),
    );
  });
});

const PLAN: PlanContent = {
  objectives: [{ requirementId: "pipes" }],
  tasks: [{ taskId: "lifts", name: null, aloneWeeks: ["2026-W51"], withTutorWeeks: [] }],
  hours: { minutesPerWeek: 2_250, dayStartsAt: "07:00", dayEndsAt: "15:00", breakMinutes: 30 },
  talks: [{ kind: "mid", at: "2027-01-04T11:30:00Z", minutes: null, place: null }],
  shifts: [],
  demonstrations: [],
  guidance: null,
  breaks: null,
  support: null,
  travel: null,
  meals: null,
};

describe("what changed since I agreed", () => {
  const moved = {
    ...PLAN,
    tasks: [{ taskId: "lifts", name: null, aloneWeeks: ["2026-W53"], withTutorWeeks: [] }],
  };
  const later = {
    ...moved,
    talks: [
      {
        ...(PLAN.talks[0] ?? { kind: "mid" as const, minutes: null, place: null }),
        at: "2027-01-05T11:30:00Z",
      },
    ],
  };
  const versions = [PLAN, moved, later].map((content, index) => ({ number: index + 3, content }));

  it("names for each line the version that last touched it", () => {
    expect(
      changesThrough(versions).map(({ difference, number }) => [difference.kind, number]),
    ).toEqual([
      ["task", 4],
      ["talk", 5],
    ]);
  });

  it("leaves out what was changed and changed back", () => {
    const back = [...versions, { number: 6, content: PLAN }];
    expect(changesThrough(back)).toEqual([]);
  });

  it("is nothing within one version", () => {
    expect(changesThrough(versions.slice(0, 1))).toEqual([]);
  });
});

describe("the trace in the audit", () => {
  it("holds codes, ids and weeks, and none of the words people wrote", () => {
    const words = {
      ...PLAN,
      tasks: [
        ...PLAN.tasks,
        { taskId: null, name: "Private words", aloneWeeks: ["2026-W50"], withTutorWeeks: [] },
      ],
      support: "Needs rest after school",
    };
    const trace = JSON.stringify(traceOf(diffPlans(PLAN, words)));
    expect(trace).toContain("2026-W50");
    expect(trace).not.toMatch(/Private words|Needs rest/);
  });
});
