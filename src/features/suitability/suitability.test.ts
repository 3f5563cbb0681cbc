import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { mayDecide } from "./suitability.policy.ts";
import { checkDecision, type Decision, OUTCOMES, uncoveredOf } from "./suitability.ts";

const TODAY = Temporal.PlainDate.from("2026-11-23");
const GRID = { requirementIds: ["pipes", "joints", "ventilation"], taskIds: ["runs", "tests"] };
const CONDITION = { text: "Notice of hot work", owner: "Sanna", dueOn: "2026-11-30" };
const GAP = {
  requirementId: "ventilation",
  owner: "school" as const,
  dueOn: "2027-03-08",
  note: null,
};
const DECISION: Decision = {
  outcome: "suitable",
  reason: "Two of three are daily work.",
  conditions: [],
  validUntil: "2027-02-26",
  cells: [
    { requirementId: "pipes", taskId: "runs", level: "done" },
    { requirementId: "joints", taskId: "tests", level: "help" },
  ],
  gaps: [GAP],
  supervision: [{ taskId: "runs", name: "Mika Korhonen" }],
};

function refusalOf(change: Partial<Decision>, grid = GRID) {
  const checked = checkDecision({ ...DECISION, ...change }, grid, TODAY);
  return checked.ok ? "accepted" : checked.refusal;
}

describe("a decision over the grid", () => {
  it.each<[string, string, Partial<Decision>]>([
    ["accepted", "every row covered or its gap owned", {}],
    [
      "accepted",
      "with conditions that have an owner and a day",
      { outcome: "with_conditions", conditions: [CONDITION] },
    ],
    ["conditions_missing", "with conditions, none named", { outcome: "with_conditions" }],
    ["conditions_unexpected", "suitable, and yet with conditions", { conditions: [CONDITION] }],
    ["gap_unowned", "a row without a cell or an owner", { gaps: [] }],
    ["accepted", "not suitable needs no owners", { outcome: "not_suitable", gaps: [], cells: [] }],
    [
      "gap_not_needed",
      "a gap in a row that is covered",
      { gaps: [GAP, { ...GAP, requirementId: "pipes" }] },
    ],
    [
      "unknown_choice",
      "a cell of another workplace's task",
      { cells: [{ requirementId: "pipes", taskId: "lifts", level: "done" }] },
    ],
    [
      "unknown_choice",
      "a gap of a requirement that is no row",
      { gaps: [GAP, { ...GAP, requirementId: "care" }] },
    ],
    ["accepted", "valid today only", { validUntil: "2026-11-23" }],
    ["accepted", "valid for a year", { validUntil: "2027-11-23" }],
    ["valid_until_outside", "valid until yesterday", { validUntil: "2026-11-22" }],
    ["valid_until_outside", "valid for a year and a day", { validUntil: "2027-11-24" }],
  ])("%s: %s", (code, _what, change) => {
    const refusal = refusalOf(change);
    expect(typeof refusal === "string" ? refusal : refusal.code).toBe(code);
  });

  it("names the requirements nobody takes care of", () => {
    expect(refusalOf({ gaps: [] })).toEqual({
      code: "gap_unowned",
      params: { requirementIds: ["ventilation"] },
    });
  });

  it("cannot be made over an empty grid", () => {
    expect(refusalOf({ cells: [], gaps: [] }, { requirementIds: [], taskIds: [] })).toEqual({
      code: "nothing_to_decide",
    });
  });
});

describe("requirements without a cell or an owned gap", () => {
  const ids = fc.uniqueArray(fc.stringMatching(/^[a-e]$/), { minLength: 1 });

  it("are exactly those that neither covers, and each must be owned unless the answer is no", () => {
    fc.assert(
      fc.property(
        ids,
        fc.infiniteStream(fc.constantFrom("cell", "gap", "none")),
        fc.constantFrom(...OUTCOMES),
        (rows, fates, outcome) => {
          const fate = new Map(rows.map((id) => [id, fates.next().value]));
          const of = (wanted: string) => rows.filter((id) => fate.get(id) === wanted);
          const decision: Decision = {
            ...DECISION,
            outcome,
            conditions: outcome === "suitable" ? [] : [CONDITION],
            cells: of("cell").map((requirementId) => ({
              requirementId,
              taskId: "runs",
              level: "done",
            })),
            gaps: of("gap").map((requirementId) => ({ ...GAP, requirementId })),
          };
          expect(uncoveredOf(rows, decision)).toEqual(of("none"));
          const checked = checkDecision(
            decision,
            { requirementIds: rows, taskIds: ["runs"] },
            TODAY,
          );
          expect(checked.ok).toBe(outcome === "not_suitable" || of("none").length === 0);
        },
      ),
    );
  });
});

describe("who decides", () => {
  it.each([
    ["student", false],
    ["tutor", false],
    ["teacher", true],
    ["coordinator", false],
  ] as const)("%s: %s", (relation, allowed) => {
    expect(mayDecide(relation).allowed).toBe(allowed);
  });
});
