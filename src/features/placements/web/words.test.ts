import { describe, expect, test } from "vitest";
import { YOUNG_WORKERS } from "#features/rules/national-pack.ts";
import { fitOf } from "#features/rules/placement-work.ts";
import { FIT_OPEN, FIT_SUBJECTS } from "#features/suitability/student-fit.ts";
import { overwriteGetLocale } from "#messages/web-runtime";
import { LANGUAGES } from "#shared/language.ts";
import type { Action, Reason } from "../attention.ts";
import { type GateFacts, judgeGate } from "../gate.ts";
import { STATES } from "../placement.ts";
import { actionText } from "./action-text.ts";
import { attentionText, type BoardRow } from "./attention-text.ts";
import { gateState, gateWhat, gateWhy } from "./gate-text.ts";
import { mondayOfWeek, stateText, weekOfPlacement, weeksSentence } from "./state-text.ts";

const startsOn = Temporal.PlainDate.from("2026-12-02");

function decision(outcome: "suitable" | "with_conditions" | "not_suitable", until: string) {
  return { outcome, validUntil: Temporal.PlainDate.from(until), uncovered: 0 };
}

const DECISIONS: readonly GateFacts["suitability"][] = [
  null,
  decision("suitable", "2027-01-31"),
  decision("with_conditions", "2027-01-31"),
  decision("not_suitable", "2027-01-31"),
  decision("suitable", "2026-11-27"),
  { ...decision("suitable", "2027-01-31"), uncovered: 2 },
];
const PLANS: readonly GateFacts["plan"][] = [
  null,
  { version: 2, agreed: ["student"] },
  { version: 2, agreed: ["student", "tutor", "teacher"] },
];

/** A student under 18 in one task of these kinds. */
function youngFit(kinds: readonly string[] | null) {
  const birth = startsOn.subtract({ years: 17 });
  const tasks = [{ taskId: "task", name: {}, kinds, weeks: null }];
  const days = { birth, startsOn, endsOn: startsOn.add({ weeks: 4 }) };
  const settled = [] as const;
  return fitOf(YOUNG_WORKERS, {
    ...days,
    basis: "unknown",
    hours: null,
    shifts: [],
    tasks,
    settled,
  });
}
const NONE = { fields: [], noted: [] };
const SAFE = {
  checklist: { validUntil: startsOn.add({ months: 6 }), open: 0 },
  fit: FIT_OPEN,
  insurance: {
    basis: "training_agreement",
    stated: { basis: "training_agreement", accident: "provider", liability: "employer" },
    papers: [],
  },
  agreement: { started: false, completedOn: null, newest: null, missing: [] },
} as const;
const COVERS = [
  { basis: "apprenticeship" },
  { papers: [{ from: null, until: startsOn.add({ days: 9 }).toString() }] },
  { papers: [{ from: null, until: startsOn.subtract({ days: 9 }).toString() }] },
];
const FIT_REASONS = FIT_SUBJECTS.flatMap((about) =>
  (["met", "lacks", "agreed", about === "language" ? "unknown" : "none"] as const).map(
    (verdict) => ({
      ...FIT_OPEN,
      [about]: { verdict, lacks: verdict === "lacks" ? ["sv"] : [] },
    }),
  ),
);
const UNDECIDED: GateFacts = {
  startsOn,
  on: startsOn,
  endsOn: startsOn.add({ months: 3 }),
  suitability: null,
  tutor: { named: true },
  plan: null,
  youngWork: null,
  suspension: null,
  clearances: NONE,
  ...SAFE,
};

