import { sql } from "kysely";
import pg from "pg";
import type { Tx } from "#server/database/database.ts";
import type { Log } from "#server/log.ts";

export type Listener = (topic: string) => void;

export type Live = {
  /** Part of the deed's transaction: others hear of it when it is committed, never before. */
  touch(tx: Tx, topic: string): Promise<void>;
  listen(topics: ReadonlySet<string>, hear: Listener): () => void;
  stop(): Promise<void>;
};

const CHANNEL = "kisalli_live";
const RETRY_MS = 1_000;

/** One LISTEN connection a process; it comes back by itself when the database restarts. */
export async function startLive(databaseUrl: string, log: Log): Promise<Live> {
  const subscriptions = new Set<{ topics: ReadonlySet<string>; hear: Listener }>();
  const stop = await keepListening(databaseUrl, log, (topic) => {
    for (const { topics, hear } of subscriptions) if (topics.has(topic)) hear(topic);
  });
  return {
    touch: async (tx, topic) =>
      void (await sql`select pg_notify(${CHANNEL}, ${topic})`.execute(tx)),
    listen(topics, hear) {
      const subscription = { topics, hear };
      subscriptions.add(subscription);
      return () => subscriptions.delete(subscription);
    },
    stop,
  };
}

async function keepListening(
  databaseUrl: string,
  log: Log,
  hear: Listener,
): Promise<() => Promise<void>> {
  let client: pg.Client | undefined;
  let stopped = false;
  const connect = async (): Promise<void> => {
    if (stopped) return;
    const next = new pg.Client({ connectionString: databaseUrl, application_name: "kisalli-live" });
    next.on("notification", ({ payload }) => payload !== undefined && hear(payload));
    next.on("error", (error) => log.warn({ err: error }, "live connection lost"));
    await next.connect();
    await next.query(`listen ${CHANNEL}`);
    client = next;
    // Only a connection that stood is followed by another here; one that never stood is tried again below.
    next.on("end", tryAgain);
  };
  const again = (): void =>
    void connect().catch((error: unknown) => {
      log.warn({ err: error }, "live connection");
      tryAgain();
    });
  const tryAgain = (): void => {
    if (!stopped) setTimeout(again, RETRY_MS).unref();
  };
  await connect();
  return async () => {
    stopped = true;
    await client?.end();
  };
}

export const noLive: Live = {
  touch: async () => undefined,
  listen: () => () => undefined,
  stop: async () => undefined,
};
