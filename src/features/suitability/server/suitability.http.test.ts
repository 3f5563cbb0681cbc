import { randomUUID } from "node:crypto";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { newId } from "#server/clock.ts";
import { addPlacement, makeWorld, type World } from "#tests/support/makers.ts";
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
  teacher = await house.as(world.teacher);
  path = `/api/placements/${world.placementId}/suitability`;
});
afterEach(() => house.close());

/** Three of the four requirements are done in the first task; the school takes the fourth. */
function decision(change: object = {}) {
  const [taskId] = world.taskIds;
  const [first, second, third, fourth] = world.requirementIds;
  return {
    outcome: "suitable",
    reason: "Kolme neljästä on päivittäistä työtä.",
    conditions: [],
    validUntil: "2027-02-26",
    cells: [first, second, third].map((requirementId) => ({
      requirementId,
      taskId,
      level: "done",
    })),
    gaps: [{ requirementId: fourth, owner: "school", dueOn: "2027-03-08", note: "Koulun halli" }],
    ...change,
  };
}

const decide = (caller: Caller, seen: number, change: object = {}) =>
  caller.send("POST", path, decision(change), seen === 0 ? {} : { "if-match": `"${seen}"` });

async function decisionsInForce(): Promise<number> {
  const rows = await house.house.db
    .selectFrom("suitability_decision")
    .select("id")
    .where("placement_id", "=", world.placementId)
    .where("superseded_by", "is", null)
    .execute();
  return rows.length;
}

describe("the grid", () => {
  test("has the requirements of the units by the workplace's tasks before there is a plan", async () => {
    const grid = (await teacher.get(path)).json();
    expect(grid.source).toBe("units");
    expect(grid.rows.map((row: { requirementId: string }) => row.requirementId)).toEqual(
      world.requirementIds,
    );
    expect(grid.columns.map((column: { taskId: string }) => column.taskId)).toEqual(world.taskIds);
    expect([grid.cells, grid.current, grid.version]).toEqual([[], null, 0]);
    expect(grid.latestValidUntil).toBe("2027-11-23");
  });

  test("has the objectives of the plan once there is one", async () => {
    const [, second = ""] = world.requirementIds;
    const { providerId: provider_id, placementId: placement_id } = world;
    await house.house.db
      .insertInto("placement_objective")
      .values({ provider_id, placement_id, requirement_id: second, position: 0 })
      .execute();
    const grid = (await teacher.get(path)).json();
    expect(grid.source).toBe("plan");
    expect(grid.rows.map((row: { requirementId: string }) => row.requirementId)).toEqual([second]);
  });

  test("is prefilled from the newest decision about the same workplace, for the one who decides", async () => {
    await decide(teacher, 0);
    const placementId = await addPlacement(
      house.house,
      { ...world, student: world.student, teacher: world.teacher, tutor: world.tutor },
      { state: "planning" },
    );
    const next = `/api/placements/${placementId}/suitability`;
    const grid = (await teacher.get(next)).json();
    expect(grid.prefilledFrom).toMatchObject({
      decidedBy: { givenName: "Sanna" },
      decidedOn: "2026-11-23",
    });
    expect(grid.cells).toHaveLength(3);
    expect(grid.current).toBeNull();
    const student = (await (await house.as(world.student)).get(next)).json();
    expect([student.prefilledFrom, student.cells]).toEqual([null, []]);
  });
});

