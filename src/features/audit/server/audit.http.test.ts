import { randomUUID } from "node:crypto";
import { afterEach, beforeEach, expect, test } from "vitest";
import { newId } from "#server/clock.ts";
import { makeWorld, type World } from "#tests/support/makers.ts";
import { type Caller, openTestHouse, type TestHouse } from "#tests/support/test-house.ts";
import { keepHeads, startChainKeeping } from "./keep-heads.ts";

/** What a provider's administrator sees of the audit: is it whole, its heads, and who did what. */

let house: TestHouse;
let world: World;
let admin: Caller;
beforeEach(async () => {
  house = await openTestHouse();
  world = await makeWorld(house.house);
  admin = await house.as(world.admin);
});
afterEach(() => house.close());

const path = (rest = "") => `/api/providers/${world.providerId}/audit${rest}`;

async function record(deed: string, at: string, actingName: string | null = null): Promise<string> {
  const id = newId();
  await house.house.db
    .insertInto("audit_event")
    .values({
      id,
      provider_id: world.providerId,
      at,
      person_id: world.teacher,
      acting_name: actingName,
      means: "code",
      deed,
      subject_kind: "placement",
      subject_id: world.placementId,
      placement_id: world.placementId,
      change: "{}",
    })
    .execute();
  return id;
}

test("the chain's state, its heads as lines, and a broken one named", async () => {
  expect((await admin.get(path())).json()).toMatchObject({ checked: null, heads: [] });
  const id = await record("nudge", "2026-11-20T10:00:00Z");
  await record("nudge", "2026-11-20T11:00:00Z");
  await keepHeads(house.house);
  const { checked, heads, slug } = (await admin.get(path())).json();
  expect([slug, checked.broken]).toEqual(["ranta", null]);
  expect(heads).toEqual([
    expect.objectContaining({
      day: "2026-11-23",
      number: 2,
      hash: expect.stringMatching(/^[0-9a-f]{64}$/),
    }),
  ]);
  await house.house.pool.query("update audit_event set means = 'demo' where id = $1", [id]);
  house.travel("2026-11-24T06:00:00Z");
  await keepHeads(house.house);
  expect((await admin.get(path())).json()).toMatchObject({
    checked: { day: "2026-11-24", broken: { number: 1, fault: "altered" } },
    heads: [{ day: "2026-11-23" }],
  });
});

test("is searched by person, deed and day of the provider's zone", async () => {
  await record("nudge", "2026-11-19T21:59:00Z", "Pia Koski");
  await record("nudge", "2026-11-19T22:00:00Z");
  await record("name-tutor", "2026-11-20T21:59:59Z");
  const count = async (query: string) => (await admin.get(path(query))).json().events.length;
  expect(await count("")).toBe(3);
  expect((await admin.get(path("?find=pia"))).json().events).toMatchObject([
    { doer: { name: "Pia Koski" }, about: expect.stringContaining("Eetu") },
  ]);
  expect(await count("?find=%25")).toBe(0);
  expect(await count("?deed=nudge")).toBe(2);
  expect(await count("?from=2026-11-20")).toBe(2);
  expect(await count("?until=2026-11-19")).toBe(1);
  expect(await count("?from=2026-11-20&until=2026-11-20&deed=name-tutor")).toBe(1);
  for (const wrong of ["?from=yesterday", "?deed=A%27", "?before=1"]) {
    expect((await admin.get(path(wrong))).statusCode).toBe(400);
  }
});

test("goes out as a CSV in which nothing runs, and the going out is an event", async () => {
  await record("nudge", "2026-11-20T10:00:00Z", '=HYPERLINK("http://x")');
  const key = { "idempotency-key": randomUUID() };
  const file = await admin.send("POST", path("/exports"), { find: "HYPERLINK" }, key);
  await admin.send("POST", path("/exports"), { find: "HYPERLINK" }, key);
  const { content, fileName, rows, cut } = file.json();
  expect([fileName, rows, cut]).toEqual(["kisalli-audit-ranta-2026-11-23.csv", 1, false]);
  expect(content).toContain("'=HYPERLINK");
  expect(content).not.toMatch(/(^|[;\r\n"])=/);
  const { events } = (await admin.get(path("?deed=export-audit"))).json();
  expect(events).toHaveLength(1);
});

test("is looked through in the background when the administrator asks", async () => {
  await startChainKeeping(house.house);
  await record("nudge", "2026-11-20T10:00:00Z");
  expect((await admin.send("POST", path("/check"))).statusCode).toBe(200);
  await expect
    .poll(async () => (await admin.get(path())).json().checked?.number, { timeout: 10_000 })
    .toBe(2);
});

test("is nobody else's: not the staff's, not another provider's administrator's", async () => {
  for (const person of [world.teacher, world.coordinator, world.student, world.tutor]) {
    const caller = await house.as(person);
    const answers = await Promise.all([
      caller.get(path()),
      caller.send("POST", path("/check")),
      caller.send("POST", path("/exports"), {}),
    ]);
    expect(answers.map(({ statusCode }) => statusCode)).toEqual([403, 403, 403]);
  }
  const elsewhere = `/api/providers/${world.otherProviderId}/audit`;
  const answers = await Promise.all([
    admin.get(elsewhere),
    admin.send("POST", `${elsewhere}/check`),
    admin.send("POST", `${elsewhere}/exports`, {}),
  ]);
  expect(answers.map(({ statusCode }) => statusCode)).toEqual([404, 404, 404]);
});

test("old looks are forgotten after a year", async () => {
  const look = (day: string) => ({
    provider_id: world.providerId,
    placement_id: world.placementId,
    person_id: world.teacher,
    page: "plan",
    day,
    relation: "teacher",
    first_at: `${day}T10:00:00Z`,
    last_at: `${day}T10:00:00Z`,
  });
  await house.house.db
    .insertInto("placement_look")
    .values([look("2025-11-22"), look("2025-11-23")])
    .execute();
  await keepHeads(house.house);
  const left = await house.house.db.selectFrom("placement_look").select("day").execute();
  expect(left).toEqual([{ day: "2025-11-23" }]);
});
