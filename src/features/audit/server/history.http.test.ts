import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { makeLink } from "#features/people/server/api.ts";
import { newId } from "#server/clock.ts";
import { makeWorld, type World } from "#tests/support/makers.ts";
import { type Caller, callerOf, openTestHouse, type TestHouse } from "#tests/support/test-house.ts";

/** Each party reads the history of their own placement, and of it only what they may know. */

const DAY = "2026-11-16";
let house: TestHouse;
let world: World;
let student: Caller;
let teacher: Caller;
let tutor: Caller;
let coordinator: Caller;

beforeEach(async () => {
  house = await openTestHouse();
  world = await makeWorld(house.house);
  student = await house.as(world.student);
  teacher = await house.as(world.teacher);
  tutor = await house.as(world.tutor);
  coordinator = await house.as(world.coordinator);
});
afterEach(() => house.close());

const at = (path = "") => `/api/placements/${world.placementId}${path}`;

async function historyOf(caller: Caller, query = "") {
  const answer = await caller.get(at(`/history${query}`));
  expect([answer.statusCode, answer.body]).toEqual([200, expect.any(String)]);
  return answer.json();
}

async function deedsOf(caller: Caller, query = ""): Promise<string[]> {
  const { events } = await historyOf(caller, query);
  return events.map(({ deed }: { deed: string }) => deed);
}

/** Looks are kept after the answer has gone. */
async function looksOf(caller: Caller, wanted: number) {
  await expect.poll(async () => (await historyOf(caller)).looks.length).toBe(wanted);
  return (await historyOf(caller)).looks;
}

async function byLink(colleague: string | null): Promise<Caller> {
  const { house: inner } = house;
  const token = await inner.db.transaction().execute((tx) =>
    makeLink(tx, inner.clock.now(), {
      providerId: world.providerId,
      personId: world.tutor,
      placementId: world.placementId,
      expiresAt: inner.clock.now().add({ hours: 24 }),
      createdBy: world.teacher,
    }),
  );
  const caller = callerOf(house.app, {});
  await caller.send("POST", "/api/links/open", { token, colleague });
  return caller;
}

async function record(deed: string, change: object = {}, subject: object = {}): Promise<void> {
  await house.house.db
    .insertInto("audit_event")
    .values({
      id: newId(),
      provider_id: world.providerId,
      at: house.house.clock.now().toString(),
      person_id: world.teacher,
      means: "code",
      deed,
      subject_kind: "placement",
      subject_id: world.placementId,
      placement_id: world.placementId,
      change: JSON.stringify(change),
      ...subject,
    })
    .execute();
}

test("a talk noted by a colleague in the tutor's seat is told to all: who really did it, and how", async () => {
  const pia = await byLink("Pia Koski");
  const talk = { kind: "other", heldOn: DAY, note: "Puhuttiin palkasta" };
  expect((await pia.send("POST", at("/talks"), talk)).statusCode).toBe(200);
  for (const caller of [student, teacher, tutor, coordinator]) {
    const { events } = await historyOf(caller);
    expect(events[0]).toMatchObject({
      deed: "note-talk",
      means: "link",
      doer: { name: "Pia Koski", seatOf: expect.stringContaining(" ") },
    });
    expect(JSON.stringify(events)).not.toContain("palkasta");
  }
});

describe("what a student writes", () => {
  const entryId = newId();
  const paragraphs = [{ audience: "all", text: "Tein korvapuusteja" }];
  const write = async (added: object[], version: number | null) => {
    const body = {
      entryId,
      minutes: 450,
      absence: null,
      tasks: [],
      requirementIds: [],
      writtenAt: `${DAY}T14:00:00Z`,
      paragraphs: [...paragraphs, ...added],
    };
    const seen: Record<string, string> = version === null ? {} : { "if-match": `"${version}"` };
    expect((await student.send("PUT", at(`/days/${DAY}`), body, seen)).statusCode).toBe(200);
  };
  const counts = () =>
    Promise.all(
      [student, teacher, tutor, coordinator].map(async (one) => (await deedsOf(one)).length),
    );

  test("is told as far as it is read: a private edit to nobody, one for the teacher to the teacher", async () => {
    await write([], null);
    expect(await counts()).toEqual([1, 1, 1, 1]);
    await write([{ audience: "private", text: "Olin poikki" }], 1);
    expect(await counts()).toEqual([2, 1, 1, 1]);
    await write([{ audience: "teacher", text: "Uuni on vaikea" }], 2);
    expect(await counts()).toEqual([3, 2, 1, 1]);
    const admin = await house.as(world.admin);
    const found = await admin.get(`/api/providers/${world.providerId}/audit?deed=write-day`);
    expect(found.json().events).toHaveLength(1);
  });
});

