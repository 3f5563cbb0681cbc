/** Runs scripts with the project's own Node; what it starts ends with it. */
import { join } from "node:path";
import { outputOf, startChild } from "./child.mjs";
import { nodePath } from "./packages.mjs";
import { root } from "./place.mjs";

/** The server lives on 50 MB; without bounds its heap is let grow to thrice that before it is swept. */
export const serverMemory = ["--max-old-space-size=192", "--max-semi-space-size=16"];

const leash = `--import=${new URL("leash.mjs", import.meta.url).href}`;

/**
 * Starts a script of the project. Signals are handed on to it, and it is asked to stop when this
 * process dies without a word.
 * @param {string[]} words Node's options, the script and its arguments
 * @param {import("node:child_process").SpawnOptions} [options]
 */
export function startNode(words, options = {}) {
  return startChild(nodePath, [leash, ...words], {
    stdio: ["inherit", "inherit", "inherit", "ipc"],
    ...options,
    env: {
      ...withOurNodeFirst(options.env ?? process.env),
      KISALLI_STARTER: String(process.pid),
    },
  });
}

/** Starts a script, waits for it and makes its exit code ours. */
export async function runNode(words, options) {
  process.exitCode = await startNode(words, options).ended;
}

/** Runs a script of the project to its end and resolves to its exit code and all it wrote. */
export function outputOfNode(words) {
  return outputOf(nodePath, words, { cwd: root, env: withOurNodeFirst(process.env) });
}

function withOurNodeFirst(environment) {
  const separator = process.platform === "win32" ? ";" : ":";
  return {
    ...environment,
    PATH: [join(root, "node_modules/.bin"), environment.PATH].join(separator),
  };
}
