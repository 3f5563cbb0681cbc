/** Builds the web client into dist/ when what it is made of has changed. */
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { messagesAreCurrent } from "./messages.mjs";
import { ensurePackages } from "./packages.mjs";
import { isMain, root } from "./place.mjs";
import { startNode } from "./runtime.mjs";
import { fail, say } from "./voice.mjs";

const stamp = join(root, "src/generated/web.hash");

/** Compiles the texts of messages/ when they have changed. */
export async function ensureMessages() {
  if (messagesAreCurrent()) return;
  if ((await startNode(["tools/messages.mjs"], { cwd: root, stdio: toStderr }).ended) !== 0) {
    fail("The texts in messages/ do not fit together; see the lines above.");
  }
}

export async function ensureWeb() {
  await ensureMessages();
  const hash = hashOf(inputs());
  if (existsSync(join(root, "dist/index.html")) && readStamp() === hash) return;
  say("Building the web client.");
  rmSync(stamp, { force: true });
  const words = ["node_modules/vite/bin/vite.js", "build", "--logLevel", "warn"];
  if ((await startNode(words, { cwd: root, stdio: toStderr }).ended) !== 0) {
    fail("The web client could not be built; see the lines above.");
  }
  mkdirSync(join(root, "src/generated"), { recursive: true });
  writeFileSync(stamp, hash);
}

const toStderr = ["ignore", 2, 2, "ipc"];

function readStamp() {
  return existsSync(stamp) ? readFileSync(stamp, "utf8") : undefined;
}

/** Everything the client is made of; a feature's server and its tests are not. */
function inputs() {
  const single = [
    "package-lock.json",
    "package.json",
    "vite.config.ts",
    "index.html",
    "tsconfig.json",
  ];
  const folders = ["src", "messages", "public"].flatMap((folder) => filesUnder(folder));
  const unused = /^src\/(generated|server|cli)\/|^src\/features\/[^/]+\/server\/|\.test\.tsx?$/;
  return [...single, ...folders.filter((file) => !unused.test(file))].filter((file) =>
    existsSync(join(root, file)),
  );
}

function filesUnder(folder) {
  if (!existsSync(join(root, folder))) return [];
  return readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath ?? entry.path, entry.name).slice(root.length + 1))
    .map((file) => file.replaceAll("\\", "/"))
    .sort();
}

function hashOf(files) {
  const hash = createHash("sha256");
  for (const file of files) hash.update(`${file}\0`).update(readFileSync(join(root, file)));
  return hash.digest("hex");
}

if (isMain(import.meta.url)) {
  await ensurePackages();
  await ensureWeb();
}
