import { describe, expect, test } from "vitest";
import { FIT_OPEN } from "#features/suitability/student-fit.ts";
import { type AttentionFacts, attentionOf } from "./attention.ts";
import { daysSinceTalk } from "./dialogue-debt.ts";
import { judgeGate } from "./gate.ts";

const day = (text: string) => Temporal.PlainDate.from(text);
const now = Temporal.Instant.from("2026-11-23T06:00:00Z");
const openGate = {
  startsOn: day("2026-10-12"),
  on: day("2026-11-23"),
  endsOn: day("2026-12-18"),
  suitability: { outcome: "suitable" as const, validUntil: day("2027-06-01"), uncovered: 0 },
  tutor: { named: true },
  youngWork: null,
  clearances: { fields: [], noted: [] },
  suspension: null,
  checklist: { validUntil: day("2027-06-01"), open: 0 },
  fit: FIT_OPEN,
  insurance: {
    basis: "training_agreement",
    stated: {
      basis: "training_agreement",
      accident: "provider" as const,
      liability: "employer" as const,
    },
    papers: [],
  },
  agreement: { started: true, completedOn: null, newest: null, missing: [] },
  plan: { version: 1, agreed: ["student", "tutor", "teacher"] as const },
};
const unsigned = { started: false, completedOn: null, newest: null, missing: [] };
const running: AttentionFacts = {
  relocation: false,
  unanswered: 0,
  induction: null,
  promisedBy: [],
  renewal: null,
  declined: false,
  amendment: null,
  state: "running",
  startsOn: day("2026-10-12"),
  endsOn: day("2026-12-18"),
  today: day("2026-11-23"),
  now,
  gate: judgeGate(openGate),
  talks: [{ kind: "start", plannedAt: null, heldAt: "2026-11-18T08:00:00Z" }],
  weeks: [],
  ribbon: [],
  lastEntryOn: day("2026-11-20"),
  interruptions: [],
};
const sent = {
  week: "2026-W46",
  sentAt: "2026-11-13T12:30:00Z",
  confirmedAt: null,
  kind: null,
  readAt: null,
};
const owed = {
  missing: 9,
  next: "tutor",
  newTasks: false,
  since: day("2026-11-21"),
} as const;
const judged = (change: Partial<AttentionFacts>) => attentionOf({ ...running, ...change });