const CLEARED = [
  { fields: ["kitchen"], noted: [] },
  {
    fields: [],
    noted: [{ clearance: "criminal-record-shown", state: "needed", validUntil: null }],
  },
  { fields: [], noted: [{ clearance: "first-aid", state: "shown", validUntil: null }] },
  { fields: [], noted: [{ clearance: "first-aid", state: "shown", validUntil: "2026-12-01" }] },
].map((clearances) => judgeGate({ ...UNDECIDED, clearances }));
const SUSPENDED = (["suspended", "withdrawn"] as const).map((suspension) =>
  judgeGate({ ...UNDECIDED, suspension }),
);
/** The same a month into the placement. */
const LATER = { ...UNDECIDED, on: startsOn.add({ days: 30 }) };
const LAPSED = [
  judgeGate({
    ...LATER,
    suitability: { outcome: "suitable", validUntil: startsOn, uncovered: 0 },
    checklist: { validUntil: startsOn, open: 0 },
    clearances: {
      fields: [],
      noted: [{ clearance: "first-aid", state: "shown", validUntil: startsOn.toString() }],
    },
  }),
];
const FITS = [null, ["slicer"], ["diving"], ["alcohol-service"], []].map(youngFit);

const CHECKLISTS: readonly GateFacts["checklist"][] = [
  { validUntil: null, open: 0 },
  { validUntil: startsOn.subtract({ days: 1 }), open: 0 },
  { validUntil: startsOn, open: 2 },
];

const { agreement: NO_AGREEMENT } = UNDECIDED;
const AGREEMENTS: readonly GateFacts["agreement"][] = [
  { ...NO_AGREEMENT, started: true },
  { ...NO_AGREEMENT, newest: "out", missing: ["employer"] },
  { ...NO_AGREEMENT, newest: "declined" },
  { ...NO_AGREEMENT, completedOn: startsOn },
];

const gates = [
  ...AGREEMENTS.map((agreement) => judgeGate({ ...UNDECIDED, agreement })),
  ...CLEARED,
  ...LAPSED,
  ...SUSPENDED,
  ...DECISIONS.flatMap((suitability) =>
    PLANS.flatMap((plan) =>
      [true, false].map((named) =>
        judgeGate({ ...UNDECIDED, suitability, plan, tutor: { named } }),
      ),
    ),
  ),
  ...FITS.map((youngWork) => judgeGate({ ...UNDECIDED, youngWork })),
  ...CHECKLISTS.map((checklist) =>
    judgeGate({ ...UNDECIDED, checklist, insurance: { ...SAFE.insurance, stated: null } }),
  ),
  ...COVERS.map((change) =>
    judgeGate({ ...UNDECIDED, insurance: { ...SAFE.insurance, ...change } }),
  ),
  ...FIT_REASONS.map((fit) => judgeGate({ ...UNDECIDED, fit })),
];

describe.each(LANGUAGES)("in %s", (language) => {
  test("every reason the gate can give has a sentence of its own", () => {
    overwriteGetLocale(() => language);
    for (const row of gates.flat()) {
      const said = { ...row, fixers: [] };
      const unknown = gateWhy({ code: "other", reason: "other", params: {} });
      expect(gateWhy(said)).not.toBe(unknown);
      expect(gateWhat(said)).not.toBe(gateWhat({ code: "other" }));
      expect(gateWhy(said)).not.toMatch(/undefined|NaN|gate_/);
    }
  });

  test("every reason of the board has words, and every action a button", () => {
    overwriteGetLocale(() => language);
    for (const [reason, params] of Object.entries(REASONS)) {
      const words = attentionText(boardRow(reason, params), "2026-11-23");
      expect(words.reason).not.toMatch(/undefined|NaN|attention_|^$/);
      expect(words.detail ?? "").not.toMatch(/undefined|NaN|attention_/);
    }
    for (const action of ACTIONS) expect(actionText(action)).not.toMatch(/attention_/);
    for (const state of STATES) expect(stateText(state)).not.toMatch(/state_/);
  });
});

test("a plan that is out with somebody waits, what nobody has begun stops", () => {
  const [undecided] = judgeGate(UNDECIDED);
  expect(undecided && gateState(undecided)).toBe("stop");
  expect(gateState({ code: "plan", verdict: "missing", reason: "waits" })).toBe("waits");
  expect(gateState({ code: "plan", verdict: "met", reason: "agreed" })).toBe("ready");
});

test("a week of the ribbon begins on its Monday, also across the year", () => {
  expect(mondayOfWeek("2026-W47")).toBe("2026-11-16");
  expect(mondayOfWeek("2026-W53")).toBe("2026-12-28");
  expect(mondayOfWeek("2027-W01")).toBe("2027-01-04");
});

