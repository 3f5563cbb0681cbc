import { createHash } from "node:crypto";
import type { PostgresCursor, PostgresPool, PostgresPoolClient, PostgresQueryResult } from "kysely";
import type pg from "pg";

/** What is put in one by one with more values than this (a loader's rows) is not worth keeping a plan of. */
const MOST_VALUES = 40;
/** Plans are kept in every connection: lists of all lengths must not fill its memory. */
const MOST_STATEMENTS = 400;

/**
 * The pool as Kysely uses it. Its statements get names, so that each connection plans them once and not
 * at every request, and `begin` waits for the statement that follows it and travels with that.
 */
export function preparing(pool: pg.Pool): PostgresPool {
  const names = new Map<string, string>();
  const known = new WeakMap<pg.PoolClient, PostgresPoolClient>();
  return {
    options: pool.options,
    end: () => pool.end(),
    async connect() {
      const client = await pool.connect();
      const ready = known.get(client) ?? prepared(client, names);
      known.set(client, ready);
      return ready;
    },
  };
}

function prepared(client: pg.PoolClient, names: Map<string, string>): PostgresPoolClient {
  let beginHeld = false;
  const ask = async (text: string, values: readonly unknown[]): Promise<unknown> => {
    if (text === "begin") {
      beginHeld = true;
      return NOTHING;
    }
    const begins = beginHeld;
    beginHeld = false;
    // Several statements in one text are possible only without values.
    if (values.length === 0) return lastOf(await client.query(begins ? `begin; ${text}` : text));
    const name = nameOf(text, values.length, names);
    if (begins) await client.query("begin");
    return client.query({ text, values: [...values], ...(name === undefined ? {} : { name }) });
  };
  function query<R>(text: string, values: readonly unknown[]): Promise<PostgresQueryResult<R>>;
  function query<R>(cursor: PostgresCursor<R>): PostgresCursor<R>;
  function query(text: unknown, values: readonly unknown[] = []): unknown {
    if (typeof text !== "string") throw new Error("cursors are not in use");
    return ask(text, values);
  }
  return { query, release: (destroy) => client.release(destroy) };
}

const NOTHING = { command: "BEGIN", rowCount: null, rows: [] };

/** Several statements in one text give a list of results. */
function lastOf(result: unknown): unknown {
  return Array.isArray(result) ? result.at(-1) : result;
}

function nameOf(text: string, values: number, names: Map<string, string>): string | undefined {
  const known = names.get(text);
  if (known !== undefined || values > MOST_VALUES || names.size >= MOST_STATEMENTS) return known;
  const name = createHash("sha256").update(text).digest("base64url").slice(0, 32);
  names.set(text, name);
  return name;
}
