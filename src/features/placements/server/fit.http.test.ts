import { afterEach, beforeEach, expect, test } from "vitest";
import { YOUNG_WORKERS } from "#features/rules/national-pack.ts";
import { newId } from "#server/clock.ts";
import { makeInducted } from "#tests/support/inducted.ts";
import { makeAgreed, makeWorld, type World } from "#tests/support/makers.ts";
import { type Caller, openTestHouse, type TestHouse } from "#tests/support/test-house.ts";

/** Fit is judged anew at each read: what changes elsewhere shows on the board before anybody opens a page. */

let house: TestHouse;
let world: World;
let teacher: Caller;

beforeEach(async () => {
  house = await openTestHouse();
  world = await makeWorld(house.house, {
    state: "running",
    startsOn: "2026-11-20",
    endsOn: "2027-01-29",
  });
  teacher = await house.as(world.teacher);
  await makeAgreed(house.house, world);
  await makeInducted(house.house, world);
  const { db, clock } = house.house;
  await db.updateTable("workplace_task").set({ kinds: [] }).execute();
  await db
    .insertInto("suitability_decision")
    .values({
      provider_id: world.providerId,
      placement_id: world.placementId,
      workplace_id: world.workplaceId,
      id: newId(),
      outcome: "suitable",
      reason: "Kaikki tehdään täällä.",
      decided_by: world.teacher,
      decided_on: "2026-10-20",
      decided_at: clock.now().toString(),
      valid_until: "2027-01-29",
    })
    .execute();
  await born("2003-03-03");
});
afterEach(() => house.close());

const born = (day: string) =>
  house.house.db
    .updateTable("person")
    .set({ born_on: day })
    .where("id", "=", world.student)
    .execute();
const kinds = (...codes: string[]) =>
  house.house.db
    .updateTable("workplace_task")
    .set({ kinds: codes })
    .where("id", "=", world.taskIds[0] ?? "")
    .execute();
const boardReason = async () =>
  (await teacher.get("/api/board"))
    .json<{ rows: { placementId: string; reason: string; params: { why?: string } }[] }>()
    .rows.find(({ placementId }) => placementId === world.placementId);
const set = (table: "checklist" | "suitability_decision", valid_until: string) =>
  house.house.db.updateTable(table).set({ valid_until }).execute();

async function publishRule(change: object): Promise<void> {
  const path = `/api/rule-packs/${world.providerId}`;
  const near = YOUNG_WORKERS.rules.find(({ id }) => id === "F1-near");
  const admin = await house.as(world.admin);
  await admin.send(
    "PUT",
    `${path}/draft/rules/F1-near`,
    { ...near, ...change },
    { "if-match": '"0"' },
  );
  const coordinator = await house.as(world.coordinator);
  const taken = await coordinator.send("POST", `${path}/publication`, undefined, {
    "if-match": '"1"',
  });
  expect(taken.statusCode).toBe(200);
}

async function card(validUntil: string): Promise<void> {
  await teacher.send("PUT", `/api/placements/${world.placementId}/clearances/first-aid`, {
    state: "shown",
    shownOn: "2026-11-20",
    validUntil,
  });
}

/** The workplace guides in these; what a task of the plan needs first; what the student has proven. */
const guides = (...languages: ("fi" | "sv" | "en")[]) =>
  house.house.db
    .insertInto("workplace_language")
    .values(languages.map((language) => ({ workplace_id: world.workplaceId, language })))
    .execute();
const path = () => `/api/placements/${world.placementId}`;
const fitOf = async (caller = teacher) => (await caller.get(`${path()}/fit`)).json();
const needFirst = (caller: Caller, ...requirementIds: string[]) =>
  caller.send("PUT", `${path()}/task-needs/${world.taskIds[0]}`, { requirementIds });
const agree = (about: string, lacks: readonly string[], caller = teacher) =>
  caller.send("PUT", `${path()}/fit/${about}`, { lacks, how: "Pia puhuu ruotsia." });

async function planFirstTask(): Promise<void> {
  const task = { taskId: world.taskIds[0], name: null, aloneWeeks: [], withTutorWeeks: [] };
  await house.house.db
    .insertInto("plan_version")
    .values({
      provider_id: world.providerId,
      placement_id: world.placementId,
      number: 1,
      content: JSON.stringify({ tasks: [task] }),
      edited_by: world.teacher,
      edited_at: house.house.clock.now().toString(),
    })
    .execute();
}

async function skillLacks(): Promise<void> {
  await planFirstTask();
  const tutor = await house.as(world.tutor);
  expect((await needFirst(tutor, world.requirementIds[0] ?? "")).statusCode).toBe(200);
}

test("nothing blocks while everything fits", async () => {
  expect((await boardReason())?.reason).toBe("plan_mine");
});

