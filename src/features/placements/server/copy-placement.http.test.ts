import { afterEach, beforeEach, expect, test } from "vitest";
import { type AgreementScene, openAgreementScene } from "#features/agreements/agreement-scene.ts";
import { newId } from "#server/clock.ts";

let scene: AgreementScene;

beforeEach(async () => {
  scene = await openAgreementScene();
});
afterEach(() => scene.close());

const path = () => `/api/placements/${scene.world.placementId}/copies`;
const body = (change: object = {}) => ({
  id: newId(),
  studentId: scene.world.student,
  startsOn: "2027-02-01",
  endsOn: "2027-04-02",
  ...change,
});

test("the next period of the same student: units, tutor, hours and tasks come along, nobody has agreed or been told", async () => {
  const wanted = body();
  const made = await scene.teacher.send("POST", path(), wanted);
  expect(made.json()).toEqual({ id: wanted.id, version: 1 });
  const placement = await scene.teacher.get(`/api/placements/${wanted.id}`);
  expect(placement.json()).toMatchObject({
    state: "planning",
    startsOn: "2027-02-01",
    student: { id: scene.world.student },
    tutor: { id: scene.world.tutor },
    units: [{ id: scene.world.unitId }],
    plan: { number: 1, marks: [] },
    objectives: [{}, {}],
    minutesPerWeek: 2_250,
  });
  const { content } = await scene.house.db
    .selectFrom("plan_version")
    .select("content")
    .where("placement_id", "=", wanted.id)
    .executeTakeFirstOrThrow();
  expect(content).toMatchObject({ travel: "Bussi 4", talks: [] });
  const letters = await scene.house.db.selectFrom("mail_message").select("id").execute();
  const again = await scene.teacher.send("POST", path(), body());
  expect(again.statusCode).toBe(200);
  expect(await scene.house.db.selectFrom("mail_message").select("id").execute()).toEqual(letters);
});

test("for another student of the provider, without the first one's own matters", async () => {
  const { house, world } = scene;
  const classmate = newId();
  await house.db
    .insertInto("person")
    .values({ id: classmate, given_name: "Onni", family_name: "Testinen" })
    .execute();
  await house.db
    .insertInto("membership")
    .values({ provider_id: world.providerId, person_id: classmate, role: "student" })
    .execute();
  const wanted = body({ studentId: classmate });
  expect((await scene.coordinator.send("POST", path(), wanted)).statusCode).toBe(200);
  const { content } = await house.db
    .selectFrom("plan_version")
    .select("content")
    .where("placement_id", "=", wanted.id)
    .executeTakeFirstOrThrow();
  expect(content).toMatchObject({ travel: null, support: null });
});

test("not for another provider's student, not by student or tutor, not from what one does not see", async () => {
  const theirs = body({ studentId: scene.world.otherStudent });
  const unknown = await scene.teacher.send("POST", path(), theirs);
  expect(unknown.json()).toMatchObject({ code: "unknown_choice", params: { choice: "student" } });
  for (const caller of [scene.student, scene.tutor]) {
    expect((await caller.send("POST", path(), body())).statusCode).toBe(403);
  }
  const other = await scene.as(scene.world.otherTeacher);
  expect((await other.send("POST", path(), body())).statusCode).toBe(404);
});

test("pressed twice with one id it is one placement", async () => {
  const wanted = body();
  const both = await Promise.all([
    scene.teacher.send("POST", path(), wanted),
    scene.teacher.send("POST", path(), wanted),
  ]);
  expect(both.map((one) => one.json())).toEqual([
    { id: wanted.id, version: 1 },
    { id: wanted.id, version: 1 },
  ]);
  const copies = await scene.house.db
    .selectFrom("audit_event")
    .select("id")
    .where("deed", "=", "copy-placement")
    .execute();
  expect(copies).toHaveLength(1);
});

test("an id that is another placement's is not taken for a repeated press", async () => {
  const wanted = body();
  await scene.teacher.send("POST", path(), wanted);
  const other = await scene.teacher.send("POST", path(), { ...wanted, startsOn: "2027-03-01" });
  expect([other.statusCode, other.json()]).toEqual([
    409,
    expect.objectContaining({ code: "id_taken" }),
  ]);
});
