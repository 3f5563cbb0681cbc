/** npm run bench: measures the server beside the limits of its database and its framework. */
import { ensureWeb } from "./build-web.mjs";
import { ensurePackages } from "./packages.mjs";
import { fromRoot } from "./place.mjs";
import { runNode } from "./runtime.mjs";

await ensurePackages();
await ensureWeb();
await runNode([fromRoot("bench/bench.ts"), ...process.argv.slice(2)]);
