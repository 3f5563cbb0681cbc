import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { PlanContent } from "#features/plans/plan.ts";
import { amendPlan } from "#features/plans/plan-amended.ts";
import { AGREEMENT_PARTIES, type Duty, type DutyOf, dutiesOf } from "./agreement.ts";
import {
  AMENDED_FIELDS,
  type AmendedField,
  type AmendedLine,
  diffFacts,
  dutiesOfAmendment,
} from "./amendment.ts";
import {
  type AmendmentChange,
  changeFrom,
  overtakenLines,
  planPartOf,
  type Standing,
} from "./amendment-change.ts";
import { sampleFacts } from "./template-sample.ts";

const line = (field: AmendedField): AmendedLine => ({
  field,
  before: { fi: "ennen" },
  after: { fi: "jälkeen" },
});
const training = dutiesOf("training_agreement", { underage: true }, "signs");
const apprentice = dutiesOf("apprenticeship", { underage: true }, "informed");
const said = (parties: readonly DutyOf[]) =>
  parties.map(({ party, duty }) => `${party} ${duty}`).join(", ");

describe("whom a change asks", () => {
  const ALL = "provider signs, employer signs, student acknowledges, guardian signs";
  const THREE = "provider signs, employer signs, student acknowledges";
  test.each<[AmendedField, string]>([
    ["ends_on", ALL],
    ["starts_on", ALL],
    ["hours", ALL],
    ["workplace", ALL],
    ["insurance", ALL],
    ["tutor", THREE],
    ["objectives", THREE],
    ["tasks", THREE],
    ["terms", THREE],
  ])("of a training agreement, of %s: %s", (field, expected) => {
    expect(said(dutiesOfAmendment([line(field)], training))).toBe(expected);
  });

  const SIGNS = "provider signs, employer signs, student signs";
  const TOLD = "provider signs, employer signs, student acknowledges";
  test.each<[AmendedField, string]>([
    ["ends_on", `${SIGNS}, guardian informed`],
    ["starts_on", `${SIGNS}, guardian informed`],
    ["hours", `${SIGNS}, guardian informed`],
    ["workplace", `${SIGNS}, guardian informed`],
    ["insurance", `${TOLD}, guardian informed`],
    ["tutor", TOLD],
    ["objectives", TOLD],
    ["tasks", TOLD],
    ["terms", TOLD],
  ])("of an apprenticeship, of %s: %s", (field, expected) => {
    expect(said(dutiesOfAmendment([line(field)], apprentice))).toBe(expected);
  });

  test("of several lines together is whom each of them asks, with the heaviest duty", () => {
    const together = dutiesOfAmendment([line("tutor"), line("hours")], apprentice);
    expect(said(together)).toBe(`${SIGNS}, guardian informed`);
    const light = dutiesOfAmendment([line("tutor"), line("tasks")], training);
    expect(said(light)).toBe(THREE);
  });

  test("never asks somebody whom the agreement did not, and no combination asks less than one of its lines", () => {
    const weight: Record<Duty, number> = { informed: 0, acknowledges: 1, signs: 2 };
    const fields = fc.uniqueArray(fc.constantFrom(...AMENDED_FIELDS), { minLength: 1 });
    const parties = fc.subarray([...training]).map((some) => some);
    fc.assert(
      fc.property(fields, parties, (chosen, held) => {
        const asked = dutiesOfAmendment(chosen.map(line), held);
        const names = asked.map(({ party }) => party);
        expect(held.map(({ party }) => party)).toEqual(expect.arrayContaining(names));
        for (const field of chosen) {
          for (const one of dutiesOfAmendment([line(field)], held)) {
            const both = asked.find(({ party }) => party === one.party);
            expect(weight[both?.duty ?? "informed"]).toBeGreaterThanOrEqual(weight[one.duty]);
          }
        }
        for (const party of AGREEMENT_PARTIES) {
          expect(names.filter((name) => name === party).length).toBeLessThan(2);
        }
      }),
    );
  });
});

