/** npm start: brings what is missing, then runs the server. */
import { ensureWeb } from "./build-web.mjs";
import { ensurePackages } from "./packages.mjs";
import { fromRoot } from "./place.mjs";
import { runNode, serverMemory } from "./runtime.mjs";

await ensurePackages();
await ensureWeb();
await runNode([...serverMemory, fromRoot("src/server/main.ts")]);
