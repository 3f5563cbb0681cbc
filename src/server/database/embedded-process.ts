import { execFile } from "node:child_process";
import { readFile } from "node:fs/promises";
import { promisify } from "node:util";

const run = promisify(execFile);

/**
 * A mark that tells a process from every other one, also from a later one with the same pid:
 * pid, start time and boot. Undefined when no such process lives (a zombie does not).
 */
export async function processMark(pid: number): Promise<string | undefined> {
  if (!isSignalable(pid)) return undefined;
  if (process.platform === "linux") return linuxMark(pid);
  if (process.platform === "win32") return String(pid);
  const started = await psField(pid, "lstart=");
  return started === undefined ? undefined : `${pid} ${started}`;
}

/** The command line with its arguments, separated by single spaces; undefined when it cannot be read. */
export async function commandLine(pid: number): Promise<string | undefined> {
  if (process.platform !== "linux") return psField(pid, "command=");
  const text = await readFile(`/proc/${pid}/cmdline`, "utf8").catch(() => "");
  const words = text.split("\0").filter((word) => word !== "");
  return words.length === 0 ? undefined : words.join(" ");
}

async function linuxMark(pid: number): Promise<string | undefined> {
  try {
    const stat = await readFile(`/proc/${pid}/stat`, "utf8");
    // The name in brackets may hold anything, so count from its closing bracket: state, ..., start time.
    const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
    if (fields[0] === "Z" || fields[0] === "X") return undefined;
    const boot = await readFile("/proc/sys/kernel/random/boot_id", "utf8").catch(() => "");
    return `${pid} ${fields[19]} ${boot.trim()}`;
  } catch {
    return undefined;
  }
}

function isSignalable(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // EPERM: it lives and belongs to somebody else.
    return error instanceof Error && "code" in error && error.code === "EPERM";
  }
}

async function psField(pid: number, field: string): Promise<string | undefined> {
  try {
    const { stdout } = await run("ps", ["-o", field, "-p", String(pid)]);
    return stdout.trim() === "" ? undefined : stdout.trim();
  } catch {
    return undefined;
  }
}
