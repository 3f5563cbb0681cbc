import { createHash } from "node:crypto";
import type { PostgresCursor, PostgresPool, PostgresPoolClient, PostgresQueryResult } from "kysely";
import type pg from "pg";

/** A statement with more values than this puts in a loader's rows: its plan is not worth keeping. */
const MOST_VALUES = 40;
/** Every connection keeps the plans: lists of all lengths must not fill its memory. */
const MOST_STATEMENTS = 400;

/**
 * The pool as Kysely uses it, with a name for each statement, so that a connection plans it once and
 * not at every request: the board's plan takes as long to make as its rows take to read.
 */
export function preparing(pool: pg.Pool): PostgresPool {
  const names = new Map<string, string>();
  return {
    options: pool.options,
    end: () => pool.end(),
    connect: async () => prepared(await pool.connect(), names),
  };
}

function prepared(client: pg.PoolClient, names: Map<string, string>): PostgresPoolClient {
  function query<R>(text: string, values: readonly unknown[]): Promise<PostgresQueryResult<R>>;
  function query<R>(cursor: PostgresCursor<R>): PostgresCursor<R>;
  function query(text: unknown, values: readonly unknown[] = []): unknown {
    if (typeof text !== "string") throw new Error("cursors are not in use");
    const name = nameOf(text, values.length, names);
    return client.query({ text, values: [...values], ...(name === undefined ? {} : { name }) });
  }
  return { query, release: (destroy) => client.release(destroy) };
}

function nameOf(text: string, values: number, names: Map<string, string>): string | undefined {
  if (values === 0 || values > MOST_VALUES) return undefined;
  const known = names.get(text);
  if (known !== undefined || names.size >= MOST_STATEMENTS) return known;
  const name = createHash("sha256").update(text).digest("base64url").slice(0, 32);
  names.set(text, name);
  return name;
}
