import pg from "pg";
import { pino } from "pino";
import { buildApp } from "#server/app.ts";
import { newId, systemClock } from "#server/clock.ts";
import { readConfig } from "#server/config.ts";
import { openDatabase } from "#server/database/database.ts";
import { noJobs } from "#server/jobs.ts";
import { startLive } from "#server/live.ts";
import type { Item } from "./traffic.ts";

export type Statement = {
  readonly text: string;
  readonly values: readonly unknown[];
  readonly name: string | undefined;
};

export type Recording = {
  readonly statements: readonly Statement[];
  /** The item it was recorded from, and an id older than everything the server made for it. */
  readonly item: Item;
  readonly marker: string;
  readonly answerBytes: number;
};

/** Answers each item once by a server inside this process and keeps what it sends to the database. */
export async function record(databaseUrl: string, items: readonly Item[]): Promise<Recording[]> {
  const heard: Statement[] = [];
  const pool = new pg.Pool({
    connectionString: databaseUrl,
    max: 1,
    options: "-c timezone=UTC",
    Client: listening(heard),
  });
  const log = pino({ level: "silent" });
  const live = await startLive(databaseUrl, log);
  const config = readConfig({ KISALLI_MODE: "demo", LOG_LEVEL: "silent" });
  const db = openDatabase(pool);
  const app = await buildApp({ config, clock: systemClock, pool, db, jobs: noJobs, live, log });
  await app.ready();
  try {
    const recordings: Recording[] = [];
    for (const item of items) {
      heard.length = 0;
      const marker = newId();
      const answer = await app.inject(asInjected(item));
      if (answer.statusCode !== 200) throw new Error(`${item.path}: ${answer.body}`);
      const answerBytes = answer.rawPayload.length;
      recordings.push({ statements: [...heard], item, marker, answerBytes });
    }
    return recordings;
  } finally {
    await app.close();
    await live.stop();
    await pool.end();
  }
}

function asInjected({ method, path, cookie, body, key, seen }: Item) {
  return {
    method,
    url: path,
    headers: {
      "idempotency-key": key,
      ...(seen === undefined ? {} : { "if-match": String(seen) }),
    },
    cookies: cookie === null ? {} : { kisalli_session: cookie },
    ...(body === null ? {} : { payload: body }),
  };
}

/** A client that writes down what it is asked before it asks it. */
function listening(heard: Statement[]): typeof pg.Client {
  return class extends pg.Client {
    constructor(config?: pg.ClientConfig) {
      super(config);
      const ask = this.query.bind(this);
      const hear = (...words: unknown[]): unknown => {
        const statement = asStatement(words);
        if (statement !== undefined) heard.push(statement);
        return Reflect.apply(ask, this, words);
      };
      Object.defineProperty(this, "query", { value: hear });
    }
  };
}

/** `query(text, values)` and `query({ text, values, name })` are the two ways it is called. */
function asStatement([first, second]: unknown[]): Statement | undefined {
  if (typeof first === "string") {
    return { text: first, values: Array.isArray(second) ? second : [], name: undefined };
  }
  if (typeof first !== "object" || first === null || !("text" in first)) return undefined;
  const inside = "values" in first && Array.isArray(first.values) ? first.values : undefined;
  return {
    text: String(first.text),
    values: inside ?? (Array.isArray(second) ? second : []),
    name: "name" in first && typeof first.name === "string" ? first.name : undefined,
  };
}
