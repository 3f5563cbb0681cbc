import { afterEach, beforeEach, expect, test } from "vitest";
import { LEILA } from "../agreement-scene.ts";
import { type AmendmentScene, openAmendmentScene } from "../amendment-scene.ts";

let scene: AmendmentScene;
beforeEach(async () => {
  scene = await openAmendmentScene();
});
afterEach(() => scene.close());

test("a new tutor has the placement, the former one's link and sight are gone, and the new one has a link", async () => {
  const { world } = scene;
  const former = await scene.byLetter("mika@example.org");
  expect((await former.get(`/api/placements/${world.placementId}`)).statusCode).toBe(200);
  const id = await scene.propose({ tutorId: world.colleague });
  expect((await scene.placementNow()).tutor_id).toBe(world.tutor);
  expect((await scene.signAll(id)).json()).toEqual({ state: "completed", already: false });

  expect((await scene.placementNow()).tutor_id).toBe(world.colleague);
  expect((await former.get(`/api/placements/${world.placementId}`)).statusCode).toBe(401);
  expect((await scene.tutor.get(`/api/placements/${world.placementId}`)).statusCode).toBe(404);
  const told = await scene.house.db
    .selectFrom("mail_message")
    .select(["to_address", "template"])
    .where("template", "like", "amendment_%")
    .orderBy("template")
    .execute();
  expect(told).toEqual([
    { to_address: "mika@example.org", template: "amendment_former_tutor" },
    { to_address: "pia@example.org", template: "amendment_new_tutor" },
  ]);
  const pia = await scene.byLetter("pia@example.org");
  const page = await pia.get(`/api/placements/${world.placementId}`);
  expect(page.json()).toMatchObject({ relation: "tutor", tutor: { id: world.colleague } });
  expect(await scene.versions()).toHaveLength(1);
  expect(await scene.carried()).toEqual([
    { change: expect.objectContaining({ tutor: { from: world.tutor, to: world.colleague } }) },
  ]);
});

test("tasks and objectives make one version of the plan, which names the amendment and holds the marks of who signed", async () => {
  const { world } = scene;
  const [runs = "", , welds = ""] = world.taskIds;
  const [pipes = ""] = world.requirementIds;
  const id = await scene.propose({
    tasks: [
      { taskId: runs, name: null },
      { taskId: welds, name: null },
    ],
    objectives: [pipes],
  });
  await scene.studentReads(id);
  await scene.signAll(id);
  const [first, second, ...more] = await scene.versions();
  expect(more).toEqual([]);
  expect(first).toMatchObject({ number: 1, agreement_id: null });
  expect(second).toMatchObject({
    number: 2,
    agreement_id: id,
    content: {
      objectives: [{ requirementId: pipes }],
      tasks: [
        { taskId: runs, aloneWeeks: ["2026-W51"], withTutorWeeks: ["2026-W49"] },
        { taskId: welds, aloneWeeks: [], withTutorWeeks: expect.arrayContaining(["2027-W01"]) },
      ],
    },
  });
  const plan = await scene.tutor.get(`/api/placements/${world.placementId}/plan`);
  expect(plan.json()).toMatchObject({
    version: 2,
    versions: [
      { number: 2, amendment: { id, number: 2 } },
      { number: 1, amendment: null },
    ],
  });
  const { marks } = plan.json<{ marks: { party: string }[] }>();
  expect(marks.map(({ party }) => party).toSorted()).toEqual(["student", "teacher"]);
});

test("hours and the last day change together, and the tutor who was not asked is told", async () => {
  const hours = {
    minutesPerWeek: 1_800,
    dayStartsAt: "08:00",
    dayEndsAt: "14:30",
    breakMinutes: 30,
  };
  const id = await scene.propose({ endsOn: "2027-02-12", hours });
  await scene.signAll(id);
  expect((await scene.placementNow()).ends_on).toBe("2027-02-12");
  expect((await scene.versions()).at(-1)).toMatchObject({ agreement_id: id, content: { hours } });
  const told = await scene.house.db
    .selectFrom("mail_message")
    .select(["to_address", "template", "body"])
    .where("template", "like", "amendment_%")
    .execute();
  expect(told).toEqual([
    {
      to_address: "mika@example.org",
      template: "amendment_holds",
      body: expect.stringContaining("12.2.2027"),
    },
  ]);
});

test("a student who reads it afterwards has agreed to the plan's new version too", async () => {
  const [, joints = ""] = scene.world.taskIds;
  const id = await scene.propose({ tasks: [{ taskId: joints, name: null }] });
  await scene.signAll(id);
  const before = await scene.student.get(`/api/placements/${scene.world.placementId}/plan`);
  expect(before.json<{ marks: unknown[] }>().marks).toHaveLength(1);
  const late = await scene.studentReads(id);
  expect(late.statusCode).toBe(200);
  const after = await scene.student.get(`/api/placements/${scene.world.placementId}/plan`);
  const { marks } = after.json<{ marks: { party: string }[] }>();
  expect(marks.map(({ party }) => party).toSorted()).toEqual(["student", "teacher"]);
});

test("two last signatures at once carry it once", async () => {
  const [, joints = ""] = scene.world.taskIds;
  const id = await scene.propose({
    tutorId: scene.world.colleague,
    tasks: [{ taskId: joints, name: null }],
  });
  const employer = await scene.byLetter(LEILA);
  const both = await Promise.all([
    scene.signs(employer, id, "employer"),
    scene.signs(scene.coordinator, id, "provider"),
  ]);
  expect(both.map(({ statusCode }) => statusCode)).toEqual([200, 200]);
  expect(await scene.carried()).toHaveLength(1);
  expect(await scene.versions()).toHaveLength(2);
});

test("the earlier text stays readable, and the next change still asks whom the agreement asked", async () => {
  const first = await scene.propose({ tutorId: scene.world.colleague });
  await scene.signAll(first);
  const second = await scene.propose({ endsOn: "2027-02-12" });
  const page = await scene.teacher.get(`/api/agreements/${second}`);
  const { parties, amends } = page.json<{
    parties: { party: string; duty: string }[];
    amends: { id: string; number: number };
  }>();
  expect(amends).toMatchObject({ id: first, number: 2 });
  expect(parties.map(({ party, duty }) => `${party} ${duty}`)).toEqual([
    "student acknowledges",
    "employer signs",
    "provider signs",
  ]);
  const former = await scene.teacher.get(`/api/agreements/${first}/texts/1`);
  expect(former.statusCode).toBe(200);
  const employer = await scene.byLetter(LEILA);
  const accepting = await employer.get(`/api/agreements/${second}`);
  expect(accepting.json()).toMatchObject({ amends: { readable: true }, seesPlacement: false });
  const read = await employer.get(`/api/agreements/${first}`);
  expect(read.json()).toMatchObject({ id: first, state: "completed" });
});
