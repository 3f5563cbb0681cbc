/** npm run fix: formats everything and mends what can be mended by itself. */
import { ensurePackages } from "./packages.mjs";
import { root } from "./place.mjs";
import { runNode } from "./runtime.mjs";

await ensurePackages();
await runNode(["node_modules/@biomejs/biome/bin/biome", "check", "--write", "."], { cwd: root });
