import { describe, expect, test } from "vitest";
import { STATES } from "#features/placements/placement.ts";
import { parseWeek } from "#shared/week.ts";
import {
  daysInside,
  judgeConfirming,
  judgeReading,
  judgeSending,
  judgeUndo,
  lettersOutAt,
  lookAgain,
  marksOf,
  readExceptions,
  type WeekFacts,
  weekDueAt,
} from "./logbook-week.ts";

const day = (text: string) => Temporal.PlainDate.from(text);
const at = (text: string) => Temporal.Instant.from(text);
const week = (text: string) => {
  const parsed = parseWeek(text);
  if (parsed === undefined) throw new Error(text);
  return parsed;
};
const confirmed = { kind: "ok", at: at("2026-11-20T12:32:00Z") } as const;
const disputed = { ...confirmed, kind: "exceptions" } as const;
const facts = (change: Partial<WeekFacts> = {}): WeekFacts => ({
  week: week("2026-W47"),
  state: "running",
  startsOn: day("2026-10-12"),
  endsOn: day("2026-12-18"),
  today: day("2026-11-23"),
  entries: 5,
  arrivedAt: at("2026-11-20T12:00:00Z"),
  editedAt: null,
  sentAt: null,
  confirmation: null,
  readAt: null,
  ...change,
});
const confirming = (change: Partial<WeekFacts>) => {
  const judged = judgeConfirming(facts(change));
  return judged.ok ? judged.value : judged.refusal.code;
};

describe("a week is confirmed", () => {
  test("once it has come and something is written in it, sent or not", () => {
    expect(confirming({})).toBe("confirm");
    expect(confirming({ week: week("2026-W48") })).toBe("confirm");
    expect(confirming({ week: week("2026-W49") })).toBe("week_in_future");
    expect(confirming({ entries: 0 })).toBe("nothing_written");
    expect(confirming({ week: week("2026-W41") })).toBe("week_outside");
    expect(confirming({ week: week("2026-W42") })).toBe("confirm");
  });

  test.each(STATES)("in the states that have weeks: %s", (state) => {
    const has = ["running", "ended", "terminated"].includes(state);
    expect(confirming({ state })).toBe(has ? "confirm" : "not_running");
  });

  test("once: repeated it answers what stands, whatever the state has become", () => {
    expect(confirming({ confirmation: confirmed })).toBe("present");
    expect(confirming({ confirmation: confirmed, state: "closed" })).toBe("present");
    const edited = { confirmation: confirmed, editedAt: at("2026-11-22T08:00:00Z") };
    expect(confirming(edited)).toBe("present");
  });

  test("again after exceptions that the student has corrected since", () => {
    const corrected = { confirmation: disputed, editedAt: at("2026-11-20T12:33:00Z") };
    expect(confirming({ confirmation: disputed })).toBe("present");
    expect(confirming(corrected)).toBe("again");
    expect(confirming({ ...corrected, state: "closed" })).toBe("present");
    expect(lookAgain(facts(corrected))).toBe("corrected");
  });

  test("again when a day came that was not there", () => {
    const grown = { confirmation: confirmed, arrivedAt: at("2026-11-20T14:00:00Z") };
    expect(confirming(grown)).toBe("again");
    expect(lookAgain(facts(grown))).toBe("new_day");
  });
});

describe("a confirmation is taken back", () => {
  const undo = (now: string, change: Partial<WeekFacts> = {}) => {
    const judged = judgeUndo(facts({ confirmation: confirmed, ...change }), at(now));
    return judged.ok ? judged.value : judged.refusal.code;
  };

  test("within ten minutes, to the second", () => {
    expect(undo("2026-11-20T12:42:00Z")).toBe("undo");
    expect(undo("2026-11-20T12:42:01Z")).toBe("undo_too_late");
  });

  test("not when the teacher has read it; without one there is nothing to do", () => {
    expect(undo("2026-11-20T12:33:00Z", { readAt: at("2026-11-20T12:32:30Z") })).toBe(
      "already_read",
    );
    expect(undo("2026-11-20T12:33:00Z", { confirmation: null })).toBe("present");
  });
});

