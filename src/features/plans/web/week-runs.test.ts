import { describe, expect, it } from "vitest";
import { closedRuns, weekRuns } from "./week-runs.ts";

const CLOSED = ["2026-W44", "2026-W45", "2026-W53"];
const view = {
  choices: {
    weeks: [43, 44, 45, 46, 53]
      .map((number) => `2026-W${number}`)
      .concat("2027-W01")
      .map((week) => ({ week, closed: CLOSED.includes(week) })),
  },
};

describe("the weeks of a plan in words", () => {
  it("names every week of an interruption, in runs", () => {
    expect(closedRuns(view)).toBe("44–45, 53");
  });

  it("leaves the interruptions out of a task's weeks", () => {
    expect(weekRuns(view, ["2026-W43", "2026-W44", "2026-W46", "2027-W01"])).toBe("43, 46, 1");
  });

  it("has no weeks where there are none", () => {
    expect(weekRuns(view, [])).toBe("");
  });
});
