import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { makeInducted } from "#tests/support/inducted.ts";
import { addPlacement, makeAgreed, makeWorld, type World } from "#tests/support/makers.ts";
import { type Caller, openTestHouse, type TestHouse } from "#tests/support/test-house.ts";
import { askForRenewals } from "./ask-renewals.ts";

let house: TestHouse;
let world: World;
let teacher: Caller;

beforeEach(async () => {
  house = await openTestHouse();
  world = await makeWorld(house.house, {
    state: "running",
    startsOn: "2026-11-02",
    endsOn: "2027-01-29",
  });
  teacher = await house.as(world.teacher);
  await makeInducted(house.house, world);
});
afterEach(() => house.close());

const page = (id = world.placementId) => `/api/placements/${id}`;
const ask = () => askForRenewals(house.house);

/** A decision that holds until the tenth of December, the placement going on after it. */
async function decide(id = world.placementId): Promise<void> {
  const [taskId] = world.taskIds;
  const [first, second, third, fourth] = world.requirementIds;
  const answer = await teacher.send("POST", `${page(id)}/suitability`, {
    outcome: "with_conditions",
    reason: "Koneet on suojattu.",
    conditions: [{ text: "Suojalasit", owner: "Mika", dueOn: "2026-11-27" }],
    validUntil: "2026-12-10",
    cells: [first, second, third].map((requirementId) => ({
      requirementId,
      taskId,
      level: "done",
    })),
    gaps: [{ requirementId: fourth, owner: "school", dueOn: "2027-03-08", note: null }],
    supervision: [{ taskId, name: "Mika Testinen" }],
  });
  expect(answer.statusCode).toBe(200);
}

const letters = () =>
  house.house.db
    .selectFrom("mail_message")
    .select(["to_address", "subject", "body"])
    .where("template", "=", "renewal_ask")
    .orderBy("created_at")
    .execute();
const say = async (changed: string[] = [], id = world.placementId) =>
  (await house.as(world.tutor)).send("POST", `${page(id)}/workplace-word`, { changed, note: null });
const read = async (caller = teacher, id = world.placementId) =>
  (await caller.get(`${page(id)}/suitability`)).json();
const boardRow = async () =>
  (await teacher.get("/api/board"))
    .json<{ rows: { placementId: string; reason: string }[] }>()
    .rows.find(({ placementId }) => placementId === world.placementId);

describe("before a decision ends the workplace gets a letter", () => {
  test("once, with a link to the one screen, also from two servers at once", async () => {
    await decide();
    await Promise.all([ask(), ask(), ask()]);
    await ask();
    const sent = await letters();
    expect(sent).toHaveLength(1);
    expect(sent[0]?.to_address).toBe("mika@example.org");
    expect(sent[0]?.body).toContain(`?to=/placements/${world.placementId}/suitability`);
    expect(sent[0]?.body).not.toContain("Eetu");
    const token = /\/l\/([\w-]{43})/.exec(sent[0]?.body ?? "")?.[1];
    const look = await teacher.send("POST", "/api/links/look", { token });
    expect(look.json()).toMatchObject({ givenName: "Mika" });
  });

  test("once more in the last week when it has not answered, and then never again", async () => {
    await decide();
    await ask();
    house.travel("2026-12-03T08:00:00Z");
    await Promise.all([ask(), ask()]);
    house.travel("2026-12-08T08:00:00Z");
    await ask();
    expect(await letters()).toHaveLength(2);
  });

  test("not again once it has answered", async () => {
    await decide();
    await ask();
    await say();
    house.travel("2026-12-03T08:00:00Z");
    await ask();
    expect(await letters()).toHaveLength(1);
  });

  test("one for all the students that a tutor has there, and one answer does for all", async () => {
    const people = { student: world.student, teacher: world.teacher, tutor: world.tutor };
    const shape = { state: "ready", startsOn: "2026-11-30", endsOn: "2027-01-29" };
    const second = await addPlacement(house.house, { ...world, ...people }, shape);
    await decide();
    await decide(second);
    await ask();
    expect(await letters()).toHaveLength(1);
    expect((await read(teacher, second)).asked).not.toBeNull();
    await say([], second);
    expect((await read()).asksForWord).toBe(false);
  });

  test.each<[string, () => Promise<unknown>]>([
    ["whose student has left", () => set({ state: "ended" })],
    ["whose student leaves before it ends", () => set({ ends_on: "2026-12-04" })],
    ["without a tutor", () => set({ state: "planning", tutor_id: null })],
    [
      "that is suspended",
      async () =>
        (await house.as(world.coordinator)).send(
          "POST",
          `/api/workplaces/${world.workplaceId}/suspension`,
          { kind: "suspended", reason: "Tarkastus." },
        ),
    ],
    ["at night", async () => house.travel("2026-11-23T20:00:00Z")],
    ["on a Sunday", async () => house.travel("2026-11-29T10:00:00Z")],
  ])("but not a workplace %s", async (_, change) => {
    await decide();
    await change();
    await ask();
    expect(await letters()).toHaveLength(0);
  });
});

