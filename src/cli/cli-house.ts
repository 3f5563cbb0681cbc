import { pino } from "pino";
import { loadDemoIfEmpty } from "#features/demo/server/api.ts";
import { systemClock } from "#server/clock.ts";
import { readConfig } from "#server/config.ts";
import { openDatabase } from "#server/database/database.ts";
import { openStore } from "#server/database/store.ts";
import type { House } from "#server/house.ts";
import { noJobs } from "#server/jobs.ts";
import { noLive } from "#server/live.ts";

/**
 * Runs a command with the database of this environment: started when no server runs it, migrated, with
 * the demo in it when it is empty and the mode is demo, and given back at the end whatever happens.
 */
export async function withHouse<T>(run: (house: House) => Promise<T>): Promise<T> {
  const config = readConfig({ ...process.env, PORT: process.env.PORT ?? "0" });
  const log = pino({ level: "silent" });
  const store = await openStore(config, (line) => process.stderr.write(`${line}\n`));
  try {
    const { pool } = store;
    const house: House = {
      config,
      clock: systemClock,
      pool,
      db: openDatabase(pool),
      jobs: noJobs,
      live: noLive,
      log,
    };
    if (config.mode === "demo") await loadDemoIfEmpty(house);
    return await run(house);
  } finally {
    await store.close();
  }
}
