import { globSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { overwriteGetLocale } from "#messages/web-runtime";
import { LANGUAGES } from "#shared/language.ts";
import { Problem, Unreachable } from "./problem.ts";
import { SENTENCES } from "./problem-sentences.ts";
import { bringSentences, problemText } from "./problem-text.ts";

const SOURCE = new URL("../", import.meta.url);

async function codesOfContracts(): Promise<string[]> {
  const files = globSync("features/*/*.contract.ts", { cwd: SOURCE });
  const modules = await Promise.all(files.map((file) => import(new URL(file, SOURCE).href)));
  return modules.flatMap((module: Record<string, { refusals?: Record<string, number> }>) =>
    Object.values(module).flatMap((contract) => Object.keys(contract?.refusals ?? {})),
  );
}

/** What the server itself refuses with, before or beside any deed. */
function codesOfServer(): string[] {
  const files = globSync("server/*.ts", { cwd: SOURCE, exclude: ["**/*.test.ts"] });
  const texts = files.map((file) => readFileSync(new URL(file, SOURCE), "utf8"));
  const named = /(?:EdgeRefusal\(\d+|sendProblem\(\w+, \d+), "(\w+)"/g;
  const common = /COMMON_REFUSALS = \{ ([^}]*) \}/.exec(texts.join("\n"))?.[1] ?? "";
  return [
    ...texts.flatMap((text) => [...text.matchAll(named)].map((match) => match[1] ?? "")),
    ...[...common.matchAll(/(\w+):/g)].map((match) => match[1] ?? ""),
    ...["malformed", "body_too_large", "media_type", "too_many_requests", "internal", "busy"],
  ];
}

const codes = [...new Set([...(await codesOfContracts()), ...codesOfServer()])].sort();
await bringSentences();

describe("every refusal is a sentence with a remedy", () => {
  it("looks at the contracts and at the server", () => {
    expect(codes).toEqual(expect.arrayContaining(["stale", "code_wrong", "not_signed_in"]));
    expect(codes.length).toBeGreaterThan(40);
  });

  it.each(codes)("%s, in all three languages", (code) => {
    expect(SENTENCES).toHaveProperty(code);
    const said = LANGUAGES.map((language) => {
      overwriteGetLocale(() => language);
      return problemText(new Problem({ type: "", status: 409, code }, undefined));
    });
    expect(new Set(said).size).toBe(LANGUAGES.length);
    for (const sentence of said) expect(sentence).toMatch(/^\p{Lu}.{20,}[.)]$/u);
  });

  it("has no sentence that nothing can say", () => {
    const unsaid = Object.keys(SENTENCES).filter((code) => !codes.includes(code));
    expect(unsaid).toEqual([]);
  });

  it("says the code when it is one we have never heard of", () => {
    overwriteGetLocale(() => "en");
    const problem = new Problem({ type: "", status: 409, code: "brand_new" }, undefined);
    expect(problemText(problem)).toContain("brand_new");
  });

  it("puts a page's own words before the general ones", () => {
    const problem = new Problem({ type: "", status: 429, code: "too_many_codes" }, undefined);
    expect(problemText(problem, { too_many_codes: () => "Own words." })).toBe("Own words.");
  });

  it("tells an answer that never came from a refusal", () => {
    overwriteGetLocale(() => "en");
    expect(problemText(new Unreachable())).toContain("Nothing is done twice");
  });
});
