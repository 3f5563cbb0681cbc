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
