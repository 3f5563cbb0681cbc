import { spawn } from "node:child_process";
import { chmod, mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import {
  hold,
  holdAndKill,
  holdRefused,
  livingPostmaster,
  query,
} from "#tests/process/embedded-holders.ts";

let dataDir = "";

beforeEach(async () => {
  const folder = await mkdtemp(path.join(tmpdir(), "kisalli-embedded-"));
  await chmod(folder, 0o755);
  dataDir = path.join(folder, "var");
});

afterEach(async () => {
  const left = await livingPostmaster(dataDir);
  if (left !== undefined) process.kill(left, "SIGKILL");
  await rm(path.dirname(dataDir), { recursive: true, force: true, maxRetries: 5 });
});

describe("one process", () => {
  test("makes a database that speaks Finnish letters, private to its owner and to this machine", async () => {
    const holder = await hold(dataDir);
    const [settings] = await query(
      holder.url,
      `select current_setting('server_version_num')::int / 10000 as major,
         current_setting('listen_addresses') as address, current_setting('data_checksums') as checksums,
         current_setting('unix_socket_directories') as sockets, upper('äö') as upper`,
    );
    expect(settings).toEqual({
      major: 18,
      address: "127.0.0.1",
      checksums: "on",
      sockets: "",
      upper: "ÄÖ",
    });
    expect((await stat(path.join(dataDir, "postgres"))).mode & 0o777).toBe(0o700);
    expect((await stat(path.join(dataDir, "postgres-password"))).mode & 0o777).toBe(0o600);
    await expect(query(holder.url.replace(/:[^:@]+@/, ":wrong@"), "select 1")).rejects.toThrow(
      "password authentication failed",
    );
    await holder.stop();
    expect(await livingPostmaster(dataDir)).toBeUndefined();
  });

  test("finds what it wrote when it starts again, in less than two seconds", async () => {
    const first = await hold(dataDir);
    await query(first.url, "create table week as select 47 as number");
    await first.stop();
    const before = performance.now();
    const second = await hold(dataDir);
    expect(performance.now() - before).toBeLessThan(2000);
    expect(await query(second.url, "select number from week")).toEqual([{ number: 47 }]);
    await second.stop();
  });

  test.runIf(process.getuid?.() === 0)(
    "works as root in a folder that only root may enter, and leaves the folder as it is",
    async () => {
      await chmod(path.dirname(dataDir), 0o700);
      const holder = await hold(dataDir);
      expect(await query(holder.url, "select 1 as one")).toEqual([{ one: 1 }]);
      const pid = await livingPostmaster(dataDir);
      const status = await readFile(`/proc/${pid}/status`, "utf8");
      expect(status).not.toMatch(/^Uid:\s+0/m);
      expect((await stat(path.dirname(dataDir))).mode & 0o777).toBe(0o700);
      await holder.stop();
    },
  );
});

describe("kill -9", () => {
  test("of the program only: the next one takes over the database it left running, and stops it", async () => {
    const first = await hold(dataDir);
    const left = await livingPostmaster(dataDir);
    await first.kill();
    const second = await hold(dataDir);
    expect(second.startedHere).toBe(false);
    expect(second.url).toBe(first.url);
    expect(await livingPostmaster(dataDir)).toBe(left);
    await second.stop();
    expect(await livingPostmaster(dataDir)).toBeUndefined();
  });

  test("of everything: no committed row is lost", async () => {
    const first = await hold(dataDir);
    await query(first.url, "create table week as select generate_series(1, 1000) as number");
    await first.kill();
    await killPostmaster();
    const second = await hold(dataDir);
    expect(second.startedHere).toBe(true);
    expect(await query(second.url, "select count(*)::int as weeks from week")).toEqual([
      { weeks: 1000 },
    ]);
    await second.stop();
  });

  test("and the pid now belongs to another process, of the same user", async () => {
    const first = await hold(dataDir);
    await query(first.url, "create table week as select 47 as number");
    await first.kill();
    const owner = await stat(path.join(dataDir, "postgres"));
    await killPostmaster();
    const stranger = spawn("sleep", ["60"], { uid: owner.uid, gid: owner.gid });
    const file = path.join(dataDir, "postgres", "postmaster.pid");
    await writeFile(file, (await readFile(file, "utf8")).replace(/^\d+/, String(stranger.pid)));
    const second = await hold(dataDir);
    expect(await query(second.url, "select number from week")).toEqual([{ number: 47 }]);
    await second.stop();
    expect(stranger.exitCode).toBeNull();
    stranger.kill();
  });

  test("at any moment of the first start: the next start makes it whole", async () => {
    for (const milliseconds of [60, 150, 250, 350, 450, 600, 800]) {
      await holdAndKill(dataDir, milliseconds);
    }
    const holder = await hold(dataDir);
    expect(await query(holder.url, "select 1 as one")).toEqual([{ one: 1 }]);
    await holder.stop();
    expect((await readdir(dataDir)).sort()).toEqual(
      ["leases", "lock", "postgres", "postgres-password", "postgres.log"].sort(),
    );
  });
});

describe("several processes", () => {
  test("that start at once: one starts the database, all use it, the last one stops it", async () => {
    const holders = await Promise.all([hold(dataDir), hold(dataDir), hold(dataDir)]);
    expect(holders.filter((holder) => holder.startedHere)).toHaveLength(1);
    expect(new Set(holders.map((holder) => holder.url)).size).toBe(1);
    const [starter, ...others] = holders.toSorted(
      (a, b) => Number(b.startedHere) - Number(a.startedHere),
    );
    await starter?.stop();
    expect(await livingPostmaster(dataDir)).toBeDefined();
    await Promise.all(others.map((holder) => holder.stop()));
    expect(await livingPostmaster(dataDir)).toBeUndefined();
  });

  test("one of them killed: it does not keep the database running", async () => {
    const [first, second] = [await hold(dataDir), await hold(dataDir)];
    await second.kill();
    await first.stop();
    expect(await livingPostmaster(dataDir)).toBeUndefined();
  });

  test("one stops while another starts: both succeed", async () => {
    for (let round = 0; round < 5; round += 1) {
      const first = await hold(dataDir);
      const [second] = await Promise.all([hold(dataDir), first.stop()]);
      expect(await query(second.url, "select 1 as one")).toEqual([{ one: 1 }]);
      await second.stop();
    }
  });
});

describe("is refused with one sentence", () => {
  test("when the data folder was made by another PostgreSQL", async () => {
    await mkdir(path.join(dataDir, "postgres"), { recursive: true });
    await writeFile(path.join(dataDir, "postgres", "PG_VERSION"), "17\n");
    await writeFile(path.join(dataDir, "postgres-password"), "secret\n");
    expect(await holdRefused(dataDir)).toMatchObject({
      code: "data_folder_version",
      message: expect.stringContaining("was made by PostgreSQL 17, and this Kisälli brings 18"),
    });
  });

  test("when the data folder holds something else", async () => {
    await mkdir(path.join(dataDir, "postgres"), { recursive: true });
    await writeFile(path.join(dataDir, "postgres", "letter.txt"), "");
    expect(await holdRefused(dataDir)).toMatchObject({ code: "data_folder_foreign" });
  });

  test("when DATA_DIR cannot be a folder", async () => {
    await writeFile(dataDir, "");
    expect(await holdRefused(path.join(dataDir, "deeper"))).toMatchObject({
      code: "data_dir_unwritable",
      message: expect.stringContaining(`cannot write to DATA_DIR ${dataDir}`),
    });
  });

  test("when the password of the database is gone", async () => {
    await (await hold(dataDir)).stop();
    await rm(path.join(dataDir, "postgres-password"));
    expect(await holdRefused(dataDir)).toMatchObject({ code: "password_missing" });
  });
});

async function killPostmaster(): Promise<void> {
  const pid = await livingPostmaster(dataDir);
  if (pid === undefined) return;
  process.kill(pid, "SIGKILL");
  await expect.poll(() => livingPostmaster(dataDir)).toBeUndefined();
}
