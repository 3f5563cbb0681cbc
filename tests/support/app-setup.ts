import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { startServer } from "#tests/process/server-process.ts";

/** The real server with the demo's story in a database of its own, for all journeys; stopped at the end. */
export default async function setup(): Promise<() => Promise<void>> {
  const dataDir = await mkdtemp(path.join(tmpdir(), "kisalli-journeys-"));
  // All journeys come from one address; nobody but them is to be held back here.
  const server = startServer({ DATA_DIR: dataDir, REQUESTS_PER_MINUTE: "100000" });
  const stop = async () => {
    server.child.kill("SIGTERM");
    const { complained } = await server.ended();
    await rm(dataDir, { recursive: true, force: true });
    return complained;
  };
  try {
    process.env.KISALLI_URL = await server.ready();
    process.env.KISALLI_JOURNEYS_DATA = dataDir;
  } catch (error) {
    await stop();
    throw error;
  }
  return async () => {
    const complained = await stop();
    if (complained !== "") throw new Error(`The server complained:\n${complained}`);
  };
}
