import { beforeAll, describe, expect, test } from "vitest";
import { overwriteGetLocale } from "#messages/web-runtime";
import { type MarkState, marksLabel, pieceVerb, type Three } from "./marks-label.ts";

function three(student: MarkState, tutor: MarkState, teacher: MarkState): Three {
  return {
    student: { name: "Eetu", state: student },
    tutor: { name: "Mika", state: tutor },
    teacher: { name: "Sanna", state: teacher },
  };
}

describe("the marks say in words what they show", () => {
  beforeAll(() => overwriteGetLocale(() => "en"));

  test("who is done, whom it waits for, who is not yet", () => {
    expect(marksLabel("Week 47", three("done", "turn", "open"))).toBe(
      "Week 47: Eetu done, waiting for Mika, Sanna not yet",
    );
  });

  test("that all three have done their part", () => {
    expect(marksLabel("Plan", three("done", "done", "done"))).toBe(
      "Plan: all three have done their part: Eetu done, Mika done, Sanna done",
    );
  });

  test("that one wants to talk and one is not needed", () => {
    expect(marksLabel("Grade", three("not-needed", "disagrees", "done"))).toBe(
      "Grade: Eetu not needed, Mika wants to talk, Sanna done",
    );
  });

  test("that it waits for the reader, and the day somebody was done", () => {
    const marks = three("done", "turn", "open");
    marks.student.on = "2026-11-20";
    marks.tutor.you = true;
    expect(marksLabel("Week 47", marks)).toBe(
      "Week 47: Eetu done 20 November, waiting for you, Sanna not yet",
    );
  });

  test("with the exact verb under the large piece", () => {
    expect(pieceVerb({ name: "Eetu", state: "done", verb: "has read" })).toBe("has read");
    expect(pieceVerb({ name: "Mika", state: "turn", you: true })).toBe("your turn");
  });
});
