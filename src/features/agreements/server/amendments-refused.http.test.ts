import { afterEach, beforeEach, expect, test } from "vitest";
import { newId } from "#server/clock.ts";
import { type AmendmentScene, openAmendmentScene } from "../amendment-scene.ts";

let scene: AmendmentScene;
beforeEach(async () => {
  scene = await openAmendmentScene();
});
afterEach(() => scene.close());

test("when it is proposed: what cannot be", async () => {
  const { world } = scene;
  const [runs = ""] = world.taskIds;
  expect(await scene.refused({ tutorId: world.otherTeacher })).toEqual([
    422,
    "unknown_choice",
    "tutor",
  ]);
  expect(await scene.refused({ tutorId: world.student })).toEqual([422, "unknown_choice", "tutor"]);
  expect(await scene.refused({ tasks: [{ taskId: newId(), name: null }] })).toEqual([
    422,
    "unknown_task",
    null,
  ]);
  const twice = [
    { taskId: runs, name: null },
    { taskId: runs, name: null },
    { taskId: null, name: "Siivous" },
  ];
  expect(await scene.refused({ tasks: twice })).toEqual([422, "task_twice", null]);
  expect(await scene.refused({ objectives: [newId()] })).toEqual([
    422,
    "unknown_requirement",
    null,
  ]);
  const hours = {
    minutesPerWeek: 4_000,
    dayStartsAt: "08:00",
    dayEndsAt: "10:00",
    breakMinutes: 0,
  };
  expect(await scene.refused({ hours })).toEqual([422, "hours_impossible", null]);
  expect(await scene.refused({ workplaceId: newId() })).toEqual([
    422,
    "unknown_choice",
    "workplace",
  ]);
  expect(await scene.refused({ endsOn: "2026-10-01" })).toEqual([422, "ends_before_start", null]);
  expect(await scene.refused({})).toEqual([422, "nothing_changed", null]);
  expect(await scene.carried()).toEqual([]);
});

test("while another one is out, and of another provider's placement", async () => {
  await scene.propose({ tutorId: scene.world.colleague });
  expect(await scene.refused({ endsOn: "2027-02-12" })).toEqual([
    409,
    "agreement_out_already",
    null,
  ]);
  const other = await scene.as(scene.world.otherTeacher);
  expect(
    (await other.send("POST", scene.amendments, scene.bodyOf({ endsOn: "2027-02-12" }))).statusCode,
  ).toBe(404);
  expect((await other.get(`${scene.amendments}/choices`)).statusCode).toBe(404);
  for (const caller of [scene.student, scene.tutor]) {
    expect((await caller.get(`${scene.amendments}/choices`)).statusCode).toBe(403);
  }
});

test("two proposals at once are one that is out", async () => {
  const both = await Promise.all([
    scene.teacher.send("POST", scene.amendments, scene.bodyOf({ tutorId: scene.world.colleague })),
    scene.coordinator.send("POST", scene.amendments, scene.bodyOf({ endsOn: "2027-02-12" })),
  ]);
  expect(both.map((one) => String(one.statusCode)).toSorted()).toEqual(["200", "409"]);
});

test("the last signature, when the tutor was changed meanwhile: nothing is carried, and the page names the line", async () => {
  const { world } = scene;
  const unit = await scene.addUnit();
  await scene.house.db
    .insertInto("workplace_person")
    .values({ workplace_id: world.workplaceId, person_id: unit.tutor, role: "tutor" })
    .execute();
  const id = await scene.propose({ tutorId: world.colleague });
  await scene.employerSigns(id);
  await scene.teacher.send("PUT", `/api/placements/${world.placementId}/tutor`, {
    tutorId: unit.tutor,
  });
  const last = await scene.signs(scene.coordinator, id, "provider");
  expect([last.statusCode, last.json()]).toEqual([
    409,
    expect.objectContaining({ code: "amendment_overtaken", params: { fields: ["tutor"] } }),
  ]);
  const page = await scene.coordinator.get(`/api/agreements/${id}`);
  expect(page.json()).toMatchObject({ state: "out", overtaken: ["tutor"] });
  expect((await scene.placementNow()).tutor_id).toBe(unit.tutor);
  expect(await scene.carried()).toEqual([]);
  const withdrawn = await scene.teacher.send("POST", `/api/agreements/${id}/withdrawal`, {
    reason: "Ohjaaja vaihtui jo.",
  });
  expect(withdrawn.statusCode).toBe(200);
  await scene.propose({ tutorId: world.colleague });
});

test("a task that was retired, or hours the three agreed otherwise; other lines of the plan do not matter", async () => {
  const { house, world } = scene;
  const [, joints = ""] = world.taskIds;
  const id = await scene.propose({ tasks: [{ taskId: joints, name: null }] });
  const overtaken = async () =>
    (await scene.coordinator.get(`/api/agreements/${id}`)).json<{ overtaken: string[] }>()
      .overtaken;
  await writePlan({ travel: "Juna" });
  expect(await overtaken()).toEqual([]);
  await house.db
    .updateTable("workplace_task")
    .set({ retired_on: "2026-11-22" })
    .where("id", "=", joints)
    .execute();
  expect(await overtaken()).toEqual(["tasks"]);
  const code = await scene.signs(scene.coordinator, id, "provider");
  expect(code.json()).toMatchObject({ code: "amendment_overtaken" });
});

async function writePlan(change: object) {
  const plan = `/api/placements/${scene.world.placementId}/plan`;
  const { version, plan: newest } = (await scene.teacher.get(plan)).json<{
    version: number;
    plan: { content: object };
  }>();
  const content = { ...newest.content, ...change };
  const body = { content, why: null };
  const answer = await scene.teacher.send("PUT", plan, body, { "if-match": `"${version}"` });
  expect(answer.statusCode).toBe(200);
}

test("the last signature while the placement is ended: one of them comes first, and neither waits for ever", async () => {
  const { house, teacher, coordinator, world } = scene;
  await house.db
    .updateTable("placement")
    .set({ state: "running" })
    .where("id", "=", world.placementId)
    .execute();
  const id = await scene.propose({ tutorId: world.colleague });
  await scene.employerSigns(id);
  const ending = {
    ground: "joint_consent",
    heardOn: "2026-11-22",
    heard: [],
    onProbation: false,
  };
  const [ended, signed] = await Promise.all([
    teacher.send("POST", `/api/placements/${world.placementId}/moves`, {
      to: "terminated",
      reason: "Yhdessä sovittu",
      ending,
    }),
    scene.signs(coordinator, id, "provider"),
  ]);
  expect(ended.statusCode).toBe(200);
  const { state } = (await coordinator.get(`/api/agreements/${id}`)).json<{ state: string }>();
  const isCarried = (await scene.carried()).length === 1;
  expect([signed.statusCode, state, isCarried]).toEqual(
    signed.statusCode === 200 ? [200, "completed", true] : [409, "withdrawn", false],
  );
});
