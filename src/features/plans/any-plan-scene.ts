import fc from "fast-check";
import { type PlanContent, TALK_KINDS, tidyPlan } from "./plan.ts";

const week = fc.constantFrom("2026-W49", "2026-W50", "2026-W51", "2026-W53");
const task = fc
  .record({
    taskId: fc.constantFrom("runs", "joints", null),
    word: fc.constantFrom("Stock", "Van"),
    weeks: fc.array(fc.record({ week, alone: fc.boolean() }), { minLength: 1, maxLength: 4 }),
  })
  .map(({ taskId, word, weeks }) => ({
    taskId,
    name: taskId === null ? word : null,
    aloneWeeks: weeks.filter(({ alone }) => alone).map((one) => one.week),
    withTutorWeeks: weeks.filter(({ alone }) => !alone).map((one) => one.week),
  }));
const talk = fc.record({
  kind: fc.constantFrom(...TALK_KINDS),
  at: fc.constantFrom("2026-12-02T11:30:00Z", "2026-12-16T10:00:00Z"),
  minutes: fc.constantFrom(30, null),
  place: fc.constantFrom("workplace" as const, null),
});
const text = fc.constantFrom(null, "Bus 4", "Own car");
/** Tidy plans over a few tasks, weeks and talks, so that two of them often touch the same line. */
export const anyPlan: fc.Arbitrary<PlanContent> = fc
  .record({
    objectives: fc
      .subarray(["pipes", "joints", "drawings"], { minLength: 1 })
      .map((ids) => ids.map((requirementId) => ({ requirementId }))),
    tasks: fc.uniqueArray(task, { selector: ({ taskId, name }) => taskId ?? name, maxLength: 4 }),
    hours: fc.record({
      minutesPerWeek: fc.constantFrom(2_250, 2_400),
      dayStartsAt: fc.constantFrom("07:00", "08:00"),
      dayEndsAt: fc.constant("15:30"),
      breakMinutes: fc.constantFrom(0, 30),
    }),
    talks: fc.uniqueArray(talk, {
      selector: ({ kind, at }) => (kind === "other" ? kind + at : kind),
      maxLength: 5,
    }),
    shifts: fc.array(
      fc.record({
        dayStartsAt: fc.constant("14:00"),
        dayEndsAt: fc.constantFrom("21:00", "22:00"),
        breakMinutes: fc.constant(30),
        on: fc.constantFrom("Friday", "week 50"),
      }),
      { maxLength: 2 },
    ),
    demonstrations: fc.uniqueArray(
      fc.record({
        id: fc.constantFrom("first", "second"),
        work: fc.constantFrom("Pipes of a bathroom", "A boiler room"),
        startsOn: fc.constantFrom("2026-12-14", "2026-12-16"),
        endsOn: fc.constant("2026-12-18"),
        place: text,
        requirementIds: fc.subarray(["joints", "pipes"], { minLength: 1 }),
        schoolAssessor: fc.constantFrom("Sanna", null),
        workAssessor: fc.constantFrom("Mika", null),
      }),
      { selector: ({ id }) => id, maxLength: 2 },
    ),
    guidance: fc.constantFrom(
      null,
      { every: "week" as const, by: "phone" as const, note: null },
      { every: "month" as const, by: "visit" as const, note: "Fridays" },
    ),
    breaks: text,
    support: text,
    travel: text,
    meals: text,
  })
  .map(tidyPlan);
