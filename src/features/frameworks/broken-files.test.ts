import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { MAX_DEPTH, readFramework } from "./read-framework.ts";
import { currentFile, put } from "./sample-files.ts";
import { olderFile } from "./sample-older-file.ts";
import { countsOf } from "./summary.ts";

function refusalOf(source: string) {
  const outcome = readFramework(source);
  return outcome.ok ? "read" : outcome.refusal;
}

describe("what is no qualification is refused with its place", () => {
  it.each([
    ["", { code: "file_empty", params: { line: 1, column: 1 } }],
    ["nimi: 5", { code: "file_not_json", params: { line: 1, column: 1 } }],
    ['{"nimi":\n  tosi}', { code: "file_not_json", params: { line: 2, column: 3 } }],
    [JSON.stringify(currentFile()).slice(0, -40), { code: "file_cut_off" }],
    ["[]", { code: "file_not_qualification", params: { path: "$" } }],
    ['"text"', { code: "file_not_qualification", params: { path: "$" } }],
    ['{"data":[],"sivuja":3}', { code: "file_not_qualification", params: { path: "$" } }],
    ['{"rooli":"määritelty","osat":[]}', { code: "file_not_qualification", params: { path: "$" } }],
    [
      JSON.stringify({ ...currentFile(), tutkinnonOsat: "x" }),
      { code: "file_wrong_type", params: { path: "$.tutkinnonOsat" } },
    ],
    [
      JSON.stringify({ ...currentFile(), tutkinnonOsat: [1, 2] }),
      { code: "file_wrong_type", params: { path: "$.tutkinnonOsat[0]" } },
    ],
    [
      JSON.stringify({ ...currentFile(), nimi: ["x"] }),
      { code: "file_wrong_type", params: { path: "$.nimi" } },
    ],
    [
      JSON.stringify({ ...currentFile(), diaarinumero: 7 }),
      { code: "file_wrong_type", params: { path: "$.diaarinumero" } },
    ],
    [
      JSON.stringify({ ...currentFile(), suoritustavat: {} }),
      { code: "file_wrong_type", params: { path: "$.suoritustavat" } },
    ],
    [
      JSON.stringify({ ...currentFile(), tutkinnonOsat: [] }),
      { code: "file_no_units", params: { path: "$.tutkinnonOsat" } },
    ],
    [
      JSON.stringify({ ...currentFile(), diaarinumero: null, id: null }),
      { code: "file_no_register_number" },
    ],
  ])("refused: %s", (source, refusal) => {
    expect(refusalOf(source)).toMatchObject(refusal);
  });

  it("never goes into a file nested ten thousand deep", () => {
    const deep = `${"[".repeat(10_000)}${"]".repeat(10_000)}`;
    expect(refusalOf(deep)).toMatchObject({
      code: "file_too_deep",
      params: { line: 1, column: MAX_DEPTH + 1 },
    });
    const inside = JSON.stringify(currentFile()).replace(
      '"osat":[',
      `"osat":[${'{"osat":['.repeat(10_000)}`,
    );
    expect(refusalOf(inside)).toMatchObject({ code: "file_too_deep" });
  });
});

/** Generous: the machine may be busy with other tests. */
const MINUTE = 60_000;

describe("whatever the file holds", { timeout: MINUTE }, () => {
  const placesIn = (value: unknown, at: (string | number)[] = []): (string | number)[][] =>
    typeof value === "object" && value !== null
      ? [at, ...Object.entries(value).flatMap(([key, part]) => placesIn(part, [...at, key]))]
      : [at];

  it.each([
    ["current", currentFile],
    ["older", olderFile],
  ])("a spoilt %s file never throws, and every remark names a place", (_name, make) => {
    const places = placesIn(make()).slice(1);
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.constantFrom(...places), fc.jsonValue({ maxDepth: 4 })), {
          minLength: 1,
          maxLength: 6,
        }),
        (changes) => {
          const file = make();
          for (const [path, value] of changes) put(file, path, value);
          const outcome = readFramework(JSON.stringify(file));
          const units = outcome.ok ? countsOf(outcome.value.framework).units : 1;
          const paths = outcome.ok ? outcome.value.remarks.map(({ path }) => path) : [];
          expect(units).toBeGreaterThan(0);
          expect(paths.filter((path) => !path.startsWith("$"))).toEqual([]);
          expect(outcome.ok ? "file_read" : outcome.refusal.code).toMatch(/^file_/);
        },
      ),
      { numRuns: 200 },
    );
  });

  it("any text at all is read or refused, never a crash", () => {
    fc.assert(
      fc.property(fc.string(), (source) => {
        expect(() => readFramework(source)).not.toThrow();
      }),
    );
  });

  it("a file cut off anywhere is refused", () => {
    const whole = JSON.stringify({ ...currentFile(), numbers: [-1.5, 2.25e30, 1e-7] });
    fc.assert(
      fc.property(
        fc.oneof(
          fc.nat({ max: whole.length - 1 }),
          fc.integer({ min: whole.length - 30, max: whole.length - 1 }),
        ),
        (end) => {
          expect(refusalOf(whole.slice(0, end))).toMatchObject({
            code: end === 0 ? "file_empty" : "file_cut_off",
          });
        },
      ),
    );
  });
});
