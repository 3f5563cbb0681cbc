import { randomUUID } from "node:crypto";
import fc from "fast-check";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { makeWorld, type World } from "#tests/support/makers.ts";
import { type Caller, openTestHouse, type TestHouse } from "#tests/support/test-house.ts";

let house: TestHouse;
let world: World;
let coordinator: Caller;
let other: string;

beforeEach(async () => {
  house = await openTestHouse();
  world = await makeWorld(house.house);
  coordinator = await house.as(world.coordinator);
  other = await add("Putki Oy Rantakatu", "Rantakatu 1");
});
afterEach(() => house.close());

async function add(name: string, street: string): Promise<string> {
  const id = randomUUID();
  const added = await coordinator.send("POST", "/api/workplaces", {
    id,
    name,
    street,
    postalCode: null,
    municipality: "Imatra",
    phone: "040 123 4567",
    email: null,
    fields: ["construction"],
    languages: [],
    businessId: "2345678-0",
    employerName: "Putki Oy",
  });
  expect(added.statusCode).toBe(200);
  return id;
}

const page = async (id: string) => (await coordinator.get(`/api/workplaces/${id}`)).json();
const duplicates = async () => (await coordinator.get("/api/register/duplicates")).json();

async function merge(keep: string, give: string, take: string[] = [], caller = coordinator) {
  const versions = await Promise.all([page(keep), page(give)]);
  const id = randomUUID();
  const answer = await caller.send("POST", "/api/register/merges", {
    id,
    keep: { id: keep, version: versions[0].version },
    give: { id: give, version: versions[1].version },
    take,
    reason: null,
  });
  return { id, answer };
}
const undo = (id: string, caller = coordinator) =>
  caller.send("POST", `/api/register/merges/${id}/undo`);

/** Where everything stands: whatever a merge and its undo might disturb. */
async function standing() {
  const { db } = house.house;
  return {
    places: await db
      .selectFrom("workplace")
      .select(["id", "name", "street", "employer_id", "phone", "merged_into", "survivor_id"])
      .orderBy("id")
      .execute(),
    tasks: await db.selectFrom("workplace_task").selectAll().orderBy("id").execute(),
    seats: await db.selectFrom("workplace_person").selectAll().orderBy("person_id").execute(),
    placements: await db
      .selectFrom("placement")
      .select(["id", "workplace_id", "version"])
      .orderBy("id")
      .execute(),
  };
}

/** The merge's id when it was possible. */
async function tryMerge(keep = "", give = ""): Promise<string[]> {
  const { id, answer } = await merge(keep, give);
  return answer.statusCode === 200 ? [id] : [];
}

/** Takes one of the merges in force back, when there are so many. */
async function takeBack(open: string[], at: number): Promise<void> {
  for (const id of open.splice(at, 1)) expect((await undo(id)).statusCode).toBe(200);
}

/** Whoever is pointed to stands by itself. */
async function expectNoChains(): Promise<void> {
  const { places } = await standing();
  const survivors = new Set(places.flatMap((row) => row.survivor_id ?? []));
  const chained = places.filter((row) => survivors.has(row.id) && row.survivor_id !== null);
  expect(chained).toEqual([]);
}

test("a pair that may be the same is named; once told apart it is not asked again, until taken back", async () => {
  const [pair] = (await duplicates()).pairs;
  expect([pair.leftId, pair.rightId].toSorted((a, b) => (a < b ? -1 : 1))).toEqual(
    [world.workplaceId, other].toSorted((a, b) => (a < b ? -1 : 1)),
  );
  expect(pair).toMatchObject({ sameBusinessId: true });
  const apart = (value: boolean) =>
    coordinator.send("PUT", "/api/register/apart", {
      left: other,
      right: world.workplaceId,
      apart: value,
    });
  await apart(true);
  expect((await duplicates()).pairs).toEqual([]);
  const otherCollege = await house.as(world.otherCoordinator);
  expect((await otherCollege.get("/api/register/duplicates")).json().pairs).toHaveLength(1);
  await apart(false);
  expect((await duplicates()).pairs).toHaveLength(1);
});

