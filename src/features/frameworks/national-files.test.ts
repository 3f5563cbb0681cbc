import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { compareFrameworks, isDriftless } from "./drift.ts";
import { readFramework } from "./read-framework.ts";
import { countsOf } from "./summary.ts";

const FOLDER = path.resolve(import.meta.dirname, "../../../../shared/data/finnish/eperusteet");
const REASON = "no ../shared/data";
const present = existsSync(FOLDER);

function readFile(name: string) {
  return readFramework(readFileSync(path.join(FOLDER, name), "utf8"));
}

/** File, its key, units, requirements, criteria, sub-areas, first day, last day, end of transition. */
const EXPECTED = [
  [
    "peruste-7614470-ajoneuvoala-perustutkinto-OPH-5410-2021",
    "OPH-5410-2021",
    78,
    1888,
    26,
    21,
    "2022-08-01",
    null,
    null,
  ],
  [
    "peruste-8505691-ammatillinen-perustutkinto-2022-OPH-456-2022",
    "OPH-456-2022",
    9,
    101,
    26,
    25,
    "2022-08-01",
    null,
    null,
  ],
  [
    "peruste-6542660-tieto-ja-viestintatekniikka-perustutkinto-OPH-1117-2019",
    "OPH-1117-2019",
    23,
    335,
    1677,
    12,
    "2019-09-15",
    null,
    null,
  ],
  [
    "peruste-2598340-liikunta-ja-valmennus-ammattitutkinto-OPH-1161-2018",
    "OPH-1161-2018",
    12,
    111,
    988,
    0,
    "2019-01-01",
    "2026-07-31",
    "2028-07-31",
  ],
  [
    "peruste-4454270-elaintenhoito-ammattitutkinto-OPH-2487-2018",
    "OPH-2487-2018",
    29,
    155,
    953,
    0,
    "2019-01-01",
    "2025-07-31",
    "2028-07-31",
  ],
  [
    "peruste-2434073-automekaanikko-erikoisammattitutkinto-OPH-1886-2017",
    "OPH-1886-2017",
    10,
    42,
    357,
    0,
    "2017-12-04",
    "2018-12-31",
    "2021-12-31",
  ],
  [
    "peruste-1571584-hiusala-perustutkinto-43-011-2014",
    "43/011/2014",
    15,
    197,
    766,
    15,
    "2016-08-01",
    null,
    null,
  ],
] as const;

describe.skipIf(!present)(`real national files${present ? "" : ` (skipped: ${REASON})`}`, () => {
  it.each(EXPECTED)(
    "%s",
    (name, key, units, requirements, criteria, subAreas, from, to, transition) => {
      const outcome = readFile(`${name}.json`);
      if (!outcome.ok) throw new Error(outcome.refusal.code);
      const { framework, languages, remarks } = outcome.value;
      expect(framework.key).toBe(key);
      expect(countsOf(framework)).toEqual({ units, requirements, criteria, subAreas });
      expect([framework.validFrom, framework.validTo, framework.transitionEndsOn]).toEqual([
        from,
        to,
        transition,
      ]);
      expect(languages.fi).toBeGreaterThan(0.9);
      expect(new Set(remarks.map(({ code }) => code))).not.toContain("wrong-type");
      expect(JSON.stringify(framework)).not.toMatch(/<\/?[a-z]+[\s/>]|&[a-z]+;/i);
      expect(isDriftless(compareFrameworks(framework, framework))).toBe(true);
    },
  );

  it("the qualification whose units are drafts and deleted says so of each", () => {
    const outcome = readFile(`${EXPECTED[0][0]}.json`);
    const codes = outcome.ok ? outcome.value.remarks.map(({ code }) => code) : [];
    expect(codes.filter((code) => code === "unit-draft")).toHaveLength(69);
    expect(codes.filter((code) => code === "unit-deleted")).toHaveLength(9);
    expect(codes).not.toContain("scale-differs");
  });

  it.each(["perusteet-haku-sivu", "rakenne-3397335-reformi", "tutkinnonosa-haku-asteikko2"])(
    "other JSON of the national service is refused: %s",
    (name) => {
      expect(readFile(`${name}.json`)).toMatchObject({
        ok: false,
        refusal: { code: "file_not_qualification" },
      });
    },
  );
});
