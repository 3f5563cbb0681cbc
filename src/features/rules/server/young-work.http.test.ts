import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { makeWorld, type World } from "#tests/support/makers.ts";
import { type Caller, openTestHouse, type TestHouse } from "#tests/support/test-house.ts";

let house: TestHouse;
let world: World;
let teacher: Caller;
let path: string;

beforeEach(async () => {
  house = await openTestHouse();
  world = await makeWorld(house.house, {
    state: "planning",
    startsOn: "2026-11-30",
    endsOn: "2027-01-29",
  });
  await house.house.db
    .updateTable("person")
    .set({ born_on: "2009-01-15" })
    .where("id", "=", world.student)
    .execute();
  teacher = await house.as(world.teacher);
  path = `/api/placements/${world.placementId}`;
});
afterEach(() => house.close());

const read = async (caller = teacher) => (await caller.get(`${path}/young-work`)).json();
const gate = async () =>
  (await teacher.get(path)).json().gate.find((row: { code: string }) => row.code === "young_work");
const mark = (caller: Caller, kinds: string[], taskKey = world.taskIds[0]) =>
  caller.send("PUT", `${path}/task-kinds`, { taskKey, kinds });
const settle = (caller: Caller, fact: string, kind: string | null, settled = true) =>
  caller.send("PUT", `${path}/settled`, { fact, kind, settled });

async function markAll(first: string[]): Promise<void> {
  for (const [index, taskId] of world.taskIds.entries()) {
    await mark(teacher, index === 0 ? first : [], taskId);
  }
}

describe("a minor's slicer task", () => {
  test("is asked about, flagged, its notice prepared, and settled when the notice is made", async () => {
    expect(await gate()).toMatchObject({ verdict: "missing", reason: "unread" });
    await markAll(["slicer"]);
    expect(await gate()).toMatchObject({ verdict: "missing", reason: "needs_notice" });
    const { young } = await read();
    expect(young.turns18On).toBe("2027-01-15");
    expect(young.hits[0]).toMatchObject({
      rule: "F1",
      effect: "needs-notice",
      last: "2027-01-14",
      kind: { code: "slicer" },
    });
    expect(young.letters.notice.fi).toContain("Eetu Testinen");
    expect(young.letters.notice.sv).toContain("skärmaskin");
    await settle(teacher, "notice-made", "slicer");
    expect(await gate()).toMatchObject({ verdict: "met", reason: "clear" });
    expect((await read()).young.letters.guardian.sv).toContain("skärmaskin");
    await settle(teacher, "notice-made", "slicer", false);
    expect(await gate()).toMatchObject({ verdict: "missing", reason: "needs_notice" });
  });

  test("stops nobody from the 18th birthday on, and does on the eve", async () => {
    await markAll(["slicer"]);
    house.travel("2027-01-14T08:00:00Z");
    teacher = await house.as(world.teacher);
    expect(await gate()).toMatchObject({ verdict: "missing", reason: "needs_notice" });
    expect((await read()).young).toMatchObject({ lifted: false });
    house.travel("2027-01-15T08:00:00Z");
    teacher = await house.as(world.teacher);
    expect(await gate()).toMatchObject({ verdict: "met" });
    expect((await read()).young).toMatchObject({ lifted: true, hits: [] });
  });

  test("noted twice at once is noted once", async () => {
    await markAll(["slicer"]);
    const answers = await Promise.all(
      [1, 2, 3].map(() => settle(teacher, "notice-made", "slicer")),
    );
    expect(answers.map(({ statusCode }) => statusCode)).toEqual([200, 200, 200]);
    expect((await read()).young.settled).toHaveLength(1);
  });

  test("holds up the start until somebody has seen to it", async () => {
    await markAll(["slicer"]);
    const moved = await teacher.send("POST", `${path}/moves`, {
      to: "ready",
      reason: null,
      ending: null,
    });
    expect(moved.json().params.missing).toContain("young_work");
  });
});

describe("who may", () => {
  test("the tutor marks tasks, only the teacher notes what has been seen to", async () => {
    const tutor = await house.as(world.tutor);
    const student = await house.as(world.student);
    expect((await mark(tutor, ["slicer"])).statusCode).toBe(200);
    expect((await mark(student, [])).statusCode).toBe(403);
    for (const caller of [tutor, student, await house.as(world.coordinator)]) {
      expect((await settle(caller, "notice-made", "slicer")).statusCode).toBe(403);
    }
    const other = await house.as(world.otherTeacher);
    expect((await mark(other, [])).statusCode).toBe(404);
    expect((await other.get(`${path}/young-work`)).statusCode).toBe(404);
  });

  test("letters, which hold the birth date, are the school's alone", async () => {
    await markAll(["slicer"]);
    for (const person of [world.student, world.tutor]) {
      const seen = await read(await house.as(person));
      expect(seen.young.letters).toBeNull();
      expect(JSON.stringify(seen)).not.toContain("15.1.2009");
    }
    expect((await read(await house.as(world.coordinator))).young.letters).not.toBeNull();
  });
});

describe("what cannot be", () => {
  test.each([
    ["unknown_kind", () => mark(teacher, ["sawing"])],
    ["unknown_task", () => mark(teacher, [], "own:kahvinkeitto")],
    ["unknown_fact", () => settle(teacher, "all-fine", null)],
    ["unknown_kind", () => settle(teacher, "notice-made", "sawing")],
  ])("is refused by name: %s", async (code, send) => {
    const answer = await send();
    expect([answer.statusCode, answer.json().code]).toEqual([422, code]);
  });

  test("a student of 18 has nothing to check", async () => {
    await house.house.db
      .updateTable("person")
      .set({ born_on: "2008-11-30" })
      .where("id", "=", world.student)
      .execute();
    expect(await read()).toMatchObject({ young: null, birthKnown: true });
    expect(await gate()).toMatchObject({ verdict: "not_needed" });
  });
});

test("logged days over the limit are told with their day", async () => {
  await house.house.db
    .insertInto("log_entry")
    .values({
      provider_id: world.providerId,
      id: crypto.randomUUID(),
      placement_id: world.placementId,
      student_id: world.student,
      on_day: "2026-11-20",
      minutes: 570,
      written_at: "2026-11-20T15:00:00Z",
      received_at: "2026-11-20T15:00:00Z",
    })
    .execute();
  const { logged } = (await read()).young;
  expect(logged.map(({ rule, date }: { rule: string; date: string }) => [rule, date])).toEqual([
    ["H9", "2026-11-20"],
    ["H2", "2026-11-20"],
  ]);
});
