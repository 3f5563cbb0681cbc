import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { YOUNG_WORKERS } from "./national-pack.ts";
import { fitOf, openHits, type PlacementWork } from "./placement-work.ts";

const day = (text: string) => Temporal.PlainDate.from(text);
const HOURS = {
  minutesPerWeek: 2250,
  dayStartsAt: "08:00",
  dayEndsAt: "16:00",
  breakMinutes: 30,
};
const SLICING = { taskId: "lunch", name: { fi: "Lounas" }, kinds: ["slicer"], weeks: null };
/** Aino turns 18 in the middle. */
const WORK: PlacementWork = {
  birth: day("2009-03-04"),
  basis: "training-agreement",
  startsOn: day("2027-02-01"),
  endsOn: day("2027-03-26"),
  hours: HOURS,
  shifts: [],
  tasks: [SLICING],
  settled: [],
};
const fitWith = (change: Partial<PlacementWork> = {}) =>
  fitOf(YOUNG_WORKERS, { ...WORK, ...change });
const said = (change: Partial<PlacementWork> = {}) =>
  openHits(fitWith(change)).map(({ finding, first, last }) => [finding.rule.rule, first, last]);

describe("the fit of a placement", () => {
  it("speaks of a slicer until the day before the 18th birthday, and lifts by itself", () => {
    expect(fitWith().turns18On).toBe("2027-03-04");
    expect(said()).toEqual([["F1", "2027-02-01", "2027-03-03"]]);
    expect(said({ startsOn: day("2027-03-04") })).toEqual([]);
    expect(fitWith({ startsOn: day("2027-03-04") }).young).toBe(false);
  });

  it.each([
    ["the notice is made for this work", { fact: "notice-made", kind: "slicer" }, 0],
    ["the notice is made for other work", { fact: "notice-made", kind: "chainsaw" }, 1],
    ["the student leaves it out", { fact: "left-out", kind: "slicer" }, 0],
    ["a teacher leads all of it", { fact: "teacher-led", kind: null }, 0],
  ])("asks nothing more when %s", (_, settled, count) => {
    expect(said({ settled: [settled] })).toHaveLength(count);
  });

  it("counts the days of the plan's weeks only", () => {
    const inWeeks = { ...SLICING, weeks: ["2027-W06", "2027-W09"] };
    expect(said({ tasks: [inWeeks] })).toEqual([["F1", "2027-02-08", "2027-03-03"]]);
    expect(fitWith({ tasks: [inWeeks] }).hits[0]?.days).toBe(8);
  });

  it("names tasks that nobody has marked", () => {
    expect(fitWith({ tasks: [{ ...SLICING, kinds: null }] }).unread).toEqual(["lunch"]);
  });

  it("judges the planned day: hours over the limit and a late end", () => {
    const evening = { ...HOURS, dayStartsAt: "14:00", dayEndsAt: "23:00", minutesPerWeek: 2550 };
    expect(said({ hours: evening, tasks: [] }).map(([rule]) => rule)).toEqual(["H2", "N1", "H2"]);
  });

  it("says nothing of anybody who is 18 on the first day, whatever the work", () => {
    const kinds = YOUNG_WORKERS.tasks.map(({ code }) => code);
    fc.assert(
      fc.property(fc.subarray(kinds), fc.integer({ min: 0, max: 4000 }), (some, later) => {
        const birth = WORK.startsOn.subtract({ years: 18, days: later });
        const found = fitWith({ birth, tasks: [{ ...SLICING, kinds: some }] });
        expect([found.young, found.hits]).toEqual([false, []]);
      }),
    );
  });
});
