import type pg from "pg";
import type { Config } from "#server/config.ts";
import { openPool } from "#server/database/database.ts";
import { startEmbedded } from "#server/database/embedded.ts";
import { migrate } from "#server/database/migrate.ts";
import { StartRefusal } from "#server/start-refusal.ts";

export type Store = {
  readonly databaseUrl: string;
  readonly pool: pg.Pool;
  close(): Promise<void>;
};

/**
 * The migrated database of this configuration: DATABASE_URL, or the embedded one, started if no other
 * process of ours runs it. Server and command line open it alike; the last one to close it stops it.
 */
export async function openStore(config: Config, log: (line: string) => void): Promise<Store> {
  const embedded =
    config.databaseUrl === undefined
      ? await startEmbedded({ dataDir: config.dataDir, log })
      : undefined;
  const databaseUrl = config.databaseUrl ?? embedded?.url ?? "";
  const pool = openPool(databaseUrl);
  const close = async (): Promise<void> => {
    await pool.end();
    await embedded?.stop();
  };
  try {
    if (embedded === undefined) await checkServer(pool);
    await migrate(pool);
    return { databaseUrl, pool, close };
  } catch (error) {
    await close();
    throw error;
  }
}

const OLDEST = 150_000;

async function checkServer(pool: pg.Pool): Promise<void> {
  const { rows } = await pool
    .query<{ version: number }>("select current_setting('server_version_num')::int as version")
    .catch((error: unknown) => {
      const why = error instanceof Error ? error.message : String(error);
      throw new StartRefusal(
        "database_unreachable",
        `DATABASE_URL leads to no database that answers: ${why}.`,
      );
    });
  if ((rows[0]?.version ?? 0) < OLDEST) {
    throw new StartRefusal(
      "database_old",
      "DATABASE_URL leads to a PostgreSQL older than 15. Use 15 or newer.",
    );
  }
}
