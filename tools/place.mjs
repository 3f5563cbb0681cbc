import { realpathSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

/** The folder of the project. */
export const root = dirname(dirname(realpathSync(fileURLToPath(import.meta.url))));

/** True when the module was started by itself, false when another imported it. */
export function isMain(moduleUrl) {
  const started = process.argv[1];
  return started !== undefined && realpathSync(started) === realpathSync(fileURLToPath(moduleUrl));
}

/** The full path of a file of the project; the one who calls us may stand in another folder. */
export function fromRoot(path) {
  return join(root, path);
}
