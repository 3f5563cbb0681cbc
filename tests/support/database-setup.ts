import { mkdtemp, rm, statfs } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import pg from "pg";
import type { TestProject } from "vitest/node";
import { openPool } from "#server/database/database.ts";
import { startEmbedded } from "#server/database/embedded.ts";
import { migrate } from "#server/database/migrate.ts";
import { startJobs } from "#server/jobs.ts";
import { quietLog } from "./quiet-log.ts";

declare module "vitest" {
  export interface ProvidedContext {
    databaseUrl: string;
  }
}

/** What Linux keeps in memory; some containers give it 64 MB, and then the cluster is on the disk. */
const MEMORY = "/dev/shm";
const ROOM_BYTES = 2 ** 31;

/** One cluster for all server tests, with a migrated template that each test file clones in milliseconds. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const dataDir = await mkdtemp(path.join(await fastestFolder(), "kisalli-test-"));
  const cluster = await startEmbedded({ dataDir, log: () => undefined });
  await makeTemplate(cluster.url);
  project.provide("databaseUrl", cluster.url);
  return async () => {
    await cluster.stop();
    await rm(dataDir, { recursive: true, force: true });
  };
}

/** A clone is nine hundred files, made for nearly every test: ten times as fast in memory as on some disks. */
async function fastestFolder(): Promise<string> {
  const memory = await statfs(MEMORY).catch(() => undefined);
  const isRoomy = memory !== undefined && memory.bavail * memory.bsize > ROOM_BYTES;
  return isRoomy ? MEMORY : tmpdir();
}

async function makeTemplate(url: string): Promise<void> {
  const admin = new pg.Client({ connectionString: url });
  await admin.connect();
  await admin.query("alter system set max_wal_size = '128MB'");
  await admin.query("select pg_reload_conf()");
  await admin.query("create database kisalli_template");
  await admin.end();
  const pool = openPool(withDatabase(url, "kisalli_template"));
  await migrate(pool);
  const jobs = await startJobs(pool, quietLog);
  await jobs.stop();
  await pool.end();
}

export function withDatabase(url: string, database: string): string {
  const changed = new URL(url);
  changed.pathname = `/${database}`;
  return changed.toString();
}
