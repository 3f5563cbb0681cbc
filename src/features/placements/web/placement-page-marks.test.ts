import { expect, test } from "vitest";
import type { Placement, Talk } from "./placement-page-answer.ts";
import { planMarks, planWaitsFor, talkWaitsFor, weekMarks } from "./placement-page-marks.ts";

const person = (id: string, givenName: string) => ({
  id,
  givenName,
  familyName: "Lahtinen",
  phone: null,
  email: null,
  title: null,
});

const PLACEMENT: Placement = {
  id: "placement",
  version: 1,
  providerId: "provider",
  providerName: { fi: "Ammattiopisto" },
  timeZone: "Europe/Helsinki",
  today: "2026-11-23",
  relation: "tutor",
  state: "running",
  stateReason: null,
  basis: "training_agreement",
  startsOn: "2026-10-12",
  endsOn: "2026-12-11",
  partTimePercent: 100,
  minutesPerWeek: null,
  amendment: null,
  student: { ...person("eetu", "Eetu"), underage: false, turns18On: null },
  tutor: person("mika", "Mika"),
  teacher: person("sanna", "Sanna"),
  workplace: { id: "w", name: "LVI", employerName: "LVI Oy", street: null, municipality: "Kotka" },
  units: [],
  ribbon: [],
  weeks: [],
  talks: [],
  interruptions: [],
  gate: [],
  relocationSince: null,
  safetyUnanswered: [],
  plan: null,
  objectives: [],
  nudges: [],
  abilities: {
    move: { allowed: true },
    interrupt: { allowed: true },
    nameTutor: { allowed: true },
    noteTalk: { allowed: true },
    inviteTutor: { allowed: true },
    nudge: { allowed: true },
  },
};

const HELD: Talk = {
  id: "talk",
  kind: "mid",
  plannedAt: null,
  minutes: null,
  place: null,
  heldAt: "2026-11-17T12:30:00Z",
  note: "Puoliväli.",
  notedBy: "Sanna",
  notedById: "sanna",
  confirmedBy: [],
};

test("a talk that was noted waits for the two others", () => {
  expect(talkWaitsFor(PLACEMENT, HELD)).toEqual(["student", "tutor"]);
  expect(talkWaitsFor(PLACEMENT, { ...HELD, confirmedBy: ["eetu"] })).toEqual(["tutor"]);
  expect(talkWaitsFor(PLACEMENT, { ...HELD, confirmedBy: ["eetu", "mika"] })).toEqual([]);
});

test("a talk that is still to come waits for nobody", () => {
  expect(talkWaitsFor(PLACEMENT, { ...HELD, heldAt: null })).toEqual([]);
});

test("a colleague noted the talk by the tutor's link: the two others confirm it", () => {
  const talk = { ...HELD, notedBy: "Pia", notedById: "mika", confirmedBy: ["eetu", "sanna"] };
  expect(talkWaitsFor(PLACEMENT, talk)).toEqual([]);
});

test("a plan waits at once for all who have not agreed, and for nobody before it is written", () => {
  const marks = [{ party: "teacher" as const, name: "Sanna", at: "2026-11-19T11:10:00Z" }];
  const plan = { number: 2, editedAt: "2026-11-19T11:10:00Z", marks };
  const { student, tutor, teacher } = planMarks({ ...PLACEMENT, plan });
  expect([student.state, tutor.state, teacher.state]).toEqual(["turn", "turn", "done"]);
  expect(planWaitsFor({ ...PLACEMENT, plan })).toEqual(["student", "tutor"]);
  expect(planMarks(PLACEMENT).student.state).toBe("open");
  expect(planWaitsFor(PLACEMENT)).toEqual([]);
});

test("a week has one turn at a time, and the reader's own piece says so", () => {
  const sent = { sentAt: "2026-11-20T12:30:00Z", confirmedAt: null, readAt: null };
  const { student, tutor, teacher } = weekMarks(PLACEMENT, sent);
  expect([student.state, tutor.state, teacher.state]).toEqual(["done", "turn", "open"]);
  expect(tutor.you).toBe(true);
  expect(student.on).toBe("2026-11-20");
});
