import { inflateSync } from "node:zlib";
import { PDFDocument } from "@cantoo/pdf-lib";
import fc from "fast-check";
import { beforeAll, describe, expect, test } from "vitest";
import type { Paper, PaperBlock, PaperSection } from "#shared/paper.ts";
import { makeEvidence, sealEvidence } from "./sealed-paper-scene.ts";
import { type PaperVerdict, verifyPaper } from "./verify-paper.ts";

const words = (name: string, count: number) =>
  Array.from({ length: count }, (_, at) => `${name}${at + 1}`).join(" ");

const PAY: PaperSection = {
  id: "pay",
  heading: "Palkka",
  blocks: [
    { kind: "text", text: "Palkka on 2 100 € kuussa. Se maksetaan kuun viimeisenä päivänä." },
    {
      kind: "facts",
      rows: [
        ["Koeaika", "31.3.2027"],
        ["Työaika", "37,5 h"],
      ],
    },
    { kind: "list", items: ["lounas", "työvaatteet"] },
  ],
};
const LONG: PaperSection = {
  id: "long",
  heading: "Tehtävät",
  blocks: [
    {
      kind: "table",
      caption: "Viikoittain",
      head: ["Viikko", "Ensin", "Sitten"],
      rows: [
        ["49", words("a", 900), words("b", 700)],
        ["50", "hitsaus", "offset fiilaus"],
      ],
    },
    { kind: "text", text: "Loppu." },
  ],
};

let paper: Paper;
let bytes: Buffer;
beforeAll(async () => {
  const evidence = await makeEvidence([PAY, LONG]);
  paper = evidence.text.papers.fi;
  bytes = await sealEvidence(evidence, paper);
});

type Checked = Exclude<PaperVerdict, { verdict: "not_ours" }>;
async function check(file: Uint8Array): Promise<Checked> {
  const verdict = await verifyPaper(file);
  if (verdict.verdict === "not_ours") throw new Error("not ours");
  return verdict;
}

/** A file with true evidence and other pages, sealed as a forger seals it. */
async function forged(change: (sections: PaperSection[]) => PaperSection[]): Promise<Checked> {
  const evidence = await makeEvidence([PAY, LONG]);
  return check(await sealEvidence(evidence, { ...paper, sections: change([PAY, LONG]) }));
}

describe("pages that show what was signed", () => {
  const letters = fc.string({
    unit: fc.constantFrom(
      ...Array.from("aeäöåŧŋđšžffifl 1234567890,.€–„”\n[]()<>\\/ДяΩ李م👍ñ\u0301नमस्ते"),
    ),
    maxLength: 60,
  });
  const full = letters.filter((text) => text.trim() !== "");
  const block: fc.Arbitrary<PaperBlock> = fc.oneof(
    fc.record({ kind: fc.constant("text" as const), text: full }),
    fc.record({ kind: fc.constant("list" as const), items: fc.array(full, { minLength: 1 }) }),
    fc.record({
      kind: fc.constant("facts" as const),
      rows: fc.array(fc.tuple(full, full), { minLength: 1 }),
    }),
    fc.record({
      kind: fc.constant("table" as const),
      caption: full,
      head: fc.tuple(full, full, full),
      rows: fc.array(fc.tuple(full, full, full), { minLength: 1 }),
    }),
  );

  test("are read back to the letter, whatever was written on them", async () => {
    const blocks = fc.array(block, { minLength: 1, maxLength: 6 });
    await fc.assert(
      fc.asyncProperty(full, blocks, async (heading, written) => {
        const evidence = await makeEvidence([{ id: "a", heading, blocks: written }]);
        const file = await sealEvidence(evidence, evidence.text.papers.fi);
        expect((await check(file)).faults).toEqual([]);
      }),
      { numRuns: 20, seed: 20_261_128, endOnFailure: true },
    );
  }, 60_000);

  test("also with rows that go on over pages", async () => {
    expect(await check(bytes)).toMatchObject({
      verdict: "whole",
      touched: { pages: [], typeface: false, record: false, pagesHold: true },
    });
  });
});

