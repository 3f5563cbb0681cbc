import { expect, test } from "vitest";
import { overwriteGetLocale } from "#messages/web-runtime";
import {
  bodyOf,
  type Choices,
  type Draft,
  faultsOf,
  firstDraft,
  withFirstDay,
  withStudent,
  withWorkplace,
} from "./new-placement-draft.ts";

overwriteGetLocale(() => "en");

const petra = { id: "petra", givenName: "Petra", familyName: "Lehtonen", title: null };
const choices: Choices = {
  students: [
    { id: "olena", givenName: "Olena", familyName: "Kovalenko", providerId: "p1", running: false },
  ],
  teachers: [
    { id: "sanna", givenName: "Sanna", familyName: "Heikkilä", providerId: "p1" },
    { id: "petri", givenName: "Petri", familyName: "Halonen", providerId: "p1" },
    { id: "henrik", givenName: "Henrik", familyName: "Blom", providerId: "p2" },
  ],
  workplaces: [
    { id: "kanerva", name: "Kanerva", municipality: "X", tutors: [petra], taskNames: [] },
    {
      id: "two",
      name: "Two",
      municipality: "X",
      tutors: [petra, { ...petra, id: "b" }],
      taskNames: [],
    },
  ],
  frameworks: [{ versionId: "v1", name: {}, units: [{ id: "u1", name: {}, requirements: 8 }] }],
};

const first = firstDraft(choices, "2026-11-23");

function whole(): Draft {
  const chosen = withWorkplace(withStudent(first, "olena", choices, "petri"), "kanerva", choices);
  return { ...chosen, unitIds: ["u1"] };
}

test("a new placement begins next Monday and lasts ten weeks, to a Friday", () => {
  expect(first).toMatchObject({ startsOn: "2026-11-30", endsOn: "2027-02-05", versionId: "v1" });
});

test("the reader answers for the student when they teach at the student's college", () => {
  expect(withStudent(first, "olena", choices, "petri").teacherId).toBe("petri");
  expect(withStudent(first, "olena", choices, "somebody else").teacherId).toBe("sanna");
});

test("the only tutor of a workplace is chosen, of several none", () => {
  expect(withWorkplace(first, "kanerva", choices).tutorId).toBe("petra");
  expect(withWorkplace(first, "two", choices).tutorId).toBeNull();
});

test("the last day follows the first until somebody has chosen it", () => {
  expect(withFirstDay(first, "2026-12-09").endsOn).toBe("2027-02-12");
  const chosen = { ...first, endsOn: "2027-03-12" };
  expect(withFirstDay(chosen, "2026-12-09").endsOn).toBe("2027-03-12");
});

test("what is missing is said field by field", () => {
  expect(Object.keys(faultsOf(first)).toSorted()).toEqual(["studentId", "unitIds", "workplaceId"]);
  expect(faultsOf(whole())).toEqual({});
});

test("a last day before the first says which day it is before", () => {
  expect(faultsOf({ ...whole(), endsOn: "2026-11-27" })).toEqual({
    endsOn: "The last day is before the first day, 30 November. Write a later day.",
  });
});

test.each(["0", "101", "", "half", "1e2"])("%j is no share of full time", (percent) => {
  expect(faultsOf({ ...whole(), percent })).toHaveProperty("percent");
});

test("a whole draft goes to the student's own college", () => {
  expect(bodyOf(whole(), "id", choices)).toMatchObject({
    id: "id",
    providerId: "p1",
    studentId: "olena",
    teacherId: "petri",
    tutorId: "petra",
    frameworkVersionId: "v1",
    unitIds: ["u1"],
    partTimePercent: 100,
  });
  expect(bodyOf(first, "id", choices)).toBeUndefined();
});
