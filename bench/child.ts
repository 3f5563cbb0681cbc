import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { serverMemory } from "../tools/runtime.mjs";

export type Running = {
  readonly address: string;
  /** Resident memory in megabytes: now, and the most it ever was; null where the system does not tell. */
  memory(): Promise<{ now: number; most: number } | null>;
  stop(): Promise<void>;
};

type Settings = Readonly<Record<string, string>>;

/** Starts a script that says "is ready at ADDRESS", with these settings and no others. */
export async function startScript(script: string, settings: Settings = {}): Promise<Running> {
  const { PATH, HOME, TMPDIR } = process.env;
  const child = spawn(
    process.execPath,
    [...serverMemory, fileURLToPath(new URL(script, import.meta.url))],
    {
      env: { PATH, HOME, TMPDIR, ...settings },
      stdio: ["ignore", "pipe", "inherit"],
    },
  );
  const orphaned = () => child.kill("SIGKILL");
  process.on("exit", orphaned);
  return {
    address: await addressOf(child),
    memory: () => memoryOf(child),
    async stop() {
      process.off("exit", orphaned);
      const end = once(child, "close");
      child.kill("SIGTERM");
      await end;
    },
  };
}

function addressOf(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let said = "";
    child.stdout?.setEncoding("utf8").on("data", (text: string) => {
      said += text;
      const address = /is ready at (http:\/\/\S+)/.exec(said)?.[1];
      if (address !== undefined) resolve(address);
    });
    child.once("exit", () => reject(new Error(`it ended before it was ready: ${said}`)));
  });
}

async function memoryOf({ pid }: ChildProcess): Promise<{ now: number; most: number } | null> {
  const status = await readFile(`/proc/${pid}/status`, "utf8").catch(() => "");
  const of = (name: string) => new RegExp(`${name}:\\s+(\\d+) kB`).exec(status)?.[1];
  const [now, most] = [of("VmRSS"), of("VmHWM")];
  if (now === undefined || most === undefined) return null;
  return { now: Math.round(Number(now) / 1000), most: Math.round(Number(most) / 1000) };
}
