import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { makeInducted } from "#tests/support/inducted.ts";
import { addPlacement, makeAgreed, makeWorld, type World } from "#tests/support/makers.ts";
import { type Caller, openTestHouse, type TestHouse } from "#tests/support/test-house.ts";

let house: TestHouse;
let world: World;
let teacher: Caller;
let coordinator: Caller;

beforeEach(async () => {
  house = await openTestHouse();
  world = await makeWorld(house.house, {
    state: "running",
    startsOn: "2026-11-02",
    endsOn: "2027-01-29",
  });
  teacher = await house.as(world.teacher);
  coordinator = await house.as(world.coordinator);
});
afterEach(() => house.close());

const place = () => `/api/workplaces/${world.workplaceId}`;
const page = (id = world.placementId) => `/api/placements/${id}`;
const suspend = (caller: Caller, kind = "suspended") =>
  caller.send("POST", `${place()}/suspension`, { kind, reason: "Sirkkelin suojus puuttuu." });
const lift = (caller: Caller) =>
  caller.send("POST", `${place()}/suspension/end`, { reason: "Suojus on asennettu." });

async function another(state: string): Promise<string> {
  const people = { student: world.student, teacher: world.teacher, tutor: world.tutor };
  return addPlacement(
    house.house,
    { ...world, ...people },
    { state, startsOn: "2026-11-09", endsOn: "2027-01-29" },
  );
}

async function decide(change: object = {}): Promise<void> {
  const [taskId] = world.taskIds;
  const [first, second, third, fourth] = world.requirementIds;
  const answer = await teacher.send("POST", `${page()}/suitability`, {
    outcome: "with_conditions",
    reason: "Koneet on suojattu.",
    conditions: [{ text: "Suojalasit", owner: "Mika", dueOn: "2026-11-20" }],
    validUntil: "2026-12-10",
    cells: [first, second, third].map((requirementId) => ({
      requirementId,
      taskId,
      level: "done",
    })),
    gaps: [{ requirementId: fourth, owner: "school", dueOn: "2027-03-08", note: null }],
    ...change,
  });
  expect(answer.statusCode).toBe(200);
}

describe("suspending a workplace", () => {
  test("gives every running student a relocation task and stops those who would start", async () => {
    const second = await another("running");
    const coming = await another("planning");
    expect((await suspend(coordinator)).json()).toMatchObject({ relocations: 2 });
    for (const id of [world.placementId, second]) {
      expect((await teacher.get(page(id))).json().relocationSince).not.toBeNull();
    }
    const { gate } = (await teacher.get(page(coming))).json();
    expect(gate.find((row: { code: string }) => row.code === "suitability")).toMatchObject({
      verdict: "missing",
      reason: "suspended",
    });
    const board = (await teacher.get("/api/board")).json().rows;
    expect(board[0].reason).toBe("relocation");
  });

  test("twice at once is done once; lifting ends the open tasks", async () => {
    const answers = await Promise.all([suspend(teacher), suspend(coordinator), suspend(teacher)]);
    expect(answers.map(({ statusCode }) => statusCode).toSorted((a, b) => a - b)).toEqual([
      200, 409, 409,
    ]);
    expect((await lift(coordinator)).statusCode).toBe(200);
    expect((await teacher.get(page())).json().relocationSince).toBeNull();
    expect((await lift(coordinator)).json().code).toBe("not_suspended");
    const standing = (await coordinator.get(`${place()}/standing`)).json();
    expect([standing.open, standing.earlier.length]).toEqual([null, 1]);
    expect(standing.earlier[0].lifted.reason).toBe("Suojus on asennettu.");
  });

  test("is settled for a student once, with what was agreed", async () => {
    await suspend(coordinator);
    const settle = () =>
      teacher.send("POST", `${page()}/relocation`, { outcome: "stays", note: "Kokoamossa." });
    const answers = await Promise.all([settle(), settle()]);
    expect(answers.map(({ statusCode }) => statusCode).toSorted((a, b) => a - b)).toEqual([
      200, 409,
    ]);
  });

  test("is another provider's own business, and nobody's but staff with students there", async () => {
    await suspend(coordinator);
    const other = await house.as(world.otherCoordinator);
    expect((await other.get(`${place()}/standing`)).json().open).toBeNull();
    const theirs = (
      await (await house.as(world.otherTeacher)).get(page(world.otherPlacementId))
    ).json();
    expect(theirs.relocationSince).toBeNull();
    for (const person of [world.student, world.tutor]) {
      expect((await suspend(await house.as(person))).statusCode).toBe(403);
      expect((await (await house.as(person)).get(`${place()}/standing`)).statusCode).toBe(403);
    }
  });
});

