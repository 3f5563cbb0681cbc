import { sql } from "kysely";
import { pino } from "pino";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { remindHearers } from "#features/safety/server/remind-hearers.ts";
import { ROUTES } from "#server/app.ts";
import { asApp } from "#server/database/database.ts";
import { makeWorld, type World } from "#tests/support/makers.ts";
import {
  type Caller,
  MONDAY_MORNING,
  openTestHouse,
  type TestHouse,
} from "#tests/support/test-house.ts";
import { sampleOf } from "./route-samples.ts";

/**
 * A student tells one person. Everybody else asks every read of the API, before and after, and nothing is
 * different: not the words, not the id, not a count, a version or a time.
 */

const MARK = "Mansikkapaikka";
/** A letter about it never uses these words. */
const SAYS_WHAT = /turva|safety at|report|pelk|opiskelij/i;
const LATE = "2026-11-23T10:00:00Z";

let house: TestHouse;
let world: World;
let reportId: string;
let outsiders: { name: string; id: string }[];
/** What other processes are told, and what the clock writes into the log. */
const notices: string[] = [];
const lines: string[] = [];
const before = new Map<string, string>();
const after = new Map<string, string>();

const reads = ROUTES.filter(({ contract }) => contract.method === "GET").map(
  ({ contract }) => `${contract.method} ${contract.path}`,
);

async function readAll(into: Map<string, string>): Promise<void> {
  for (const { name, id } of outsiders) {
    const caller = await house.as(id);
    for (const route of reads) {
      const answer = await caller.get(sampleOf(route, world).path);
      into.set(
        `${name}: ${route}`,
        `${answer.statusCode} ${answer.headers.etag ?? ""} ${answer.body}`,
      );
    }
  }
}

/** Teacher, tutor and coordinator see the placement; of its pages all but the week and day before it began. */
const VISIBLE_TO = 3;
const LOOKED_AT = 5;

async function countLooks(): Promise<number> {
  return (await house.house.db.selectFrom("placement_look").select("page").execute()).length;
}

beforeAll(async () => {
  house = await openTestHouse({ REQUESTS_PER_MINUTE: "100000" });
  world = await makeWorld(house.house, {
    state: "running",
    startsOn: "2026-11-23",
    endsOn: "2027-01-29",
  });
  await house.house.db
    .updateTable("provider")
    .set({ safety_lead_id: world.admin })
    .where("id", "=", world.providerId)
    .execute();
  outsiders = [
    { name: "teacher", id: world.teacher },
    { name: "tutor", id: world.tutor },
    { name: "coordinator", id: world.coordinator },
    { name: "colleague", id: world.colleague },
    { name: "other student", id: world.otherStudent },
    { name: "other teacher", id: world.otherTeacher },
    { name: "other coordinator", id: world.otherCoordinator },
  ];
  // Who has looked at a placement is in its history: the second round of looks changes nothing there.
  await readAll(before);
  await vi.waitUntil(async () => (await countLooks()) === VISIBLE_TO * LOOKED_AT);
  // Both readings are of the moment when the hearer's clock has run out.
  house.travel(LATE);
  await readAll(before);
  house.travel(MONDAY_MORNING);
  const topics = [world.placementId, world.otherPlacementId].map((id) => `placement:${id}`);
  const people = [world.student, world.admin, ...outsiders.map(({ id }) => id)];
  const heard = new Set([...topics, ...people.map((id) => `person:${id}`)]);
  house.house.live.listen(heard, (topic) => notices.push(topic));
  const student: Caller = await house.as(world.student);
  const sent = await student.send("POST", `/api/placements/${world.placementId}/safety`, {
    kind: "day_1",
    answers: ["no", "no", "no"],
    words: `${MARK}: pelkään.`,
    callMe: true,
    hearers: ["safety_lead"],
  });
  reportId = sent.json().id;
  const lead = await house.as(world.admin);
  await lead.send("POST", `/api/safety/${reportId}/opening`);
  house.travel(LATE);
  const log = pino({ level: "trace" }, { write: (line: string) => lines.push(line) });
  await remindHearers({ ...house.house, log });
  await lead.send("POST", `/api/safety/${reportId}/steps`, {
    what: "write",
    words: `${MARK}: soitan.`,
  });
  await readAll(after);
}, 120_000);
afterAll(() => house.close());

