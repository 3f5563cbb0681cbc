import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  carriedOver,
  endedBefore,
  FIELDS,
  holdsOn,
  type Interval,
  latestDay,
  needsCondition,
  newerThan,
  type Template,
  templateOn,
  unanswered,
} from "./checklist.ts";
import { TEMPLATES } from "./templates.ts";

const day = (text: string) => Temporal.PlainDate.from(text);
const item = (id: string) => ({ id, question: {}, why: {}, source: {}, certainty: "G" as const });
const template = (version: number, validFrom: string, retiredOn: string | null): Template => ({
  field: "general",
  version,
  validFrom,
  retiredOn,
  items: [item("exits"), item(`new-${version}`)],
});
const TWO = [template(1, "2026-01-01", "2026-12-01"), template(2, "2026-12-01", null)];

describe("the template in force", () => {
  test.each([
    ["2025-12-31", undefined],
    ["2026-01-01", 1],
    ["2026-11-30", 1],
    ["2026-12-01", 2],
    ["2030-01-01", 2],
  ])("on %s", (on, version) => {
    expect(templateOn(TWO, "general", day(on))?.version).toBe(version);
  });
});

describe("a version retired while a list is being filled", () => {
  const kept = { field: "general", version: 1 } as const;

  test.each([
    ["2026-11-30", undefined],
    ["2026-12-01", 2],
  ])("on %s its answers can be carried to", (on, version) => {
    expect(newerThan(TWO, kept, day(on))?.version).toBe(version);
  });

  test("goes on as it is when nothing came in its place", () => {
    const [only] = TWO;
    if (only === undefined) throw new Error("no template");
    expect(newerThan([only], kept, day("2027-01-01"))).toBeUndefined();
  });
});

test("a sign-off waits for every item of its own version", () => {
  const [first] = TWO;
  if (first === undefined) throw new Error("no template");
  expect(unanswered(first, [])).toEqual(["exits", "new-1"]);
  expect(unanswered(first, [{ itemId: "exits" }])).toEqual(["new-1"]);
});

test("answers to items that are in the new version are carried over", () => {
  const answers = [{ itemId: "exits" }, { itemId: "new-1" }];
  const next = TWO[1];
  if (next === undefined) throw new Error("no template");
  expect(carriedOver(answers, next)).toEqual([{ itemId: "exits" }]);
});

test("a no asks for a condition; yes and not here do not", () => {
  expect((["yes", "no", "na"] as const).map((answer) => needsCondition({ answer }))).toEqual([
    false,
    true,
    false,
  ]);
});

describe("how long a sign-off holds", () => {
  test("a year at most, on a leap day too", () => {
    expect(latestDay(day("2028-02-29")).toString()).toBe("2029-02-28");
  });

  test("any sign-offs one after another never hold on the same day, and the newest holds from its first", () => {
    const signings = fc.array(
      fc.tuple(fc.integer({ min: 0, max: 40 }), fc.integer({ min: 0, max: 365 })),
      {
        minLength: 1,
        maxLength: 12,
      },
    );
    fc.assert(
      fc.property(signings, (waits) => {
        let from = day("2026-01-01");
        let signed: Interval[] = [];
        for (const [wait, length] of waits) {
          from = from.add({ days: wait });
          const start = from;
          signed = [
            ...signed.map((former) => endedBefore(former, start)),
            { from: start, until: start.add({ days: length }) },
          ];
          expect(signed.filter((one) => holdsOn(one, start))).toHaveLength(1);
        }
        for (let on = day("2026-01-01"); on.year < 2028; on = on.add({ days: 9 })) {
          expect(signed.filter((one) => holdsOn(one, on)).length).toBeLessThan(2);
        }
      }),
      { numRuns: 60 },
    );
  });
});

describe("the templates", () => {
  test.each(FIELDS)(
    "%s: six to ten items in three languages, each with its reason and source",
    (field) => {
      const now = templateOn(TEMPLATES, field, day("2026-11-24"));
      expect(now?.items.length).toBeGreaterThanOrEqual(6);
      expect(now?.items.length).toBeLessThanOrEqual(10);
      for (const { id, question, why, source } of now?.items ?? []) {
        for (const text of [question, why, source]) {
          expect([id, ...Object.keys(text).toSorted((a, b) => a.localeCompare(b))]).toEqual([
            id,
            "en",
            "fi",
            "sv",
          ]);
        }
      }
      expect(new Set(now?.items.map(({ id }) => id)).size).toBe(now?.items.length);
    },
  );
});
