import { describe, expect, test } from "vitest";
import { ageOn, checkPeriod, type MoveFacts, move, STATES, TRANSITIONS } from "./placement.ts";

const day = (text: string) => Temporal.PlainDate.from(text);
const today = day("2026-11-23");
const facts = (change: Partial<MoveFacts>): MoveFacts => ({
  state: "planning",
  startsOn: today,
  endsOn: today,
  today,
  gateMissing: [],
  ...change,
});
const ending = { ground: "joint_consent", heardOn: today, heard: [], onProbation: false } as const;

describe("moving a placement", () => {
  const pairs = STATES.flatMap((from) => STATES.map((to) => [from, to] as const));

  test.each(pairs)("from %s to %s is as the table of the life says", (from, to) => {
    const moved = move(facts({ state: from }), { to, reason: "syy", ending });
    const allowed = TRANSITIONS[to].includes(from);
    expect(moved.ok ? "moved" : moved.refusal.code).toBe(allowed ? "moved" : "wrong_state");
  });

  test.each(["ready", "running"] as const)(
    "to %s is refused while the gate misses something",
    (to) => {
      const from = to === "ready" ? "planning" : "ready";
      const moved = move(facts({ state: from, gateMissing: ["plan"] }), {
        to,
        reason: null,
        ending: null,
      });
      expect(moved).toEqual({
        ok: false,
        refusal: { code: "gate_closed", params: { missing: ["plan"] } },
      });
    },
  );

  test("to running is refused before the first day", () => {
    const moved = move(facts({ state: "ready", startsOn: day("2026-11-24") }), {
      to: "running",
      reason: null,
      ending: null,
    });
    expect(moved.ok ? "" : moved.refusal.code).toBe("not_yet_first_day");
  });

  test("to ended is refused before the last day, and allowed on it", () => {
    const ending = (endsOn: string) =>
      move(facts({ state: "running", endsOn: day(endsOn) }), {
        to: "ended",
        reason: null,
        ending: null,
      });
    expect(ending("2026-11-24")).toEqual({
      ok: false,
      refusal: { code: "not_yet_last_day", params: { endsOn: "2026-11-24" } },
    });
    expect(ending("2026-11-23").ok).toBe(true);
  });

  test.each(["cancelled", "terminated"] as const)("to %s needs a reason", (to) => {
    const from = to === "cancelled" ? "planning" : "running";
    const moved = move(facts({ state: from }), { to, reason: null, ending });
    expect(moved.ok ? "" : moved.refusal.code).toBe("reason_missing");
  });

  test("to terminated needs ground, hearing and probation", () => {
    const moved = move(facts({ state: "running" }), {
      to: "terminated",
      reason: "syy",
      ending: null,
    });
    expect(moved.ok ? "" : moved.refusal.code).toBe("ending_missing");
  });

  test("against somebody's will it ends only when both sides have been heard", () => {
    const end = (heard: readonly ("student" | "workplace")[]) =>
      move(facts({ state: "running" }), {
        to: "terminated",
        reason: "syy",
        ending: { ...ending, ground: "terms_not_followed", heard },
      });
    expect(end(["student"])).toMatchObject({ refusal: { code: "hearing_missing" } });
    expect(end(["workplace", "student"]).ok).toBe(true);
  });
});

describe("a period", () => {
  test.each([
    ["2026-11-23", "2026-11-22", "ends_before_start"],
    ["2026-11-23", "2031-11-24", "period_too_long"],
  ])("%s to %s is refused as %s", (startsOn, endsOn, code) => {
    const checked = checkPeriod({ startsOn: day(startsOn), endsOn: day(endsOn) });
    expect(checked.ok ? "" : checked.refusal.code).toBe(code);
  });

  test("of one day, and of five years, is accepted", () => {
    expect(checkPeriod({ startsOn: today, endsOn: today }).ok).toBe(true);
    expect(checkPeriod({ startsOn: today, endsOn: day("2031-11-23") }).ok).toBe(true);
  });
});

test.each([
  ["2008-11-23", "2026-11-22", 17],
  ["2008-11-23", "2026-11-23", 18],
  ["2008-02-29", "2026-02-28", 17],
  ["2008-02-29", "2026-03-01", 18],
])("somebody born on %s is on %s %i years old", (bornOn, on, age) => {
  expect(ageOn(day(bornOn), day(on))).toBe(age);
});
