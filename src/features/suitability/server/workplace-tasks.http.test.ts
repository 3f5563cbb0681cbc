import { afterEach, beforeEach, expect, test } from "vitest";
import { makeWorld, type World } from "#tests/support/makers.ts";
import { type Caller, openTestHouse, type TestHouse } from "#tests/support/test-house.ts";

let house: TestHouse;
let world: World;
let teacher: Caller;

beforeEach(async () => {
  house = await openTestHouse();
  world = await makeWorld(house.house, {
    state: "running",
    startsOn: "2026-11-02",
    endsOn: "2027-01-29",
  });
  teacher = await house.as(world.teacher);
});
afterEach(() => house.close());

const page = () => `/api/placements/${world.placementId}`;
const add = (caller: Caller, own: readonly string[], copied: readonly string[] = []) =>
  caller.send("POST", `${page()}/workplace-tasks`, { copied, own });

async function columns(caller: Caller): Promise<string[]> {
  const answer = await caller.get(`${page()}/suitability`);
  return answer.json().columns.map(({ name }: { name: { fi: string } }) => name.fi);
}

async function neighbour(names: readonly string[]): Promise<string[]> {
  const { db } = house.house;
  const workplace = await db
    .selectFrom("workplace")
    .selectAll()
    .where("id", "=", world.workplaceId)
    .executeTakeFirstOrThrow();
  const id = crypto.randomUUID();
  await db
    .insertInto("workplace")
    .values({
      id,
      employer_id: workplace.employer_id,
      name: "Putki ja Poika",
      municipality: workplace.municipality,
    })
    .execute();
  for (const one of [id, world.workplaceId])
    await db
      .insertInto("workplace_field")
      .values({ workplace_id: one, field: "construction" })
      .onConflict((conflict) => conflict.doNothing())
      .execute();
  const rows = names.map((fi, position) => ({
    id: crypto.randomUUID(),
    workplace_id: id,
    name: JSON.stringify({ fi }),
    position,
  }));
  await db.insertInto("workplace_task").values(rows).execute();
  return rows.map((row) => row.id);
}

test("a task in own words stands in the grid at once, and is there once however it is written", async () => {
  expect((await add(teacher, ["Tiiveyskoe"])).json()).toEqual({ added: 1 });
  expect((await add(teacher, ["TIIVEYSKOE", "Eristys", "eristys"])).json()).toEqual({ added: 1 });
  const now = await columns(teacher);
  expect(now.slice(-2)).toEqual(["Tiiveyskoe", "Eristys"]);
});

test("two who add the same at once leave one", async () => {
  const tutor = await house.as(world.tutor);
  const answers = await Promise.all([add(teacher, ["Tiiveyskoe"]), add(tutor, ["Tiiveyskoe"])]);
  expect(answers.map(({ statusCode }) => statusCode)).toEqual([200, 200]);
  expect((await columns(teacher)).filter((name) => name === "Tiiveyskoe")).toHaveLength(1);
});

test("tasks of the same trade are offered, copied, and not offered again", async () => {
  const [first = ""] = await neighbour(["Putken taivutus", "Työ 1"]);
  const ideas = async () => (await teacher.get(`${page()}/task-ideas`)).json().ideas;
  expect(await ideas()).toEqual([
    { taskId: first, name: { fi: "Putken taivutus" }, workplaces: 1 },
  ]);
  expect((await add(teacher, [], [first])).json()).toEqual({ added: 1 });
  expect(await columns(teacher)).toContain("Putken taivutus");
  expect(await ideas()).toEqual([]);
});

test("nothing chosen and a task that is not there are said in words, and nothing is added", async () => {
  const before = await columns(teacher);
  expect((await add(teacher, [])).json().code).toBe("nothing_chosen");
  const strange = await add(teacher, ["Eristys"], [crypto.randomUUID()]);
  expect(strange.json().code).toBe("unknown_task_copied");
  expect(await columns(teacher)).toEqual(before);
});

test("a student does not say what is done at the workplace", async () => {
  const student = await house.as(world.student);
  expect((await add(student, ["Kahvinkeitto"])).statusCode).toBe(403);
  expect((await student.get(`${page()}/task-ideas`)).statusCode).toBe(403);
});
