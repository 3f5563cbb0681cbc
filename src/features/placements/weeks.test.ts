import { describe, expect, test } from "vitest";
import { type RibbonFacts, ribbonOf, workingDaysWithout } from "./weeks.ts";

const day = (text: string) => Temporal.PlainDate.from(text);
const week = (name: string, change: object = {}) => ({
  week: name,
  sentAt: null,
  confirmedAt: null,
  readAt: null,
  ...change,
});
const facts = (change: Partial<RibbonFacts>): RibbonFacts => ({
  startsOn: day("2026-11-09"),
  endsOn: day("2026-12-04"),
  today: day("2026-11-23"),
  weeks: [],
  interruptions: [],
  ...change,
});
const states = (change: Partial<RibbonFacts>) => ribbonOf(facts(change)).map(({ state }) => state);

describe("the ribbon", () => {
  test("has a cell a week: missing before today, now, ahead", () => {
    expect(ribbonOf(facts({})).map((cell) => cell.week)).toEqual([
      "2026-W46",
      "2026-W47",
      "2026-W48",
      "2026-W49",
    ]);
    expect(states({})).toEqual(["missing", "missing", "now", "ahead"]);
  });

  test("shows a sent week as waiting and a confirmed one as confirmed", () => {
    const sent = { sentAt: "2026-11-20T12:30:00Z" };
    const weeks = [
      week("2026-W46", { ...sent, confirmedAt: "2026-11-21T07:00:00Z" }),
      week("2026-W47", sent),
    ];
    expect(states({ weeks })).toEqual(["confirmed", "waits", "now", "ahead"]);
  });

  test("hatches a week only when all its working days were away", () => {
    const whole = [{ startsOn: "2026-11-16", endsOn: "2026-11-20" }];
    const part = [{ startsOn: "2026-11-17", endsOn: "2026-11-20" }];
    expect(states({ interruptions: whole })[1]).toBe("away");
    expect(states({ interruptions: part })[1]).toBe("missing");
  });

  test("an open interruption reaches every later week", () => {
    expect(states({ interruptions: [{ startsOn: "2026-11-16", endsOn: null }] })).toEqual([
      "missing",
      "away",
      "away",
      "away",
    ]);
  });
});

test("working days without an entry skip weekends and interruptions", () => {
  const away = [{ startsOn: "2026-11-17", endsOn: "2026-11-18" }];
  expect(workingDaysWithout(day("2026-11-13"), day("2026-11-23"), [])).toBe(5);
  expect(workingDaysWithout(day("2026-11-13"), day("2026-11-23"), away)).toBe(3);
});