test.each<[string, () => Promise<unknown>, string, string]>([
  [
    "the birth date",
    async () => {
      await kinds("slicer");
      await born("2009-06-15");
    },
    "gate_young_work",
    "needs_notice",
  ],
  [
    "the tasks",
    async () => {
      await born("2009-06-15");
      expect((await boardReason())?.reason).toBe("plan_mine");
      await kinds("slicer");
    },
    "gate_young_work",
    "needs_notice",
  ],
  [
    "the rules, by a new version of the pack",
    async () => {
      await born("2009-06-15");
      await kinds("slicer");
      await publishRule({ effect: "forbidden" });
    },
    "gate_young_work",
    "forbidden",
  ],
  [
    "a card that ends while the student is there",
    () => card("2026-11-22"),
    "gate_clearances",
    "lapsed",
  ],
  ["the checklist's end", () => set("checklist", "2026-11-22"), "gate_checklist", "lapsed"],
  [
    "the decision's end",
    () => set("suitability_decision", "2026-11-22"),
    "gate_suitability",
    "lapsed",
  ],
  [
    "the languages that the workplace guides in",
    async () => {
      await guides("sv", "en");
    },
    "gate_language",
    "lacks",
  ],
  [
    "the student's language",
    async () => {
      await guides("fi");
      const student = await house.as(world.student);
      await student.send("PUT", "/api/me/language", { language: "sv" });
    },
    "gate_language",
    "lacks",
  ],
  ["what a task of the plan needs first", skillLacks, "gate_prior_skill", "lacks"],
  [
    "the insurance paper's end",
    () =>
      house.house.db
        .insertInto("workplace_document")
        .values({
          id: newId(),
          workplace_id: world.workplaceId,
          kind: "insurance",
          title: "Vastuuvakuutus",
          valid_until: "2026-11-22",
        })
        .execute(),
    "gate_insurance",
    "bare",
  ],
  [
    "the basis",
    () => house.house.db.updateTable("placement").set({ basis: "apprenticeship" }).execute(),
    "gate_insurance",
    "other_basis",
  ],
])("a change of %s stands on the teacher's board by itself", async (_, change, reason, why) => {
  await change();
  expect(await boardReason()).toMatchObject({ reason, params: { why } });
});

test("another student reads nothing of it, and the student only their own", async () => {
  await kinds("slicer");
  await born("2009-06-15");
  const path = `/api/placements/${world.placementId}`;
  const other = await house.as(world.otherStudent);
  for (const page of ["", "/young-work", "/clearances", "/suitability"]) {
    expect((await other.get(`${path}${page}`)).statusCode).toBe(404);
  }
  const own = (await (await house.as(world.student)).get(`${path}/young-work`)).json();
  expect(own.young.hits).not.toHaveLength(0);
  expect(own.young.letters).toBeNull();
});

test("the day without insurance is told before it comes", async () => {
  await house.house.db
    .insertInto("workplace_document")
    .values({
      id: newId(),
      workplace_id: world.workplaceId,
      kind: "insurance",
      title: "Vastuuvakuutus",
      valid_until: "2026-12-07",
    })
    .execute();
  const insurance = async () => (await teacher.get(`${path()}/checklists`)).json().insurance;
  expect(await insurance()).toMatchObject({ bareFrom: "2026-12-08", otherBasis: false });
  expect((await boardReason())?.reason).toBe("plan_mine");
  house.travel("2026-11-24T06:00:00Z");
  expect(await boardReason()).toMatchObject({
    reason: "insurance_ends",
    params: { day: "2026-12-08", days: 14 },
  });
  house.travel("2026-12-08T06:00:00Z");
  expect(await boardReason()).toMatchObject({ reason: "gate_insurance", params: { why: "bare" } });
});

test("what has been agreed holds until something else lacks", async () => {
  await guides("sv", "en");
  expect((await agree("language", ["sv"])).json().code).toBe("fit_changed");
  expect((await agree("language", ["fi"])).statusCode).toBe(200);
  expect((await boardReason())?.reason).toBe("plan_mine");
  const [language] = (await fitOf()).reasons;
  expect(language).toMatchObject({ verdict: "agreed", note: { how: "Pia puhuu ruotsia." } });
  await house.house.db.deleteFrom("workplace_language").execute();
  await guides("sv");
  const student = await house.as(world.student);
  await student.send("PUT", "/api/me/language", { language: "en" });
  expect((await boardReason())?.reason).toBe("gate_language");
});

test("a skill recognised on the personal path is not asked for any more", async () => {
  await skillLacks();
  const [, skill] = (await fitOf()).reasons;
  expect(skill.lacks).toEqual([`${world.taskIds[0]}:${world.requirementIds[0]}`]);
  await teacher.send("PUT", `${path()}/path/proven/${world.requirementIds[0]}`, {
    how: "recognised",
    on: "2026-11-20",
  });
  expect((await boardReason())?.reason).toBe("plan_mine");
  expect((await fitOf()).reasons[1].verdict).toBe("met");
});

test("the student reads the own fit and marks nothing; strangers read none", async () => {
  await guides("sv");
  await planFirstTask();
  const student = await house.as(world.student);
  expect((await fitOf(student)).reasons[0].verdict).toBe("lacks");
  expect((await needFirst(student)).statusCode).toBe(403);
  expect((await agree("language", ["fi"], student)).statusCode).toBe(403);
  expect((await agree("language", ["fi"], await house.as(world.tutor))).statusCode).toBe(403);
  for (const person of [world.otherStudent, world.otherTeacher, world.otherCoordinator]) {
    const other = await house.as(person);
    expect((await other.get(`${path()}/fit`)).statusCode).toBe(404);
    expect([403, 404]).toContain((await needFirst(other)).statusCode);
    expect([403, 404]).toContain((await agree("language", ["fi"], other)).statusCode);
  }
});
