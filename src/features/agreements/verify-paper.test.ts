import { PDFDocument } from "@cantoo/pdf-lib";
import { beforeAll, describe, expect, test } from "vitest";
import { makeSealKey } from "#features/seals/server/make-key.ts";
import type { Evidence } from "./evidence.ts";
import {
  makeEvidence,
  makeSealedPaper,
  SEALED_AT,
  sceneKey,
  sealEvidence,
  WORKING_TIME,
} from "./sealed-paper-scene.ts";
import { LARGEST_PAPER, verifyPaper } from "./verify-paper.ts";

let paper: Buffer;
let evidence: Evidence;

beforeAll(async () => {
  paper = await makeSealedPaper();
  evidence = await makeEvidence([WORKING_TIME]);
});

const codesOf = async (bytes: Uint8Array) => {
  const verdict = await verifyPaper(bytes);
  return verdict.verdict === "not_ours" ? verdict.reason : verdict.faults.map(({ code }) => code);
};

/** The same places each time, spread over the file by a sequence of its own. */
function* placesIn(length: number, count: number) {
  let state = 20_261_128;
  for (let turn = 0; turn < count; turn += 1) {
    state = (state * 1_664_525 + 1_013_904_223) % 4_294_967_296;
    yield state % length;
  }
}

describe("a paper as it left the house", () => {
  test("is whole, and says who sealed it and what was signed", async () => {
    const verdict = await verifyPaper(paper);
    expect(verdict).toMatchObject({
      verdict: "whole",
      faults: [],
      evidenceHolds: true,
      seal: {
        subject:
          "O=Saimaanrannan ammattiopisto, serialNumber=1234567-1, CN=Saimaanrannan ammattiopisto",
        issuer: null,
        sealedAt: "2026-11-23T08:00:00.000Z",
        timeStamped: false,
      },
    });
  });
});

describe("a paper that was altered", () => {
  test("by one byte in 200 places is found each time", async () => {
    const missed: number[] = [];
    for (const place of placesIn(paper.length, 200)) {
      const altered = Buffer.from(paper);
      altered[place] = (altered[place] ?? 0) ^ 0x01;
      const { verdict } = await verifyPaper(altered);
      if (verdict === "whole") missed.push(place);
    }
    expect(missed).toEqual([]);
  }, 20_000);

  test("on a page is told apart from what was signed", async () => {
    const altered = Buffer.from(paper);
    const page = altered.indexOf("/MediaBox [0 0 595");
    altered.write("6", page + "/MediaBox [0 0 59".length);
    const verdict = await verifyPaper(altered);
    expect(verdict).toMatchObject({
      verdict: "changed",
      faults: [{ code: "bytes_changed" }],
      evidenceHolds: true,
    });
  });

  test("in the zeros behind the seal, or in the case of its letters", async () => {
    const contents = paper.indexOf("/Contents <") + "/Contents <".length;
    const zeros = Buffer.from(paper);
    zeros.write("1", paper.indexOf(">", contents) - 10);
    expect(await codesOf(zeros)).toEqual(["seal_altered"]);
    const large = Buffer.from(paper);
    const letter = contents + paper.subarray(contents).toString("latin1").search(/[a-f]/);
    large.write(large.toString("latin1", letter, letter + 1).toUpperCase(), letter);
    expect(await codesOf(large)).toEqual(["seal_altered"]);
  });

  test("by something added after the seal, with how much", async () => {
    const added = Buffer.concat([paper, Buffer.from("\n% a note\n")]);
    expect(await verifyPaper(added)).toMatchObject({
      verdict: "changed",
      faults: [{ code: "added_after_seal", bytes: 10 }],
    });
  });

  test("by being saved again in another program, which keeps the signed text", async () => {
    for (const useObjectStreams of [true, false]) {
      const read = await PDFDocument.load(paper);
      const again = await read.save({ useObjectStreams });
      expect(await verifyPaper(again)).toMatchObject({
        verdict: "changed",
        faults: [{ code: "saved_again" }],
        evidenceHolds: true,
      });
    }
  });

  test("by cutting its end", async () => {
    expect(await codesOf(paper.subarray(0, -100))).toEqual(["saved_again"]);
  });
});

