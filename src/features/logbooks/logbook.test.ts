import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { STATES } from "#features/placements/placement.ts";
import {
  AUDIENCES,
  contentFor,
  countAudiences,
  type DayContent,
  type DayFacts,
  daysLater,
  honestWrittenAt,
  isConfirmed,
  judgeDay,
  judgeWriting,
  partsChanged,
  readersOfChange,
  readTasks,
} from "./logbook.ts";

const day = (text: string) => Temporal.PlainDate.from(text);
const at = (text: string) => Temporal.Instant.from(text);
const content = (change: Partial<DayContent> = {}): DayContent => ({
  minutes: 450,
  absence: null,
  tasks: [{ taskId: "t1" }],
  paragraphs: [{ audience: "all", text: "Putkia" }],
  requirementIds: ["r1", "r2"],
  ...change,
});
const facts = (change: Partial<DayFacts> = {}): DayFacts => ({
  state: "running",
  startsOn: day("2026-10-12"),
  endsOn: day("2026-12-18"),
  interruptions: [],
  today: day("2026-11-23"),
  ...change,
});
const verdict = (change: Partial<DayFacts>, on = "2026-11-20") => {
  const judged = judgeDay(facts(change), day(on));
  return judged.ok ? "open" : judged.refusal.code;
};

describe("a day may be written", () => {
  test.each(STATES.filter((state) => state !== "running" && state !== "ended"))(
    "not while the placement is %s",
    (state) => expect(verdict({ state })).toBe("not_running"),
  );

  test("while it runs, and for 14 days after it has ended", () => {
    const ended = { state: "ended", endsOn: day("2026-11-20") } as const;
    expect(verdict({})).toBe("open");
    expect(verdict({ ...ended, today: day("2026-12-04") })).toBe("open");
    expect(verdict({ ...ended, today: day("2026-12-05") })).toBe("log_closed");
  });

  test("from the first day to the last, and not before it has come", () => {
    expect(verdict({}, "2026-10-12")).toBe("open");
    expect(verdict({}, "2026-10-11")).toBe("day_outside");
    expect(verdict({ today: day("2026-12-18") }, "2026-12-18")).toBe("open");
    expect(verdict({}, "2026-12-19")).toBe("day_outside");
    expect(verdict({}, "2026-11-23")).toBe("open");
    expect(verdict({}, "2026-11-24")).toBe("day_in_future");
  });

  test("and not inside an interruption, also an open one", () => {
    const closed = [{ from: day("2026-11-18"), to: day("2026-11-20") }];
    expect(verdict({ interruptions: closed })).toBe("day_interrupted");
    expect(verdict({ interruptions: closed }, "2026-11-17")).toBe("open");
    expect(verdict({ interruptions: closed }, "2026-11-21")).toBe("open");
    expect(verdict({ interruptions: [{ from: day("2026-11-18"), to: null }] })).toBe(
      "day_interrupted",
    );
  });
});

describe("writing a day", () => {
  const stored = { entryId: "e1", version: 3, content: content(), confirmed: false };
  const judge = (
    change: Partial<Parameters<typeof judgeWriting>[1]>,
    before: typeof stored | null = stored,
  ) => {
    const writing = { entryId: "e1", seenVersion: 3, content: content(), ...change };
    const judged = judgeWriting(before, writing);
    return judged.ok ? judged.value : judged.refusal.code;
  };

  test("begins it, edits it, or sent again changes nothing", () => {
    expect(judge({}, null)).toBe("first");
    expect(judge({ content: content({ minutes: 300 }) })).toBe("edit");
    expect(judge({})).toBe("same");
    expect(judge({ seenVersion: null })).toBe("same");
  });

  test("needs the version that was seen", () => {
    const other = content({ minutes: 300 });
    expect(judge({ seenVersion: 2, content: other })).toBe("stale");
    expect(judge({ seenVersion: null, content: other })).toBe("stale");
  });

  test("a stale writing is told which parts differ", () => {
    const judged = judgeWriting(stored, {
      entryId: "e1",
      seenVersion: 2,
      content: content({ minutes: 300, paragraphs: [] }),
    });
    expect(judged).toEqual({
      ok: false,
      refusal: { code: "stale", params: { version: 3, changed: ["minutes", "paragraphs"] } },
    });
  });

  test("there is one entry a day", () => {
    expect(judge({ entryId: "e2" })).toBe("day_written");
  });

  test("hours stay after week OK, texts may be added", () => {
    const confirmed = { ...stored, confirmed: true };
    const texts = content({ paragraphs: [{ audience: "teacher", text: "Lisäys" }] });
    expect(judge({ content: content({ minutes: 300 }) }, confirmed)).toBe("week_confirmed");
    expect(judge({ content: content({ minutes: 0, absence: "illness" }) }, confirmed)).toBe(
      "week_confirmed",
    );
    expect(judge({ content: texts }, confirmed)).toBe("edit");
  });

  test("week OK speaks of the days that had arrived by then; exceptions leave the hours open", () => {
    const at12 = { kind: "ok", at: at("2026-11-20T12:00:00Z") } as const;
    expect(isConfirmed(at("2026-11-20T11:59:00Z"), at12)).toBe(true);
    expect(isConfirmed(at12.at, at12)).toBe(true);
    expect(isConfirmed(at("2026-11-20T12:01:00Z"), at12)).toBe(false);
    expect(isConfirmed(at("2026-11-20T11:59:00Z"), { ...at12, kind: "exceptions" })).toBe(false);
    expect(isConfirmed(at("2026-11-20T11:59:00Z"), null)).toBe(false);
  });
});

