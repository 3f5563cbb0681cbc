import { createHash } from "node:crypto";
import type { PostgresPool, PostgresPoolClient } from "kysely";
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
  const ask = async (text: string, values: readonly unknown[]) => {
    if (text === "begin") {
      beginHeld = true;
      return NOTHING;
    }
    const begins = beginHeld;
    beginHeld = false;
    // Several statements in one text are possible only without values.
    if (values.length === 0) return client.query(begins ? `begin; ${text}` : text);
    const name = nameOf(text, values.length, names);
    const statement = { text, values: [...values], ...(name === undefined ? {} : { name }) };
    if (!begins) return client.query(statement);
    await client.query("begin");
    return client.query(statement);
  };
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- Kysely's client answers cursors too, which nobody asks for
  return {
    query: ask,
    release: (destroy?: boolean) => {
      beginHeld = false;
      client.release(destroy);
    },
  } as PostgresPoolClient;
}

const NOTHING = { command: "BEGIN", rowCount: null, rows: [] };

function nameOf(text: string, values: number, names: Map<string, string>): string | undefined {
  const known = names.get(text);
  if (known !== undefined || values > MOST_VALUES || names.size >= MOST_STATEMENTS) return known;
  const name = createHash("sha256").update(text).digest("base64url").slice(0, 32);
  names.set(text, name);
  return name;
}
