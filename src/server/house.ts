import type pg from "pg";
import type { Clock } from "#server/clock.ts";
import type { Config } from "#server/config.ts";
import type { Database } from "#server/database/database.ts";
import type { Jobs } from "#server/jobs.ts";
import type { Live } from "#server/live.ts";
import type { Log } from "#server/log.ts";

/** What the server is made of; built once in main.ts (or by a test) and handed down. */
export type House = {
  readonly config: Config;
  readonly clock: Clock;
  readonly pool: pg.Pool;
  /** As the tables' owner: only for the edge (sessions, links, codes), migrations and imports. */
  readonly db: Database;
  readonly jobs: Jobs;
  readonly live: Live;
  readonly log: Log;
};