describe("what changed", () => {
  test("nothing, when only the order of the linked requirements differs", () => {
    expect(partsChanged(content(), content({ requirementIds: ["r2", "r1"] }))).toEqual([]);
  });

  test("a task by id and one by the same name are different", () => {
    const named = content({ tasks: [{ name: "t1" }] });
    expect(partsChanged(content(), named)).toEqual(["tasks"]);
  });

  test("a private paragraph is nobody's news, one for the teacher is the teacher's only", () => {
    const write = (audience: "private" | "teacher" | "all") =>
      readersOfChange(
        content(),
        content({ paragraphs: [...content().paragraphs, { audience, text: "Uusi" }] }),
      );
    expect(write("private")).toEqual([]);
    expect(write("teacher")).toEqual(["teacher"]);
    expect(write("all")).toEqual(["tutor", "teacher"]);
    expect(readersOfChange(content(), content({ minutes: 1 }))).toEqual(["tutor", "teacher"]);
  });

  test("widening and narrowing are news to those who gain or lose the text", () => {
    const told = (from: "private" | "teacher" | "all", to: "private" | "teacher" | "all") =>
      readersOfChange(
        content({ paragraphs: [{ audience: from, text: "Sama" }] }),
        content({ paragraphs: [{ audience: to, text: "Sama" }] }),
      );
    expect(told("private", "teacher")).toEqual(["teacher"]);
    expect(told("teacher", "all")).toContain("tutor");
    expect(told("all", "private")).toEqual(["tutor", "teacher"]);
  });
});

const paragraphs = fc.array(
  fc.record({ audience: fc.constantFrom(...AUDIENCES), text: fc.string({ minLength: 1 }) }),
);

test("no reader ever gets a paragraph of an audience they are not in", () => {
  fc.assert(
    fc.property(paragraphs, fc.subarray([...AUDIENCES]), (written, audiences) => {
      const seen = contentFor(audiences, content({ paragraphs: written })).paragraphs;
      expect(seen.every(({ audience }) => audiences.includes(audience))).toBe(true);
      const counts = countAudiences(written);
      expect(seen.length).toBe(audiences.reduce((sum, audience) => sum + counts[audience], 0));
    }),
  );
});

describe("the honest stamp", () => {
  const start = at("2026-11-20T22:00:00Z");
  const received = at("2026-11-25T10:00:00Z");

  test("keeps the device's moment between the day's beginning and the arrival", () => {
    expect(honestWrittenAt(at("2026-11-21T14:00:00Z"), start, received).toString()).toBe(
      "2026-11-21T14:00:00Z",
    );
    expect(honestWrittenAt(at("2030-01-01T00:00:00Z"), start, received)).toEqual(received);
    expect(honestWrittenAt(at("1970-01-01T00:00:00Z"), start, received)).toEqual(start);
  });

  test("is never after the arrival, whatever the clocks say", () => {
    const instant = fc
      .integer({ min: 0, max: 4e9 })
      .map((seconds) => Temporal.Instant.fromEpochMilliseconds(seconds * 1000));
    fc.assert(
      fc.property(instant, instant, instant, (claimed, startOfDay, arrival) => {
        const kept = honestWrittenAt(claimed, startOfDay, arrival);
        expect(Temporal.Instant.compare(kept, arrival)).toBeLessThanOrEqual(0);
      }),
    );
  });

  test("counts days in the provider's zone", () => {
    const late = (text: string) =>
      daysLater(day("2026-11-14"), at(text).toZonedDateTimeISO("Europe/Helsinki"));
    expect(late("2026-11-14T21:30:00Z")).toBe(0);
    expect(late("2026-11-14T22:30:00Z")).toBe(1);
    expect(late("2026-11-23T10:00:00Z")).toBe(9);
  });
});

test("tasks of another shape are left out", () => {
  expect(readTasks([{ taskId: "a" }, { name: "Oma" }, 3, null, { other: 1 }])).toEqual([
    { taskId: "a" },
    { name: "Oma" },
  ]);
  expect(readTasks("x")).toEqual([]);
});
