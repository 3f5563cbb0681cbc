import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { STATES } from "#features/placements/placement.ts";
import { mayEditPlan, mayMarkPlan } from "./plan.policy.ts";
import {
  agree,
  emptiedBy,
  holds,
  isOpen,
  minutesPerDay,
  PARTIES,
  type PlanContent,
  type PlanTalk,
  tidyPlan,
} from "./plan.ts";
import { checkPlan, type PlanChoices } from "./plan-check.ts";

const PLAN: PlanContent = {
  objectives: [{ requirementId: "pipes" }],
  tasks: [{ taskId: "runs", name: null, aloneWeeks: ["2026-W50"], withTutorWeeks: ["2026-W49"] }],
  hours: { minutesPerWeek: 2_250, dayStartsAt: "07:00", dayEndsAt: "15:00", breakMinutes: 30 },
  talks: [{ kind: "start", at: "2026-12-02T11:30:00Z", minutes: 30, place: "workplace" }],
  shifts: [],
  demonstrations: [],
  guidance: null,
  breaks: null,
  support: null,
  travel: "Bus 4",
  meals: null,
};

const CHOICES: PlanChoices = {
  requirementIds: new Set(["pipes", "joints"]),
  provenIds: new Set(),
  taskIds: new Set(["runs"]),
  weeks: new Set(["2026-W49", "2026-W50", "2026-W51"]),
  startsOn: Temporal.PlainDate.from("2026-11-30"),
  endsOn: Temporal.PlainDate.from("2026-12-18"),
  timeZone: "Europe/Helsinki",
  heldTalks: new Set(),
  former: null,
};

function refusalOf(change: Partial<PlanContent>, choices: Partial<PlanChoices> = {}): string {
  const checked = checkPlan(tidyPlan({ ...PLAN, ...change }), { ...CHOICES, ...choices });
  return checked.ok ? "accepted" : checked.refusal.code;
}

const [RUNS] = PLAN.tasks;
const runs = (weeks: Partial<PlanContent["tasks"][number]>) => ({
  tasks: [{ taskId: "runs", name: null, aloneWeeks: [], withTutorWeeks: [], ...weeks }],
});
const talk = (at: string, kind: PlanTalk["kind"] = "mid"): PlanTalk => ({
  kind,
  at,
  minutes: null,
  place: null,
});

describe("what a plan can be made of", () => {
  it.each<[string, string, Partial<PlanContent>, Partial<PlanChoices>]>([
    ["accepted", "as it stands", {}, {}],
    [
      "unknown_requirement",
      "an objective of another qualification",
      { objectives: [{ requirementId: "care" }] },
      {},
    ],
    [
      "unknown_task",
      "a task of another workplace",
      runs({ taskId: "lifts", aloneWeeks: ["2026-W49"] }),
      {},
    ],
    [
      "accepted",
      "a task in own words",
      runs({ taskId: null, name: "Stock", aloneWeeks: ["2026-W49"] }),
      {},
    ],
    ["task_twice", "the same task in two lines", { tasks: RUNS ? [RUNS, RUNS] : [] }, {}],
    ["week_outside", "a week after the last day", runs({ aloneWeeks: ["2026-W52"] }), {}],
    [
      "week_twice",
      "alone and with the tutor in one week",
      runs({ aloneWeeks: ["2026-W49"], withTutorWeeks: ["2026-W49"] }),
      {},
    ],
    [
      "hours_impossible",
      "a break longer than the day",
      { hours: { ...PLAN.hours, dayEndsAt: "07:30" } },
      {},
    ],
    [
      "hours_impossible",
      "more than seven such days a week",
      { hours: { ...PLAN.hours, minutesPerWeek: 4_000 } },
      {},
    ],
    [
      "accepted",
      "a night shift",
      { hours: { ...PLAN.hours, dayStartsAt: "22:00", dayEndsAt: "06:00" } },
      {},
    ],
    ["talk_outside", "a talk in another year", { talks: [talk("2062-12-10T10:00:00Z")] }, {}],
    [
      "accepted",
      "a start talk before the first day",
      { talks: [talk("2026-11-20T10:00:00Z", "start")] },
      {},
    ],
    [
      "talk_twice",
      "two mid talks",
      { talks: [talk("2026-12-08T10:00:00Z"), talk("2026-12-09T10:00:00Z")] },
      {},
    ],
    [
      "accepted",
      "two further talks",
      { talks: [talk("2026-12-08T10:00:00Z", "other"), talk("2026-12-09T10:00:00Z", "other")] },
      {},
    ],
    [
      "talk_twice",
      "one further talk written twice",
      {
        talks: [talk("2026-12-08T10:00:00Z", "other"), talk("2026-12-08T12:00:00+02:00", "other")],
      },
      {},
    ],
    ["accepted", "a held talk that stays", {}, { heldTalks: new Set(["start"]), former: PLAN }],
    [
      "talk_held",
      "a held talk that moves",
      { talks: [talk("2026-12-03T10:00:00Z", "start")] },
      { heldTalks: new Set(["start"]), former: PLAN },
    ],
    [
      "talk_held",
      "a held talk left out",
      { talks: [] },
      { heldTalks: new Set(["start"]), former: PLAN },
    ],
  ])("%s: %s", (code, _what, change, choices) => {
    expect(refusalOf(change, choices)).toBe(code);
  });
});

