import { execFileSync, spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { PaperBlock, PaperSection } from "#shared/paper.ts";
import { codesIn, inLetters } from "./paper-letters.ts";
import { writePaper } from "./write-paper.ts";

describe("letters", () => {
  test.each([
    ["Äitiyslääkäri Ångström, š ž", "Äitiyslääkäri Ångström, š ž"],
    ["Sámi: ŧ ŋ đ, Łukasz, Nguyễn, Дмитрий, Ελένη", "Sámi: ŧ ŋ đ, Łukasz, Nguyễn, Дмитрий, Ελένη"],
    ["Hyvin meni 👍", "Hyvin meni [U+1F44D]"],
    ["李明 Virtanen", "[U+674E U+660E] Virtanen"],
    ["محمد", "[U+0645 U+062D U+0645 U+062F]"],
    ["100\u202e001 €", "100[U+202E]001 €"],
    ["नम", "[U+0928 U+092E]"],
    ["a\tb\r\nc", "a b\nc"],
  ])("%j is written as %j: none is lost", (text, shown) => {
    expect(inLetters(text)).toBe(shown);
  });

  test("that stand as codes are named once each, wherever they are", () => {
    const sections: PaperSection[] = [
      { id: "a", heading: "👍", blocks: [{ kind: "facts", rows: [["李", "x"]] }] },
      { id: "b", heading: "B", blocks: [{ kind: "list", items: ["👍", "明"] }] },
      {
        id: "c",
        heading: "C",
        blocks: [{ kind: "table", caption: "م", head: ["h"], rows: [["ok"]] }],
      },
    ];
    expect(codesIn({ title: "Title", sections })).toEqual([
      ...["U+1F44D", "U+674E", "U+660E", "U+0645"],
    ]);
  });
});

const POPPLER = ["pdfinfo", "pdftotext"].every(
  (tool) => spawnSync(tool, ["-v"]).error === undefined,
);

let folder = "";
beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), "kisalli-paper-"));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function write(sections: readonly PaperSection[], title = "Sopimus"): Promise<string> {
  const file = path.join(folder, "paper.pdf");
  const paper = { language: "fi", title, sections } as const;
  const createdAt = Temporal.Instant.from("2026-11-23T08:00:00Z");
  writeFileSync(file, await writePaper(paper, { createdAt, author: "Opisto", footer: title }));
  return file;
}

const say = (tool: string, ...words: string[]) =>
  execFileSync(tool, words, { encoding: "utf8", maxBuffer: 50_000_000 });

/** The text of each page. */
const pagesOf = (file: string) => say("pdftotext", "-layout", file, "-").split("\f").slice(0, -1);

describe.skipIf(!POPPLER)(
  `a paper, read by poppler${POPPLER ? "" : " (skipped: no poppler-utils)"}`,
  () => {
    const words = (name: string, count: number) =>
      Array.from({ length: count }, (_, at) => `${name}${at + 1}`).join(" ");
    const FIRSTS: [string, PaperBlock][] = [
      ["a text", { kind: "text", text: `alkaa ${words("t", 200)}` }],
      ["a list", { kind: "list", items: [`alkaa ${words("t", 60)}`, "toinen"] }],
      [
        "facts",
        {
          kind: "facts",
          rows: [
            ["alkaa", words("t", 80)],
            ["b", "c"],
          ],
        },
      ],
      [
        "a table",
        {
          kind: "table",
          caption: "Taulukko",
          head: ["Viikko", "Työ"],
          rows: [["alkaa", words("t", 60)]],
        },
      ],
    ];

    test.each(FIRSTS)(
      "never has a heading alone at the foot of a page: %s begins below it, wherever the page ends",
      async (_name, block) => {
        const begins = block.kind === "table" ? ["Viikko", "alkaa"] : ["alkaa"];
        for (let lines = 28; lines <= 52; lines += 1) {
          const before = Array.from({ length: lines }, () => "rivi").join("\n");
          const file = await write([
            { id: "a", heading: "Ensin", blocks: [{ kind: "text", text: before }] },
            { id: "b", heading: "Otsikkomme", blocks: [block] },
          ]);
          const page = pagesOf(file).find((one) => one.includes("Otsikkomme"));
          for (const word of begins) expect(page, `${lines} lines before`).toContain(word);
        }
      },
      30_000,
    );

    test("breaks a row of two cells that are both longer than a page: each word once, in order, cell beside cell", async () => {
      const file = await write([
        {
          id: "a",
          heading: "Tehtävät",
          blocks: [
            {
              kind: "table",
              caption: "Pitkä",
              head: ["Ensimmäinen", "Toinen", "Kolmas"],
              rows: [
                [words("v", 900), words("o", 600), "lyhyt"],
                ["seuraava", "rivi", "on"],
              ],
            },
          ],
        },
      ]);
      const pages = pagesOf(file);
      expect(pages.length).toBeGreaterThan(2);
      expect(pages[1]).toMatch(/v\d+ .*o\d+/);
      for (const [name, count] of [
        ["v", 900],
        ["o", 600],
      ] as const) {
        const read = pages.flatMap((page) => page.match(new RegExp(`\\b${name}\\d+`, "g")) ?? []);
        expect(read.join(" ")).toBe(words(name, count));
      }
      expect(pages.at(-1)).toMatch(/seuraava\s+rivi\s+on/);
      // Of the structure a broken cell is still one cell: two rows of three, and the headers.
      const tree = say("pdfinfo", "-struct", file);
      expect(tree.match(/\bTD\b/g)).toHaveLength(6);
      expect(tree.match(/\bTH\b/g)).toHaveLength(3);
    });

    test("breaks a word that is longer than a page, and facts with long names", async () => {
      const long = "x".repeat(2_000);
      const file = await write([
        { id: "a", heading: "A", blocks: [{ kind: "facts", rows: [["nimi".repeat(200), long]] }] },
      ]);
      const text = pagesOf(file).join("");
      expect(text.match(/x/g)).toHaveLength(2_000);
      expect(text.match(/[nim]/g)?.filter((one) => one === "n")).toHaveLength(200);
    }, 20_000);

    test("shows a letter that no font has by its code, in every place and with its tags", async () => {
      const file = await write(
        [
          {
            id: "a",
            heading: "Otsikko 👍",
            blocks: [
              { kind: "text", text: "李明 ja Đorđe Čović ŋ" },
              { kind: "list", items: ["kohta م"] },
              { kind: "table", caption: "T", head: ["a", "b"], rows: [["1", "⚠"]] },
            ],
          },
        ],
        "Sopimus 🤝",
      );
      const text = pagesOf(file).join("");
      for (const shown of [
        ...["Sopimus [U+1F91D] 1 / 1", "Otsikko [U+1F44D]", "[U+674E U+660E] ja Đorđe Čović ŋ"],
        ...["kohta [U+0645]", "[U+26A0]"],
      ]) {
        expect(text).toContain(shown);
      }
      expect(say("pdfinfo", "-struct-text", file)).toContain("[U+674E U+660E]");
    });
  },
);
