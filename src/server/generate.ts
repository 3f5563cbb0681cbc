import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { pino } from "pino";
import { buildApp } from "#server/app.ts";
import { systemClock } from "#server/clock.ts";
import { readConfig } from "#server/config.ts";
import { openDatabase, openPool } from "#server/database/database.ts";
import { startEmbedded } from "#server/database/embedded.ts";
import { generateTypes } from "#server/database/generate-types.ts";
import { migrate } from "#server/database/migrate.ts";
import { noJobs } from "#server/jobs.ts";
import { noLive } from "#server/live.ts";

const ROOT = new URL("../../", import.meta.url);

/** What is made from the migrations and the contracts: file -> its text. */
async function generate(): Promise<Map<string, string>> {
  const dataDir = await mkdtemp(path.join(tmpdir(), "kisalli-generate-"));
  const cluster = await startEmbedded({ dataDir, log: () => undefined });
  const pool = openPool(cluster.url, 2);
  try {
    await migrate(pool);
    const log = pino({ level: "silent" });
    const house = {
      config: readConfig({ KISALLI_MODE: "demo" }),
      clock: systemClock,
      pool,
      db: openDatabase(pool),
      jobs: noJobs,
      live: noLive,
      log,
    };
    const app = await buildApp(house);
    await app.ready();
    const openapi = `${JSON.stringify(app.swagger(), null, 2)}\n`;
    await app.close();
    return new Map([
      ["src/server/database/db-types.ts", await generateTypes(pool)],
      ["docs/api/openapi.json", openapi],
    ]);
  } finally {
    await pool.end();
    await cluster.stop();
    await rm(dataDir, { recursive: true, force: true });
  }
}

/** Without arguments it writes the files; with --check it names those that are not up to date, exit code 1. */
async function main(check: boolean): Promise<void> {
  const stale: string[] = [];
  for (const [file, text] of await generate()) {
    const present = await readFile(new URL(file, ROOT), "utf8").catch(() => "");
    if (present === text) continue;
    stale.push(file);
    if (!check) await writeFile(new URL(file, ROOT), text);
  }
  if (check && stale.length > 0) {
    process.stderr.write(`Not up to date: ${stale.join(", ")}. Run npm run fix.\n`);
    process.exitCode = 1;
  }
}

await main(process.argv.includes("--check"));