describe("the usual day", () => {
  it.each([
    ["07:00", "15:00", 30, 450],
    ["22:00", "06:00", 30, 450],
    ["08:00", "08:00", 0, 1_440],
  ])(
    "from %s to %s with a break of %i minutes is %i minutes",
    (dayStartsAt, dayEndsAt, breakMinutes, minutes) => {
      expect(minutesPerDay({ minutesPerWeek: 0, dayStartsAt, dayEndsAt, breakMinutes })).toBe(
        minutes,
      );
    },
  );
});

describe("one way of writing a plan", () => {
  it("sorts weeks and talks and writes instants in UTC", () => {
    const tidy = tidyPlan({
      ...PLAN,
      ...runs({ aloneWeeks: ["2026-W51", "2026-W50", "2026-W51"] }),
      talks: [talk("2026-12-16T12:00:00+02:00"), talk("2026-12-02T11:30:00.000Z", "start")],
    });
    expect(tidy.tasks[0]?.aloneWeeks).toEqual(["2026-W50", "2026-W51"]);
    expect(tidy.talks.map(({ at }) => at)).toEqual([
      "2026-12-02T11:30:00Z",
      "2026-12-16T10:00:00Z",
    ]);
    expect(tidyPlan(tidy)).toEqual(tidy);
  });
});

const parties = fc.subarray([...PARTIES]);

describe("three marks", () => {
  it("a plan holds with all three marks and with no fewer", () => {
    fc.assert(
      fc.property(parties, (agreed) => {
        expect(holds({ number: 3, agreed })).toBe(agreed.length === 3);
      }),
    );
  });

  it("agreeing adds one's own mark, once, and completes exactly at the third", () => {
    fc.assert(
      fc.property(parties, fc.constantFrom(...PARTIES), (agreed, party) => {
        const first = agree({ number: 3, agreed }, party, 3);
        if (!first.ok) throw new Error("refused");
        expect(new Set(first.value.state.agreed)).toEqual(new Set([...agreed, party]));
        expect(first.value.completed).toBe(!agreed.includes(party) && agreed.length === 2);
        const again = agree(first.value.state, party, 3);
        expect(again).toEqual({ ok: true, value: { state: first.value.state, completed: false } });
      }),
    );
  });

  it("nobody agrees to a version they have not read", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1 }),
        fc.integer({ min: 1 }),
        parties,
        (seen, number, agreed) => {
          expect(agree({ number, agreed }, "tutor", seen).ok).toBe(seen === number);
        },
      ),
    );
  });

  it("an edit empties the marks of the others, never one's own", () => {
    fc.assert(
      fc.property(parties, fc.constantFrom(...PARTIES), (agreed, editor) => {
        const emptied = emptiedBy(editor, { number: 2, agreed });
        expect(emptied).toEqual(
          PARTIES.filter((party) => party !== editor && agreed.includes(party)),
        );
      }),
    );
    expect(emptiedBy("teacher", null)).toEqual([]);
  });
});

describe("who may write and agree, and when", () => {
  const relations = ["student", "tutor", "teacher", "coordinator"] as const;
  const open = ["proposed", "planning", "agreement_out", "ready", "running"];
  const cases = relations.flatMap((relation) =>
    [true, false].map((named) => [relation, named] as const),
  );

  it.each(cases)("%s, name said: %s", (relation, named) => {
    const expected =
      relation === "coordinator"
        ? { allowed: false, reason: "role" }
        : named
          ? { allowed: true }
          : { allowed: false, reason: "name_needed" };
    expect(mayEditPlan(relation, named)).toEqual(expected);
    expect(mayMarkPlan(relation, named)).toEqual(expected);
  });

  it.each(STATES)("in the state %s", (state) => {
    expect(isOpen(state)).toBe(open.includes(state));
  });
});
