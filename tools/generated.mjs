/** Database types and OpenAPI, from migrations and contracts: --check compares, without it they are written. */
import { fromRoot } from "./place.mjs";
import { runNode } from "./runtime.mjs";

await runNode([fromRoot("src/server/generate.ts"), ...process.argv.slice(2)]);