test("weeks of one kind are said together", () => {
  overwriteGetLocale(() => "en");
  expect(weeksSentence(["2026-W42", "2026-W43"], "confirmed")).toBe(
    "Weeks 42 and 43 are confirmed.",
  );
  expect(weeksSentence(["2026-W47"], "waits")).toBe("Week 47 waits for the tutor.");
});

test("the week of a placement is told only while it runs", () => {
  overwriteGetLocale(() => "en");
  const ribbon = [{ week: "2026-W47" }, { week: "2026-W48" }];
  expect(weekOfPlacement(ribbon, "2026-11-23")).toBe("Week 2 of 2");
  expect(weekOfPlacement(ribbon, "2026-12-01")).toBe("");
});

test("a talk that is late is told by the silence once that is long", () => {
  overwriteGetLocale(() => "en");
  const late = { kind: "mid", days: 5 };
  const short = attentionText(boardRow("talk_late", { ...late, since: 12 }), "2026-11-23");
  const long = attentionText(boardRow("talk_late", { ...late, since: 42 }), "2026-11-23");
  expect(short.reason).toBe("Mid talk is late by 5 days");
  expect(long).toMatchObject({
    reason: "No talk for 42 days",
    detail: "Mid talk is late by 5 days",
  });
});

const REASONS: Readonly<Record<Reason, BoardRow["params"]>> = {
  relocation: {},
  safety_unanswered: { count: 1 },
  induction_late: { who: "tutor", count: 9, kind: "first_day", since: "2026-11-20" },
  induction_waits: { who: "student", count: 1, kind: "new_tasks", since: "2026-11-23" },
  promise_late: { count: 2, days: 3 },
  renewal_answered: { changed: 2, until: "2026-12-10", days: 17 },
  renewal_unanswered: { until: "2026-11-27", days: 4 },
  renewal_asked: { askedAt: "2026-11-20T08:00:00Z", until: "2026-12-18" },
  gate_suitability: { why: "uncovered", count: 2, days: 7 },
  gate_tutor: { days: 1 },
  gate_clearances: { why: "unseen", count: 1, codes: "first-aid", days: 7 },
  gate_language: { why: "lacks", count: 1, days: 7 },
  gate_prior_skill: { why: "lacks", count: 2, days: 7 },
  insurance_ends: { day: "2026-12-01", days: 8 },
  gate_young_work: { why: "needs_notice", count: 2, days: 7 },
  gate_checklist: { why: "unsigned", days: 7 },
  gate_insurance: { why: "unstated", days: 7 },
  gate_agreement: { why: "none", days: 7 },
  agreement_waits: { days: 7 },
  agreement_declined: {},
  amendment_waits: { names: "Leila Karjalainen" },
  plan_mine: { why: "waits", days: 14 },
  talk_late: { kind: "mid", days: 5, since: 42 },
  no_talk: { days: 42 },
  tutor_silent: { weeks: 2, week: "2026-W45" },
  week_exceptions: { week: "2026-W47" },
  no_entries: { days: 4 },
  not_started: { days: 3 },
  plan_waits: { who: "student", days: 0 },
  week_waits: { week: "2026-W47", sentAt: "2026-11-20T12:30:00Z" },
  gate_later: { code: "tutor", days: 40 },
  starts: { days: -2 },
  next_talk: { kind: "end", at: "2026-11-26T08:00:00Z" },
  week_to_read: { week: "2026-W47" },
  all_in_order: {},
  over: { state: "terminated" },
  to_close: { since: "2026-11-20" },
};

const ACTIONS: readonly Action[] = [
  "review_suitability",
  "name_tutor",
  "open_plan",
  "open_checks",
  "open_checklist",
  "open_promises",
  "note_talk",
  "call_tutor",
  "open_week",
  "ask_student",
  "nudge_tutor",
  "nudge_student",
  "open",
];

function boardRow(reason: string, params: BoardRow["params"]) {
  const student = { id: "s", givenName: "Olena", familyName: "Kovalenko", age: 34 };
  return { reason, params, student, tutor: null, state: "running" } as const;
}
