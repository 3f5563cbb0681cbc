import { chmod, mkdtemp, rm } from "node:fs/promises";
import { availableParallelism, tmpdir } from "node:os";
import path from "node:path";
import { parseArgs } from "node:util";
import type pg from "pg";
import { openPool } from "#server/database/database.ts";
import { startEmbedded } from "#server/database/embedded.ts";
import { migrate } from "#server/database/migrate.ts";
import { type Running, startScript } from "./child.ts";
import { countRows, fill, findObjectives, openLastWeeks } from "./fill.queries.ts";
import { loadServer } from "./http-load.ts";
import { type Level, turns } from "./level.ts";
import { measurePages } from "./pages.ts";
import { asTable, type Measured, type Result } from "./report.ts";
import { loadDatabase } from "./sql-load.ts";
import { record } from "./statements.ts";
import { allTraffic, OPEN_WEEKS, type Traffic } from "./traffic.ts";

const { values: options } = parseArgs({
  options: {
    json: { type: "boolean", default: false },
    seconds: { type: "string", default: "4" },
    only: { type: "string" },
  },
});
const CONNECTIONS = [1, 8, 32];
const WARM_UP = 1;

function note(text: string): void {
  process.stderr.write(`${text}\n`);
}

/** The three servers of one traffic, side by side at each number of connections. */
async function measure(
  traffic: Traffic,
  ground: { pool: pg.Pool; databaseUrl: string; server: Running; empty: Running },
): Promise<Measured> {
  const { pool, databaseUrl, server, empty } = ground;
  if (traffic.writes) await openLastWeeks(pool, OPEN_WEEKS);
  // A read is recorded the second time: what a process keeps is kept by then, as in the server beside it.
  const times = traffic.writes ? 1 : 2;
  const items = Array.from({ length: times }, () => traffic.item(0));
  const recording = (await record(databaseUrl, items)).at(-1);
  if (recording === undefined) throw new Error("nothing recorded");
  const same = { ...traffic, item: emptied(traffic, recording.answerBytes), manyAddresses: false };
  const levels: Measured["levels"] = [];
  for (const connections of CONNECTIONS) {
    const level: Level = { connections, warmUp: WARM_UP, seconds: Number(options.seconds) };
    if (traffic.writes) await openLastWeeks(pool, OPEN_WEEKS);
    const turn = turns();
    const ours = await loadServer(server.address, traffic, turn, level);
    const sql = await loadDatabase(databaseUrl, recording, traffic.item, turn, level);
    const handler = await loadServer(empty.address, same, turns(), level);
    const limit = Math.min(sql.perSecond, handler.perSecond);
    const ratio = Math.round((ours.perSecond * 100) / limit) / 100;
    levels.push({ connections, ours, sql, handler, ratio });
    note(`${traffic.name}, ${connections}: ${ours.perSecond}/s of ${limit}/s`);
  }
  const { statements, answerBytes } = recording;
  return { name: traffic.name, statements: statements.length, answerBytes, levels };
}

function emptied({ item }: Traffic, bytes: number): Traffic["item"] {
  return (number) => ({ ...item(number), path: `/${bytes}` });
}

async function measureAll(databaseUrl: string, dataDir: string): Promise<Result> {
  const pool = openPool(databaseUrl, 4);
  await migrate(pool);
  note("Filling the database.");
  await fill(pool);
  const server = await startScript("../src/server/main.ts", {
    DATABASE_URL: databaseUrl,
    DATA_DIR: dataDir,
    PORT: "0",
    KISALLI_MODE: "demo",
    LOG_LEVEL: "error",
    REQUESTS_PER_MINUTE: "100000000",
  });
  const empty = await startScript("empty-server.ts");
  try {
    const rows = await countRows(pool);
    const pages = options.only === undefined ? await measurePages(server.address, note) : null;
    const measured: Measured[] = [];
    for (const traffic of allTraffic(await findObjectives(pool))) {
      if (options.only !== undefined && !traffic.name.includes(options.only)) continue;
      measured.push(await measure(traffic, { pool, databaseUrl, server, empty }));
    }
    const memory = await server.memory();
    const machine = { cores: availableParallelism(), node: process.version };
    return { machine, rows, measured, memory, pages };
  } finally {
    await Promise.all([server.stop(), empty.stop()]);
    await pool.end();
  }
}

const folder = await mkdtemp(path.join(tmpdir(), "kisalli-bench-"));
await chmod(folder, 0o755);
const cluster = await startEmbedded({ dataDir: path.join(folder, "var"), log: note });
try {
  const result = await measureAll(cluster.url, path.join(folder, "server"));
  process.stdout.write(options.json ? `${JSON.stringify(result)}\n` : asTable(result));
} finally {
  await cluster.stop();
  await rm(folder, { recursive: true, force: true, maxRetries: 5 });
}
