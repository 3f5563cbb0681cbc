import { execFile } from "node:child_process";
import { mkdtemp, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";

const COMMAND = fileURLToPath(new URL("../../src/cli/kisalli.ts", import.meta.url));
const BIRTH = ["--birth", "2009-05-14"];

type Answer = { readonly exit: number; readonly out: string; readonly said: string };

function check(...words: string[]): Promise<Answer> {
  return new Promise((resolve) => {
    execFile(process.execPath, [COMMAND, "rules", "check", ...words], (error, out, said) => {
      resolve({ exit: typeof error?.code === "number" ? error.code : 0, out, said });
    });
  });
}

async function logFile(content: string): Promise<string> {
  const file = path.join(await mkdtemp(path.join(tmpdir(), "kisalli-rules-")), "log.json");
  await writeFile(file, content);
  return file;
}

describe("kisalli rules check", () => {
  test("prints what the rules say of a task and a day, and nothing else", async () => {
    const { out, exit } = await check(
      ...[...BIRTH, "--on", "2026-11-23", "--task", "chainsaw", "--hours", "09:00-17:30", "--json"],
    );
    expect(exit).toBe(0);
    const [first] = JSON.parse(out);
    expect(first).toMatchObject({ rule: "D9", effect: "needs-notice" });
    expect(Object.keys(first)).toEqual(["rule", "effect", "because", "allowedWhen", "source"]);
  });

  test("prints an empty array when nothing applies", async () => {
    const { out } = await check(
      ...[...BIRTH, "--on", "2027-05-14", "--task", "chainsaw", "--hours", "09:00-17:30", "--json"],
    );
    expect(JSON.parse(out)).toEqual([]);
  });

  test("judges a log with the day of each finding, each day by its own age", async () => {
    const log = await logFile(
      JSON.stringify([
        { date: "2027-05-13", start: "20:00", end: "02:00" },
        { date: "2027-05-14", start: "20:00", end: "02:00" },
      ]),
    );
    const { out } = await check(...BIRTH, "--log", log, "--json");
    const found = JSON.parse(out).filter((one: { effect: string }) => one.effect === "limit");
    expect(found).toEqual([expect.objectContaining({ rule: "N1", date: "2027-05-13" })]);
    expect(found[0].because).toContain("2 h");
  });

  test.each([
    ["a day that does not exist", ["--on", "2026-02-30"], "2026-11-23"],
    ["times that are none", ["--on", "2026-11-23", "--hours", "9-17"], "09:00-17:30"],
    ["an unknown task", ["--on", "2026-11-23", "--task", "sawing"], "rules tasks"],
    ["neither day nor log", [], "--on"],
    ["a log that is not there", ["--log", "/nowhere/log.json"], "/nowhere/log.json"],
  ])("refuses %s with the remedy", async (_, words, remedy) => {
    const { exit, out, said } = await check(...BIRTH, ...words, "--json");
    expect([exit, out]).toEqual([2, ""]);
    expect(said).toContain(remedy);
  });

  test("reads a log with a byte order mark, and has nothing to say of one without rows", async () => {
    const row = '[{"date":"2026-11-23","start":"09:00","end":"17:30"}]';
    const plain = await check(...BIRTH, "--log", await logFile(row), "--json");
    const marked = await check(...BIRTH, "--log", await logFile(`\uFEFF${row}`), "--json");
    expect(marked).toEqual(plain);
    const none = await check(...BIRTH, "--log", await logFile("[]"), "--json");
    expect(none).toMatchObject({ exit: 0, out: "[]\n" });
  });

  test.each([
    ["empty", "", "not JSON"],
    ["one row without a list", '{"date":"2026-11-23"}', "list of rows"],
    [
      "too long",
      JSON.stringify(Array(50_000).fill({ date: "2026-11-23", start: "08:00", end: "09:00" })),
      "4000",
    ],
    ["not JSON", "[{", "not JSON"],
    ["not rows", '[{"date":"2026-11-23"}]', "0.start"],
    [
      "overlapping",
      '[{"date":"2026-11-23","start":"08:00","end":"12:00"},{"date":"2026-11-23","start":"11:00","end":"13:00"}]',
      "overlap",
    ],
  ])("refuses a log that is %s", async (_, content, remedy) => {
    const { exit, said } = await check(...BIRTH, "--log", await logFile(content), "--json");
    expect(exit).toBe(2);
    expect(said).toContain(remedy);
  });
});
