import { randomUUID } from "node:crypto";
import type { FastifyInstance, InjectOptions, LightMyRequestResponse } from "fastify";
import pg from "pg";
import { inject } from "vitest";
import { buildApp } from "#server/app.ts";
import { type Clock, newId, newToken } from "#server/clock.ts";
import { readConfig } from "#server/config.ts";
import { openDatabase, openPool } from "#server/database/database.ts";
import type { House } from "#server/house.ts";
import { startJobs } from "#server/jobs.ts";
import { startLive } from "#server/live.ts";
import { hashToken } from "#server/secrets.ts";
import { withDatabase } from "./database-setup.ts";
import { quietLog } from "./quiet-log.ts";

/** A Monday morning at the college; tests move it with `travel`. */
export const MONDAY_MORNING = "2026-11-23T06:00:00Z";

export type TestHouse = {
  readonly house: House;
  readonly app: FastifyInstance;
  /** Sets the clock; Temporal instants or ISO text. */
  travel(to: string): void;
  /** A browser of somebody signed in by code (or by other means), as a caller of the API. */
  as(personId: string, means?: "code" | "demo"): Promise<Caller>;
  /** A browser without a session. */
  readonly anyone: Caller;
  close(): Promise<void>;
};

export type Caller = {
  get(path: string): Promise<LightMyRequestResponse>;
  send(
    method: "POST" | "PUT" | "DELETE",
    path: string,
    body?: object,
    headers?: Record<string, string>,
  ): Promise<LightMyRequestResponse>;
  readonly cookies: Record<string, string>;
};

/** A server on its own clone of the migrated template: real PostgreSQL, real queue, a clock that stands still. */
export async function openTestHouse(settings: Record<string, string> = {}): Promise<TestHouse> {
  const admin = inject("databaseUrl");
  const name = `test_${randomUUID().replaceAll("-", "")}`;
  await onAdmin(admin, `create database ${name} template kisalli_template`);
  let now = Temporal.Instant.from(MONDAY_MORNING);
  const house = await buildHouse(withDatabase(admin, name), settings, { now: () => now });
  const app = await buildApp(house);
  await app.ready();
  return {
    house,
    app,
    travel: (to) => {
      now = Temporal.Instant.from(to);
    },
    as: async (personId, means = "code") =>
      callerOf(app, { kisalli_session: await sessionFor(house, personId, means) }),
    anyone: callerOf(app, {}),
    async close() {
      await app.close();
      await house.live.stop();
      await house.jobs.stop();
      await house.pool.end();
      await onAdmin(admin, `drop database ${name} with (force)`);
    },
  };
}

async function buildHouse(
  url: string,
  settings: Record<string, string>,
  clock: Clock,
): Promise<House> {
  const pool = openPool(url, 8);
  const live = await startLive(url, quietLog);
  const jobs = await startJobs(pool, quietLog);
  const config = readConfig({ KISALLI_MODE: "demo", PORT: "0", LOG_LEVEL: "silent", ...settings });
  return { config, clock, pool, db: openDatabase(pool), jobs, live, log: quietLog };
}

/** Calls keep the cookies the server sets, as a browser does, and give each write its own Idempotency-Key. */
export function callerOf(
  app: FastifyInstance,
  cookies: Record<string, string>,
  remoteAddress = "127.0.0.1",
): Caller {
  const ask = async (options: InjectOptions): Promise<LightMyRequestResponse> => {
    const response = await app.inject({ ...options, cookies, remoteAddress });
    for (const cookie of response.cookies) cookies[cookie.name] = cookie.value;
    return response;
  };
  return {
    cookies,
    get: (path) => ask({ method: "GET", url: path }),
    send: (method, path, body, headers = {}) =>
      ask({
        method,
        url: path,
        headers: { "idempotency-key": randomUUID(), ...headers },
        ...(body === undefined ? {} : { payload: body }),
      }),
  };
}

async function sessionFor(house: House, personId: string, means: "code" | "demo"): Promise<string> {
  const token = newToken();
  const now = house.clock.now();
  await house.db
    .insertInto("session")
    .values({
      id: newId(),
      token_hash: hashToken(token),
      person_id: personId,
      means,
      named_at: now.toString(),
      created_at: now.toString(),
      expires_at: now.add({ hours: 24 * 365 }).toString(),
    })
    .execute();
  return token;
}

async function onAdmin(url: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query(statement);
  await client.end();
}