describe("who needs the teacher", () => {
  test("nobody, when talks, days and weeks are in order", () => {
    expect(judged({})).toMatchObject({ group: "in_order", reason: "all_in_order" });
  });

  test.each<[string, Partial<AttentionFacts>, string, string]>([
    [
      "a gap's day has passed, and the one of today has not",
      { promisedBy: [day("2026-11-20"), day("2026-11-23")] },
      "promise_late",
      "open_promises",
    ],
    [
      "the workplace has answered before its decision ends",
      { renewal: { validUntil: day("2026-12-10"), askedAt: null, changed: 0 } },
      "renewal_answered",
      "review_suitability",
    ],
    [
      "it has not, and the decision ends in a week",
      {
        renewal: {
          validUntil: day("2026-11-30"),
          askedAt: "2026-11-02T08:00:00Z",
          changed: null,
        },
      },
      "renewal_unanswered",
      "review_suitability",
    ],
    [
      "suitability missing a week before the start",
      {
        state: "planning",
        startsOn: day("2026-11-30"),
        gate: judgeGate({ ...openGate, suitability: null }),
      },
      "gate_suitability",
      "review_suitability",
    ],
    [
      "nobody named as tutor",
      {
        state: "planning",
        startsOn: day("2026-11-30"),
        gate: judgeGate({ ...openGate, tutor: { named: false } }),
      },
      "gate_tutor",
      "name_tutor",
    ],
    [
      "a talk five days late",
      { talks: [{ kind: "mid", plannedAt: "2026-11-18T08:00:00Z", heldAt: null }] },
      "talk_late",
      "note_talk",
    ],
    ["42 days without a talk", { talks: [] }, "no_talk", "note_talk"],
    [
      "a week unconfirmed for two weeks",
      { weeks: [{ ...sent, sentAt: "2026-11-06T12:30:00Z" }] },
      "tutor_silent",
      "call_tutor",
    ],
    [
      "four working days without an entry",
      { lastEntryOn: day("2026-11-16") },
      "no_entries",
      "ask_student",
    ],
    [
      "exceptions not read",
      { weeks: [{ ...sent, confirmedAt: "2026-11-14T09:00:00Z", kind: "exceptions" }] },
      "week_exceptions",
      "open_week",
    ],
    [
      "the plan waiting for the teacher",
      { gate: judgeGate({ ...openGate, plan: { version: 2, agreed: ["student", "tutor"] } }) },
      "plan_mine",
      "open_plan",
    ],
    [
      "no induction on the third day, which the tutor gives",
      { induction: owed, weeks: [{ ...sent, sentAt: "2026-11-06T12:30:00Z" }] },
      "induction_late",
      "nudge_tutor",
    ],
    [
      "new tasks shown two days ago that the student has not confirmed",
      { induction: { ...owed, next: "student", newTasks: true } },
      "induction_late",
      "nudge_student",
    ],
    [
      "an agreement nobody has sent, a week before the first day",
      {
        state: "planning",
        startsOn: day("2026-11-30"),
        gate: judgeGate({ ...openGate, agreement: unsigned }),
      },
      "gate_agreement",
      "open_agreement",
    ],
    [
      "an amendment that the teacher signs for the college",
      { amendment: { names: "Sanna Heikkilä", mine: true } },
      "amendment_waits",
      "open_agreement",
    ],
    [
      "a declined agreement of a placement under way",
      { declined: true },
      "agreement_declined",
      "open_agreement",
    ],
    ["a first day gone by", { state: "ready", startsOn: day("2026-11-20") }, "not_started", "open"],
  ])("%s", (_name, change, reason, action) => {
    expect(judged(change)).toMatchObject({ group: "needs_me", reason, action });
  });

  test.each<[string, Partial<AttentionFacts>, string]>([
    ["a week sent and not yet confirmed", { weeks: [sent] }, "week_waits"],
    [
      "a plan the tutor has not agreed to",
      { gate: judgeGate({ ...openGate, plan: { version: 2, agreed: ["student", "teacher"] } }) },
      "plan_waits",
    ],
    [
      "an agreement that the employer has not signed",
      {
        state: "agreement_out",
        startsOn: day("2026-11-30"),
        gate: judgeGate({
          ...openGate,
          agreement: { ...unsigned, newest: "out", missing: ["employer"] },
        }),
      },
      "agreement_waits",
    ],
    [
      "no induction on the first day",
      { induction: { ...owed, since: day("2026-11-23") }, weeks: [sent] },
      "induction_waits",
    ],
    [
      "a check not answered, before a talk that is agreed",
      {
        unanswered: 1,
        talks: [
          { kind: "start", plannedAt: null, heldAt: "2026-11-18T08:00:00Z" },
          { kind: "mid", plannedAt: "2026-11-26T08:00:00Z", heldAt: null },
        ],
      },
      "safety_unanswered",
    ],
    [
      "an amendment that the employer has not signed",
      { amendment: { names: "Leila Karjalainen", mine: false } },
      "amendment_waits",
    ],
  ])("others, for %s", (_name, change, reason) => {
    expect(judged(change)).toMatchObject({ group: "waits_for_others", reason });
  });

  test("a longer wait weighs more under the same reason", () => {
    const short = judged({ weeks: [{ ...sent, sentAt: "2026-11-06T12:30:00Z" }] });
    const long = judged({ weeks: [{ ...sent, sentAt: "2026-10-30T12:30:00Z" }] });
    expect(long.weight).toBeGreaterThan(short.weight);
  });
});

test("dialogue debt counts from the last talk, before the first from the first day, and not before that", () => {
  expect(daysSinceTalk(running)).toBe(4);
  expect(daysSinceTalk({ ...running, talks: [] })).toBe(42);
  expect(daysSinceTalk({ ...running, talks: [], startsOn: day("2026-11-30") })).toBeNull();
});
