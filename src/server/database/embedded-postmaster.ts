import { once } from "node:events";
import { type FileHandle, open, readFile, rename, stat } from "node:fs/promises";
import { createServer } from "node:net";
import path from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import {
  type Folders,
  lastFault,
  notStarted,
  type Tools,
} from "#server/database/embedded-cluster.ts";
import { commandLine, processMark } from "#server/database/embedded-process.ts";

export type Postmaster = { readonly pid: number; readonly port: number };

const READY_MS = 60_000;
const STOP_MS = 30_000;
const LOOK_AGAIN_MS = 15;
const LOG_LIMIT_BYTES = 1_000_000;

const SETTINGS: Readonly<Record<string, string>> = {
  listen_addresses: "127.0.0.1",
  unix_socket_directories: "",
  max_connections: "60",
  shared_buffers: "128MB",
  jit: "off",
  random_page_cost: "1.1",
  // Parallel workers need more of /dev/shm than containers give, and gain nothing on short queries.
  max_parallel_workers_per_gather: "0",
  max_parallel_maintenance_workers: "0",
  timezone: "UTC",
  log_timezone: "UTC",
  // Starts, stops, recoveries and fatal faults; failed statements are the application's to log.
  log_min_messages: "log",
  log_min_error_statement: "panic",
  log_checkpoints: "off",
};

/**
 * The living postmaster of this data folder once it answers, or undefined when there is none. One that
 * is starting (a recovery may take a while) or stopping is waited for.
 */
export async function findPostmaster(folders: Folders): Promise<Postmaster | undefined> {
  const deadline = performance.now() + READY_MS;
  while (performance.now() < deadline) {
    const noted = await readPostmasterFile(folders.cluster);
    if (noted === undefined || !(await isPostmaster(noted.pid, folders.cluster))) return undefined;
    if (noted.status === "ready" && noted.port > 0) return { pid: noted.pid, port: noted.port };
    await pause(LOOK_AGAIN_MS);
  }
  throw notStarted(folders, "it has not become ready in a minute");
}

/** Starts a server on the data folder and waits until it takes connections. */
export async function startPostmaster(folders: Folders, tools: Tools): Promise<Postmaster> {
  const deadline = performance.now() + READY_MS;
  for (;;) {
    const outcome = await startOnce(folders, tools, deadline);
    if (typeof outcome !== "string") return outcome;
    // A port taken in between; or servers of a killed postmaster that have yet to notice and end.
    const passing = /Address already in use|could not create any TCP|pre-existing shared memory/;
    if (!passing.test(outcome) || performance.now() > deadline) {
      throw notStarted(folders, lastFault(outcome));
    }
    await pause(200);
  }
}

/** Resolves to the server, or to what it wrote before it gave up. */
async function startOnce(
  folders: Folders,
  tools: Tools,
  deadline: number,
): Promise<Postmaster | string> {
  const port = await freePort();
  const stale = await readPostmasterFile(folders.cluster);
  const log = await openLog(folders.logFile);
  try {
    const { size } = await log.stat();
    const settings = Object.entries(SETTINGS).flatMap(([name, value]) => [
      "-c",
      `${name}=${value}`,
    ]);
    const words = ["-D", folders.cluster, "-p", String(port), ...settings];
    const server = tools.account.run(tools.binaries.postgres, words, {
      stdio: ["ignore", log.fd, log.fd],
      detached: true,
      // We know that this pid is nobody's, or not a postmaster's any more; told so, PostgreSQL
      // passes over it and still looks for servers of that postmaster by their shared memory.
      ignoredPid: stale?.pid,
    });
    server.unref();
    let failed = false;
    server.on("error", () => (failed = true));
    server.on("exit", () => (failed = true));
    while (!failed && performance.now() < deadline) {
      const noted = await readPostmasterFile(folders.cluster);
      if (noted?.pid === server.pid && noted?.status === "ready") return { pid: noted.pid, port };
      await pause(LOOK_AGAIN_MS);
    }
    return (await readFile(folders.logFile)).subarray(size).toString("utf8");
  } finally {
    await log.close();
  }
}

async function openLog(file: string): Promise<FileHandle> {
  const old = await stat(file).catch(() => undefined);
  if (old && old.size > LOG_LIMIT_BYTES) await rename(file, `${file}.1`);
  return open(file, "a", 0o600);
}

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, "127.0.0.1");
  await once(probe, "listening");
  const address = probe.address();
  probe.close();
  await once(probe, "close");
  return typeof address === "object" && address !== null ? address.port : 0;
}

/** Ends all connections, writes everything down and stops (a "fast" shutdown). */
export async function stopPostmaster(folders: Folders): Promise<void> {
  const noted = await readPostmasterFile(folders.cluster);
  if (noted === undefined || !(await isPostmaster(noted.pid, folders.cluster))) return;
  process.kill(noted.pid, "SIGINT");
  if (await hasEnded(noted.pid, STOP_MS)) return;
  // Immediate: the next start recovers from the write-ahead log.
  process.kill(noted.pid, "SIGQUIT");
  await hasEnded(noted.pid, STOP_MS);
}

async function hasEnded(pid: number, patience: number): Promise<boolean> {
  const deadline = performance.now() + patience;
  while (performance.now() < deadline) {
    if ((await processMark(pid)) === undefined) return true;
    await pause(LOOK_AGAIN_MS);
  }
  return false;
}

/** postmaster.pid by lines: pid, data folder, start, port, socket folder, address, shared memory, status. */
async function readPostmasterFile(
  cluster: string,
): Promise<{ pid: number; port: number; status: string } | undefined> {
  const text = await readFile(path.join(cluster, "postmaster.pid"), "utf8").catch(() => "");
  const lines = text.split("\n").map((line) => line.trim());
  const pid = Number(lines[0]);
  if (!(pid > 0)) return undefined;
  return { pid, port: Number(lines[3]), status: lines[7] ?? "" };
}

/** False also for a process that has merely got the pid of one that was killed. */
async function isPostmaster(pid: number, cluster: string): Promise<boolean> {
  if ((await processMark(pid)) === undefined) return false;
  if (process.platform === "win32") return true;
  return (await commandLine(pid))?.includes(`-D ${cluster} `) ?? false;
}
