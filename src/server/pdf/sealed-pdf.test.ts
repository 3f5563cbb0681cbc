import { execFileSync, spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import {
  makeEvidence,
  makeSealedPaper,
  sealEvidence,
} from "#features/agreements/sealed-paper-scene.ts";
import { verifyPaper } from "#features/agreements/verify-paper.ts";

const has = (tool: string) => spawnSync(tool, ["--version"]).error === undefined;
const POPPLER = ["pdfsig", "pdfinfo", "pdftotext"].every(
  (tool) => spawnSync(tool, ["-v"]).error === undefined,
);
const QPDF = has("qpdf");

let folder = "";
let file = "";
beforeAll(async () => {
  folder = mkdtempSync(path.join(tmpdir(), "kisalli-pdf-"));
  file = path.join(folder, "paper.pdf");
  writeFileSync(file, await makeSealedPaper());
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const say = (tool: string, ...words: string[]) =>
  execFileSync(tool, words, { encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] });

describe.skipIf(!POPPLER)(
  `a sealed paper, read by poppler${POPPLER ? "" : " (skipped: no poppler-utils)"}`,
  () => {
    test("has a valid signature over the total document, of the kind PAdES asks for", () => {
      const said = say("pdfsig", "-nocert", file);
      expect(said).toContain("Signature is Valid.");
      expect(said).toContain("Total document signed");
      expect(said).toContain("ETSI.CAdES.detached");
    });

    test("with one byte altered has a digest that does not match", () => {
      const altered = readFileSync(file);
      const place = altered.indexOf("/MediaBox [0 0 595") + "/MediaBox [0 0 59".length;
      altered.write("6", place);
      const other = path.join(folder, "altered.pdf");
      writeFileSync(other, altered);
      expect(say("pdfsig", "-nocert", other)).toContain("Digest Mismatch");
    });

    test("has headings, tables with header cells, lists and the language", () => {
      const tree = say("pdfinfo", "-struct-text", file);
      for (const tag of ["H1", "H2", "Table", "TH", "TD", "LBody"]) {
        expect(tree).toMatch(new RegExp(`^ *${tag}\\b`, "m"));
      }
      expect(say("pdfinfo", file)).toMatch(/Tagged: +yes/);
      expect(readFileSync(file, "latin1")).toContain("/Lang (fi-FI)");
    });

    test("gives its Finnish text whole", () => {
      const text = say("pdftotext", "-layout", file, "-");
      for (const words of [
        "37,5 tuntia viikossa, öitä ei tehdä. Åland.",
        "Työtehtävät viikoittain",
      ]) {
        expect(text).toContain(words);
      }
    });
  },
);

describe.skipIf(!QPDF)(`a sealed paper and qpdf${QPDF ? "" : " (skipped: no qpdf)"}`, () => {
  test("has nothing that qpdf finds fault with", () => {
    expect(say("qpdf", "--check", file)).toContain("No syntax or stream encoding errors found");
  });

  test.each([
    ["as it is", []],
    ["into object streams", ["--object-streams=generate"]],
    ["unpacked", ["--qdf", "--object-streams=disable"]],
    ["for the web", ["--linearize"]],
  ])("saved again %s is told as such, and the signed text is still known", async (_name, how) => {
    const again = path.join(folder, "again.pdf");
    say("qpdf", ...how, file, again);
    expect(await verifyPaper(readFileSync(again))).toMatchObject({
      verdict: "changed",
      faults: [{ code: "saved_again" }],
      evidenceHolds: true,
    });
  });
});

describe("a long paper", () => {
  test("of 300 pages is written, sealed and checked in bounded time and memory", async () => {
    const text = "Tehtävä tehdään ohjaajan kanssa ja kirjataan viikon lopussa. ".repeat(80);
    const blocks = Array.from({ length: 300 }, () => ({ kind: "text", text }) as const);
    const evidence = await makeEvidence([{ id: "long", heading: "Liite", blocks }]);
    const before = process.memoryUsage().rss;
    const start = performance.now();
    const bytes = await sealEvidence(evidence, evidence.text.papers.fi);
    expect(await verifyPaper(bytes)).toMatchObject({ verdict: "whole" });
    expect(performance.now() - start).toBeLessThan(20_000);
    expect(process.memoryUsage().rss - before).toBeLessThan(400 * 1024 * 1024);
    expect(bytes.toString("latin1").match(/\/Type \/Page\b/g)?.length).toBeGreaterThanOrEqual(300);
  }, 30_000);
});