describe("a week is sent", () => {
  const sentAt = at("2026-11-20T12:30:00Z");
  const send = (
    change: Partial<WeekFacts>,
    now = "2026-11-21T10:00:00Z",
    letter: Temporal.Instant | null = null,
  ) => {
    const judged = judgeSending(facts(change), letter, at(now));
    return judged.ok ? judged.value : judged.refusal.code;
  };

  test("first, again after 24 hours, not sooner", () => {
    expect(send({})).toBe("send");
    expect(send({ sentAt })).toBe("present");
    expect(send({ sentAt }, "2026-11-21T12:30:00Z")).toBe("again");
    expect(send({ sentAt }, "2026-11-21T13:00:00Z", at("2026-11-21T12:35:00Z"))).toBe("present");
  });

  test("not when it is confirmed, and not without an entry", () => {
    expect(send({ confirmation: confirmed })).toBe("present");
    const grown = { sentAt, confirmation: confirmed, arrivedAt: at("2026-11-21T08:00:00Z") };
    expect(send(grown, "2026-11-21T12:30:00Z")).toBe("again");
    expect(send({ entries: 0 })).toBe("nothing_written");
  });
});

test("the teacher reads after the tutor, once", () => {
  const read = (change: Partial<WeekFacts>) => {
    const judged = judgeReading(facts(change));
    return judged.ok ? judged.value : judged.refusal.code;
  };
  expect(read({})).toBe("not_confirmed");
  expect(read({ confirmation: confirmed })).toBe("read");
  expect(read({ confirmation: disputed })).toBe("read");
  expect(read({ confirmation: confirmed, readAt: at("2026-11-23T07:00:00Z") })).toBe("present");
});

describe("marks of a week", () => {
  const sentAt = at("2026-11-20T12:30:00Z");
  const readAt = at("2026-11-23T07:00:00Z");
  test.each([
    [{}, ["turn", "open", "open"]],
    [{ sentAt }, ["done", "turn", "open"]],
    [{ sentAt, confirmation: confirmed }, ["done", "done", "turn"]],
    [{ confirmation: confirmed }, ["done", "done", "turn"]],
    [{ sentAt, confirmation: disputed }, ["done", "disagrees", "turn"]],
    [{ sentAt, confirmation: confirmed, readAt }, ["done", "done", "done"]],
    [{ sentAt, confirmation: disputed, editedAt: readAt }, ["done", "turn", "open"]],
    [{ sentAt, confirmation: confirmed, readAt, arrivedAt: readAt }, ["done", "turn", "open"]],
  ] as const)("%o", (change, states) => {
    const { student, tutor, teacher } = marksOf(facts(change));
    expect([student, tutor, teacher]).toEqual(states);
    expect(
      [student, tutor, teacher].filter((state) => state === "turn").length,
    ).toBeLessThanOrEqual(1);
  });
});

test("a placement's days in a week end with the placement", () => {
  const span = (name: string) => {
    const inside = daysInside(
      week(name),
      facts({ startsOn: day("2026-11-18"), endsOn: day("2026-11-25") }),
    );
    return inside && [inside.first.toString(), inside.last.toString()];
  };
  expect(span("2026-W46")).toBe(null);
  expect(span("2026-W47")).toEqual(["2026-11-18", "2026-11-22"]);
  expect(span("2026-W48")).toEqual(["2026-11-23", "2026-11-25"]);
});

describe("weeks go to tutors by themselves", () => {
  const due = (text: string) => weekDueAt(Temporal.ZonedDateTime.from(`${text}[Europe/Helsinki]`));
  test.each([
    ["2026-11-20T14:29", null],
    ["2026-11-20T14:30", "2026-W47"],
    ["2026-11-20T16:59", "2026-W47"],
    ["2026-11-20T17:00", null],
    ["2026-11-21T15:00", null],
    ["2026-11-23T06:59", null],
    ["2026-11-23T07:00", "2026-W47"],
    ["2026-11-23T10:00", null],
    ["2026-11-26T15:00", null],
    ["2027-01-04T08:00", "2026-W53"],
  ])("at %s: %s", (moment, expected) => expect(due(moment)).toBe(expected));
});

test("letters go out on Friday 14:30 on the provider's clock", () => {
  expect(lettersOutAt(week("2026-W47"), "Europe/Helsinki").toString()).toBe("2026-11-20T12:30:00Z");
  expect(lettersOutAt(week("2026-W26"), "Europe/Helsinki").toString()).toBe("2026-06-26T11:30:00Z");
});

test("exceptions of another shape are left out", () => {
  expect(readExceptions([{ day: "2026-11-18", text: "7 h" }, { day: 1, text: "x" }, "y"])).toEqual([
    { day: "2026-11-18", text: "7 h" },
  ]);
  expect(readExceptions(null)).toEqual([]);
});
