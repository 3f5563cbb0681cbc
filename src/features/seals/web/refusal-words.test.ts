import { describe, expect, test } from "vitest";
import { overwriteGetLocale } from "#messages/web-runtime";
import { LANGUAGES } from "#shared/language.ts";
import { Problem } from "#web/problem.ts";
import { bringSentences, problemText } from "#web/problem-text.ts";
import { bringSeal } from "../seals.contract.ts";

const PARAMS = { from: "2012-01-01T00:00:00Z", until: "2022-01-01T00:00:00Z" };

describe.each(LANGUAGES)("a certificate file that will not do, in %s", (language) => {
  test("has a sentence of its own for each fault, and none of them is the general one", async () => {
    overwriteGetLocale(() => language);
    await bringSentences();
    const sentences = Object.entries(bringSeal.refusals).map(([code, status]) => {
      const document = { type: "about:blank", title: code, status, code, params: PARAMS };
      const said = problemText(new Problem(document, undefined));
      expect(said).not.toContain(code);
      return said;
    });
    expect(new Set(sentences).size).toBe(sentences.length);
    expect(sentences.length).toBeGreaterThanOrEqual(9);
    // An elliptic-curve key and an expired certificate name the remedy.
    expect(sentences.filter((one) => one.includes("RSA"))).not.toEqual([]);
    expect(sentences.filter((one) => one.includes("2012") && one.includes("2022"))).toHaveLength(1);
  });
});