describe("somebody who works at two providers", () => {
  const join = (personId: string, role: string) =>
    house.house.db
      .insertInto("membership")
      .values({ provider_id: world.otherProviderId, person_id: personId, role })
      .execute();
  const suspendFor = (caller: Caller, providerId: string) =>
    caller.send("POST", `${place()}/suspension`, {
      providerId,
      kind: "suspended",
      reason: "Sirkkelin suojus puuttuu.",
    });

  test("suspends for the one they mean, and the other's students stay", async () => {
    await join(world.coordinator, "coordinator");
    const jari = await house.as(world.coordinator);
    expect((await suspendFor(jari, world.otherProviderId)).statusCode).toBe(200);
    const of = async (providerId: string) =>
      (await jari.get(`${place()}/standing?providerId=${providerId}`)).json();
    expect((await of(world.otherProviderId)).open).not.toBeNull();
    expect(await of(world.providerId)).toMatchObject({ open: null, running: 1 });
    expect((await teacher.get(page())).json().relocationSince).toBeNull();
  });

  test("has no right at one by the role at the other", async () => {
    await join(world.coordinator, "teacher");
    const jari = await house.as(world.coordinator);
    const there = (
      await jari.get(`${place()}/standing?providerId=${world.otherProviderId}`)
    ).json();
    expect(there.abilities.suspend).toEqual({ allowed: false, reason: "role" });
    expect((await suspendFor(jari, world.otherProviderId)).statusCode).toBe(403);
    expect((await suspendFor(teacher, world.otherProviderId)).statusCode).toBe(404);
  });
});

test("a merge lifts no suspension, and the survivor stands under it", async () => {
  const { db } = house.house;
  const coming = await another("planning");
  await suspend(coordinator);
  const kept = crypto.randomUUID();
  const given = await db
    .selectFrom("workplace")
    .select(["employer_id", "municipality"])
    .where("id", "=", world.workplaceId)
    .executeTakeFirstOrThrow();
  await db
    .insertInto("workplace")
    .values({ id: kept, name: "Säilyvä", ...given })
    .execute();
  await db
    .updateTable("workplace")
    .set({ merged_into: kept, survivor_id: kept })
    .where("id", "=", world.workplaceId)
    .execute();
  await db.updateTable("placement").set({ workplace_id: kept }).where("id", "=", coming).execute();
  type Gate = { gate: { code: string; reason: string }[] };
  const { gate } = (await teacher.get(page(coming))).json<Gate>();
  expect(gate.find(({ code }) => code === "suitability")?.reason).toBe("suspended");
  const standing = (await coordinator.get(`/api/workplaces/${kept}/standing`)).json();
  expect(standing.open).not.toBeNull();
});

