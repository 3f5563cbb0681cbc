/** Installs the packages of package-lock.json when they are not there yet or are other ones. */
import { createHash } from "node:crypto";
import { existsSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { outputOf } from "./child.mjs";
import { root } from "./place.mjs";
import { fail, say } from "./voice.mjs";

const lockFile = join(root, "package-lock.json");
const modules = join(root, "node_modules");
const noteFile = join(modules, ".package-lock.json");
const stampFile = join(modules, ".kisalli-stamp");
const node = join(modules, "node");

/** The Node that package.json pins; the machine's own may be older than the libraries need. */
export const nodePath =
  process.platform === "win32" ? join(node, "bin/node.exe") : join(node, "bin/node");

export async function ensurePackages() {
  try {
    await bringMissing();
  } catch (error) {
    if (error.code !== "EACCES" && error.code !== "EPERM") throw error;
    fail(
      `${error.path} belongs to another user. Run this as that user, or in a folder of your own.`,
    );
  }
}

async function bringMissing() {
  const hash = createHash("sha256").update(readFileSync(lockFile)).digest("hex");
  if (!isStamped(hash)) {
    if (!hasInstalledTheLock()) await install();
    writeFileSync(stampFile, hash);
  }
  if (!existsSync(nodePath)) await bringNode();
}

function isStamped(hash) {
  return existsSync(stampFile) && readFileSync(stampFile, "utf8") === hash;
}

/** True when somebody ran npm themselves: it notes in node_modules what it has installed. */
function hasInstalledTheLock() {
  if (!existsSync(noteFile)) return false;
  const wanted = JSON.parse(readFileSync(lockFile, "utf8")).packages;
  const installed = JSON.parse(readFileSync(noteFile, "utf8")).packages;
  return Object.entries(wanted).every(([place, { version, optional }]) => {
    const found = installed[place];
    return place === "" || (found ? found.version === version : optional === true);
  });
}

/**
 * Not by npm ci: it refuses a lock file without the packages of other platforms, which a registry that
 * does not have them makes. What is locked is installed as it is locked, and the file is left alone.
 */
async function install() {
  say("Installing the packages; this takes a minute or two and is done once.");
  // Without npm's note an earlier installation has not come to its end.
  if (!existsSync(noteFile)) rmSync(modules, { recursive: true, force: true });
  const words = ["install", "--no-save", "--no-audit", "--no-fund", "--loglevel=error"];
  const { code, output } = await outputOf(...npm(words), { cwd: root });
  if (code === 0) return;
  const first = output.trim().split("\n").slice(0, 12).join("\n");
  fail(`${first}\nThe packages could not be installed (npm install). Is there a network?`);
}

/** Machines where install scripts are off have the package node without its binary. */
async function bringNode() {
  say("Bringing the Node that Kisälli runs on.");
  const script = "installArchSpecificPackage.js";
  const { output } = await outputOf(process.execPath, [script], { cwd: node });
  if (existsSync(nodePath)) return;
  const { version } = JSON.parse(readFileSync(join(node, "package.json"), "utf8"));
  fail(
    `${output}\nNode ${version} could not be brought from the package "node". Is there a build for ${process.platform}-${process.arch}?`,
  );
}

/** By the npm that started us, so that its settings hold; else the one in PATH. */
function npm(words) {
  const own = process.env.npm_execpath ?? "";
  return own.endsWith(".js") ? [process.execPath, [own, ...words]] : ["npm", words];
}
