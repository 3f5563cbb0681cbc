import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { makeWorld, type World } from "#tests/support/makers.ts";
import { type Caller, openTestHouse, type TestHouse } from "#tests/support/test-house.ts";
import { YOUNG_WORKERS } from "../national-pack.ts";

let house: TestHouse;
let world: World;
let admin: Caller;
let coordinator: Caller;
let path: string;

beforeEach(async () => {
  house = await openTestHouse();
  world = await makeWorld(house.house, { state: "planning", startsOn: "2026-11-30" });
  admin = await house.as(world.admin);
  coordinator = await house.as(world.coordinator);
  path = `/api/rule-packs/${world.providerId}`;
});
afterEach(() => house.close());

const R1 = YOUNG_WORKERS.rules.find(({ id }) => id === "R1");
const STRICTER = { ...R1, measure: { kind: "daily-rest", minutes: 780 } };
const read = async (caller = admin) => (await caller.get(path)).json();
const write = (caller: Caller, seen: number, rule: object = STRICTER) =>
  caller.send("PUT", `${path}/draft/rules/R1`, rule, seen === 0 ? {} : { "if-match": `"${seen}"` });
const publish = (caller: Caller, seen: number) =>
  caller.send("POST", `${path}/publication`, undefined, { "if-match": `"${seen}"` });
const SLICER = {
  birth: "2009-05-14",
  on: "2026-11-23",
  hours: null,
  task: "slicer",
  basis: "unknown",
};

describe("a new version", () => {
  test("begins with the first change, is tried, and is taken into use by a second person", async () => {
    expect(await read()).toMatchObject({ number: null, draft: null });
    expect((await write(admin, 0)).json()).toEqual({ version: 1 });
    expect((await read()).draft).toMatchObject({ number: 1, changed: ["R1"], affected: 0 });
    expect((await publish(admin, 1)).json().code).toBe("second_person_needed");
    expect((await publish(coordinator, 1)).json()).toEqual({ number: 1 });
    const after = await read();
    expect([after.number, after.draft]).toEqual([1, null]);
    const rule = after.pack.rules.find(({ id }: { id: string }) => id === "R1");
    expect(rule.measure.minutes).toBe(780);
  });

  test("is taken into use by nobody who has written any of it, whoever wrote last", async () => {
    const { providerId, coordinator: personId } = world;
    await house.house.db
      .insertInto("membership")
      .values({ provider_id: providerId, person_id: personId, role: "provider_admin" })
      .execute();
    await write(admin, 0);
    await write(coordinator, 1);
    for (const writer of [admin, coordinator]) {
      expect((await publish(writer, 2)).json().code).toBe("second_person_needed");
    }
  });

  test("judges placements from then on, and says beforehand how many get another answer", async () => {
    await house.house.db
      .updateTable("person")
      .set({ born_on: "2009-01-15" })
      .where("id", "=", world.student)
      .execute();
    await house.house.db
      .updateTable("workplace_task")
      .set({ kinds: ["slicer"] })
      .where("workplace_id", "=", world.workplaceId)
      .execute();
    const gate = async () => {
      const page = await (await house.as(world.teacher)).get(
        `/api/placements/${world.placementId}`,
      );
      return page.json().gate.find((row: { code: string }) => row.code === "young_work").reason;
    };
    expect(await gate()).toBe("needs_notice");
    const near = YOUNG_WORKERS.rules.find(({ id }) => id === "F1-near");
    await admin.send("PUT", `${path}/draft/rules/F1-near`, { ...near, effect: "information" });
    expect((await read()).draft.affected).toBe(1);
    await publish(coordinator, 1);
    expect(await gate()).toBe("clear");
  });

  test("of two writers at once one is told of the other", async () => {
    const answers = await Promise.all([write(admin, 0), write(admin, 0), write(admin, 0)]);
    expect(answers.map(({ statusCode }) => statusCode).toSorted((a, b) => a - b)).toEqual([
      200, 409, 409,
    ]);
    const taken = await Promise.all([publish(coordinator, 1), publish(coordinator, 1)]);
    expect(taken.map(({ statusCode }) => statusCode).toSorted((a, b) => a - b)).toEqual([200, 409]);
  });

  test("is thrown away and leaves the pack as it was", async () => {
    await write(admin, 0);
    expect((await admin.send("DELETE", `${path}/draft`)).statusCode).toBe(200);
    expect((await admin.send("DELETE", `${path}/draft`)).json().code).toBe("no_draft");
    expect(await read()).toMatchObject({ number: null, draft: null });
  });
});

describe("the test bench", () => {
  test("tries a case against both versions", async () => {
    await write(admin, 0);
    const query = "birth=2009-05-14&on=2026-11-23&hours=07:00-17:30&task=gas-torch&basis=unknown";
    const tried = (await admin.get(`${path}/trial?${query}`)).json();
    expect(tried.age).toBe(17);
    expect(tried.inUse.map(({ rule }: { rule: string }) => rule)).toEqual(["F2", "H9", "H6", "R9"]);
    expect(tried.draft).toEqual(tried.inUse);
    expect(
      (await admin.get(`${path}/trial?birth=2027-05-14&on=2026-11-23&basis=unknown`)).json().code,
    ).toBe("case_impossible");
  });

  test("keeps cases and shows what each says in the new version", async () => {
    const { id } = (await admin.send("POST", `${path}/cases`, SLICER)).json();
    const near = YOUNG_WORKERS.rules.find(({ id: one }) => one === "F1-near");
    await admin.send("PUT", `${path}/draft/rules/F1-near`, { ...near, effect: "limit" });
    expect((await read()).cases).toMatchObject([
      { kept: ["F1 needs-notice"], now: ["F1 needs-notice"], draft: ["F1 limit"] },
    ]);
    expect((await admin.send("DELETE", `${path}/cases/${id}`)).statusCode).toBe(200);
    expect((await read()).cases).toEqual([]);
  });
});

describe("is refused", () => {
  test("a rule that no longer holds together", async () => {
    const noAges = await write(admin, 0, { ...STRICTER, who: { from: 18, below: 15 } });
    expect(noAges.statusCode).toBe(400);
    const strange = await write(admin, 0, { ...STRICTER, who: { when: ["full-moon"] } });
    expect([strange.statusCode, strange.json().code]).toEqual([422, "pack_broken"]);
  });

  test("writing by anybody but an admin, everything at another provider", async () => {
    const teacher = await house.as(world.teacher);
    expect((await teacher.get(path)).statusCode).toBe(200);
    for (const caller of [teacher, coordinator])
      expect((await write(caller, 0)).statusCode).toBe(403);
    const other = await house.as(world.otherCoordinator);
    expect((await other.get(path)).statusCode).toBe(404);
    expect((await publish(other, 1)).statusCode).toBe(404);
  });
});
