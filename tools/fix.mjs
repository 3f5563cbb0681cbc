/** npm run fix: formats everything, mends what can be mended by itself and writes the generated files anew. */
import { ensureMessages } from "./build-web.mjs";
import { ensurePackages } from "./packages.mjs";
import { root } from "./place.mjs";
import { startNode } from "./runtime.mjs";

const BIOME = "node_modules/@biomejs/biome/bin/biome";
/** From here on an exit code tells of a signal. */
const SIGNALLED = 128;

await ensurePackages();
await ensureMessages();
const formatted = await run([BIOME, "check", "--write", "."]);
// Lines that only a person can mend do not keep the generated files from being made; Ctrl-C does.
const generated = formatted >= SIGNALLED ? 0 : await run(["tools/generated.mjs"]);
process.exitCode = formatted || generated;

function run(words) {
  return startNode(words, { cwd: root }).ended;
}
