import { mkdir, readdir, readFile, rm, stat, writeFile } from "node:fs/promises";
import path from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { processMark } from "#server/database/embedded-process.ts";
import { StartRefusal } from "#server/start-refusal.ts";

const FREE = "free";
const PATIENCE_MS = 120_000;
const LOOK_AGAIN_MS = 25;
/** A lock file is empty between its making and the writing of its holder's mark; not for longer. */
const UNWRITTEN_MS = 2_000;
/** Root may have used a folder of another user, who must read its marks; the folder is private. */
const MARK_MODE = 0o644;

/**
 * Runs `work` while no other process runs under the lock of this folder; a killed holder is passed over.
 *
 * Each holder makes the file with the next number (exclusively), so of two who find a dead holder only
 * one succeeds it, and the highest number is never deleted: a latecomer who makes a number again that
 * was used up sees the higher one and withdraws.
 */
export async function underLock<T>(folder: string, work: () => Promise<T>): Promise<T> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const mine = await acquire(folder);
  try {
    return await work();
  } finally {
    await writeFile(mine, FREE);
  }
}

async function acquire(folder: string): Promise<string> {
  const deadline = performance.now() + PATIENCE_MS;
  while (performance.now() < deadline) {
    const highest = await highestNumber(folder);
    if (highest === 0 || (await isFree(path.join(folder, String(highest))))) {
      const mine = await succeed(folder, highest + 1);
      if (mine !== undefined) return mine;
    }
    await pause(LOOK_AGAIN_MS);
  }
  throw new StartRefusal(
    "database_busy",
    `Another Kisälli has been starting or stopping the database for two minutes (${folder}). Stop it, then start again.`,
  );
}

async function succeed(folder: string, number: number): Promise<string | undefined> {
  const mine = path.join(folder, String(number));
  try {
    await writeFile(mine, (await processMark(process.pid)) ?? "", { flag: "wx", mode: MARK_MODE });
  } catch (error) {
    if (hasCode(error, "EEXIST")) return undefined;
    throw error;
  }
  if ((await highestNumber(folder)) > number) {
    await rm(mine, { force: true });
    return undefined;
  }
  for (const older of await numbersIn(folder)) {
    if (older < number) await rm(path.join(folder, String(older)), { force: true });
  }
  return mine;
}

async function isFree(file: string): Promise<boolean> {
  try {
    const holder = await readFile(file, "utf8");
    if (holder === FREE) return true;
    if (holder !== "") return !(await isAlive(holder));
    // A file's age is told by the wall clock.
    return Temporal.Now.instant().epochMilliseconds - (await stat(file)).mtimeMs > UNWRITTEN_MS;
  } catch (error) {
    if (hasCode(error, "ENOENT")) return false;
    throw error;
  }
}

async function highestNumber(folder: string): Promise<number> {
  return Math.max(0, ...(await numbersIn(folder)));
}

async function numbersIn(folder: string): Promise<number[]> {
  return (await readdir(folder)).map(Number).filter(Number.isSafeInteger);
}

export type Lease = {
  /** Gives the lease back; true when no living process holds another one. */
  giveBack(): Promise<boolean>;
};

let leasesOfThisProcess = 0;

/** Notes in `folder` that this process uses the cluster until it gives the lease back or dies. */
export async function takeLease(folder: string): Promise<Lease> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  leasesOfThisProcess += 1;
  const file = path.join(folder, `${process.pid}.${leasesOfThisProcess}`);
  await writeFile(file, (await processMark(process.pid)) ?? "", { mode: MARK_MODE });
  return {
    async giveBack() {
      await rm(file, { force: true });
      return !(await hasLivingLease(folder));
    },
  };
}

async function hasLivingLease(folder: string): Promise<boolean> {
  let living = false;
  for (const name of await readdir(folder)) {
    const file = path.join(folder, name);
    const holder = await readFile(file, "utf8").catch(() => "");
    if (await isAlive(holder)) living = true;
    else await rm(file, { force: true });
  }
  return living;
}

async function isAlive(mark: string): Promise<boolean> {
  const pid = Number.parseInt(mark, 10);
  return pid > 0 && (await processMark(pid)) === mark;
}

export function hasCode(error: unknown, code: string): boolean {
  return error instanceof Error && "code" in error && error.code === code;
}