test("a clearance that the workplace may not know of is not in the tutor's history", async () => {
  await record("note-clearance", { clearance: "criminal-record", state: "shown" });
  await record("note-clearance", { clearance: "first-aid", state: "shown" });
  const counted = await Promise.all([tutor, student, teacher].map((one) => deedsOf(one)));
  expect(counted.map((deeds) => deeds.length)).toEqual([1, 2, 2]);
  for (const caller of [tutor, student, teacher]) {
    expect(JSON.stringify(await historyOf(caller))).not.toMatch(/criminal|first-aid/);
  }
});

test("deeds of the workplace are the school's, the student's checks their own, unknown deeds nobody's", async () => {
  const workplace = {
    subject_kind: "workplace",
    subject_id: world.workplaceId,
    placement_id: null,
  };
  await record("suspend-workplace", { kind: "safety" }, workplace);
  await record("put-relation-entry", {}, workplace);
  await record("sign-checklist");
  await record("something-new");
  await record("own-matter");
  expect(await deedsOf(teacher)).toEqual(["sign-checklist", "suspend-workplace"]);
  expect(await deedsOf(tutor)).toEqual(["sign-checklist"]);
  expect(await deedsOf(student)).toEqual([]);
  const otherTeacher = await house.as(world.otherTeacher);
  expect((await otherTeacher.get(at("/history"))).statusCode).toBe(404);
  const other = await otherTeacher.get(`/api/placements/${world.otherPlacementId}/history`);
  expect(other.json().events).toEqual([]);
});

test("is read in windows and by group", async () => {
  for (let count = 0; count < 90; count += 1)
    await record(count % 9 === 0 ? "write-plan" : "nudge");
  const pages: string[][] = [];
  let query = "";
  for (;;) {
    const { events, next } = await historyOf(student, query);
    pages.push(events.map(({ id }: { id: string }) => id));
    if (next === null) break;
    query = `?before=${next}`;
  }
  expect(pages.map((page) => page.length)).toEqual([40, 40, 10]);
  expect(new Set(pages.flat()).size).toBe(90);
  expect(await deedsOf(student, "?group=plan")).toHaveLength(10);
  expect((await student.get(at("/history?group=rumours"))).statusCode).toBe(400);
  expect((await student.get(at("/history?before=1"))).statusCode).toBe(400);
});

describe("who has looked", () => {
  test("is told to every party by person, page and day", async () => {
    await teacher.get(at("/plan"));
    await looksOf(student, 1);
    house.travel("2026-11-24T06:00:00Z");
    await teacher.get(at("/plan"));
    await expect
      .poll(async () => (await historyOf(tutor)).looks)
      .toEqual([
        {
          name: expect.any(String),
          seatOf: null,
          relation: "teacher",
          page: "plan",
          days: ["2026-11-24", "2026-11-23"],
        },
      ]);
  });

  test("never tells of the student, nor of anybody who was not let in", async () => {
    await student.get(at());
    await student.get(at("/plan"));
    await (await house.as(world.otherTeacher)).get(at());
    await house.anyone.get(at());
    await (await byLink("Pia Koski")).get(at());
    const looks = await looksOf(teacher, 1);
    expect(looks[0]).toMatchObject({ name: "Pia Koski", relation: "tutor", page: "placement" });
  });

  test("counts a page that reads again within a minute once, and keeps the first and the last time", async () => {
    const kept = () =>
      house.house.db
        .selectFrom("placement_look")
        .select(["times", "first_at", "last_at"])
        .execute();
    const look = async (time: string) => {
      house.travel(time);
      await teacher.get(at());
    };
    await look("2026-11-23T06:00:00Z");
    await expect.poll(kept).toHaveLength(1);
    await Promise.all(Array.from({ length: 20 }, () => look("2026-11-23T06:00:30Z")));
    await look("2026-11-23T07:00:00Z");
    const wanted = {
      times: 2,
      first_at: "2026-11-23T06:00:00Z",
      last_at: "2026-11-23T07:00:00Z",
    };
    await expect.poll(kept).toEqual([wanted]);
  });

  test("a look that cannot be kept fails nobody's reading", async () => {
    await house.house.pool.query("revoke insert on placement_look from kisalli_app");
    expect((await teacher.get(at())).statusCode).toBe(200);
    expect((await historyOf(teacher)).looks).toEqual([]);
  });
});
