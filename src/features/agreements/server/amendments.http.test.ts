import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { newId } from "#server/clock.ts";
import { makeInducted } from "#tests/support/inducted.ts";
import type { Caller } from "#tests/support/test-house.ts";
import { type AgreementScene, LEILA, openAgreementScene } from "../agreement-scene.ts";

let scene: AgreementScene;
let employer: Caller;

beforeEach(async () => {
  scene = await openAgreementScene();
  const id = await scene.send();
  employer = await scene.byLetter(LEILA);
  await scene.signs(employer, id, "employer");
  await scene.signs(scene.coordinator, id, "provider");
  await scene.student.send("POST", `/api/agreements/${id}/signatures`, await read(id));
});
afterEach(() => scene.close());

const path = () => `/api/placements/${scene.world.placementId}/amendments`;
const bodyOf = (change: object) => ({
  id: newId(),
  endsOn: null,
  why: "Kahvila muuttaa.",
  ...change,
});

async function read(id: string) {
  return {
    party: "student",
    textHash: await scene.hashOf(scene.student, id),
    code: null,
    language: "fi",
  };
}

async function propose(change: object): Promise<string> {
  const body = bodyOf(change);
  const answer = await scene.teacher.send("POST", path(), body);
  expect([answer.statusCode, answer.json()]).toEqual([200, { id: body.id, state: "out" }]);
  return body.id;
}

/** Employer and college sign; the answer to the last signature. */
async function signAll(id: string) {
  employer = await scene.byLetter(LEILA);
  await scene.signs(employer, id, "employer");
  return scene.signs(scene.coordinator, id, "provider");
}

const placementNow = () =>
  scene.house.db
    .selectFrom("placement")
    .select(["tutor_id", "workplace_id", "ends_on", "state"])
    .where("id", "=", scene.world.placementId)
    .executeTakeFirstOrThrow();

const versions = async () => {
  const rows = await scene.house.db
    .selectFrom("plan_version")
    .select(["number", "content", "agreement_id"])
    .where("placement_id", "=", scene.world.placementId)
    .orderBy("number")
    .execute();
  return rows;
};
const carried = () =>
  scene.house.db
    .selectFrom("audit_event")
    .select("change")
    .where("deed", "=", "carry-amendment")
    .execute();

async function addUnit(): Promise<{ unitId: string; tutor: string; task: string }> {
  const { db } = scene.house;
  const [unitId, tutor, task] = [newId(), newId(), newId()];
  const { employer_id } = await db
    .selectFrom("workplace")
    .select("employer_id")
    .where("id", "=", scene.world.workplaceId)
    .executeTakeFirstOrThrow();
  await db
    .insertInto("workplace")
    .values({ id: unitId, employer_id, name: "Putki, Satama", municipality: "Imatra" })
    .execute();
  await db
    .insertInto("person")
    .values({ id: tutor, given_name: "Veera", family_name: "Testinen", email: "veera@example.org" })
    .execute();
  await db
    .insertInto("workplace_person")
    .values({ workplace_id: unitId, person_id: tutor, role: "tutor" })
    .execute();
  await db
    .insertInto("workplace_task")
    .values({ id: task, workplace_id: unitId, name: { fi: "Laituri" }, position: 1 })
    .execute();
  return { unitId, tutor, task };
}

