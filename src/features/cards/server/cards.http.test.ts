import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { makeWorld, type World } from "#tests/support/makers.ts";
import { type Caller, openTestHouse, type TestHouse } from "#tests/support/test-house.ts";

let house: TestHouse;
let world: World;
let tutor: Caller;
let teacher: Caller;

beforeEach(async () => {
  house = await openTestHouse();
  world = await makeWorld(house.house, {
    state: "planning",
    startsOn: "2026-11-30",
    endsOn: "2027-01-29",
  });
  tutor = await house.as(world.tutor);
  teacher = await house.as(world.teacher);
});
afterEach(() => house.close());

const page = (placementId = world.placementId) => `/api/placements/${placementId}`;
const requirement = (index: number) => world.requirementIds[index] ?? "";
const task = (index: number) => world.taskIds[index] ?? "";

const sort = (
  caller: Caller,
  index: number,
  answer: string | null,
  taskIds: readonly string[] = [],
) => caller.send("PUT", `${page()}/cards/${requirement(index)}`, { answer, taskIds });
const read = async (caller: Caller, path: string) => (await caller.get(path)).json();
const cards = (caller: Caller) => read(caller, `${page()}/cards`);
const grid = (caller: Caller, placementId = world.placementId) =>
  read(caller, `${page(placementId)}/suitability`);

const decision = (cells: readonly object[], gaps: readonly object[]) => ({
  outcome: "suitable",
  reason: "Työt sopivat.",
  conditions: [],
  validUntil: "2027-01-29",
  cells,
  gaps,
});
const gap = (index: number) => ({
  requirementId: requirement(index),
  owner: "school",
  dueOn: "2027-01-29",
  note: null,
});

describe("sorting", () => {
  test("puts what is left first, and tells who said what", async () => {
    expect(await cards(tutor)).toMatchObject({ sorted: 0, seconds: 40 });
    expect((await sort(tutor, 0, "help", [task(1)])).statusCode).toBe(200);
    const now = await cards(tutor);
    expect(now).toMatchObject({ sorted: 1, seconds: 30 });
    expect(now.cards.at(-1)).toMatchObject({
      requirementId: requirement(0),
      word: { answer: "help", taskIds: [task(1)], by: "Mika" },
    });
  });

  test("the same card at once is one answer, and is taken back whole", async () => {
    const answers = await Promise.all([1, 2, 3].map(() => sort(tutor, 0, "done", [task(0)])));
    expect(answers.map(({ statusCode }) => statusCode)).toEqual([200, 200, 200]);
    expect(await cards(tutor)).toMatchObject({ sorted: 1 });
    await sort(tutor, 0, null);
    expect(await cards(tutor)).toMatchObject({ sorted: 0 });
    expect((await sort(tutor, 0, null)).statusCode).toBe(200);
  });

  test("is for the tutor alone, and of what is on the cards alone", async () => {
    const student = await house.as(world.student);
    for (const caller of [teacher, student, await house.as(world.coordinator)])
      expect((await sort(caller, 0, "done")).statusCode).toBe(403);
    for (const person of [world.colleague, world.otherTeacher])
      expect((await sort(await house.as(person), 0, "done")).statusCode).toBe(404);
    expect((await student.get(`${page()}/cards`)).statusCode).toBe(403);
    expect((await sort(tutor, 0, "done", [crypto.randomUUID()])).json().code).toBe("unknown_task");
    const strange = `${page()}/cards/${crypto.randomUUID()}`;
    const answer = await tutor.send("PUT", strange, { answer: "done", taskIds: [] });
    expect(answer.json().code).toBe("unknown_requirement");
    expect((await sort(tutor, 0, "sometimes")).statusCode).toBe(400);
  });

  test("ends with the placement", async () => {
    await house.house.db
      .updateTable("placement")
      .set({ state: "ended" })
      .where("id", "=", world.placementId)
      .execute();
    expect((await sort(tutor, 0, "done")).json().code).toBe("placement_over");
  });
});

describe("the grid", () => {
  test("starts from the tutor's cards, with the tutor's name", async () => {
    await sort(tutor, 0, "done", [task(0), task(2)]);
    await sort(tutor, 1, "not");
    const view = await grid(teacher);
    expect(view.cells).toEqual([
      { requirementId: requirement(0), taskId: task(0), level: "done" },
      { requirementId: requirement(0), taskId: task(2), level: "done" },
    ]);
    expect(view.said).toHaveLength(2);
    expect((await grid(await house.as(world.student))).said).toEqual([]);
  });

  test("that is decided stands; what is said later is shown beside it, and both names stay", async () => {
    await sort(tutor, 0, "done", [task(0)]);
    const cells = [{ requirementId: requirement(0), taskId: task(0), level: "help" }];
    const decided = decision(cells, [gap(1), gap(2), gap(3)]);
    expect((await teacher.send("POST", `${page()}/suitability`, decided)).statusCode).toBe(200);
    expect(await grid(teacher)).toMatchObject({ cells, saidSince: [] });
    house.travel("2026-11-23T08:00:00Z");
    await sort(tutor, 0, "not");
    await sort(tutor, 1, "not");
    const later = await grid(teacher);
    expect(later).toMatchObject({
      cells,
      said: [{ requirementId: requirement(0), answer: "done", by: "Mika" }],
      saidSince: [{ requirementId: requirement(0), answer: "not", by: "Mika" }],
    });
    expect((await grid(tutor)).saidSince).toEqual([]);
  });

  test("of the next student, also of another school, starts from what the workplace said, without whose student it was", async () => {
    await sort(tutor, 0, "done", [task(0)]);
    const henrik = await house.as(world.otherTeacher);
    const theirs = await grid(henrik, world.otherPlacementId);
    expect(theirs.cells).toEqual([
      { requirementId: requirement(0), taskId: task(0), level: "done" },
    ]);
    const seen = JSON.stringify(await read(henrik, `${page(world.otherPlacementId)}/cards`));
    expect(seen).toContain("Mika");
    for (const hidden of [world.placementId, world.student, world.providerId, "Eetu"])
      expect(seen).not.toContain(hidden);
  });
});

describe("asking", () => {
  const ask = () =>
    teacher.send("POST", `${page()}/nudges`, { to: "tutor", about: "cards", week: null });
  const waiting = async () => {
    const { waiting: all } = await read(tutor, "/api/tutor/home");
    return all.filter(({ kind }: { kind: string }) => kind === "cards");
  };

  test("puts the cards on the tutor's page until they are sorted, and rests a day", async () => {
    await sort(tutor, 0, "done", [task(0)]);
    expect(await waiting()).toEqual([]);
    expect((await ask()).statusCode).toBe(200);
    expect((await ask()).json().code).toBe("too_soon");
    expect(await waiting()).toMatchObject([
      { cards: 3, seconds: 30, placementId: world.placementId },
    ]);
    expect(await cards(teacher)).toMatchObject({ asked: { by: "Sanna" } });
    for (const index of [1, 2, 3]) await sort(tutor, index, "not");
    expect(await waiting()).toEqual([]);
  });
});
