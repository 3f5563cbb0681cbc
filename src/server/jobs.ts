import { sql } from "kysely";
import type pg from "pg";
import { fromKysely, PgBoss } from "pg-boss";
import type { Tx } from "#server/database/database.ts";
import type { Log } from "#server/log.ts";

export const QUEUES = [
  "mail.send",
  "mail.leftovers",
  "placements.turn",
  "agreements.finish",
  "agreements.leftovers",
  "audit.heads",
  "calendar.tell",
] as const;
export type Queue = (typeof QUEUES)[number];

export type Jobs = {
  /** Enqueued in the deed's own transaction: nothing is sent for a deed that was rolled back. */
  enqueue(tx: Tx, queue: Queue, payload: object, afterSeconds?: number): Promise<void>;
  work(queue: Queue, run: (payload: unknown) => Promise<void>): Promise<void>;
  schedule(queue: Queue, cron: string, timeZone: string): Promise<void>;
  stop(): Promise<void>;
};

/** Starts pg-boss in its own schema of the same database and gives the server's role the right to enqueue. */
export async function startJobs(pool: pg.Pool, log: Log): Promise<Jobs> {
  const boss = new PgBoss({
    db: { executeSql: (text: string, values?: unknown[]) => pool.query(text, values) },
    supervise: true,
  });
  boss.on("error", (error) => log.error({ err: error }, "job queue"));
  await boss.start();
  for (const queue of QUEUES) await boss.createQueue(queue, { retryLimit: 8, retryBackoff: true });
  await allowEnqueue(pool);
  return {
    async enqueue(tx, queue, payload, afterSeconds = 0) {
      await boss.send(queue, payload, { db: fromKysely(tx), startAfter: afterSeconds });
    },
    async work(queue, run) {
      await boss.work(queue, { pollingIntervalSeconds: 1 }, async (jobs) => {
        for (const job of jobs) await run(job.data);
      });
    },
    schedule: (queue, cron, timeZone) => boss.schedule(queue, cron, {}, { tz: timeZone }),
    stop: () => boss.stop({ graceful: true, timeout: 5_000 }),
  };
}

async function allowEnqueue(pool: pg.Pool): Promise<void> {
  await pool.query(
    `grant usage on schema pgboss to kisalli_app;
     grant select, insert, update on all tables in schema pgboss to kisalli_app;
     grant execute on all functions in schema pgboss to kisalli_app`,
  );
}

/** For the command line and the loader, where nothing may be sent. */
export const noJobs: Jobs = {
  enqueue: async (tx) => void (await sql`select 1`.execute(tx)),
  work: async () => undefined,
  schedule: async () => undefined,
  stop: async () => undefined,
};
