/** npm run --silent kisalli -- <command>: the command line; its answer alone is on standard output. */
import { ensureMessages } from "./build-web.mjs";
import { ensurePackages } from "./packages.mjs";
import { fromRoot } from "./place.mjs";
import { runNode } from "./runtime.mjs";

await ensurePackages();
await ensureMessages();
await runNode([fromRoot("src/cli/kisalli.ts"), ...process.argv.slice(2)]);