describe("once everybody asked has signed", () => {
  test("a new tutor has the placement, the former one's link and sight are gone, and the new one has a link", async () => {
    const { world } = scene;
    await scene.teacher.send("POST", `/api/placements/${world.placementId}/invitation`);
    const former = await scene.byLetter("mika@example.org");
    expect((await former.get(`/api/placements/${world.placementId}`)).statusCode).toBe(200);
    const id = await propose({ tutorId: world.colleague });
    expect((await placementNow()).tutor_id).toBe(world.tutor);
    expect((await signAll(id)).json()).toEqual({ state: "completed", already: false });

    expect((await placementNow()).tutor_id).toBe(world.colleague);
    expect((await former.get(`/api/placements/${world.placementId}`)).statusCode).toBe(401);
    expect((await scene.tutor.get(`/api/placements/${world.placementId}`)).statusCode).toBe(404);
    const pia = await scene.byLetter("pia@example.org");
    const page = await pia.get(`/api/placements/${world.placementId}`);
    expect(page.json()).toMatchObject({ relation: "tutor", tutor: { id: world.colleague } });
    expect(await versions()).toHaveLength(1);
    expect(await carried()).toEqual([
      { change: expect.objectContaining({ tutor: { from: world.tutor, to: world.colleague } }) },
    ]);
  });

  test("tasks and objectives make one version of the plan, which names the amendment and holds the marks of who signed", async () => {
    const { world } = scene;
    const [runs = "", , welds = ""] = world.taskIds;
    const [pipes = ""] = world.requirementIds;
    const id = await propose({
      tasks: [
        { taskId: runs, name: null },
        { taskId: welds, name: null },
      ],
      objectives: [pipes],
    });
    await scene.student.send("POST", `/api/agreements/${id}/signatures`, await read(id));
    await signAll(id);
    const [first, second, ...more] = await versions();
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
    const id = await propose({ endsOn: "2027-02-12", hours });
    await signAll(id);
    expect((await placementNow()).ends_on).toBe("2027-02-12");
    expect((await versions()).at(-1)).toMatchObject({ agreement_id: id, content: { hours } });
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
    const id = await propose({ tasks: [{ taskId: joints, name: null }] });
    await signAll(id);
    const before = await scene.student.get(`/api/placements/${scene.world.placementId}/plan`);
    expect(before.json<{ marks: unknown[] }>().marks).toHaveLength(1);
    const late = await scene.student.send(
      "POST",
      `/api/agreements/${id}/signatures`,
      await read(id),
    );
    expect(late.statusCode).toBe(200);
    const after = await scene.student.get(`/api/placements/${scene.world.placementId}/plan`);
    const { marks } = after.json<{ marks: { party: string }[] }>();
    expect(marks.map(({ party }) => party).toSorted()).toEqual(["student", "teacher"]);
  });

  test("another unit comes with its tutor and tasks; suitability there is undecided and its induction is new", async () => {
    const { house, world } = scene;
    const unit = await addUnit();
    const choices = await scene.teacher.get(`${path()}/choices`);
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
    const id = await propose({
      workplaceId: unit.unitId,
      tutorId: unit.tutor,
      tasks: [{ taskId: unit.task, name: null }],
    });
    await signAll(id);
    expect(await placementNow()).toMatchObject({
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
    const unit = await addUnit();
    await makeInducted(house, world);
    const shown = async () => {
      const answer = await scene.teacher.get(`/api/placements/${world.placementId}/induction`);
      const { groups } = answer.json<{ groups: { items: { marks: unknown[] }[] }[] }>();
      return groups.flatMap(({ items }) => items).flatMap(({ marks }) => marks).length;
    };
    expect(await shown()).toBeGreaterThan(0);
    const id = await propose({
      workplaceId: unit.unitId,
      tutorId: unit.tutor,
      tasks: [{ taskId: unit.task, name: null }],
    });
    await signAll(id);
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
    await house.db
      .updateTable("workplace_task")
      .set({ kinds: [] })
      .where("id", "=", runs)
      .execute();
    const youngWork = async () => {
      const answer = await scene.teacher.get(`/api/placements/${world.placementId}`);
      const { gate } = answer.json<{ gate: { code: string; reason: string }[] }>();
      return gate.find(({ code }) => code === "young_work")?.reason;
    };
    expect(await youngWork()).toBe("clear");
    const tasks = [runs, joints].map((taskId) => ({ taskId, name: null }));
    await signAll(await propose({ tasks }));
    expect(await youngWork()).toBe("unread");
    const induction = await scene.teacher.get(`/api/placements/${world.placementId}/induction`);
    const { groups } = induction.json<{ groups: { taskKey: string }[] }>();
    expect(groups.map(({ taskKey }) => taskKey)).toContain(joints);
  });

  test("two last signatures at once carry it once", async () => {
    const [, joints = ""] = scene.world.taskIds;
    const id = await propose({
      tutorId: scene.world.colleague,
      tasks: [{ taskId: joints, name: null }],
    });
    employer = await scene.byLetter(LEILA);
    const both = await Promise.all([
      scene.signs(employer, id, "employer"),
      scene.signs(scene.coordinator, id, "provider"),
    ]);
    expect(both.map(({ statusCode }) => statusCode)).toEqual([200, 200]);
    expect(await carried()).toHaveLength(1);
    expect(await versions()).toHaveLength(2);
  });

  test("the earlier text stays readable, and the next change still asks whom the agreement asked", async () => {
    const first = await propose({ tutorId: scene.world.colleague });
    await signAll(first);
    const second = await propose({ endsOn: "2027-02-12" });
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
  });
});

describe("refused in plain words", () => {
  const refusedWith = async (change: object, status: number, code: string, params?: object) => {
    const answer = await scene.teacher.send("POST", path(), bodyOf(change));
    expect([answer.statusCode, answer.json()]).toEqual([
      status,
      expect.objectContaining({ code, ...(params && { params: expect.objectContaining(params) }) }),
    ]);
  };

  test("when it is proposed: what cannot be", async () => {
    const { world } = scene;
    const [runs = ""] = world.taskIds;
    await refusedWith({ tutorId: world.otherTeacher }, 422, "unknown_choice", { choice: "tutor" });
    await refusedWith({ tutorId: world.student }, 422, "unknown_choice", { choice: "tutor" });
    await refusedWith({ tasks: [{ taskId: newId(), name: null }] }, 422, "unknown_task");
    const twice = [
      { taskId: runs, name: null },
      { taskId: runs, name: null },
      { taskId: null, name: "Siivous" },
    ];
    await refusedWith({ tasks: twice }, 422, "task_twice");
    await refusedWith({ objectives: [newId()] }, 422, "unknown_requirement");
    const hours = {
      minutesPerWeek: 4_000,
      dayStartsAt: "08:00",
      dayEndsAt: "10:00",
      breakMinutes: 0,
    };
    await refusedWith({ hours }, 422, "hours_impossible");
    await refusedWith({ workplaceId: newId() }, 422, "unknown_choice", { choice: "workplace" });
    await refusedWith({ endsOn: "2026-10-01" }, 422, "ends_before_start");
    await refusedWith({}, 422, "nothing_changed");
    expect(await carried()).toEqual([]);
  });

  test("another unit without a tutor of its own, with the former unit's tasks, or while it is suspended", async () => {
    const { house, world } = scene;
    const unit = await addUnit();
    const there = { workplaceId: unit.unitId, tutorId: unit.tutor };
    const tasks = [{ taskId: unit.task, name: null }];
    await refusedWith({ workplaceId: unit.unitId, tasks }, 422, "unknown_choice", {
      choice: "tutor",
    });
    await refusedWith(there, 422, "unknown_task");
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
    await refusedWith({ ...there, tasks }, 409, "unit_suspended");
  });

  test("while another one is out, and of another provider's placement", async () => {
    await propose({ tutorId: scene.world.colleague });
    await refusedWith({ endsOn: "2027-02-12" }, 409, "agreement_out_already");
    const other = await scene.as(scene.world.otherTeacher);
    expect((await other.send("POST", path(), bodyOf({ endsOn: "2027-02-12" }))).statusCode).toBe(
      404,
    );
    expect((await other.get(`${path()}/choices`)).statusCode).toBe(404);
    for (const caller of [scene.student, scene.tutor]) {
      expect((await caller.get(`${path()}/choices`)).statusCode).toBe(403);
    }
  });

  test("two proposals at once are one that is out", async () => {
    const both = await Promise.all([
      scene.teacher.send("POST", path(), bodyOf({ tutorId: scene.world.colleague })),
      scene.coordinator.send("POST", path(), bodyOf({ endsOn: "2027-02-12" })),
    ]);
    expect(both.map((one) => one.statusCode).toSorted()).toEqual([200, 409]);
  });

  test("the last signature, when the tutor was changed meanwhile: nothing is carried, and the page names the line", async () => {
    const { world } = scene;
    const unit = await addUnit();
    await scene.house.db
      .insertInto("workplace_person")
      .values({ workplace_id: world.workplaceId, person_id: unit.tutor, role: "tutor" })
      .execute();
    const id = await propose({ tutorId: world.colleague });
    employer = await scene.byLetter(LEILA);
    await scene.signs(employer, id, "employer");
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
    expect((await placementNow()).tutor_id).toBe(unit.tutor);
    expect(await carried()).toEqual([]);
    const withdrawn = await scene.teacher.send("POST", `/api/agreements/${id}/withdrawal`, {
      reason: "Ohjaaja vaihtui jo.",
    });
    expect(withdrawn.statusCode).toBe(200);
    await propose({ tutorId: world.colleague });
  });

  test("a task that was retired, or hours the three agreed otherwise; other lines of the plan do not matter", async () => {
    const { house, world } = scene;
    const [, joints = ""] = world.taskIds;
    const id = await propose({ tasks: [{ taskId: joints, name: null }] });
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
