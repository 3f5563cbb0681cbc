import { describe, expect, test } from "vitest";
import type { Relation } from "#features/placements/placement.policy.ts";
import type { Ability } from "#shared/ability.ts";
import {
  audiencesOf,
  mayConfirmWeek,
  mayReadWeek,
  maySendWeek,
  mayUndoConfirmation,
  mayWriteDay,
} from "./logbook.policy.ts";

const RELATIONS: readonly Relation[] = ["student", "tutor", "teacher", "coordinator"];
const allowed = (may: (relation: Relation) => Ability) =>
  RELATIONS.filter((relation) => may(relation).allowed);

describe("who may", () => {
  test("write and send: the student alone", () => {
    expect(allowed(mayWriteDay)).toEqual(["student"]);
    expect(allowed(maySendWeek)).toEqual(["student"]);
  });

  test("confirm: the tutor, once named", () => {
    expect(allowed((relation) => mayConfirmWeek(relation, true))).toEqual(["tutor"]);
    expect(allowed((relation) => mayConfirmWeek(relation, false))).toEqual([]);
    expect(mayConfirmWeek("tutor", false)).toEqual({ allowed: false, reason: "name_needed" });
  });

  test("mark as read: the teacher", () => expect(allowed(mayReadWeek)).toEqual(["teacher"]));

  test("take back: the hand that confirmed", () => {
    const mika = { personId: "mika", actingName: null };
    const pia = { personId: "mika", actingName: "Pia" };
    expect(mayUndoConfirmation("tutor", mika, mika).allowed).toBe(true);
    expect(mayUndoConfirmation("tutor", pia, pia).allowed).toBe(true);
    expect(mayUndoConfirmation("tutor", pia, mika)).toEqual({
      allowed: false,
      reason: "other_person",
    });
    expect(mayUndoConfirmation("tutor", mika, pia)).toEqual({
      allowed: false,
      reason: "other_person",
    });
    expect(allowed((relation) => mayUndoConfirmation(relation, mika, mika))).toEqual(["tutor"]);
  });
});

test("private paragraphs are the student's, the teacher's are not the tutor's, the coordinator reads none", () => {
  expect(
    Object.fromEntries(RELATIONS.map((relation) => [relation, audiencesOf(relation)])),
  ).toEqual({
    student: ["private", "teacher", "all"],
    tutor: ["all"],
    teacher: ["teacher", "all"],
    coordinator: [],
  });
});