describe("renewal", () => {
  test("asks the workplace when the decision ends before the placement; one tap answers", async () => {
    await decide();
    const tutor = await house.as(world.tutor);
    const read = async (caller: Caller) => (await caller.get(`${page()}/suitability`)).json();
    expect(await read(tutor)).toMatchObject({ asksForWord: true, word: null });
    const said = await tutor.send("POST", `${page()}/workplace-word`, { changed: [], note: null });
    expect(said.statusCode).toBe(200);
    expect(await read(teacher)).toMatchObject({
      asksForWord: false,
      word: { changed: [], by: "Mika Testinen" },
    });
    const mine = await teacher.send("POST", `${page()}/workplace-word`, {
      changed: [],
      note: null,
    });
    expect(mine.statusCode).toBe(403);
  });

  test("what is written to the school is not the student's to read", async () => {
    await decide({
      gaps: [
        {
          requirementId: world.requirementIds[3],
          owner: "school",
          dueOn: "2027-03-08",
          note: "Ei yksin",
        },
      ],
    });
    const word = { changed: ["people"], note: "Ohjaaja on sairaana" };
    await (await house.as(world.tutor)).send("POST", `${page()}/workplace-word`, word);
    expect((await teacher.get(`${page()}/suitability`)).body).toMatch(/Ei yksin.*on sairaana/);
    const seen = (await (await house.as(world.student)).get(`${page()}/suitability`)).body;
    expect(seen).not.toMatch(/Ei yksin|on sairaana/);
  });
});

describe("a decision is followed", () => {
  const mark = (caller: Caller, about: string, done = true) =>
    caller.send("PUT", `${page()}/follow-ups`, { about, done });

  test("until its gaps and conditions are seen to", async () => {
    await decide();
    const gap = `gap:${world.requirementIds[3]}`;
    await Promise.all([mark(teacher, "condition:0"), mark(coordinator, gap), mark(teacher, gap)]);
    const { current } = (await teacher.get(`${page()}/suitability`)).json();
    expect([current.conditions[0].doneOn, current.gaps[0].doneOn]).toEqual([
      "2026-11-23",
      "2026-11-23",
    ]);
    await mark(teacher, "condition:0", false);
    const after = (await teacher.get(`${page()}/suitability`)).json();
    expect(after.current.conditions[0].doneOn).toBeNull();
    expect((await mark(teacher, "condition:7")).json().code).toBe("unknown_choice");
    expect((await mark(await house.as(world.tutor), "condition:0")).statusCode).toBe(403);
  });

  test("on the teacher's board from the day after it was promised, until it is done", async () => {
    await makeAgreed(house.house, world);
    await makeInducted(house.house, world);
    await house.house.db
      .updateTable("placement")
      .set({ starts_on: "2026-11-20" })
      .where("id", "=", world.placementId)
      .execute();
    await decide();
    type Row = { placementId: string; reason: string; params: { count?: number } };
    const mine = async () => {
      const { rows } = (await teacher.get("/api/board")).json<{ rows: Row[] }>();
      return rows.find(({ placementId }) => placementId === world.placementId);
    };
    expect(await mine()).toMatchObject({ reason: "promise_late", params: { count: 1 } });
    await mark(teacher, "condition:0");
    expect((await mine())?.reason).not.toBe("promise_late");
  });

  test("and can be read as it was on an earlier day, its reason by the school alone", async () => {
    await decide();
    house.travel("2026-11-30T08:00:00Z");
    const { version } = (await teacher.get(`${page()}/suitability`)).json();
    await teacher.send(
      "POST",
      `${page()}/suitability`,
      {
        outcome: "not_suitable",
        reason: "Ohjaaja lähti.",
        conditions: [],
        validUntil: "2026-12-10",
        cells: [],
        gaps: [],
      },
      { "if-match": `"${version}"` },
    );
    const on = async (day: string) => (await teacher.get(`${page()}/suitability?on=${day}`)).json();
    expect((await on("2026-11-22")).current).toBeNull();
    expect((await on("2026-11-29")).current.outcome).toBe("with_conditions");
    expect((await on("2026-11-30")).current.outcome).toBe("not_suitable");
    for (const person of [world.student, world.tutor]) {
      const seen = (await (await house.as(person)).get(`${page()}/suitability`)).json();
      expect(seen.current).toMatchObject({ outcome: "not_suitable", reason: null });
      expect(JSON.stringify(seen)).not.toContain("Ohjaaja lähti");
    }
  });
});