describe("a merge", () => {
  test("shows all that stands at either at the one that is kept, and moves no row", async () => {
    const before = await standing();
    const { answer } = await merge(other, world.workplaceId, ["name"]);
    expect(answer.statusCode).toBe(200);
    expect(answer.json().undoableUntil).toBe("2026-12-23");
    const kept = await page(other);
    expect(kept).toMatchObject({ name: "Putki, Rantakatu", street: "Rantakatu 1" });
    expect([kept.tasks.length, kept.people.length, kept.placements.length]).toEqual([3, 2, 1]);
    const { rows } = (await coordinator.get("/api/workplaces")).json();
    expect(rows).toHaveLength(1);
    expect(rows[0]).toMatchObject({ id: other, running: 1, tutors: 2 });
    const after = await standing();
    expect([after.placements, after.tasks, after.seats]).toEqual([
      before.placements,
      before.tasks,
      before.seats,
    ]);
  });

  test("leaves another college's placement whole: its grid has the same tasks", async () => {
    const otherTeacher = await house.as(world.otherTeacher);
    const path = `/api/placements/${world.otherPlacementId}/suitability`;
    const before = (await otherTeacher.get(path)).json().columns;
    await merge(other, world.workplaceId);
    expect((await otherTeacher.get(path)).json().columns).toEqual(before);
  });

  test("old links say where it stands now, and nobody edits the old one", async () => {
    await merge(other, world.workplaceId);
    expect((await page(world.workplaceId)).survivor).toMatchObject({ id: other });
    const late = await coordinator.send(
      "PUT",
      `/api/workplaces/${world.workplaceId}/entries/${randomUUID()}`,
      {
        kind: "note",
        onDay: "2026-11-23",
        text: "Vanha linkki",
        withdrawn: false,
      },
    );
    expect([late.statusCode, late.json().code]).toEqual([409, "workplace_merged"]);
  });

  test("two at once, the one into the other: one is merged, the other is told", async () => {
    const [mine, otherCollege] = [coordinator, await house.as(world.otherCoordinator)];
    const answers = await Promise.all([
      merge(other, world.workplaceId, [], mine),
      merge(world.workplaceId, other, [], otherCollege),
    ]);
    const codes = answers.map(({ answer }) => answer.statusCode).toSorted((a, b) => a - b);
    expect(codes).toEqual([200, 409]);
    const { places } = await standing();
    expect(places.filter(({ survivor_id }) => survivor_id === null)).toHaveLength(1);
  });

  test("is refused when either was edited since the preview", async () => {
    const answer = await coordinator.send("POST", "/api/register/merges", {
      id: randomUUID(),
      keep: { id: other, version: 7 },
      give: { id: world.workplaceId, version: 1 },
      take: [],
      reason: null,
    });
    expect([answer.statusCode, answer.json().code]).toEqual([409, "stale"]);
  });
});

describe("taken back", () => {
  test("everything stands where it stood; what was added and changed since stays", async () => {
    const before = await standing();
    const { id } = await merge(other, world.workplaceId, ["name"]);
    const kept = await page(other);
    const taskId = randomUUID();
    await coordinator.send(
      "PUT",
      `/api/workplaces/${other}/tasks/${taskId}`,
      { name: { fi: "Uusi työ" }, retired: false },
      { "if-match": `"${kept.version}"` },
    );
    expect((await undo(id)).statusCode).toBe(200);
    const after = await standing();
    expect(after.places).toEqual(before.places);
    expect(after.tasks.filter((task) => task.id !== taskId)).toEqual(before.tasks);
    expect((await page(other)).tasks).toMatchObject([{ id: taskId }]);
    expect((await undo(id)).json().code).toBe("merge_undone");
  });

  test("not after 30 days", async () => {
    const { id } = await merge(other, world.workplaceId);
    house.travel("2026-12-23T05:59:00Z");
    expect((await duplicates()).merges).toHaveLength(1);
    house.travel("2026-12-23T06:01:00Z");
    expect((await undo(id)).json().code).toBe("merge_too_old");
    expect((await duplicates()).merges).toEqual([]);
  });

  test("any order of merges and undos ends where it began", async () => {
    const third = await add("Putki, kolmas", "Rantakatu 1 B");
    const fourth = await add("Putki, neljäs", "Rantakatu 1 C");
    const ids = [world.workplaceId, other, third, fourth];
    const before = await standing();
    const index = fc.integer({ min: 0, max: 3 });
    const steps = fc.array(fc.tuple(index, index, fc.boolean()), { minLength: 3, maxLength: 8 });
    await fc.assert(
      fc.asyncProperty(steps, async (moves) => {
        const open: string[] = [];
        for (const [keep, give, back] of moves) {
          await takeBack(open, back ? keep : open.length);
          open.push(...(await tryMerge(ids[keep], ids[give])));
          await expectNoChains();
        }
        while (open.length > 0) await takeBack(open, moves.length % open.length);
        expect(await standing()).toEqual(before);
      }),
      { numRuns: 8 },
    );
  }, 120_000);

  test("a teacher neither merges nor takes back", async () => {
    const { id } = await merge(other, world.workplaceId);
    const teacher = await house.as(world.teacher);
    expect((await undo(id, teacher)).statusCode).toBe(403);
    expect((await teacher.get("/api/register/duplicates")).statusCode).toBe(403);
  });
});
