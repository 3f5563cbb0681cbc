import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { makeWorld, type World } from "#tests/support/makers.ts";
import { type Caller, openTestHouse, type TestHouse } from "#tests/support/test-house.ts";

let house: TestHouse;
let world: World;
let teacher: Caller;
let path: string;

beforeEach(async () => {
  house = await openTestHouse();
  world = await makeWorld(house.house, { state: "planning", startsOn: "2026-11-30" });
  await house.house.db
    .insertInto("workplace_field")
    .values({ workplace_id: world.workplaceId, field: "kitchen" })
    .execute();
  teacher = await house.as(world.teacher);
  path = `/api/placements/${world.placementId}`;
});
afterEach(() => house.close());

const gate = async () =>
  (await teacher.get(path)).json().gate.find((row: { code: string }) => row.code === "clearances");
const note = (caller: Caller, change: object, clearance = "hygiene-passport") =>
  caller.send("PUT", `${path}/clearances/${clearance}`, {
    state: "shown",
    shownOn: null,
    validUntil: null,
    ...change,
  });

describe("a card of the workplace's field", () => {
  test("is a row of the gate until it has been shown and holds on the first day", async () => {
    expect(await gate()).toMatchObject({
      verdict: "missing",
      params: { codes: "hygiene-passport" },
    });
    expect((await note(teacher, { validUntil: "2026-11-29" })).statusCode).toBe(200);
    expect(await gate()).toMatchObject({ verdict: "missing", reason: "ended" });
    await note(teacher, { validUntil: "2026-11-30" });
    expect(await gate()).toMatchObject({ verdict: "met" });
    await note(teacher, { state: "not_needed" });
    expect(await gate()).toMatchObject({ verdict: "not_needed" });
  });

  test("noted twice at once is one note", async () => {
    const answers = await Promise.all([note(teacher, {}), note(teacher, {}), note(teacher, {})]);
    expect(answers.map(({ statusCode }) => statusCode)).toEqual([200, 200, 200]);
  });
});

describe("who", () => {
  test("student and tutor read, the school notes; the workplace never sees the extract", async () => {
    await note(teacher, {}, "criminal-record-shown");
    for (const person of [world.student, world.tutor]) {
      expect((await note(await house.as(person), {})).statusCode).toBe(403);
    }
    const tutor = await (await house.as(world.tutor)).get(`${path}/clearances`);
    expect(tutor.body).not.toContain("criminal-record");
    const student = await (await house.as(world.student)).get(`${path}/clearances`);
    expect(student.body).toContain("criminal-record");
    await note(teacher, {});
    await note(teacher, { state: "needed" }, "criminal-record-shown");
    expect(await gate()).toMatchObject({ verdict: "missing", reason: "private" });
    const page = await (await house.as(world.tutor)).get(path);
    expect(page.body).not.toContain("criminal-record");
  });

  test.each([
    ["shown_day_wrong", { shownOn: "2026-11-24" }],
    ["shown_day_wrong", { shownOn: "2026-11-20", validUntil: "2026-11-19" }],
  ])("is refused: %s", async (code, change) => {
    expect((await note(teacher, change)).json().code).toBe(code);
    expect((await note(teacher, {}, "swimming-badge")).json().code).toBe("unknown_clearance");
  });
});