const set = (values: object) =>
  house.house.db.updateTable("placement").set(values).where("id", "=", world.placementId).execute();

test("the teacher sees on page and board that it was asked, and what it said", async () => {
  await makeAgreed(house.house, world);
  await decide();
  await ask();
  expect((await read()).asked).toMatchObject({ to: "Mika Testinen", again: false });
  expect((await read(await house.as(world.student))).asked).toBeNull();
  await set({ starts_on: "2026-11-20" });
  house.travel("2026-11-24T08:00:00Z");
  await say();
  expect(await boardRow()).toMatchObject({ reason: "renewal_answered", params: { changed: 0 } });
});

describe("renewing in one tap", () => {
  const renew = (caller: Caller, version = 1) =>
    caller.send("POST", `${page()}/suitability/renewal`, undefined, { "if-match": `"${version}"` });

  test("repeats the decision after 'nothing changed', with what has been seen to", async () => {
    await decide();
    await teacher.send("PUT", `${page()}/follow-ups`, { about: "condition:0", done: true });
    house.travel("2026-11-24T08:00:00Z");
    await say();
    const before = await read();
    expect(before.abilities.renew).toEqual({ allowed: true });
    const answers = await Promise.all([renew(teacher), renew(teacher)]);
    expect(answers.map(({ statusCode }) => statusCode).toSorted((a, b) => a - b)).toEqual([
      200, 409,
    ]);
    const after = await read();
    expect(after.current).toMatchObject({ outcome: "with_conditions", validUntil: "2027-01-29" });
    expect(after.current.conditions[0].doneOn).toBe("2026-11-23");
    expect(after.cells).toEqual(before.cells);
    expect(after.supervision).toEqual(before.supervision);
    expect(after.current.gaps).toMatchObject([{ owner: "school", dueOn: "2027-03-08" }]);
    expect(after.abilities.renew).toEqual({ allowed: false, reason: "nothing_to_renew" });
  });

  test.each<[string, () => Promise<unknown>]>([
    ["the workplace has not answered", async () => undefined],
    ["something has changed", async () => say(["tools"])],
  ])("is not possible while %s", async (_, change) => {
    await decide();
    house.travel("2026-11-24T08:00:00Z");
    await change();
    expect((await renew(teacher)).json().code).toBe("nothing_to_renew");
  });

  test("does not stretch over a task that is gone, and is the teacher's alone", async () => {
    await decide();
    house.travel("2026-11-24T08:00:00Z");
    await say();
    for (const person of [world.student, world.tutor, world.coordinator]) {
      expect((await renew(await house.as(person))).statusCode).toBe(403);
    }
    await house.house.db
      .updateTable("workplace_task")
      .set({ retired_on: "2026-11-23" })
      .where("id", "=", world.taskIds[0] ?? "")
      .execute();
    expect((await renew(teacher)).json().code).toBe("gap_unowned");
  });
});