describe("what one person was told", () => {
  test("is read by that person and the student", async () => {
    for (const [person, path] of [
      [world.admin, "/api/safety/heard"],
      [world.student, "/api/safety/mine"],
    ] as const) {
      expect((await (await house.as(person)).get(path)).body).toContain(MARK);
    }
  });

  test("changes no answer of any read for anybody else", () => {
    expect(after.size).toBeGreaterThan(outsiders.length * 20);
    for (const [asked, answer] of after)
      expect([asked, answer]).toEqual([asked, before.get(asked)]);
  });

  test("cannot be opened, followed or widened by anybody else", async () => {
    for (const { id } of outsiders) {
      const caller = await house.as(id);
      const tries = [
        caller.send("POST", `/api/safety/${reportId}/opening`),
        caller.send("POST", `/api/safety/${reportId}/steps`, { what: "take", words: null }),
        caller.send("POST", `/api/safety/${reportId}/hearers`, { hearers: ["teacher"] }),
      ];
      for (const answer of await Promise.all(tries))
        expect([403, 404]).toContain(answer.statusCode);
    }
  });

  test("is behind the wall even for a wrong query of the server's own role", async () => {
    for (const { id } of outsiders) {
      const sight = { personId: id, providerIds: [world.providerId, world.otherProviderId] };
      for (const table of ["safety_report", "safety_hearer", "safety_step"]) {
        const { rows } = await asApp(house.house.db, sight, (tx) =>
          sql`select * from ${sql.table(table)}`.execute(tx),
        );
        expect([table, rows]).toEqual([table, []]);
      }
    }
  });

  test("is in no letter, no audit row that can be read, no queue", async () => {
    const mails = await house.house.db.selectFrom("mail_message").selectAll().execute();
    // Once when it was told, once when it had waited too long.
    expect(mails).toHaveLength(2);
    for (const mail of mails) {
      expect(mail).toMatchObject({ person_id: world.admin, provider_id: null });
      expect(`${mail.template} ${mail.subject} ${mail.body}`).not.toMatch(SAYS_WHAT);
    }
    for (const hidden of [MARK, reportId, world.placementId, "Eetu"]) {
      expect(JSON.stringify(mails)).not.toContain(hidden);
    }
    const sight = { personId: world.coordinator, providerIds: [world.providerId] };
    const audit = await asApp(house.house.db, sight, (tx) =>
      tx.selectFrom("audit_event").selectAll().where("person_id", "=", world.student).execute(),
    );
    expect(audit).toEqual([]);
    const all = JSON.stringify(
      await house.house.db.selectFrom("audit_event").selectAll().execute(),
    );
    for (const hidden of [MARK, reportId]) expect(all).not.toContain(hidden);
    const jobs = await sql<{ data: unknown }>`select data from pgboss.job`.execute(house.house.db);
    expect(jobs.rows.length).toBeGreaterThan(0);
    for (const hidden of [MARK, reportId, world.placementId, world.student, world.admin]) {
      expect(JSON.stringify(jobs.rows)).not.toContain(hidden);
    }
  });

  test("leaves a clock that names nobody else and that the server's role cannot read", async () => {
    const clocks = await house.house.db.selectFrom("hearer_clock").selectAll().execute();
    expect(clocks).toEqual([]);
    const sight = { personId: world.admin, providerIds: [world.providerId] };
    await expect(
      asApp(house.house.db, sight, (tx) => tx.selectFrom("hearer_clock").selectAll().execute()),
    ).rejects.toThrow(/permission denied/);
  });

  test("is in no live notice but the circle's own, no log line of the clock, no metric", async () => {
    await expect.poll(() => notices.length).toBeGreaterThan(2);
    const circle = [`person:${world.student}`, `person:${world.admin}`];
    expect(notices.filter((topic) => !circle.includes(topic))).toEqual([]);
    expect(lines).toEqual([]);
    const metrics = await house.anyone.get("/metrics");
    expect(metrics.statusCode).toBe(200);
    for (const hidden of [MARK, reportId, world.placementId, world.student, world.admin]) {
      expect(metrics.body).not.toContain(hidden);
    }
  });
});
