import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { makeWorld, type World } from "#tests/support/makers.ts";
import { type Caller, openTestHouse, type TestHouse } from "#tests/support/test-house.ts";
import { itemsOf } from "../induction.ts";

let house: TestHouse;
let world: World;
let student: Caller;
let tutor: Caller;
let path: string;

beforeEach(async () => {
  house = await openTestHouse();
  world = await makeWorld(house.house, {
    state: "running",
    startsOn: "2026-11-23",
    endsOn: "2027-01-29",
  });
  student = await house.as(world.student);
  tutor = await house.as(world.tutor);
  path = `/api/placements/${world.placementId}/induction`;
});
afterEach(() => house.close());

const read = async (caller: Caller) => (await caller.get(path)).json();
const confirm = (caller: Caller, item: string, done = true, taskKey = "") =>
  caller.send("PUT", `${path}/marks`, { taskKey, item, done });

describe("the induction", () => {
  test("is due from the first day until tutor and student have confirmed every item", async () => {
    expect(await read(student)).toMatchObject({ due: true, missing: 9, party: "student" });
    for (const { id } of itemsOf("", [])) {
      await confirm(tutor, id);
      await confirm(student, id);
    }
    expect(await read(student)).toMatchObject({ due: false, missing: 0 });
    const [{ items }] = (await read(tutor)).groups;
    expect(
      items[0].marks.map(({ party, by }: { party: string; by: string }) => [party, by]),
    ).toEqual(
      expect.arrayContaining([
        ["tutor", "Mika"],
        ["student", "Eetu"],
      ]),
    );
  });

  test("that is missing is on the pages of all three, and the tutor can be nudged of it", async () => {
    const teacher = await house.as(world.teacher);
    expect((await read(teacher)).due).toBe(true);
    const debts = async (caller: Caller) => (await caller.get("/api/induction/mine")).json().debts;
    for (const caller of [student, tutor]) {
      expect(await debts(caller)).toContainEqual(
        expect.objectContaining({ placementId: world.placementId, missing: 9 }),
      );
    }
    const nudged = await teacher.send("POST", `/api/placements/${world.placementId}/nudges`, {
      to: "tutor",
      about: "induction",
      week: null,
    });
    expect(nudged.statusCode).toBe(200);
  });

  test("confirmed three times at once is confirmed once", async () => {
    const answers = await Promise.all([1, 2, 3].map(() => confirm(student, "exits")));
    expect(answers.map(({ statusCode }) => statusCode)).toEqual([200, 200, 200]);
    const [{ items }] = (await read(student)).groups;
    expect(items[0].marks).toHaveLength(1);
  });

  test("is taken back on the same day, not later", async () => {
    await confirm(student, "exits");
    expect((await confirm(student, "exits", false)).statusCode).toBe(200);
    await confirm(student, "exits");
    house.travel("2026-11-24T06:00:00Z");
    const late = await confirm(student, "exits", false);
    expect([late.statusCode, late.json().code]).toEqual([409, "mark_settled"]);
  });

  test("has the workplace's own items, until they are asked no longer", async () => {
    const added = await tutor.send("POST", `${path}/items`, { taskKey: "", text: "Portin koodi" });
    expect(await read(student)).toMatchObject({ missing: 10 });
    const { id } = added.json();
    expect((await student.send("DELETE", `${path}/items/${id}`)).statusCode).toBe(403);
    expect((await tutor.send("DELETE", `${path}/items/${id}`)).statusCode).toBe(200);
    expect(await read(student)).toMatchObject({ missing: 9 });
  });
});

describe("is refused", () => {
  test("to anybody but the one who shows and the one who is shown", async () => {
    for (const person of [world.teacher, world.coordinator]) {
      expect((await confirm(await house.as(person), "exits")).statusCode).toBe(403);
    }
    expect((await confirm(await house.as(world.otherTeacher), "exits")).statusCode).toBe(404);
    expect(
      (await student.send("POST", `${path}/items`, { taskKey: "", text: "x" })).statusCode,
    ).toBe(403);
  });

  test("for an item or a task that is not there", async () => {
    expect((await confirm(tutor, "parking")).json().code).toBe("unknown_item");
    expect((await confirm(tutor, "shown", true, "juggling")).json().code).toBe("unknown_item");
    const item = await tutor.send("POST", `${path}/items`, { taskKey: "juggling", text: "Pallot" });
    expect(item.json().code).toBe("unknown_task");
  });
});
