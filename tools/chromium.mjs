/** Finds the machine's Chromium for the browser tests; on Debian, root gets it installed. */
import { accessSync, constants, existsSync } from "node:fs";
import { delimiter, join } from "node:path";
import { outputOf } from "./child.mjs";
import { fail, say } from "./voice.mjs";

const NAMES = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];

const PLACES = [
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe",
];

/** The path of a Chromium, by CHROMIUM_PATH or found; undefined when there is none. */
export function findChromium() {
  const given = process.env.CHROMIUM_PATH;
  if (given) return given;
  const folders = (process.env.PATH ?? "").split(delimiter).filter((folder) => folder !== "");
  const inPath = NAMES.flatMap((name) => folders.map((folder) => join(folder, name)));
  return [...inPath, ...PLACES].find(isExecutable);
}

/** The path of a Chromium that has been seen to start; ends the process when there is none to be had. */
export async function ensureChromium() {
  const found = findChromium();
  if (found !== undefined && (await starts(found))) return found;
  if (process.env.CHROMIUM_PATH) {
    fail(`CHROMIUM_PATH is ${process.env.CHROMIUM_PATH}, and that does not start.`);
  }
  if (existsSync("/etc/debian_version") && process.getuid?.() === 0) await installOnDebian();
  const installed = findChromium();
  if (installed !== undefined && (await starts(installed))) return installed;
  fail(
    "The browser tests need Chromium. Install it (Debian: apt-get install chromium; Fedora: dnf install chromium; macOS: brew install --cask chromium), or set CHROMIUM_PATH to it.",
  );
}

async function installOnDebian() {
  say("Installing Chromium for the browser tests (apt-get install chromium).");
  const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
  const steps = [["update"], ["install", "--yes", "--no-install-recommends", "chromium"]];
  for (const step of steps) {
    const { code, output } = await outputOf("apt-get", step, { env });
    if (code !== 0) say(output);
  }
}

/** Some distributions have a "chromium" that only says where to get it. */
async function starts(path) {
  if (!isExecutable(path)) return false;
  const { code, output } = await outputOf(path, ["--version"]);
  return code === 0 && /\d+\.\d+/.test(output);
}

function isExecutable(path) {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