describe("a decision", () => {
  test("is dated, reasoned, and covers the grid; all in the placement read it", async () => {
    const made = await decide(teacher, 0);
    expect(made.statusCode).toBe(200);
    expect(made.headers.etag).toBe('"1"');
    for (const person of [world.student, world.tutor, world.teacher, world.coordinator]) {
      const { current, cells, version } = (await (await house.as(person)).get(path)).json();
      expect(version).toBe(1);
      expect(cells).toHaveLength(3);
      expect(current).toMatchObject({
        outcome: "suitable",
        decidedOn: "2026-11-23",
        decidedBy: { givenName: "Sanna" },
        gaps: [{ owner: "school", dueOn: "2027-03-08" }],
        uncovered: [],
      });
    }
  });

  test("names who supervises a task; a task of another workplace is not named", async () => {
    const [taskId] = world.taskIds;
    const supervision = [{ taskId, name: "Ritva Salo" }];
    expect((await decide(teacher, 0, { supervision })).statusCode).toBe(200);
    const student = await house.as(world.student);
    expect((await student.get(path)).json().supervision).toEqual(supervision);
    const strange = [{ taskId: crypto.randomUUID(), name: "Ritva Salo" }];
    const refused = await decide(teacher, 1, { supervision: strange });
    expect(refused.json().code).toBe("unknown_choice");
    expect(await decisionsInForce()).toBe(1);
  });

  test("leaves an audit row of codes, without the reason's words", async () => {
    await decide(teacher, 0);
    const row = await house.house.db
      .selectFrom("audit_event")
      .select(["person_id", "change"])
      .where("deed", "=", "decide-suitability")
      .executeTakeFirstOrThrow();
    expect(row.person_id).toBe(world.teacher);
    expect(row.change).toMatchObject({
      outcome: "suitable",
      validUntil: "2027-02-26",
      cells: 3,
      superseded: null,
    });
    expect(JSON.stringify(row.change)).not.toContain("päivittäistä");
  });

  test("is superseded by the next, which was made after seeing it", async () => {
    await decide(teacher, 0);
    const blind = await decide(teacher, 0, { outcome: "not_suitable" });
    expect([blind.statusCode, blind.json().code]).toEqual([409, "stale"]);
    expect(blind.json().params).toMatchObject({
      version: 1,
      outcome: "suitable",
      decidedBy: "Sanna Testinen",
    });
    expect((await decide(teacher, 1, { outcome: "not_suitable", gaps: [] })).json().version).toBe(
      2,
    );
    const { current, earlier } = (await teacher.get(path)).json();
    expect([current.outcome, earlier.length, earlier[0].outcome]).toEqual([
      "not_suitable",
      1,
      "suitable",
    ]);
    expect(await decisionsInForce()).toBe(1);
  });

  test("made twice at once is one", async () => {
    const answers = await Promise.all([decide(teacher, 0), decide(teacher, 0), decide(teacher, 0)]);
    expect(answers.map(({ statusCode }) => statusCode).toSorted((a, b) => a - b)).toEqual([
      200, 409, 409,
    ]);
    expect(await decisionsInForce()).toBe(1);
  });

  test("sent again with its key is answered again and done once", async () => {
    const headers = { "idempotency-key": randomUUID() };
    const first = await teacher.send("POST", path, decision(), headers);
    const again = await teacher.send("POST", path, decision(), headers);
    expect(again.json()).toEqual(first.json());
    expect((await teacher.get(path)).json().version).toBe(1);
  });

  test("counts as uncovered what a later plan adds", async () => {
    const { providerId: provider_id, placementId: placement_id } = world;
    const [first = "", , , fourth = ""] = world.requirementIds;
    const add = (requirement_id: string, position: number) =>
      house.house.db
        .insertInto("placement_objective")
        .values({ provider_id, placement_id, requirement_id, position })
        .execute();
    await add(first, 0);
    const cells = decision().cells.slice(0, 1);
    expect((await decide(teacher, 0, { cells, gaps: [] })).statusCode).toBe(200);
    await add(fourth, 1);
    expect((await teacher.get(path)).json().current.uncovered).toEqual([fourth]);
  });
});

describe("a decision is refused", () => {
  test("when a row has no cell and nobody owns the gap", async () => {
    const refused = await decide(teacher, 0, { gaps: [] });
    expect([refused.statusCode, refused.json().code]).toEqual([422, "gap_unowned"]);
    expect(refused.json().params).toEqual({ requirementIds: [world.requirementIds[3]] });
  });

  test("when it names what is not in the grid, lasts too long or contradicts itself", async () => {
    const [cell] = decision().cells;
    const codes = [
      { cells: [{ ...cell, taskId: newId() }] },
      { validUntil: "2027-11-24" },
      { outcome: "with_conditions" },
    ].map(async (change) => (await decide(teacher, 0, change)).json().code);
    expect(await Promise.all(codes)).toEqual([
      "unknown_choice",
      "valid_until_outside",
      "conditions_missing",
    ]);
  });

  test("once the placement is over", async () => {
    await house.house.db
      .updateTable("placement")
      .set({ state: "closed" })
      .where("id", "=", world.placementId)
      .execute();
    expect((await decide(teacher, 0)).json().code).toBe("placement_over");
    expect((await teacher.get(path)).json().abilities.decide.reason).toBe("placement_over");
  });

  test("from everybody but the placement's teacher", async () => {
    for (const person of [world.student, world.tutor, world.coordinator]) {
      expect((await decide(await house.as(person), 0)).statusCode).toBe(403);
    }
    const other = await house.as(world.otherTeacher);
    expect([(await other.get(path)).statusCode, (await decide(other, 0)).statusCode]).toEqual([
      404, 404,
    ]);
    expect((await house.anyone.get(path)).statusCode).toBe(401);
  });
});