describe("pages that show another text, under a seal of somebody's own", () => {
  test("are told by the paragraph and the row, before and after", async () => {
    const verdict = await forged(([pay, ...rest]) => [
      {
        ...PAY,
        ...pay,
        blocks: [
          { kind: "text", text: "Palkka on 1 100 € kuussa. Se maksetaan kuun viimeisenä päivänä." },
          {
            kind: "facts",
            rows: [
              ["Koeaika", "31.5.2027"],
              ["Työaika", "37,5 h"],
            ],
          },
          { kind: "list", items: ["lounas", "työvaatteet"] },
        ],
      },
      ...rest,
    ]);
    expect(verdict.verdict).toBe("changed");
    expect(verdict.evidenceHolds).toBe(true);
    expect(verdict.faults).toEqual([
      {
        code: "page_differs",
        differences: [
          {
            section: "Palkka",
            row: null,
            page: 1,
            signed: "Palkka on 2 100 € kuussa. Se maksetaan kuun viimeisenä päivänä.",
            shown: "Palkka on 1 100 € kuussa. Se maksetaan kuun viimeisenä päivänä.",
          },
          { section: "Palkka", row: "Koeaika", page: 1, signed: "31.3.2027", shown: "31.5.2027" },
        ],
      },
    ]);
  });

  test("of a long cell show only what differs, and on which page the cell begins", async () => {
    const other = words("a", 900).replace("a700 ", "a777 ");
    const verdict = await forged(([pay, ...rest]) => [
      ...(pay === undefined ? [] : [pay]),
      ...rest.map((long) => ({
        ...long,
        blocks: long.blocks.map((one) =>
          one.kind === "table"
            ? {
                ...one,
                rows: one.rows.map((row, at) => (at === 0 ? ["49", other, row[2] ?? ""] : row)),
              }
            : one,
        ),
      })),
    ]);
    const [fault] = verdict.faults;
    const found = fault?.code === "page_differs" ? fault.differences : [];
    expect(found).toHaveLength(1);
    expect(found[0]).toMatchObject({ section: "Tehtävät", row: "49", page: 1 });
    expect(found[0]?.signed).toMatch(/^… .*a699 a700 a701.* …$/);
    expect(found[0]?.shown).toMatch(/a699 a777 a701/);
    expect(found[0]?.signed.length).toBeLessThan(120);
  });

  test("say what was left out, and what was put in", async () => {
    const without = await forged(([pay, ...rest]) => [
      { ...PAY, ...pay, blocks: PAY.blocks.slice(1) },
      ...rest,
    ]);
    expect(without.faults).toMatchObject([
      {
        differences: [
          { section: "Palkka", page: null, signed: expect.stringContaining("2 100 €"), shown: "" },
        ],
      },
    ]);
    const more = await forged(([pay, ...rest]) => [
      {
        ...PAY,
        ...pay,
        blocks: [...PAY.blocks, { kind: "text", text: "Palkka voi myös jäädä maksamatta." }],
      },
      ...rest,
    ]);
    expect(more.faults).toMatchObject([
      { differences: [{ page: 1, signed: "", shown: "Palkka voi myös jäädä maksamatta." }] },
    ]);
  });
});

describe("one changed byte", () => {
  const flip = (at: number) => {
    const altered = Buffer.from(bytes);
    altered[at] = (altered[at] ?? 0) ^ 0x01;
    return check(altered);
  };
  /** Places of the packed streams of a kind, in the middle of their bytes. */
  const streams = (test: (content: string) => boolean) =>
    [...bytes.toString("latin1").matchAll(/\/Length (\d+)\n\/Filter \/FlateDecode\n>>\nstream\n/g)]
      .map((found) => ({
        start: (found.index ?? 0) + found[0].length,
        length: Number(found[1]),
      }))
      .filter(({ start, length }) =>
        test(inflateSync(bytes.subarray(start, start + length)).toString("latin1")),
      )
      .map(({ start, length }) => start + (length >> 1));

  test("in what a page draws names the page", async () => {
    const pages = streams((content) => content.includes(" TJ"));
    expect(pages.length).toBeGreaterThan(2);
    for (const [at, place] of pages.entries()) {
      expect(await flip(place)).toMatchObject({
        faults: [{ code: "bytes_changed" }],
        touched: { pages: [at + 1], record: false },
      });
    }
  });

  test("in a typeface or its table of letters says so", async () => {
    const places = streams((content) => content.includes("beginbfrange"));
    expect(places.length).toBeGreaterThan(0);
    for (const place of places) {
      expect(await flip(place)).toMatchObject({ touched: { pages: [], typeface: true } });
    }
  });

  test("in the record says so", async () => {
    const [place = 0] = streams((content) => content.includes("kisalli-agreement-1"));
    expect(await flip(place)).toMatchObject({
      faults: [{ code: "bytes_changed" }, { code: "evidence_unreadable" }],
      touched: { record: true, pagesHold: false },
    });
  });

  test("elsewhere is not placed: what the pages show is known to be what was signed", async () => {
    const place = bytes.indexOf("/MediaBox [0 0 595") + "/MediaBox [0 0 59".length;
    expect(await flip(place)).toMatchObject({
      faults: [{ code: "bytes_changed" }],
      touched: { pages: [], typeface: false, record: false, pagesHold: true },
    });
  });
});

test("a file that another program wrote anew: nothing is claimed of its pages", async () => {
  const again = await (await PDFDocument.load(bytes)).save({ useObjectStreams: true });
  expect(await check(again)).toMatchObject({
    faults: [{ code: "saved_again" }],
    evidenceHolds: true,
    touched: { pagesHold: false },
  });
});
