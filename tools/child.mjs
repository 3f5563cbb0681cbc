/** Starts programs that end with us. */
import { spawn } from "node:child_process";
import { constants } from "node:os";
import { fail } from "./voice.mjs";

const LOOK_MS = 200;
const SIGNALS = ["SIGINT", "SIGTERM", "SIGHUP"];

/**
 * Starts a program; signals are handed on to it.
 * @param {string} program
 * @param {string[]} words
 * @param {import("node:child_process").SpawnOptions} options
 * @returns {{ child: import("node:child_process").ChildProcess, ended: Promise<number> }} its exit code
 */
export function startChild(program, words, options) {
  const shell = process.platform === "win32" && program === "npm";
  const child = spawn(program, words, { shell, ...options });
  const handOn = new Map(SIGNALS.map((signal) => [signal, () => hand(signal, child)]));
  for (const [signal, listener] of handOn) process.on(signal, listener);
  const watch = watchNpm(() => child.kill("SIGTERM"));
  const ended = new Promise((resolve) => {
    child.on("error", (error) => fail(`${program} could not be started: ${error.message}`));
    child.on("close", (code, signal) => {
      clearInterval(watch);
      for (const [name, listener] of handOn) process.off(name, listener);
      resolve(code ?? 128 + (constants.signals[signal] ?? 0));
    });
  });
  return { child, ended };
}

/** Runs a program to its end and resolves to its exit code and all it wrote. */
export async function outputOf(program, words, options = {}) {
  const { child, ended } = startChild(program, words, {
    stdio: ["ignore", "pipe", "pipe"],
    ...options,
  });
  let output = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding("utf8").on("data", (text) => {
      output += text;
    });
  }
  return { code: await ended, output };
}

/** Ctrl-C reaches everything in the terminal by itself; a second one means "at once" to many programs. */
function hand(signal, child) {
  if (signal === "SIGINT" && process.stdin.isTTY) return;
  child.kill(signal);
}

/** npm runs us in a shell that dies of a signal without handing it on; so its end means "stop". */
function watchNpm(stop) {
  if (process.env.npm_lifecycle_event === undefined) return undefined;
  const parent = process.ppid;
  const look = () => {
    if (process.ppid !== parent) stop();
  };
  return setInterval(look, LOOK_MS).unref();
}
