import { describe, expect, test } from "vitest";
import { planContent } from "./plan.contract.ts";
import { copyPlan, type PlanCopy } from "./plan-copy.ts";

const ONE = "0199aaaa-0000-7000-8000-000000000001";
const TWO = "0199aaaa-0000-7000-8000-000000000002";
const day = (text: string) => Temporal.PlainDate.from(text);

const content = planContent.parse({
  objectives: [{ requirementId: ONE }, { requirementId: TWO }],
  tasks: [
    { taskId: ONE, name: null, aloneWeeks: ["2026-W53"], withTutorWeeks: ["2026-W49"] },
    { taskId: TWO, name: null, aloneWeeks: ["2027-W01"], withTutorWeeks: [] },
  ],
  hours: { minutesPerWeek: 2_250, dayStartsAt: "07:00", dayEndsAt: "15:00", breakMinutes: 30 },
  talks: [{ kind: "start", at: "2026-12-02T11:30:00Z", minutes: 30, place: "workplace" }],
  guidance: { every: "week", by: "visit", note: "Eetu tarvitsee aikaa" },
  support: "Tauko kahdelta",
  travel: "Bussi 4",
  meals: "Työpaikan lounas",
});

const copy = (change: Partial<PlanCopy> = {}): PlanCopy => ({
  from: { startsOn: day("2026-11-30"), endsOn: day("2027-01-08") },
  to: { startsOn: day("2027-02-01"), endsOn: day("2027-03-05") },
  sameStudent: true,
  provenIds: new Set(),
  ...change,
});

describe("a plan to begin the next placement with", () => {
  test("keeps what the work is, in the same weeks counted from the first", () => {
    const next = copyPlan(content, copy());
    expect(next?.tasks.map((task) => [task.withTutorWeeks, task.aloneWeeks])).toEqual([
      [["2027-W05"], ["2027-W09"]],
    ]);
    expect(next).toMatchObject({ hours: content.hours, meals: content.meals, talks: [] });
  });

  test("takes nothing of one student's own matters to another", () => {
    const other = JSON.stringify(copyPlan(content, copy({ sameStudent: false })));
    expect(other).not.toMatch(/Eetu|kahdelta|Bussi/);
    expect(copyPlan(content, copy())?.travel).toBe("Bussi 4");
  });

  test("leaves out what is proven, and is none when everything is", () => {
    const next = copyPlan(content, copy({ provenIds: new Set([ONE]) }));
    expect(next?.objectives).toEqual([{ requirementId: TWO }]);
    expect(copyPlan(content, copy({ provenIds: new Set([ONE, TWO]) }))).toBeNull();
  });
});
