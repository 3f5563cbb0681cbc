import { afterEach, beforeEach, expect, test } from "vitest";
import { newId } from "#server/clock.ts";
import { makeInducted } from "#tests/support/inducted.ts";
import { type AmendmentScene, openAmendmentScene } from "../amendment-scene.ts";

let scene: AmendmentScene;
beforeEach(async () => {
  scene = await openAmendmentScene();
});
afterEach(() => scene.close());

test("another unit comes with its tutor and tasks; suitability there is undecided and its induction is new", async () => {
  const { house, world } = scene;
  const unit = await scene.addUnit();
  const choices = await scene.teacher.get(`${scene.amendments}/choices`);
  expect(choices.json()).toMatchObject({
    workplaceId: world.workplaceId,
    units: [
      { id: world.workplaceId, waits: [] },
      { id: unit.unitId, waits: ["checklist", "suitability", "induction"] },
    ],
  });
  await house.db
    .insertInto("suitability_decision")
    .values({
      provider_id: world.providerId,
      id: newId(),
      placement_id: world.placementId,
      workplace_id: world.workplaceId,
      outcome: "suitable",
      reason: "Tuttu paikka",
      decided_by: world.teacher,
      decided_on: "2026-11-20",
      decided_at: "2026-11-20T08:00:00Z",
      valid_until: "2027-05-20",
    })
    .execute();
  const id = await scene.propose({
    workplaceId: unit.unitId,
    tutorId: unit.tutor,
    tasks: [{ taskId: unit.task, name: null }],
  });
  await scene.signAll(id);
  expect(await scene.placementNow()).toMatchObject({
    workplace_id: unit.unitId,
    tutor_id: unit.tutor,
  });
  const page = await scene.teacher.get(`/api/placements/${world.placementId}`);
  const { gate } = page.json<{ gate: { code: string; verdict: string; reason: string }[] }>();
  expect(gate).toEqual(
    expect.arrayContaining([
      expect.objectContaining({ code: "suitability", verdict: "missing", reason: "undecided" }),
      expect.objectContaining({ code: "checklist", verdict: "missing", reason: "unsigned" }),
    ]),
  );
});

test("what was shown at the former unit is not shown at the new one", async () => {
  const { house, world } = scene;
  const unit = await scene.addUnit();
  await makeInducted(house, world);
  const shown = async () => {
    const answer = await scene.teacher.get(`/api/placements/${world.placementId}/induction`);
    const { groups } = answer.json<{ groups: { items: { marks: unknown[] }[] }[] }>();
    return groups.flatMap(({ items }) => items).flatMap(({ marks }) => marks).length;
  };
  expect(await shown()).toBeGreaterThan(0);
  const id = await scene.propose({
    workplaceId: unit.unitId,
    tutorId: unit.tutor,
    tasks: [{ taskId: unit.task, name: null }],
  });
  await scene.signAll(id);
  expect(await shown()).toBe(0);
  const kept = await house.db.selectFrom("induction_mark").select("workplace_id").execute();
  expect(kept).toContainEqual({ workplace_id: world.workplaceId });
});

test("a new task of a student under 18 is judged by the rules for young workers, and shown at an induction", async () => {
  const { house, world } = scene;
  const [runs = "", joints = ""] = world.taskIds;
  await house.db
    .updateTable("person")
    .set({ born_on: "2010-03-03" })
    .where("id", "=", world.student)
    .execute();
  await house.db.updateTable("workplace_task").set({ kinds: [] }).where("id", "=", runs).execute();
  const youngWork = async () => {
    const answer = await scene.teacher.get(`/api/placements/${world.placementId}`);
    const { gate } = answer.json<{ gate: { code: string; reason: string }[] }>();
    return gate.find(({ code }) => code === "young_work")?.reason;
  };
  expect(await youngWork()).toBe("clear");
  const tasks = [runs, joints].map((taskId) => ({ taskId, name: null }));
  await scene.signAll(await scene.propose({ tasks }));
  expect(await youngWork()).toBe("unread");
  const induction = await scene.teacher.get(`/api/placements/${world.placementId}/induction`);
  const { groups } = induction.json<{ groups: { taskKey: string }[] }>();
  expect(groups.map(({ taskKey }) => taskKey)).toContain(joints);
});

test("another unit without a tutor of its own, with the former unit's tasks, or while it is suspended", async () => {
  const { house, world } = scene;
  const unit = await scene.addUnit();
  const there = { workplaceId: unit.unitId, tutorId: unit.tutor };
  const tasks = [{ taskId: unit.task, name: null }];
  expect(await scene.refused({ workplaceId: unit.unitId, tasks })).toEqual([
    422,
    "unknown_choice",
    "tutor",
  ]);
  expect(await scene.refused(there)).toEqual([422, "unknown_task", null]);
  await house.db
    .insertInto("workplace_suspension")
    .values({
      provider_id: world.providerId,
      id: newId(),
      workplace_id: unit.unitId,
      kind: "suspended",
      reason: "Vesivahinko",
      suspended_by: world.teacher,
      suspended_at: "2026-11-20T08:00:00Z",
    })
    .execute();
  expect(await scene.refused({ ...there, tasks })).toEqual([409, "unit_suspended", null]);
});