describe("what an amendment says", () => {
  const facts = sampleFacts("training_agreement");
  test("is every line that differs and no other", () => {
    const tutor = { name: "Pia Salo", email: null, phone: null };
    const employer = { ...facts.employer, workplace: "Kahvila Satama" };
    const after = { ...facts, tutor, employer, tasks: [{ fi: "Kassa" }] };
    expect(diffFacts(facts, after).map(({ field }) => field)).toEqual([
      "tutor",
      "workplace",
      "tasks",
    ]);
    expect(diffFacts(facts, facts)).toEqual([]);
  });

  test("of a list is what comes and what goes, not what stays or how it is ordered", () => {
    const [washes, dries, waxes] = [
      { fi: "Pesu" },
      { fi: "Kuivaus" },
      { fi: "Vahaus", sv: "Vaxning" },
    ];
    const tasksOf = (before: readonly object[], after: readonly object[]) =>
      diffFacts({ ...facts, tasks: [...before] }, { ...facts, tasks: [...after] }).map((one) => [
        one.before.fi,
        one.after.fi,
      ]);
    expect(tasksOf([washes, dries], [dries, washes])).toEqual([]);
    expect(tasksOf([washes], [washes, { sv: "Vaxning", fi: "Vahaus" }])).toEqual([
      ["Ei ollut", "Vahaus"],
    ]);
    expect(tasksOf([washes, dries], [washes])).toEqual([["Kuivaus", "Jää pois"]]);
    expect(tasksOf([washes, dries], [washes, waxes])).toEqual([["Kuivaus", "Vahaus"]]);
  });
});

const hours = { minutesPerWeek: 2_250, dayStartsAt: "07:00", dayEndsAt: "15:00", breakMinutes: 30 };
const plan: PlanContent = {
  objectives: [{ requirementId: "r1" }, { requirementId: "r2" }],
  tasks: [
    { taskId: "t1", name: null, aloneWeeks: ["2026-W51"], withTutorWeeks: ["2026-W49"] },
    { taskId: null, name: "Siivous", aloneWeeks: ["2026-W50"], withTutorWeeks: [] },
  ],
  hours,
  shifts: [],
  talks: [],
  demonstrations: [],
  guidance: null,
  breaks: null,
  support: null,
  travel: null,
  meals: null,
};
const now: Standing = { tutorId: "mika", workplaceId: "ranta", plan };
const stays = { tutorId: null, workplaceId: null, hours: null, tasks: null, objectives: null };

describe("what an amendment carries", () => {
  test("is nothing of what is so already, in whichever order it is written", () => {
    const change = changeFrom(now, {
      tutorId: "mika",
      workplaceId: "ranta",
      hours: { ...hours },
      tasks: [
        { taskId: null, name: "siivous " },
        { taskId: "t1", name: null },
      ],
      objectives: ["r2", "r1"],
    });
    expect(Object.values(change)).toEqual([null, null, null, null, null]);
    expect(planPartOf(change)).toBeNull();
  });

  const changes: readonly [AmendedField, AmendmentChange, Partial<Standing>][] = [
    ["tutor", changeFrom(now, { ...stays, tutorId: "pia" }), { tutorId: "leila" }],
    ["workplace", changeFrom(now, { ...stays, workplaceId: "satama" }), { workplaceId: "tori" }],
    [
      "hours",
      changeFrom(now, { ...stays, hours: { ...hours, dayStartsAt: "08:00" } }),
      { plan: { ...plan, hours: { ...hours, breakMinutes: 45 } } },
    ],
    [
      "tasks",
      changeFrom(now, { ...stays, tasks: [{ taskId: "t2", name: null }] }),
      { plan: { ...plan, tasks: plan.tasks.slice(1) } },
    ],
    [
      "objectives",
      changeFrom(now, { ...stays, objectives: ["r3"] }),
      { plan: { ...plan, objectives: plan.objectives.slice(1) } },
    ],
  ];
  test.each(changes)(
    "of %s is overtaken by another change of that line only",
    (field, change, moved) => {
      expect(overtakenLines(change, now)).toEqual([]);
      expect(overtakenLines(change, { ...now, ...moved })).toEqual([field]);
      const elsewhere = { ...plan, travel: "Bussi 4", tasks: weeksMoved(plan) };
      expect(overtakenLines(change, { ...now, plan: elsewhere })).toEqual([]);
    },
  );

  test("leaves weeks of tasks that stay as they were; a new one is beside the tutor in the weeks that are left", () => {
    const after = amendPlan(
      plan,
      {
        hours: null,
        tasks: [
          { taskId: "t1", name: null },
          { taskId: "t2", name: null },
        ],
        objectives: ["r2", "r3"],
      },
      ["2026-W52", "2026-W53"],
    );
    expect(after.tasks).toEqual([
      plan.tasks[0],
      { taskId: "t2", name: null, aloneWeeks: [], withTutorWeeks: ["2026-W52", "2026-W53"] },
    ]);
    expect(after.objectives).toEqual([{ requirementId: "r2" }, { requirementId: "r3" }]);
    expect(after.hours).toBe(plan.hours);
  });
});

function weeksMoved({ tasks }: PlanContent) {
  return tasks.map((task) => ({ ...task, withTutorWeeks: ["2026-W52"] }));
}
