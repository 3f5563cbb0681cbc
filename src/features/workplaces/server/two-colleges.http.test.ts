import { randomUUID } from "node:crypto";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { newId } from "#server/clock.ts";
import { makeWorld, type World } from "#tests/support/makers.ts";
import { type Caller, openTestHouse, type TestHouse } from "#tests/support/test-house.ts";

let house: TestHouse;
let world: World;
let coordinator: Caller;

beforeEach(async () => {
  house = await openTestHouse();
  world = await makeWorld(house.house);
  coordinator = await house.as(world.coordinator);
});
afterEach(() => house.close());

const place = () => `/api/workplaces/${world.workplaceId}`;
const PEKKA = {
  givenName: "Pekka",
  familyName: "Laine",
  email: "pekka.laine@example.org",
  phone: null,
  role: "tutor",
  title: null,
  language: "fi",
};
const addPekka = () => coordinator.send("POST", `${place()}/people`, PEKKA, { "if-match": '"1"' });

async function anotherPlace(): Promise<string> {
  const { employer_id } = await house.house.db
    .selectFrom("workplace")
    .select("employer_id")
    .executeTakeFirstOrThrow();
  const made = { id: newId(), employer_id, name: `Putki ${newId()}`, municipality: "Kotka" };
  await house.house.db.insertInto("workplace").values(made).execute();
  return made.id;
}

describe("who is two things at two colleges", () => {
  /** Jari coordinates his own college and teaches at Ritva's. */
  async function alsoTeachesThere(): Promise<void> {
    await house.house.db
      .insertInto("membership")
      .values({
        provider_id: world.otherProviderId,
        person_id: world.coordinator,
        role: "teacher",
      })
      .execute();
  }

  test("keeps no people where only the college they teach at has something to do", async () => {
    await alsoTeachesThere();
    await house.house.db
      .updateTable("placement")
      .set({ workplace_id: await anotherPlace() })
      .where("id", "=", world.placementId)
      .execute();
    const answer = await addPekka();
    expect([answer.statusCode, answer.json().params]).toEqual([403, { reason: "no_relation" }]);
  });

  test("takes back no entry of the college they only teach at", async () => {
    await alsoTeachesThere();
    const ritva = await house.as(world.otherCoordinator);
    const path = `${place()}/entries/${randomUUID()}`;
    const entry = { kind: "phone", onDay: "2026-11-20", text: "Soitettu.", withdrawn: false };
    await ritva.send("PUT", path, entry);
    const answer = await coordinator.send("PUT", path, { ...entry, withdrawn: true });
    expect(answer.statusCode).toBe(403);
    const { moments } = (await coordinator.get(`${place()}/timeline?kind=contact`)).json();
    expect(moments[0].entry.withdraw).toEqual({ allowed: false, reason: "role" });
  });

  test("leaves a trace at the college whose workplace it is", async () => {
    const db = house.house.db;
    const own = { provider_id: world.otherProviderId, person_id: world.coordinator };
    await db
      .insertInto("membership")
      .values({ ...own, role: "coordinator" })
      .execute();
    await db
      .updateTable("placement")
      .set({ workplace_id: await anotherPlace() })
      .where("id", "=", world.otherPlacementId)
      .execute();
    await addPekka();
    const tool = { name: "Saha", retired: false };
    await coordinator.send("PUT", `${place()}/tools/${randomUUID()}`, tool, { "if-match": '"2"' });
    const traces = async () =>
      (
        await db.selectFrom("audit_event").select(["deed", "provider_id"]).orderBy("at").execute()
      ).map(({ provider_id }) => provider_id);
    expect(await traces()).toEqual([world.providerId, world.providerId]);
    await db
      .updateTable("placement")
      .set({ workplace_id: world.workplaceId })
      .where("id", "=", world.otherPlacementId)
      .execute();
    await db
      .updateTable("placement")
      .set({ workplace_id: await anotherPlace() })
      .where("id", "=", world.placementId)
      .execute();
    await db.deleteFrom("audit_event").execute();
    await coordinator.send("PUT", `${place()}/tools/${randomUUID()}`, tool, { "if-match": '"3"' });
    expect(await traces()).toEqual([world.otherProviderId]);
  });
});
