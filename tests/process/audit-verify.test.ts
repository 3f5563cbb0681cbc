import { execFile } from "node:child_process";
import { chmod, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, expect, test } from "vitest";
import { hold, query } from "#tests/process/embedded-holders.ts";

const COMMAND = fileURLToPath(new URL("../../src/cli/kisalli.ts", import.meta.url));

let folder = "";
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "kisalli-audit-"));
  await chmod(folder, 0o755);
});
afterAll(() => rm(folder, { recursive: true, force: true, maxRetries: 5 }));

type Answer = { readonly exit: number; readonly out: string; readonly said: string };

function verify(words: readonly string[], settings: Record<string, string> = {}): Promise<Answer> {
  const env = { ...process.env, DATA_DIR: path.join(folder, "var"), ...settings };
  return new Promise((resolve) => {
    execFile(
      process.execPath,
      [COMMAND, "audit", "verify", ...words],
      { env },
      (error, out, said) =>
        resolve({ exit: typeof error?.code === "number" ? error.code : 0, out, said }),
    );
  });
}

test("tells whether the chains are whole, which one is broken and where, or that it could not look", async () => {
  const whole = await verify(["--json"]);
  expect([whole.exit, JSON.parse(whole.out).whole]).toEqual([0, true]);

  const holder = await hold(path.join(folder, "var"));
  await query(
    holder.url,
    `update audit_event set means = 'code' where id = (
       select event_id from audit_link join provider on provider.id = chain
        where slug = 'saimaanranta' and number = 7)`,
  );
  await holder.stop();
  const broken = await verify(["--json"]);
  expect(broken.exit).toBe(1);
  const { chains } = JSON.parse(broken.out);
  expect(chains.find((one: { provider: string }) => one.provider === "saimaanranta")).toMatchObject(
    {
      length: 6,
      broken: { number: 7, fault: "altered" },
    },
  );
  const other = await verify(["--provider", "kymenranta"]);
  expect([other.exit, other.out]).toEqual([0, expect.stringContaining("kymenranta: whole")]);

  const unknown = await verify(["--provider", "nowhere"]);
  expect([unknown.exit, unknown.out]).toEqual([2, ""]);
  const away = await verify([], { DATABASE_URL: "postgresql://nobody@127.0.0.1:1/none" });
  expect([away.exit, away.out]).toEqual([2, ""]);
});
