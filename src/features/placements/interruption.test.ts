import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Away, type AwayFacts, endAway, judgeAway, removeAway } from "./interruption.ts";

const day = (text: string) => Temporal.PlainDate.from(text);
const away = (startsOn: string, endsOn: string | null): Away => ({
  startsOn: day(startsOn),
  endsOn: endsOn === null ? null : day(endsOn),
});
const facts = (change: Partial<AwayFacts> = {}): AwayFacts => ({
  state: "running",
  startsOn: day("2026-10-12"),
  endsOn: day("2026-12-18"),
  others: [],
  workedOn: [],
  ...change,
});
const codeOf = (outcome: { ok: true } | { ok: false; refusal: { code: string } }) =>
  outcome.ok ? "ok" : outcome.refusal.code;

describe("an interruption", () => {
  test.each([
    ["2026-11-02", "2026-11-06", "ok"],
    ["2026-11-02", null, "ok"],
    ["2026-10-12", "2026-12-18", "ok"],
    ["2026-10-11", "2026-10-13", "away_outside"],
    ["2026-12-17", "2026-12-19", "away_outside"],
    ["2026-11-06", "2026-11-02", "ends_before_start"],
  ])("from %s to %s: %s", (from, to, expected) => {
    expect(codeOf(judgeAway(facts(), away(from, to)))).toBe(expected);
  });

  test("never on the same day as another; an open one is the last", () => {
    const others = [away("2026-11-02", "2026-11-06")];
    expect(codeOf(judgeAway(facts({ others }), away("2026-11-06", "2026-11-09")))).toBe(
      "away_overlaps",
    );
    expect(codeOf(judgeAway(facts({ others }), away("2026-11-01", null)))).toBe("away_overlaps");
    expect(codeOf(judgeAway(facts({ others }), away("2026-11-07", null)))).toBe("ok");
    const open = facts({ others: [away("2026-11-02", null)] });
    expect(codeOf(judgeAway(open, away("2026-11-30", "2026-12-01")))).toBe("away_overlaps");
  });

  test("not over a day that was worked, nor in a placement that has not begun or is settled", () => {
    const workedOn = [day("2026-11-03")];
    const week = away("2026-11-02", "2026-11-06");
    expect(judgeAway(facts({ workedOn }), week)).toMatchObject({
      refusal: { code: "away_worked", params: { day: "2026-11-03" } },
    });
    for (const state of ["ready", "closed", "terminated"] as const) {
      expect(codeOf(judgeAway(facts({ state }), week))).toBe("away_not_running");
    }
  });

  test("ends once; one that has begun is not removed", () => {
    const open = away("2026-11-02", null);
    expect(codeOf(endAway(facts(), open, day("2026-11-04")))).toBe("ok");
    expect(codeOf(endAway(facts(), open, day("2026-11-01")))).toBe("ends_before_start");
    expect(codeOf(endAway(facts(), away("2026-11-02", "2026-11-03"), day("2026-11-04")))).toBe(
      "away_not_open",
    );
    expect(codeOf(removeAway(open, day("2026-11-02")))).toBe("away_begun");
    expect(codeOf(removeAway(open, day("2026-11-01")))).toBe("ok");
  });

  test("whichever are taken one after another, no day is in two", () => {
    const interval = fc.tuple(fc.nat(60), fc.option(fc.nat(10)));
    fc.assert(
      fc.property(fc.array(interval, { maxLength: 15 }), (wanted) => {
        const taken: Away[] = [];
        for (const [from, length] of wanted) {
          const startsOn = day("2026-10-12").add({ days: from });
          const one = { startsOn, endsOn: length === null ? null : startsOn.add({ days: length }) };
          if (judgeAway(facts({ others: taken }), one).ok) taken.push(one);
        }
        const ordered = taken.toSorted((a, b) =>
          Temporal.PlainDate.compare(a.startsOn, b.startsOn),
        );
        ordered.slice(1).forEach((one, index) => {
          const before = ordered[index]?.endsOn;
          expect(before && Temporal.PlainDate.compare(before, one.startsOn)).toBe(-1);
        });
      }),
    );
  });
});
