import { once } from "node:events";
import { chmod, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { hold, livingPostmaster, query } from "#tests/process/embedded-holders.ts";
import { killLeftServers, startServer } from "#tests/process/server-process.ts";

let folder = "";
let dataDir = "";

/** Made once: the first start migrates and loads the demo. */
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "kisalli-server-"));
  await chmod(folder, 0o755);
  dataDir = path.join(folder, "var");
  const server = startServer({ DATA_DIR: dataDir });
  await server.ready();
  server.child.kill("SIGTERM");
  await server.ended();
});

afterAll(async () => {
  killLeftServers();
  const left = await livingPostmaster(dataDir);
  if (left !== undefined) process.kill(left, "SIGKILL");
  await rm(folder, { recursive: true, force: true, maxRetries: 5 });
});

test("a second start says where it is and how to enter", async () => {
  const server = startServer({ DATA_DIR: dataDir });
  const address = await server.ready();
  expect((await fetch(`${address}/readyz`)).status).toBe(200);
  server.child.kill("SIGTERM");
  const { said, complained } = await server.ended();
  expect(said).toBe(`Kisälli is ready at ${address}\nChoose a person to be at ${address}/demo\n`);
  expect(complained).toBe("");
});

test.each(["SIGTERM", "SIGINT"] as const)("%s stops everything cleanly", async (signal) => {
  const server = startServer({ DATA_DIR: dataDir });
  await server.ready();
  const postmaster = await livingPostmaster(dataDir);
  server.child.kill(signal);
  expect(await server.ended()).toMatchObject({ code: 0, complained: "" });
  expect(postmaster).toBeDefined();
  expect(await livingPostmaster(dataDir)).toBeUndefined();
  const log = await readFile(path.join(dataDir, "postgres.log"), "utf8");
  expect(log.trimEnd().endsWith("database system is shut down")).toBe(true);
});

test.each([100, 250, 400, 550, 700, 900, 1200])(
  "SIGTERM %i ms after the start stops everything, too",
  async (milliseconds) => {
    const server = startServer({ DATA_DIR: dataDir });
    await pause(milliseconds);
    server.child.kill("SIGTERM");
    await server.ended();
    expect(await livingPostmaster(dataDir)).toBeUndefined();
  },
);

describe("one clear sentence and exit code 1", () => {
  test("for a taken port", async () => {
    const other = createServer().listen(0, "127.0.0.1");
    await once(other, "listening");
    const address = other.address();
    const port = typeof address === "object" && address !== null ? address.port : 0;
    const answer = await startServer({ DATA_DIR: dataDir, PORT: String(port) }).ended();
    other.close();
    expect(answer).toMatchObject({
      code: 1,
      complained: `Port ${port} is taken. Stop what uses it, or set PORT to another.\n`,
    });
    expect(await livingPostmaster(dataDir)).toBeUndefined();
  });

  test("for a DATA_DIR that cannot be written", async () => {
    const file = path.join(folder, "file");
    await writeFile(file, "");
    expect(await startServer({ DATA_DIR: path.join(file, "var") }).ended()).toMatchObject({
      code: 1,
      complained: expect.stringMatching(/^Kisälli cannot write to DATA_DIR .*\n$/),
    });
  });

  test("for a database that a newer Kisälli has migrated", async () => {
    const holder = await hold(dataDir);
    const newer = "'9999_newer.sql'";
    await query(holder.url, `insert into schema_migration (name, checksum) values (${newer}, '')`);
    await holder.stop();
    expect(await startServer({ DATA_DIR: dataDir }).ended()).toMatchObject({
      code: 1,
      complained: expect.stringMatching(/^The database has been migrated by a newer Kisälli .*\n$/),
    });
    const again = await hold(dataDir);
    await query(again.url, `delete from schema_migration where name = ${newer}`);
    await again.stop();
  });

  test("for wrong and missing settings, each by its name", async () => {
    const { code, complained } = await startServer({
      DATA_DIR: dataDir,
      PORT: "seventy",
      LOG_LEVEL: "loud",
      DATABASE_URL: "mysql://somewhere",
    }).ended();
    expect(code).toBe(1);
    for (const name of ["PORT", "LOG_LEVEL", "DATABASE_URL"]) expect(complained).toContain(name);
    expect(complained.trimEnd()).not.toContain("\n");
  });

  test("for production without its secrets", async () => {
    const { code, complained } = await startServer({
      DATA_DIR: dataDir,
      KISALLI_MODE: "production",
    }).ended();
    expect(code).toBe(1);
    for (const name of ["PUBLIC_URL", "KISALLI_SECRET", "SMTP_URL"]) {
      expect(complained).toContain(name);
    }
  });
});
