import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  afterStep,
  answerBy,
  askedOn,
  openChecks,
  STATES,
  STEPS,
  stepsOf,
  unansweredChecks,
} from "./safety.ts";

const day = (text: string) => Temporal.PlainDate.from(text);

describe("the day of a check", () => {
  it.each([
    ["day_1", "2026-11-23", "2026-11-23"],
    ["day_5", "2026-11-23", "2026-11-27"],
    ["day_5", "2026-11-25", "2026-12-01"],
    ["week_4", "2026-11-23", "2026-12-14"],
    ["week_4", "2026-11-27", "2026-12-14"],
  ] as const)("%s of a start on %s is %s", (check, start, expected) => {
    expect(askedOn(check, day(start)).toString()).toBe(expected);
  });
});

describe("a check", () => {
  const facts = {
    running: true,
    startsOn: day("2026-11-23"),
    endsOn: day("2027-01-29"),
    today: day("2026-11-27"),
    answered: [],
  };
  it("is open from its day until it is answered", () => {
    expect(openChecks(facts)).toEqual(["day_1", "day_5"]);
    expect(openChecks({ ...facts, answered: ["day_1"] })).toEqual(["day_5"]);
    expect(openChecks({ ...facts, running: false })).toEqual([]);
    expect(openChecks({ ...facts, endsOn: day("2026-11-26") })).toEqual(["day_1"]);
  });

  it("is a signal to the teacher two days later", () => {
    expect(unansweredChecks(facts)).toEqual(["day_1"]);
    expect(unansweredChecks({ ...facts, today: day("2026-11-29") })).toEqual(["day_1", "day_5"]);
  });
});

describe("the answer", () => {
  it.each([
    ["2026-11-23T13:31:00+02:00", "2026-11-24T09:31:00+02:00"],
    ["2026-11-23T09:00:00+02:00", "2026-11-23T13:00:00+02:00"],
    ["2026-11-27T20:00:00+02:00", "2026-11-30T12:00:00+02:00"],
    ["2026-11-28T10:00:00+02:00", "2026-11-30T12:00:00+02:00"],
  ])("to what was told at %s comes by %s", (told, by) => {
    const due = answerBy(Temporal.Instant.from(told), "Europe/Helsinki");
    expect(due.toString()).toBe(Temporal.Instant.from(by).toString());
  });
});

describe("follow-up", () => {
  it("is closed by a hearer and ended by the student alone", () => {
    expect(stepsOf("told", "hearer")).toEqual(["take", "write", "close"]);
    expect(stepsOf("closed", "student")).toEqual(["write", "confirm", "reopen"]);
    expect(stepsOf("confirmed", "hearer")).toEqual([]);
    expect(stepsOf("kept", "hearer")).toEqual([]);
  });

  it("never becomes confirmed by a hearer's step, nor closed by a student's", () => {
    fc.assert(
      fc.property(fc.constantFrom(...STATES), fc.constantFrom(...STEPS), (state, step) => {
        const heard = afterStep(state, "hearer", step);
        const said = afterStep(state, "student", step);
        expect(heard.ok && heard.value === "confirmed").toBe(false);
        expect(said.ok && said.value === "closed" && state !== "closed").toBe(false);
      }),
    );
  });
});
