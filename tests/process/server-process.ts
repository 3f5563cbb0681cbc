import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { readFile } from "node:fs/promises";
import path from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { livingPostmaster } from "#tests/process/embedded-holders.ts";

const script = path.join(import.meta.dirname, "../../src/server/main.ts");
const PATIENCE_MS = 90_000;

/** A server as `npm start` runs it, at a free port unless told otherwise. */
export type ServerProcess = {
  readonly child: ChildProcess;
  /** Its address once it is ready; throws what it said when it ended before. */
  ready(): Promise<string>;
  ended(): Promise<{ code: number | null; said: string; complained: string }>;
};

const started = new Set<ChildProcess>();

/** Ends the servers that a failed test has left running. */
export function killLeftServers(): void {
  for (const child of started) child.kill("SIGKILL");
}

type Settings = Readonly<Record<string, string>>;

export function startServer(settings: Settings): ServerProcess {
  const env = {
    ...bareEnvironment(),
    PORT: "0",
    LOG_LEVEL: "error",
    REQUESTS_PER_MINUTE: "1000000",
    ...settings,
  };
  const child = spawn(process.execPath, [script], { env, stdio: ["ignore", "pipe", "pipe"] });
  const output = { said: "", complained: "" };
  child.stdout.setEncoding("utf8").on("data", (text: string) => (output.said += text));
  child.stderr.setEncoding("utf8").on("data", (text: string) => (output.complained += text));
  const end = once(child, "close");
  started.add(child);
  child.on("close", () => started.delete(child));
  return {
    child,
    async ready() {
      const deadline = performance.now() + PATIENCE_MS;
      while (child.exitCode === null && performance.now() < deadline) {
        const address = /is ready at (http:\/\/\S+)/.exec(output.said)?.[1];
        if (address !== undefined) return address;
        await pause(10);
      }
      throw new Error(`the server did not become ready: ${output.said}${output.complained}`);
    },
    async ended() {
      await end;
      return { code: child.exitCode, ...output };
    },
  };
}

/** What the one who runs the tests has set shall not reach the server. */
function bareEnvironment(): Record<string, string | undefined> {
  const { PATH, HOME, TMPDIR } = process.env;
  return { PATH, HOME, TMPDIR };
}

/** kill -9 of the server and of every process of its database. */
export async function killEverything(server: ServerProcess, dataDir: string): Promise<void> {
  const postmaster = await livingPostmaster(dataDir);
  const processes = postmaster === undefined ? [] : [postmaster, ...(await childrenOf(postmaster))];
  server.child.kill("SIGKILL");
  for (const pid of processes) {
    try {
      process.kill(pid, "SIGKILL");
    } catch {
      // It has ended by itself in between.
    }
  }
  await server.ended();
}

async function childrenOf(pid: number): Promise<number[]> {
  const text = await readFile(`/proc/${pid}/task/${pid}/children`, "utf8").catch(() => "");
  return text
    .split(" ")
    .map(Number)
    .filter((child) => child > 0);
}
