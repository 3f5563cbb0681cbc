/** npm run dev: the server restarts and the browser reloads when a file changes. */
import { spawn } from "node:child_process";
import { watch } from "node:fs";
import { join } from "node:path";
import { ensureMessages } from "./build-web.mjs";
import { ensurePackages, nodePath } from "./packages.mjs";
import { fromRoot, root } from "./place.mjs";
import { startNode } from "./runtime.mjs";

const SETTLE_MS = 150;

await ensurePackages();
await ensureMessages();
compileTextsOnChange();

const server = startNode(["--watch", "--watch-preserve-output", fromRoot("src/server/main.ts")]);
const client = startNode([fromRoot("node_modules/vite/bin/vite.js")], { cwd: root });
process.exitCode = await Promise.race([server.ended, client.ended]);
server.child.kill("SIGTERM");
client.child.kill("SIGTERM");
await Promise.all([server.ended, client.ended]);
process.exit();

function compileTextsOnChange() {
  let settling;
  watch(join(root, "messages"), () => {
    clearTimeout(settling);
    // Faults are shown and the rest is compiled: a text in the making stops nobody.
    settling = setTimeout(
      () => spawn(nodePath, ["tools/messages.mjs"], { cwd: root, stdio: ["ignore", 2, 2] }),
      SETTLE_MS,
    );
  });
}
