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

/** One LISTEN connection a process; it comes back by itself when the database restarts. */
export async function startLive(databaseUrl: string, log: Log): Promise<Live> {
  const subscriptions = new Set<{ topics: ReadonlySet<string>; hear: Listener }>();
  let client: pg.Client | undefined;
  let stopped = false;

  const connect = async (): Promise<void> => {
    const next = new pg.Client({ connectionString: databaseUrl, application_name: "kisalli-live" });
    next.on("notification", ({ payload }) => {
      for (const { topics, hear } of subscriptions) {
        if (payload !== undefined && topics.has(payload)) hear(payload);
      }
    });
    next.on("error", (error) => log.warn({ err: error }, "live connection lost"));
    next.on("end", () => {
      if (!stopped) setTimeout(() => void connect().catch(reconnect), 1_000).unref();
    });
    await next.connect();
    await next.query(`listen ${CHANNEL}`);
    client = next;
  };
  const reconnect = (error: unknown): void => {
    log.warn({ err: error }, "live connection");
    if (!stopped) setTimeout(() => void connect().catch(reconnect), 2_000).unref();
  };
  await connect();

  return {
    touch: async (tx, topic) =>
      void (await sql`select pg_notify(${CHANNEL}, ${topic})`.execute(tx)),
    listen(topics, hear) {
      const subscription = { topics, hear };
      subscriptions.add(subscription);
      return () => subscriptions.delete(subscription);
    },
    async stop() {
      stopped = true;
      await client?.end();
    },
  };
}

export const noLive: Live = {
  touch: async () => undefined,
  listen: () => () => undefined,
  stop: async () => undefined,
};
