import { describe, expect, test } from "vitest";
import { FIT_OPEN } from "#features/suitability/student-fit.ts";
import { type GateFacts, judgeGate, missingOf } from "./gate.ts";

const day = (text: string) => Temporal.PlainDate.from(text);
const open: GateFacts = {
  startsOn: day("2026-11-30"),
  on: day("2026-11-30"),
  endsOn: day("2027-02-26"),
  suitability: { outcome: "suitable", validUntil: day("2026-11-30"), uncovered: 0 },
  tutor: { named: true },
  plan: { version: 3, agreed: ["student", "tutor", "teacher"] },
  youngWork: null,
  clearances: { fields: [], noted: [] },
  suspension: null,
  checklist: { validUntil: day("2027-06-01"), open: 0 },
  fit: FIT_OPEN,
  insurance: {
    basis: "training_agreement",
    stated: { basis: "training_agreement", accident: "provider", liability: "employer" },
    papers: [],
  },
  agreement: { started: false, completedOn: day("2026-11-20"), newest: null, missing: [] },
};
const rowOf = (change: Partial<GateFacts>, code: string) =>
  judgeGate({ ...open, ...change }).find((row) => row.code === code);
const decided = (change: object) => ({
  suitability: {
    outcome: "suitable" as const,
    validUntil: day("2027-02-26"),
    uncovered: 0,
    ...change,
  },
});

describe("the gate", () => {
  test("is open when the workplace suits on the first day, a tutor is named and all three agreed", () => {
    expect(missingOf(judgeGate(open))).toEqual([]);
  });

  test.each([
    [{ suitability: null }, "undecided"],
    [decided({ outcome: "not_suitable" }), "not_suitable"],
    [decided({ validUntil: day("2026-11-29") }), "expires"],
    [decided({ uncovered: 2 }), "uncovered"],
  ] as const)("misses suitability: %o", (change, reason) => {
    expect(rowOf(change, "suitability")).toMatchObject({
      verdict: "missing",
      reason,
      fixers: ["teacher"],
      step: "review_suitability",
    });
  });

  test("is judged anew each day while the student is there", () => {
    const inside = { on: day("2026-12-14") };
    const ended = day("2026-12-13");
    const shown = { clearance: "first-aid", state: "shown", validUntil: "2026-12-13" };
    const facts = {
      ...inside,
      ...decided({ validUntil: ended }),
      checklist: { validUntil: ended, open: 0 },
      clearances: { fields: [], noted: [shown] },
    };
    for (const code of ["suitability", "checklist", "clearances"]) {
      expect(rowOf(facts, code)).toMatchObject({ verdict: "missing", reason: "lapsed" });
      expect(rowOf({ ...facts, on: ended }, code)?.verdict).toBe("met");
    }
  });

  test("takes a decision with conditions", () => {
    expect(rowOf(decided({ outcome: "with_conditions" }), "suitability")?.verdict).toBe("met");
  });

  test("names who has not agreed to the newest plan, in the order of the marks", () => {
    const row = rowOf({ plan: { version: 4, agreed: ["tutor"] } }, "plan");
    expect(row).toMatchObject({
      verdict: "missing",
      reason: "waits",
      fixers: ["student", "teacher"],
    });
  });

  test("asks teacher or coordinator to name a tutor", () => {
    expect(rowOf({ tutor: { named: false } }, "tutor")?.fixers).toEqual(["teacher", "coordinator"]);
  });

  test.each([
    [{ completedOn: null }, "missing", "none", ["teacher"]],
    [{ completedOn: null, newest: "declined" }, "missing", "declined", ["teacher"]],
    [
      { completedOn: null, newest: "out", missing: ["employer", "teacher"] },
      "missing",
      "waits",
      ["employer", "teacher"],
    ],
    [{ completedOn: null, started: true }, "not_needed", "started", []],
    [{}, "met", "completed", []],
  ] as const)("judges the agreement: %o", (change, verdict, reason, fixers) => {
    const agreement = { ...open.agreement, ...change };
    expect(rowOf({ agreement }, "agreement")).toMatchObject({ verdict, reason, fixers });
  });

  test.each([
    ["unstated", { stated: null }, "missing", {}],
    ["other_basis", { basis: "apprenticeship" }, "missing", {}],
    ["bare", { papers: [{ from: null, until: "2026-11-29" }] }, "missing", { day: "2026-11-30" }],
    ["ends", { papers: [{ from: null, until: "2026-12-31" }] }, "met", { day: "2027-01-01" }],
    ["stated", { papers: [{ from: null, until: "2027-02-26" }] }, "met", {}],
  ] as const)("judges the insurance of the day: %s", (reason, change, verdict, params) => {
    const insurance = { ...open.insurance, ...change };
    expect(rowOf({ insurance }, "insurance")).toMatchObject({ reason, verdict, params });
  });

  test.each([
    ["lacks", "missing"],
    ["met", "met"],
    ["agreed", "met"],
    ["unknown", "not_needed"],
  ] as const)("judges the language: %s", (reason, verdict) => {
    const fit = { ...FIT_OPEN, language: { verdict: reason, lacks: [] } };
    expect(rowOf({ fit }, "language")).toMatchObject({ reason, verdict });
  });

  test("shows what is missing before what is met", () => {
    const verdicts = judgeGate({ ...open, plan: null }).map(({ verdict }) => verdict);
    expect(verdicts).toEqual([
      ...["missing", "met", "met", "met", "met", "met"],
      ...["not_needed", "not_needed", "not_needed", "not_needed"],
    ]);
  });
});
