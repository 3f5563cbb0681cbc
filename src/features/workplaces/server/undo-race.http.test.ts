import { afterEach, beforeEach, expect, test } from "vitest";
import { newId } from "#server/clock.ts";
import { makeWorld, type World } from "#tests/support/makers.ts";
import { openTestHouse, type TestHouse } from "#tests/support/test-house.ts";

let house: TestHouse;
let world: World;

beforeEach(async () => {
  house = await openTestHouse();
  world = await makeWorld(house.house);
});
afterEach(() => house.close());

test("a placement at a workplace that is taken back at the same moment is refused, not broken", async () => {
  const teacher = await house.as(world.teacher);
  const { employer_id } = await house.house.db
    .selectFrom("workplace")
    .select("employer_id")
    .executeTakeFirstOrThrow();
  const workplaceId = newId();
  await house.house.db
    .insertInto("workplace")
    .values({ id: workplaceId, employer_id, name: "Tuotu", municipality: "Imatra" })
    .execute();
  const undo = await house.house.pool.connect();
  await undo.query("begin");
  await undo.query("delete from workplace where id = $1", [workplaceId]);
  const proposed = teacher.send("POST", "/api/placements", {
    id: newId(),
    providerId: world.providerId,
    studentId: world.student,
    workplaceId,
    teacherId: world.teacher,
    tutorId: null,
    frameworkVersionId: world.frameworkVersionId,
    unitIds: [world.unitId],
    basis: "training_agreement",
    startsOn: "2027-03-01",
    endsOn: "2027-04-30",
  });
  await expect
    .poll(async () => {
      const { rows } = await house.house.pool.query(
        "select count(*)::int as waiting from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'",
      );
      return rows[0].waiting;
    })
    .toBe(1);
  await undo.query("commit");
  undo.release();
  const answer = await proposed;
  expect([answer.statusCode, answer.json().code]).toEqual([422, "unknown_choice"]);
});
