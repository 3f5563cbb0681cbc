import { afterAll, beforeAll, expect, test } from "vitest";
import { newId } from "#server/clock.ts";
import { makeAgreed, makeWorld, type World } from "#tests/support/makers.ts";
import { openTestHouse, type TestHouse } from "#tests/support/test-house.ts";
import { turnPlacements } from "./clockwork.ts";

let house: TestHouse;
let world: World;

beforeAll(async () => {
  house = await openTestHouse();
  world = await makeWorld(house.house, {
    state: "ready",
    startsOn: "2026-11-24",
    endsOn: "2026-12-18",
  });
});
afterAll(() => house.close());

const stateOf = async (id: string) =>
  (
    await house.house.db
      .selectFrom("placement")
      .select("state")
      .where("id", "=", id)
      .executeTakeFirstOrThrow()
  ).state;

const moves = (id: string) =>
  house.house.db
    .selectFrom("audit_event")
    .select("change")
    .where("subject_id", "=", id)
    .where("means", "=", "calendar")
    .execute();

async function openGate(): Promise<void> {
  const keys = { provider_id: world.providerId, placement_id: world.placementId };
  const at = house.house.clock.now().toString();
  const { db } = house.house;
  await db
    .insertInto("plan_version")
    .values({ ...keys, number: 1, content: {}, edited_by: world.teacher, edited_at: at })
    .execute();
  const parties = { student: world.student, tutor: world.tutor, teacher: world.teacher };
  const marks = Object.entries(parties).map(([party, person_id]) => ({
    ...keys,
    number: 1,
    party,
    person_id,
    at,
  }));
  await db.insertInto("plan_mark").values(marks).execute();
  await db
    .insertInto("suitability_decision")
    .values({
      ...keys,
      id: newId(),
      workplace_id: world.workplaceId,
      outcome: "suitable",
      reason: "Kaikki tehdään täällä.",
      decided_by: world.teacher,
      decided_on: "2026-11-23",
      decided_at: at,
      valid_until: "2027-01-31",
    })
    .execute();
}

test("a ready placement starts on its first day, not before, and only through an open gate", async () => {
  await openGate();
  await makeAgreed(house.house, world);
  await turnPlacements(house.house);
  expect(await stateOf(world.placementId)).toBe("ready");
  house.travel("2026-11-24T05:00:00Z");
  await turnPlacements(house.house);
  expect(await stateOf(world.placementId)).toBe("running");
  expect(await stateOf(world.otherPlacementId)).toBe("ready");
});

test("a running placement ends the day after its last, once, also when two servers turn at the same time", async () => {
  house.travel("2026-12-18T20:00:00Z");
  await turnPlacements(house.house);
  expect(await stateOf(world.placementId)).toBe("running");
  house.travel("2026-12-18T23:00:00Z");
  await Promise.all([turnPlacements(house.house), turnPlacements(house.house)]);
  expect(await stateOf(world.placementId)).toBe("ended");
  const changes = (await moves(world.placementId)).map(({ change }) => change);
  expect(changes).toEqual([
    { from: "ready", to: "running" },
    { from: "running", to: "ended" },
  ]);
});
