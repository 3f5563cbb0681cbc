import { expect, test } from "vitest";
import type { Paper, PaperBlock } from "#shared/paper.ts";
import { paperDifference } from "./paper-difference.ts";

const paper = (...sections: [string, string, PaperBlock[]][]): Paper => ({
  language: "fi",
  title: "Sopimus",
  sections: sections.map(([id, heading, blocks]) => ({ id, heading, blocks })),
});
const text = (said: string): PaperBlock => ({ kind: "text", text: said });
const list = (...items: string[]): PaperBlock => ({ kind: "list", items });
const facts = (...rows: [string, string][]): PaperBlock => ({ kind: "facts", rows });

test("a text beside itself differs in nothing", () => {
  const one = paper(["a", "A", [text("x"), list("1", "2")]]);
  expect(paperDifference(one, structuredClone(one))).toEqual([]);
});

test("only the lines that differ stand beside each other", () => {
  const before = paper(
    ["hours", "Aika", [facts(["Viimeinen päivä", "29.1.2027"], ["Tauko", "30 min"]), text("sama")]],
    ["other", "Muu", [list("yksi", "kaksi", "kolme")]],
  );
  const after = paper(
    ["hours", "Aika", [facts(["Viimeinen päivä", "15.1.2027"], ["Tauko", "30 min"]), text("sama")]],
    ["other", "Muu", [list("yksi", "kolme", "neljä")]],
  );
  expect(paperDifference(before, after)).toEqual([
    {
      id: "hours",
      heading: "Aika",
      lines: [{ before: "Viimeinen päivä: 29.1.2027", after: "Viimeinen päivä: 15.1.2027" }],
    },
    {
      id: "other",
      heading: "Muu",
      lines: [
        { before: "kaksi", after: null },
        { before: null, after: "neljä" },
      ],
    },
  ]);
});

test("a section that came or went stands alone on its side, and a heading counts", () => {
  const before = paper(["a", "A", [text("x")]], ["gone", "Pois", [text("y")]]);
  const after = paper(["a", "AA", [text("x")]], ["new", "Uusi", [text("z")]]);
  expect(paperDifference(before, after)).toEqual([
    { id: "a", heading: "AA", lines: [{ before: "A", after: "AA" }] },
    {
      id: "new",
      heading: "Uusi",
      lines: [
        { before: null, after: "Uusi" },
        { before: null, after: "z" },
      ],
    },
    {
      id: "gone",
      heading: "Pois",
      lines: [
        { before: "Pois", after: null },
        { before: "y", after: null },
      ],
    },
  ]);
});
