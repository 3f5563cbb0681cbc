import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { BOUNDARY_CASES } from "./boundary-cases.ts";
import { days, type ExpectedCase, rows } from "./expected-case.ts";
import { HOURS_CASES } from "./hours-cases.ts";
import { judgeCase } from "./judge-case.ts";
import { YOUNG_WORKERS } from "./national-pack.ts";
import { type AskedCase, readCase } from "./read-case.ts";
import { BASES, REGULAR_HOURS_KNOWN } from "./rule-pack.ts";
import { WORK_CASES } from "./work-cases.ts";
import { ageOn } from "./worked-time.ts";

const ALL = [...HOURS_CASES, ...WORK_CASES, ...BOUNDARY_CASES];

function asked({ birth, basis, facts, regular, on, tasks, rows: worked }: ExpectedCase): AskedCase {
  return {
    birth,
    basis: basis ?? "unknown",
    facts: facts ?? [],
    regularMinutes: regular === undefined ? null : regular * 60,
    on: on === undefined ? [] : [on],
    rows: worked ?? [],
    tasks: tasks ?? [],
  };
}

function judge(one: AskedCase) {
  const read = readCase(YOUNG_WORKERS, one);
  if (!read.ok) throw new Error(read.refusal.code);
  return judgeCase(YOUNG_WORKERS, read.value);
}

function answersOf(one: ExpectedCase): string[] {
  const found = judge(asked(one)).map(({ rule }) => `${rule.rule} ${rule.effect}`);
  return [...new Set(found)].toSorted();
}

describe("a case", () => {
  it.each(ALL.map((one) => [one.what, one] as const))("%s", (_, one) => {
    expect(answersOf(one)).toEqual([...one.expected].toSorted());
  });

  it("is in the table that a teacher can check", async () => {
    await expect(tableOf(ALL)).toMatchFileSnapshot("../../../docs/young-workers-cases.md");
  });
});

/** One line a case: what, whom it is about, what the pack answers. */
function tableOf(cases: readonly ExpectedCase[]): string {
  const lines = cases.map((one) => {
    const { what, birth, basis = "not said", facts = [], on, rows: worked = [] } = one;
    const first = on ?? worked[0]?.date ?? "";
    const times = worked
      .slice(0, 2)
      .map(({ start, end, theory }) => `${start}-${end}${theory === true ? " theory" : ""}`);
    const more = worked.length > 2 ? [`and ${worked.length - 2} more`] : [];
    const about = [...times, ...more, ...(one.tasks ?? []), ...facts].join(", ");
    const answer = answersOf(one).join(", ") || "nothing";
    return `| ${what} | ${birth} | ${first} | ${basis} | ${about} | ${answer} |`;
  });
  const head = [
    "# Young workers: cases and answers",
    "",
    "Written by the test of the rule pack. The pack says what to check, never that something is lawful.",
    "",
    "| case | born | first day | basis | hours, work, what is known | answer |",
    "| --- | --- | --- | --- | --- | --- |",
  ];
  return `${[...head, ...lines].join("\n")}\n`;
}

const plainDay = (min: string, max: string) =>
  fc
    .date({ min: new Date(min), max: new Date(max), noInvalidDate: true })
    .map((date) => date.toISOString().slice(0, 10));
const times = ["08:00-12:00", "12:30-16:30", "21:00-23:30", "00:30-05:00"];
const someCase = fc.record({
  birth: plainDay("2006-01-01", "2014-12-31"),
  basis: fc.constantFrom(...BASES),
  facts: fc.subarray(Object.keys(YOUNG_WORKERS.facts)),
  first: plainDay("2026-01-01", "2028-12-31"),
  count: fc.integer({ min: 1, max: 10 }),
  times: fc.subarray(times, { minLength: 1 }),
  tasks: fc.subarray(YOUNG_WORKERS.tasks.map(({ code }) => code)),
});

describe("any case", () => {
  it("is judged by the age of each day: a finding's rule fits the age on its day or the next", () => {
    fc.assert(
      fc.property(someCase, ({ first, count, times: worked, ...one }) => {
        const found = judge({
          ...one,
          regularMinutes: null,
          on: [],
          rows: days(first, count, ...worked),
        });
        for (const { rule, date } of found) {
          if (rule.who.atYearEnd === true) continue;
          const birth = Temporal.PlainDate.from(one.birth);
          const age = ageOn(birth, Temporal.PlainDate.from(date));
          const { from = 0, below = 200 } = rule.who;
          expect(age + 1).toBeGreaterThanOrEqual(from);
          expect(rule.measure.kind === "daily-rest" ? age - 1 : age).toBeLessThan(below);
        }
      }),
    );
  });

  it("says the same when the days come in another order", () => {
    fc.assert(
      fc.property(someCase, ({ first, count, times: worked, ...one }) => {
        const rowsInOrder = days(first, count, ...worked);
        const answers = [rowsInOrder, rowsInOrder.toReversed()].map((order) =>
          judge({ ...one, regularMinutes: null, on: [], rows: order }).map(
            ({ rule, date, task }) => `${date} ${rule.id} ${task?.code ?? ""}`,
          ),
        );
        expect(answers[0]?.toSorted()).toEqual(answers[1]?.toSorted());
      }),
    );
  });

  it("of an adult without a basis is only about permits", () => {
    fc.assert(
      fc.property(someCase, ({ first, count, times: worked, ...one }) => {
        const adult = {
          ...one,
          birth: "2001-01-01",
          basis: "unknown",
          regularMinutes: null,
        } as const;
        const found = judge({ ...adult, on: [], rows: days(first, count, ...worked) });
        expect(found.filter(({ rule }) => rule.rule !== "K7")).toEqual([]);
      }),
    );
  });
});

describe("rows that cannot be read", () => {
  const one = asked({ what: "", birth: "2009-05-14", expected: [] });
  it.each([
    ["rows_overlap", rows("2026-11-23", "08:00-12:00", "11:59-13:00")],
    ["row_empty", rows("2026-11-23", "08:00-08:00")],
    ["nothing_asked", []],
    ["not_born_yet", rows("2009-05-13", "08:00-12:00")],
  ] as const)("%s", (code, worked) => {
    const read = readCase(YOUNG_WORKERS, { ...one, rows: worked });
    expect(read.ok ? "read" : read.refusal.code).toBe(code);
  });
});

describe("the pack", () => {
  it("asks only for facts and hazards it knows, and says every rule in three languages", () => {
    const facts = new Set([...Object.keys(YOUNG_WORKERS.facts), REGULAR_HOURS_KNOWN]);
    for (const { who, title, because } of YOUNG_WORKERS.rules) {
      for (const fact of [...(who.when ?? []), ...(who.unless ?? [])])
        expect(facts).toContain(fact);
      for (const text of [title, because]) expect(Object.keys(text)).toEqual(["fi", "sv", "en"]);
    }
  });
});
