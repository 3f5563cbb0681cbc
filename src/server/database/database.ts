import { Kysely, PostgresDialect, sql, type Transaction } from "kysely";
import pg from "pg";
import type { DB } from "./db-types.ts";
import { preparing } from "./prepared.ts";

export type Database = Kysely<DB>;
export type Tx = Transaction<DB>;

/** Whose eyes a transaction has: row-level security reads these two settings (migrations/0009). */
export type Sight = { readonly personId: string | null; readonly providerIds: readonly string[] };

const UUID = /^[0-9a-f-]{36}$/;

pg.types.setTypeParser(pg.types.builtins.DATE, (text) => text);
pg.types.setTypeParser(pg.types.builtins.TIMESTAMPTZ, asInstant);
pg.types.setTypeParser(pg.types.builtins.INT8, Number);

/** Days arrive as "2026-11-23", instants as ISO text in UTC: Temporal reads both as they are. */
function asInstant(text: string): string {
  return Temporal.Instant.from(text.replace(" ", "T")).toString();
}

export function openPool(url: string, max = 16): pg.Pool {
  const pool = new pg.Pool({
    connectionString: url,
    max,
    application_name: "kisalli",
    options: "-c timezone=UTC",
  });
  // A dropped idle connection is replaced by the pool; the request that needs one reports its own error.
  pool.on("error", () => undefined);
  return pool;
}

export function openDatabase(pool: pg.Pool): Database {
  return new Kysely<DB>({ dialect: new PostgresDialect({ pool: preparing(pool) }) });
}

/**
 * Runs `work` in one transaction as the unprivileged role, with row-level security set to `sight`.
 * Everything the deed writes, its audit row and its jobs are committed together or not at all.
 */
export function asApp<T>(db: Database, sight: Sight, work: (tx: Tx) => Promise<T>): Promise<T> {
  return db.transaction().execute(async (tx) => {
    await takeSight(tx, sight);
    return work(tx);
  });
}

/** From here on the transaction is the unprivileged role's and sees what `sight` sees. */
export async function takeSight(tx: Tx, sight: Sight): Promise<void> {
  await sql.raw(sightStatement(sight)).execute(tx);
}

/** One round trip for role and both settings; the ids are checked, since `set local` takes no parameters. */
function sightStatement({ personId, providerIds }: Sight): string {
  const ids = [personId, ...providerIds].filter((id) => id !== null);
  if (!ids.every((id) => UUID.test(id))) throw new Error("a sight holds ids only");
  return (
    `set local role kisalli_app; set local kisalli.person = '${personId ?? ""}'; ` +
    `set local kisalli.providers = '{${providerIds.join(",")}}'`
  );
}
