import { randomUUID } from "node:crypto";
import { chmod, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { afterAll, beforeAll, expect, test } from "vitest";
import { z } from "zod";
import { listChains, verifyChain } from "#features/audit/server/api.ts";
import { openDatabase, openPool } from "#server/database/database.ts";
import { hold, query } from "#tests/process/embedded-holders.ts";
import { killEverything, type ServerProcess, startServer } from "#tests/process/server-process.ts";

/** A handful on every run; KISALLI_KILLS=200 for the long one (some ten minutes). */
const KILLS = Number(process.env.KISALLI_KILLS ?? 8);
const WRITERS = 4;
const LONGEST_LIFE_MS = 600;

let dataDir = "";
let server: ServerProcess | undefined;

beforeAll(async () => {
  const folder = await mkdtemp(path.join(tmpdir(), "kisalli-kill-"));
  await chmod(folder, 0o755);
  dataDir = path.join(folder, "var");
});

afterAll(async () => {
  if (server) await killEverything(server, dataDir);
  await rm(path.dirname(dataDir), { recursive: true, force: true, maxRetries: 5 });
});

/** Notes talks one after another; what has not been answered is sent again with the same key. */
class Writer {
  readonly acknowledged: string[] = [];
  #key = randomUUID();

  /** Until the server is gone or `isOver`; throws when the server refuses. */
  async write(note: (key: string) => Promise<Response | undefined>, isOver: () => boolean) {
    while (!isOver()) {
      const answer = await note(this.#key);
      if (answer === undefined) return;
      if (answer.status !== 200) throw new Error(`${answer.status} ${await answer.text()}`);
      this.acknowledged.push(this.#key);
      this.#key = randomUUID();
    }
  }
}

test(
  `kill -9 during writes, ${KILLS} times: every acknowledged write is there, none twice, the audit chains whole`,
  async () => {
    const writers = Array.from({ length: WRITERS }, () => new Writer());
    let life = startNext();
    const teacher = await becomeTeacher(await life.ready());
    for (let kill = 0; kill <= KILLS; kill += 1) {
      const address = await life.ready();
      let isOver = false;
      const note = (key: string) => noteTalk(address, teacher, key);
      const writing = Promise.all(writers.map((writer) => writer.write(note, () => isOver)));
      await pause(Math.random() * LONGEST_LIFE_MS);
      if (kill === KILLS) isOver = true;
      else await killSomehow(life, kill);
      await writing;
      if (kill < KILLS) life = startNext();
    }
    const acknowledged = writers.flatMap((writer) => writer.acknowledged);
    expect(acknowledged.length).toBeGreaterThan(KILLS);
    expect(await notedTalks()).toEqual(
      new Map(acknowledged.map((key) => [key, { talks: 1, audited: 1 }])),
    );
    life.child.kill("SIGTERM");
    expect(await life.ended()).toMatchObject({ code: 0 });
  },
  120_000 + KILLS * 15_000,
);

function startNext(): ServerProcess {
  server = startServer({ DATA_DIR: dataDir });
  return server;
}

/** By turns the program alone, whose database goes on, and every process there is. */
async function killSomehow(life: ServerProcess, turn: number): Promise<void> {
  if (turn % 2 === 0) return killEverything(life, dataDir);
  life.child.kill("SIGKILL");
  await life.ended();
}

type Teacher = { readonly cookie: string; readonly placementId: string };

const People = z.object({ people: z.array(z.object({ personId: z.string(), role: z.string() })) });
const Placements = z.object({ rows: z.array(z.object({ placementId: z.string() })) });

async function becomeTeacher(address: string): Promise<Teacher> {
  const { people } = People.parse(await (await fetch(`${address}/api/demo/people`)).json());
  for (const { personId } of people.filter(({ role }) => role === "teacher")) {
    const session = await post(`${address}/api/demo/sessions`, { personId }, {});
    const cookie = session.headers.getSetCookie()[0]?.split(";")[0] ?? "";
    const list = await fetch(`${address}/api/placements?state=running`, { headers: { cookie } });
    const [row] = Placements.parse(await list.json()).rows;
    if (row !== undefined) return { cookie, placementId: row.placementId };
  }
  throw new Error("the demo has no teacher with a running placement");
}

/** Undefined when the server went away before it answered. */
async function noteTalk(
  address: string,
  { cookie, placementId }: Teacher,
  key: string,
): Promise<Response | undefined> {
  const body = { kind: "other", heldOn: Temporal.Now.plainDateISO("UTC").toString(), note: key };
  const headers = { cookie, "idempotency-key": key };
  try {
    const answer = await post(`${address}/api/placements/${placementId}/talks`, body, headers);
    // When only the database has been killed so far, the server says that it could not.
    return answer.status >= 500 ? undefined : answer;
  } catch {
    return undefined;
  }
}

function post(url: string, body: unknown, headers: Record<string, string>): Promise<Response> {
  return fetch(url, {
    method: "POST",
    headers: { "content-type": "application/json", ...headers },
    body: JSON.stringify(body),
  });
}

async function notedTalks(): Promise<Map<string, { talks: number; audited: number }>> {
  const holder = await hold(dataDir);
  const rows = await query(
    holder.url,
    `select note, count(distinct talk.id)::int as talks, count(audit_event.id)::int as audited
       from talk left join audit_event on audit_event.subject_id = talk.id
      where note ~ '^[0-9a-f]{8}-[0-9a-f-]{27}$' group by note`,
  );
  const pool = openPool(holder.url, 2);
  const db = openDatabase(pool);
  for (const { chain, slug } of await db.transaction().execute(listChains)) {
    expect([slug, (await verifyChain(db, chain)).broken]).toEqual([slug, null]);
  }
  await pool.end();
  await holder.stop();
  const Row = z.object({ note: z.string(), talks: z.number(), audited: z.number() });
  return new Map(rows.map((row) => Row.parse(row)).map(({ note, ...counts }) => [note, counts]));
}
