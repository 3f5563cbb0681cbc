import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { asApp, type Database, type Tx } from "#server/database/database.ts";
import { makeWorld, type World } from "#tests/support/makers.ts";
import { explainedTables, watchedTables } from "#tests/support/register-changes.queries.ts";
import { type Caller, openTestHouse, type TestHouse } from "#tests/support/test-house.ts";
import { factsFor } from "./kept-facts.ts";
import { factsOf, readFacts } from "./register-facts.queries.ts";

let house: TestHouse;
let world: World;
let coordinator: Caller;

beforeAll(async () => {
  house = await openTestHouse();
  world = await makeWorld(house.house);
  coordinator = await house.as(world.coordinator);
});
afterAll(() => house.close());

const look = <T>(work: (tx: Tx) => Promise<T>) => {
  const providerIds = [world.providerId];
  return asApp(house.house.db, { personId: null, providerIds }, work);
};
const kept = () => look((tx) => factsFor(house.house.db, tx, [world.providerId]));
const fresh = () => look((tx) => readFacts(tx, [world.providerId]));

test("every table that the facts are read from tells of its changes", async () => {
  const read = await explainedTables(house.house.db, factsOf([world.providerId]));
  expect(read).toEqual(await watchedTables(house.house.db));
});

test("facts that nobody has changed are not read again", async () => {
  expect(await kept()).toBe(await kept());
});

test("facts of a transaction that is rolled back are nobody else's", async () => {
  const rename = (name: string) => (tx: Tx) => tx.updateTable("employer").set({ name }).execute();
  const rolledBack = house.house.db.transaction().execute(async (tx) => {
    await rename("Ei koskaan Oy")(tx);
    const own = await factsFor(house.house.db, tx, [world.providerId]);
    expect(own[0]?.employerName).toBe("Ei koskaan Oy");
    throw new Error("rolled back");
  });
  await expect(rolledBack).rejects.toThrow("rolled back");
  // The next change that is committed reaches the count that the other one had.
  await house.house.db.transaction().execute(rename("Putki Oy"));
  expect((await kept())[0]?.employerName).toBe("Putki Oy");
});

type Change = (db: Database) => Promise<unknown>;

const CHANGES: Record<string, (at: World) => Change> = {
  "a placement that ends": (at) => (db) =>
    db.updateTable("placement").set({ state: "ended" }).where("id", "=", at.placementId).execute(),
  "a placement that moves": (at) => (db) =>
    db
      .updateTable("placement")
      .set({ state: "running", ends_on: "2027-01-31" })
      .where("id", "=", at.placementId)
      .execute(),
  "a tutor who leaves": (at) => (db) =>
    db
      .updateTable("workplace_person")
      .set({ ended_on: "2026-11-01" })
      .where("person_id", "=", at.colleague)
      .execute(),
  "another field": (at) => (db) =>
    db
      .insertInto("workplace_field")
      .values({ workplace_id: at.workplaceId, field: "kitchen" })
      .execute(),
  "a field less": () => (db) => db.deleteFrom("workplace_field").execute(),
  "a paper": (at) => (db) =>
    db
      .insertInto("workplace_document")
      .values({ id: randomUUID(), workplace_id: at.workplaceId, kind: "permit", title: "Lupa" })
      .execute(),
  "agreed places": (at) => (db) =>
    db
      .insertInto("workplace_capacity")
      .values({
        id: randomUUID(),
        provider_id: at.providerId,
        workplace_id: at.workplaceId,
        field: "kitchen",
        starts_on: "2026-11-01",
        ends_on: "2026-12-31",
        places: 3,
      })
      .execute(),
  "a contact": (at) => (db) =>
    db
      .insertInto("relation_entry")
      .values({
        id: randomUUID(),
        provider_id: at.providerId,
        workplace_id: at.workplaceId,
        kind: "phone",
        on_day: "2026-11-20",
        text: "Soitettu.",
        written_by: at.coordinator,
        written_at: "2026-11-20T10:00:00Z",
      })
      .execute(),
  "a decision": (at) => (db) =>
    db
      .insertInto("suitability_decision")
      .values({
        id: randomUUID(),
        provider_id: at.providerId,
        placement_id: at.placementId,
        workplace_id: at.workplaceId,
        outcome: "suitable",
        reason: "Sopii.",
        decided_by: at.teacher,
        decided_on: "2026-11-01",
        decided_at: "2026-11-01T10:00:00Z",
        valid_until: "2027-05-31",
      })
      .execute(),
  "another name of the employer": () => (db) =>
    db.updateTable("employer").set({ name: "Putki ja Pelti Oy" }).execute(),
  "another name of the workplace": () => (db) =>
    db.updateTable("workplace").set({ name: "Putki, Satama" }).execute(),
};

describe("what is kept is what stands in the tables", () => {
  test.each(Object.entries(CHANGES))("after %s", async (_name, change) => {
    const before = await kept();
    await change(world)(house.house.db);
    expect(await kept()).toEqual(await fresh());
    expect(await kept()).not.toEqual(before);
  });

  test("also when a change that began first is committed last", async () => {
    const { db } = house.house;
    const { promise: committing, resolve: commit } = Promise.withResolvers<void>();
    const { promise: written, resolve: wrote } = Promise.withResolvers<void>();
    const slow = db.transaction().execute(async (tx) => {
      await tx.updateTable("workplace").set({ municipality: "Kotka" }).execute();
      wrote();
      await committing;
    });
    await written;
    await db.updateTable("employer").set({ name: "Ensin valmis Oy" }).execute();
    const between = await kept();
    expect(between[0]).toMatchObject({ employerName: "Ensin valmis Oy", municipality: "Imatra" });
    commit();
    await slow;
    expect((await kept())[0]).toMatchObject({ municipality: "Kotka" });
  });

  test("and a change that was taken back changes nothing", async () => {
    const before = await kept();
    await house.house.db
      .transaction()
      .execute(async (tx) => {
        await tx.updateTable("workplace").set({ municipality: "Turku" }).execute();
        throw new Error("taken back");
      })
      .catch(() => undefined);
    expect(await kept()).toBe(before);
  });
});

test("another college keeps its own", async () => {
  const ritva = await house.as(world.otherCoordinator);
  const [mine, others] = await Promise.all([
    coordinator.get("/api/workplaces"),
    ritva.get("/api/workplaces"),
  ]);
  expect(mine.json().rows[0]).toMatchObject({ contactedOn: "2026-11-20", standing: "suitable" });
  expect(others.json().rows[0]).toMatchObject({ contactedOn: null, standing: "none" });
});
