import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { readFile } from "node:fs/promises";
import path from "node:path";
import { createInterface } from "node:readline";
import pg from "pg";
import { processMark } from "#server/database/embedded-process.ts";

/** A process that uses the embedded database of a folder. */
export type Holder = {
  readonly url: string;
  readonly startedHere: boolean;
  /** Asks it to stop and waits until it has. */
  stop(): Promise<void>;
  /** kill -9 */
  kill(): Promise<void>;
};

export type Refused = { readonly code: string; readonly message: string };

const script = path.join(import.meta.dirname, "embedded-holder.ts");

export async function hold(dataDir: string): Promise<Holder> {
  const { child, answer } = await startHolder(dataDir);
  if (!("url" in answer)) throw new Error(`refused: ${JSON.stringify(answer)}`);
  const end = async (signal: NodeJS.Signals): Promise<void> => {
    if (child.exitCode !== null || child.signalCode !== null) return;
    child.kill(signal);
    await once(child, "exit");
  };
  return { ...answer, stop: () => end("SIGTERM"), kill: () => end("SIGKILL") };
}

export async function holdRefused(dataDir: string): Promise<Refused> {
  const { child, answer } = await startHolder(dataDir);
  if ("code" in answer) return answer;
  child.kill("SIGTERM");
  throw new Error("it was not refused");
}

/** A holder that is killed after this many milliseconds, wherever it has got to by then. */
export async function holdAndKill(dataDir: string, milliseconds: number): Promise<void> {
  const child = spawn(process.execPath, [script, dataDir], { stdio: "ignore" });
  const timer = setTimeout(() => child.kill("SIGKILL"), milliseconds);
  await once(child, "exit");
  clearTimeout(timer);
}

async function startHolder(
  dataDir: string,
): Promise<{ child: ChildProcess; answer: Pick<Holder, "url" | "startedHere"> | Refused }> {
  const child = spawn(process.execPath, [script, dataDir], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  const lines = createInterface({ input: child.stdout });
  const [line]: unknown[] = await Promise.race([once(lines, "line"), once(child, "exit")]);
  if (typeof line !== "string")
    throw new Error(`the holder ended without an answer (${String(line)})`);
  return { child, answer: JSON.parse(line) };
}

/** The pid in postmaster.pid when such a process lives. */
export async function livingPostmaster(dataDir: string): Promise<number | undefined> {
  const file = path.join(dataDir, "postgres", "postmaster.pid");
  const pid = Number.parseInt(await readFile(file, "utf8").catch(() => ""), 10);
  return pid > 0 && (await processMark(pid)) !== undefined ? pid : undefined;
}

export async function query(url: string, text: string): Promise<unknown[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query(text)).rows;
  } finally {
    await client.end();
  }
}
