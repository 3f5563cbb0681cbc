/** npm run check: format, lint, types, import direction, unused code, generated files. */
import { existsSync } from "node:fs";
import { ensureMessages } from "./build-web.mjs";
import { ensurePackages } from "./packages.mjs";
import { fromRoot } from "./place.mjs";
import { outputOfNode } from "./runtime.mjs";

const AT_ONCE = 2;

/** The slowest first. */
const CHECKS = [
  {
    name: "types",
    words: ["node_modules/typescript/bin/tsc", "--noEmit", "-p", "tsconfig.json"],
    remedy: "Mend the types named above.",
  },
  {
    name: "promises and cases",
    words: ["node_modules/oxlint/bin/oxlint", "--type-aware", "--deny-warnings"],
    remedy: "Mend the lines named above; the rule's name leads to its reason.",
  },
  {
    name: "unused code",
    words: ["node_modules/knip/bin/knip.js", "--no-progress"],
    remedy: "Delete what is unused, or use it; entry points are in knip.json.",
  },
  {
    name: "import direction",
    words: [
      ...["node_modules/dependency-cruiser/bin/dependency-cruiser.mjs", "src"],
      ...["--config", ".dependency-cruiser.cjs", "--output-type", "err-long"],
    ],
    remedy: "Import in the direction that docs/architecture.md shows.",
  },
  {
    name: "types of the pure part",
    words: ["node_modules/typescript/bin/tsc", "--noEmit", "-p", "tsconfig.pure.json"],
    remedy:
      "The pure root of a feature knows neither DOM nor Node; move that part to server/ or web/.",
  },
  {
    name: "format and lint",
    words: ["node_modules/@biomejs/biome/bin/biome", "check", "--error-on-warnings", "."],
    remedy: "Run npm run fix, then mend what is left.",
  },
  {
    name: "generated files",
    words: ["tools/generated.mjs", "--check"],
    remedy: "Run node tools/generated.mjs and commit what it writes.",
  },
].filter(({ words }) => existsSync(fromRoot(words[0])));

await ensurePackages();
await ensureMessages();
const waiting = [...CHECKS];
const failed = [];
await Promise.all(Array.from({ length: AT_ONCE }, work));
console.log(
  failed.length === 0 ? "All checks pass." : `Failed: ${failed.join(", ")}. See what to do above.`,
);
process.exitCode = failed.length === 0 ? 0 : 1;

async function work() {
  for (let check = waiting.shift(); check; check = waiting.shift()) {
    const before = performance.now();
    const { code, output } = await outputOfNode(check.words);
    const seconds = ((performance.now() - before) / 1000).toFixed(1);
    console.log(`${code === 0 ? "pass" : "FAIL"}  ${check.name} (${seconds} s)`);
    if (code === 0) continue;
    failed.push(check.name);
    console.log(`\n${output.trim()}\n\n${check.name}: ${check.remedy}\n`);
  }
}