describe("evidence that was altered and sealed anew", () => {
  const seal = async (change: (copy: typeof evidence) => unknown) =>
    verifyPaper(await sealEvidence(change(structuredClone(evidence)), evidence.text.papers.fi));

  test("names the section whose text is another one", async () => {
    const fi = {
      ...evidence.text.papers.fi,
      sections: [{ ...WORKING_TIME, blocks: [{ kind: "text", text: "47,5 tuntia viikossa" }] }],
    };
    const verdict = await seal((copy) => ({
      ...copy,
      text: { ...copy.text, papers: { ...copy.text.papers, fi } },
    }));
    expect(verdict).toMatchObject({
      verdict: "changed",
      faults: [
        { code: "text_altered", sections: ["Työaika"] },
        {
          code: "page_differs",
          differences: [
            {
              section: "Työaika",
              page: 1,
              signed: "47,5 tuntia viikossa",
              shown: "Työaika on 37,5 tuntia viikossa, öitä ei tehdä. Åland.",
            },
          ],
        },
      ],
    });
  });

  test("names nobody's section when the facts beside the text are other ones", async () => {
    const verdict = await seal((copy) => ({ ...copy, text: { ...copy.text, facts: {} } }));
    expect(verdict).toMatchObject({ faults: [{ code: "text_altered", sections: [] }] });
  });

  test("names the signature that was altered", async () => {
    const verdict = await seal(({ signatures: [first, ...rest], ...copy }) => ({
      ...copy,
      signatures: [{ ...first, at: "2026-11-22T07:59:00Z" }, ...rest],
    }));
    expect(verdict).toMatchObject({
      faults: [{ code: "signature_altered", who: "Leila Karjalainen" }],
    });
  });

  test("finds a signature that was taken out, and one of another text", async () => {
    const without = await seal(({ signatures: [, ...rest], ...copy }) => ({
      ...copy,
      signatures: rest,
    }));
    expect(without).toMatchObject({ faults: [{ code: "chain_broken", who: "Jari Mäkinen" }] });
    const other = await makeEvidence([]);
    const mixed = await seal((copy) => ({ ...copy, signatures: other.signatures }));
    expect(mixed).toMatchObject({
      faults: [{ code: "signature_of_other_text" }, { code: "signature_of_other_text" }],
    });
    const none = await seal((copy) => ({ ...copy, signatures: [] }));
    expect(none).toMatchObject({ faults: [{ code: "nobody_signed" }] });
  });

  test("with half a letter in it is unreadable, and no crash", async () => {
    const text = JSON.stringify(evidence).replace("Putkien", "Putk\\ud83d");
    const verdict = await seal(() => JSON.parse(text));
    expect(verdict).toMatchObject({ faults: [{ code: "evidence_unreadable" }] });
  });

  test("is unreadable when it has not our shape", async () => {
    const verdict = await seal(() => ({ format: "kisalli-agreement-1", text: "no" }));
    expect(verdict).toMatchObject({ faults: [{ code: "evidence_unreadable" }] });
  });
});

describe("the certificate", () => {
  test("must have been valid when it sealed", async () => {
    const at = SEALED_AT.add({ hours: 24 * 365 * 11 });
    expect(await codesOf(await makeSealedPaper({ at }))).toEqual(["certificate_not_valid"]);
  });

  test("must be the one that the signature names", async () => {
    const { privateKey } = await sceneKey();
    const other = await makeSealKey({ name: "Another", businessId: "7654321-1" }, SEALED_AT);
    const key = { privateKey, certificates: other.certificates };
    expect(await codesOf(await makeSealedPaper({ key }))).toContain("seal_altered");
  });
});

describe("a file that is none of ours", () => {
  test.each([
    ["a text", "no PDF at all", "no_pdf"],
    ["nothing", "", "no_pdf"],
    ["another PDF", "%PDF-1.7\n1 0 obj << /ByteRange [0 1 2 3] >> stream\nendobj", "no_evidence"],
  ])("%s", async (_name, content, reason) => {
    expect(await codesOf(Buffer.from(content))).toBe(reason);
  });

  test("a file that is too large is not even read", async () => {
    expect(await codesOf(new Uint8Array(LARGEST_PAPER + 1))).toBe("too_large");
  });
});
