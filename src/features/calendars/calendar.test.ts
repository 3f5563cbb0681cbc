import { describe, expect, it } from "vitest";
import { stepsFor, type Told, type Wanted } from "./calendar.ts";

const NOW = Temporal.Instant.from("2026-11-23T06:00:00Z");
const TALK: Wanted = {
  talkId: "mid",
  kind: "mid",
  at: "2026-12-02T11:30:00Z",
  minutes: 30,
  place: "video",
  people: ["student", "tutor", "teacher"],
};
const toldOf = (change: Partial<Told> = {}): Told => ({
  ...TALK,
  sequence: 4,
  cancelled: false,
  ...change,
});
const sent = (told: readonly Told[], wanted: readonly Wanted[]) =>
  stepsFor(told, wanted, NOW)
    .flatMap(({ notices }) => notices)
    .map(({ method, sequence, to }) => [method, sequence, [...to]]);

describe("what calendars are told", () => {
  it("of a new talk: an invitation to each of its people", () => {
    expect(sent([], [TALK])).toEqual([["REQUEST", 0, TALK.people]]);
  });

  it("of a talk that stayed as it was: nothing, however its time is written", () => {
    expect(sent([toldOf()], [{ ...TALK, at: "2026-12-02T13:30:00+02:00" }])).toEqual([]);
  });

  it.each([
    ["its time", { at: "2026-12-03T11:30:00Z" }],
    ["its length", { minutes: 45 }],
    ["its place", { place: "workplace" as const }],
  ])("of %s: the same talk again, one revision on", (_, change) => {
    expect(sent([toldOf()], [{ ...TALK, ...change }])).toEqual([["REQUEST", 5, TALK.people]]);
  });

  it("of a dropped talk: its cancellation, once", () => {
    expect(sent([toldOf()], [])).toEqual([["CANCEL", 5, TALK.people]]);
    expect(sent([toldOf({ cancelled: true, sequence: 5 })], [])).toEqual([]);
  });

  it("of another tutor: the newcomer is invited, who left is cancelled, the others hear nothing", () => {
    const people = ["student", "colleague", "teacher"];
    expect(sent([toldOf()], [{ ...TALK, people }])).toEqual([
      ["REQUEST", 5, ["colleague"]],
      ["CANCEL", 5, ["tutor"]],
    ]);
  });

  it("of what is past: nothing, new or gone", () => {
    const past = "2026-11-20T11:30:00Z";
    expect(sent([toldOf({ at: past })], [])).toEqual([]);
    expect(sent([], [{ ...TALK, at: past }])).toEqual([]);
  });

  it("of a talk that comes back after its cancellation: a later revision", () => {
    expect(sent([toldOf({ cancelled: true, sequence: 5 })], [TALK])).toEqual([
      ["REQUEST", 6, TALK.people],
    ]);
  });

  it("leads to what is wanted: told once, nothing is left to tell", () => {
    const other: Wanted = { ...TALK, talkId: "end", at: "2027-01-20T11:30:00Z" };
    const steps = stepsFor([toldOf()], [other], NOW);
    expect(
      stepsFor(
        steps.map(({ told }) => told),
        [other],
        NOW,
      ),
    ).toEqual([]);
  });
});
