import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { bareDay, type CoverFacts, type CoverPaper } from "./insurance.ts";

const day = (text: string) => Temporal.PlainDate.from(text);
const first = day("2026-11-02");
const last = day("2026-12-18");
const STATED = {
  basis: "training_agreement",
  accident: "provider",
  liability: "employer",
} as const;
const bare = (papers: readonly CoverPaper[], stated: CoverFacts["stated"] = STATED, on = first) =>
  bareDay({ basis: "training_agreement", stated, papers }, on, last)?.toString() ?? null;

describe("the first day that the employer's insurance does not cover", () => {
  test.each<[string, readonly CoverPaper[], string | null]>([
    ["none when nobody has brought a paper", [], null],
    ["none when the paper has no end", [{ from: null, until: null }], null],
    ["none when it holds to the last day", [{ from: null, until: "2026-12-18" }], null],
    ["the day after its end", [{ from: null, until: "2026-12-17" }], "2026-12-18"],
    ["today, when it ended before", [{ from: null, until: "2026-11-01" }], "2026-11-02"],
    ["today, when it begins tomorrow", [{ from: "2026-11-03", until: null }], "2026-11-02"],
    [
      "none when the next one begins the day after",
      [
        { from: "2026-12-02", until: "2027-12-01" },
        { from: "2025-12-02", until: "2026-12-01" },
      ],
      null,
    ],
    [
      "the one between two papers",
      [
        { from: "2025-12-02", until: "2026-12-01" },
        { from: "2026-12-03", until: "2027-12-02" },
      ],
      "2026-12-02",
    ],
  ])("is %s", (_, papers, expected) => {
    expect(bare(papers)).toBe(expected);
  });

  test("is not asked when the college bears both, and is when the employer bears accidents", () => {
    const ended = [{ from: null, until: "2026-11-01" }];
    expect(bare(ended, { ...STATED, liability: "provider" })).toBeNull();
    expect(bare(ended, null)).toBeNull();
    const employer = { ...STATED, accident: "employer", liability: "provider" } as const;
    expect(bare(ended, employer)).toBe("2026-11-02");
  });

  test("is what each day judged by itself says", () => {
    const near = fc.integer({ min: -20, max: 60 });
    const papers = fc.array(
      fc.tuple(near, fc.integer({ min: 0, max: 40 })).map(([start, length]) => ({
        from: first.add({ days: start }).toString(),
        until: first.add({ days: start + length }).toString(),
      })),
      { minLength: 1, maxLength: 6 },
    );
    fc.assert(
      fc.property(papers, (all) => {
        const days = Array.from({ length: first.until(last).days + 1 }, (_, nth) =>
          first.add({ days: nth }).toString(),
        );
        const found = days.find(
          (one) => !all.some(({ from, until }) => from <= one && one <= until),
        );
        expect(bare(all)).toBe(found ?? null);
      }),
    );
  });
});
