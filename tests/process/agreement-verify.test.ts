import { execFile } from "node:child_process";
import { chmod, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import {
  makeEvidence,
  makeSealedPaper,
  sealEvidence,
  WORKING_TIME,
} from "#features/agreements/sealed-paper-scene.ts";

const COMMAND = fileURLToPath(new URL("../../src/cli/kisalli.ts", import.meta.url));

let folder = "";
let paper: Buffer;
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "kisalli-agreement-"));
  await chmod(folder, 0o755);
  paper = await makeSealedPaper();
});
afterAll(() => rm(folder, { recursive: true, force: true, maxRetries: 5 }));

type Answer = { readonly exit: number; readonly out: string; readonly said: string };

function agreement(words: readonly string[], settings: Record<string, string>): Promise<Answer> {
  const env = { ...process.env, ...settings };
  return new Promise((resolve) => {
    execFile(process.execPath, [COMMAND, "agreement", ...words], { env }, (error, out, said) =>
      resolve({ exit: typeof error?.code === "number" ? error.code : 0, out, said }),
    );
  });
}

/** With a database that is not there: checking a file must not ask one. */
async function verify(bytes: Uint8Array, ...words: string[]): Promise<Answer> {
  const file = path.join(folder, "paper.pdf");
  await writeFile(file, bytes);
  const settings = { DATABASE_URL: "postgresql://nobody@127.0.0.1:1/none" };
  return agreement(["verify", file, ...words], settings);
}

describe("kisalli agreement verify", () => {
  test("a whole paper: exit 0, who sealed and who signed", async () => {
    const { exit, out } = await verify(paper);
    expect(exit).toBe(0);
    expect(out).toContain("The agreement is whole.");
    expect(out).toContain("Leila Karjalainen 2026-11-23T07:59:00Z");
    const json = JSON.parse((await verify(paper, "--json")).out);
    expect(json).toMatchObject({ verdict: "whole", faults: [], agreement: { number: 1 } });
    expect(json.agreement).not.toHaveProperty("text");
  });

  test("a changed paper: exit 1 and what changed", async () => {
    const longer = Buffer.concat([paper, Buffer.from("more")]);
    const { exit, out } = await verify(longer);
    expect(exit).toBe(1);
    expect(out).toContain("4 bytes were added to the end of the file after the seal.");
    const json = JSON.parse((await verify(longer, "--json")).out);
    expect(json).toMatchObject({ verdict: "changed", faults: [{ code: "added_after_seal" }] });
  });

  test("a name from a file steers no terminal", async () => {
    const evidence = await makeEvidence([WORKING_TIME]);
    const named = (name: string) => ({
      ...evidence,
      signatures: evidence.signatures.map((one) => ({ ...one, personName: name })),
    });
    const forged = named("\u001b[2J\u001b[HThe agreement is whole.\r\n\u202e");
    const { exit, out } = await verify(await sealEvidence(forged, evidence.text.papers.fi));
    expect(exit).toBe(1);
    expect(out.replaceAll("\n", "")).not.toMatch(/[\p{Cc}\p{Cf}]/u);
  });

  test("a byte in a page, and one elsewhere: exit 1 and where it is, as far as the file tells", async () => {
    const altered = Buffer.from(paper);
    altered.write("6", altered.indexOf("/MediaBox [0 0 595") + "/MediaBox [0 0 59".length);
    const frame = await verify(altered);
    expect([frame.exit, frame.out]).toEqual([
      1,
      expect.stringContaining("does not tell which byte"),
    ]);
    const page = Buffer.from(paper);
    const stream = page.indexOf("stream\n", page.lastIndexOf("/Contents 8 0 R"));
    page[stream + 100] = (page[stream + 100] ?? 0) ^ 0x01;
    expect((await verify(page)).out).toContain("The changed bytes are on these pages: 1.");
  });

  test("a file that is not ours, and one that is not there: exit 2 and a sentence", async () => {
    const other = await verify(Buffer.from("%PDF-1.7\n"));
    expect([other.exit, other.out]).toEqual([2, expect.stringContaining("not an agreement")]);
    const missing = await agreement(["verify", path.join(folder, "none.pdf")], {});
    expect(missing).toMatchObject({ exit: 2, out: "" });
    expect(missing.said).toMatch(/none\.pdf cannot be read \(ENOENT\)/);
    const directory = await agreement(["verify", folder], {});
    expect([directory.exit, directory.said]).toEqual([2, expect.stringContaining("EISDIR")]);
  });
});

describe("kisalli agreement list and pdf", () => {
  test("list completed agreements, write one's paper, and refuse what there is not", async () => {
    const settings = { DATA_DIR: path.join(folder, "var") };
    const listed = await agreement(["list", "--state", "completed", "--json"], settings);
    expect(listed.exit).toBe(0);
    const rows: { id: string; state: string }[] = JSON.parse(listed.out);
    for (const { id, state } of rows.slice(0, 1)) {
      expect(state).toBe("completed");
      const out = path.join(folder, "out.pdf");
      expect(await agreement(["pdf", id, "--out", out], settings)).toMatchObject({ exit: 0 });
      expect((await readFile(out)).subarray(0, 5).toString()).toBe("%PDF-");
      expect(await agreement(["verify", out], settings)).toMatchObject({ exit: 0 });
    }
    const odd = await agreement(["list", "--state", "signed"], settings);
    expect([odd.exit, odd.said]).toEqual([2, expect.stringContaining('no state "signed"')]);
    const unknown = "00000000-0000-7000-8000-000000000000";
    const none = await agreement(["pdf", unknown, "--out", path.join(folder, "x.pdf")], settings);
    expect([none.exit, none.said]).toEqual([2, expect.stringContaining("There is no agreement")]);
    const noId = await agreement(["pdf", "five", "--out", "x.pdf"], settings);
    expect([noId.exit, noId.said]).toEqual([2, expect.stringContaining("not the id")]);
  });
});
