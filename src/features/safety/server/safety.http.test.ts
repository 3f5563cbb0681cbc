import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { makeWorld, type World } from "#tests/support/makers.ts";
import { type Caller, openTestHouse, type TestHouse } from "#tests/support/test-house.ts";
import { remindHearers } from "./remind-hearers.ts";

let house: TestHouse;
let world: World;
let student: Caller;
let teacher: Caller;

beforeEach(async () => {
  house = await openTestHouse();
  world = await makeWorld(house.house, {
    state: "running",
    startsOn: "2026-11-23",
    endsOn: "2027-01-29",
  });
  await house.house.db
    .updateTable("provider")
    .set({ safety_lead_id: world.admin })
    .where("id", "=", world.providerId)
    .execute();
  student = await house.as(world.student);
  teacher = await house.as(world.teacher);
});
afterEach(() => house.close());

const CHECK = { kind: "day_1", answers: ["yes", "unsure", "no"], words: null, callMe: false };
const send = (change: object = {}, caller = student) =>
  caller.send("POST", `/api/placements/${world.placementId}/safety`, {
    ...CHECK,
    hearers: ["teacher"],
    ...change,
  });
const mine = async () => (await student.get("/api/safety/mine")).json();
const heard = async (caller: Caller) => (await caller.get("/api/safety/heard")).json().reports;
const step = (caller: Caller, id: string, what: string, words: string | null = null) =>
  caller.send("POST", `/api/safety/${id}/steps`, { what, words });

describe("a check", () => {
  test("is asked on its day, heard by the chosen one, followed and ended by the student", async () => {
    expect((await mine()).placement).toMatchObject({
      asked: "day_1",
      choices: [{ part: "teacher" }, { part: "tutor" }, { part: "safety_lead" }],
    });
    const { id } = (await send()).json();
    const [report] = await heard(teacher);
    expect(report).toMatchObject({ id, state: "told", answerBy: "2026-11-23T10:00:00Z" });
    await teacher.send("POST", `/api/safety/${id}/opening`);
    expect((await mine()).reports[0].hearers[0].openedAt).toBe("2026-11-23T06:00:00Z");
    expect((await step(teacher, id, "take")).json().state).toBe("in_hand");
    expect((await step(teacher, id, "close")).json().code).toBe("words_missing");
    expect((await step(teacher, id, "close", "Puhuimme Mikan kanssa.")).json().state).toBe(
      "closed",
    );
    expect((await step(student, id, "reopen")).json().state).toBe("told");
    await step(teacher, id, "close", "Suojain tuotiin.");
    expect((await step(student, id, "confirm")).json().state).toBe("confirmed");
    expect((await mine()).placement.asked).toBeNull();
  });

  test("sent three times at once is kept once", async () => {
    const answers = await Promise.all([send(), send(), send()]);
    expect(answers.map(({ statusCode }) => statusCode).toSorted((a, b) => a - b)).toEqual([
      200, 409, 409,
    ]);
    expect((await mine()).reports).toHaveLength(1);
  });

  test("with nobody chosen is the student's alone, and can be told later", async () => {
    const { id } = (await send({ hearers: [] })).json();
    expect((await mine()).reports[0]).toMatchObject({ state: "kept", answerBy: null });
    expect(await heard(teacher)).toEqual([]);
    await student.send("POST", `/api/safety/${id}/hearers`, { hearers: ["safety_lead"] });
    expect(await heard(await house.as(world.admin))).toHaveLength(1);
    expect(await heard(teacher)).toEqual([]);
  });

  test("not answered for two days is a signal to the teacher, of which check and no more", async () => {
    const page = async (caller: Caller) =>
      (await caller.get(`/api/placements/${world.placementId}`)).json().safetyUnanswered;
    expect(await page(teacher)).toEqual([]);
    house.travel("2026-11-25T06:00:00Z");
    expect(await page(await house.as(world.teacher))).toEqual(["day_1"]);
    expect(await page(await house.as(world.tutor))).toEqual([]);
    student = await house.as(world.student);
    await send({ hearers: [] });
    expect(await page(await house.as(world.teacher))).toEqual([]);
  });
});

describe("a report", () => {
  test("can be made at any time, also without words, by the student of the placement alone", async () => {
    const answer = await send({ kind: "near_miss", answers: [], hearers: ["tutor"] });
    expect(answer.statusCode).toBe(200);
    expect((await send({ kind: "incident", answers: [] })).statusCode).toBe(200);
    for (const person of [world.tutor, world.teacher, world.coordinator]) {
      expect((await send({ kind: "incident" }, await house.as(person))).statusCode).toBe(403);
    }
    const other = await house.as(world.otherStudent);
    expect((await send({ kind: "incident" }, other)).statusCode).toBe(404);
  });

  test.each([
    ["answers_missing", { answers: ["yes"] }],
    ["check_not_asked", { kind: "week_4" }],
  ])("is refused: %s", async (code, change) => {
    expect((await send(change)).json().code).toBe(code);
  });
});

describe("a silent hearer", () => {
  const letters = async (personId: string) =>
    (
      await house.house.db
        .selectFrom("mail_message")
        .select("body")
        .where("person_id", "=", personId)
        .execute()
    ).length;
  const hearer = async () => (await mine()).reports[0].hearers[0];
  const turn = async (at: string) => {
    house.travel(at);
    // Two servers look at the same moment.
    await Promise.all([remindHearers(house.house), remindHearers(house.house)]);
  };

  test("is reminded once when the clock has run out, and nobody else is told", async () => {
    await send();
    await turn("2026-11-23T09:45:00Z");
    expect(await hearer()).toMatchObject({ remindedAt: null });
    await turn("2026-11-23T10:00:00Z");
    await turn("2026-11-24T10:00:00Z");
    student = await house.as(world.student);
    expect(await hearer()).toMatchObject({ remindedAt: "2026-11-23T10:00:00Z" });
    expect(await letters(world.teacher)).toBe(2);
    expect([await letters(world.tutor), await letters(world.admin)]).toEqual([0, 0]);
  });

  test("is not written to outside office hours", async () => {
    house.travel("2026-11-23T12:00:00Z");
    await send();
    await turn("2026-11-24T19:00:00Z");
    expect(await letters(world.teacher)).toBe(1);
    await turn("2026-11-25T06:00:00Z");
    expect(await letters(world.teacher)).toBe(2);
  });

  test("who has written or taken it in hand is not reminded", async () => {
    const { id } = (await send()).json();
    expect((await step(teacher, id, "write", "Soitan kello 14.")).json().state).toBe("in_hand");
    await turn("2026-11-23T10:00:00Z");
    expect(await letters(world.teacher)).toBe(1);
  });

  test("is passed by the student's one press, and the next one has the whole time", async () => {
    const { id } = (await send()).json();
    await turn("2026-11-23T10:00:00Z");
    const told = await student.send("POST", `/api/safety/${id}/hearers`, {
      hearers: ["safety_lead"],
    });
    expect(told.statusCode).toBe(200);
    expect((await mine()).reports[0]).toMatchObject({ answerBy: "2026-11-23T14:00:00Z" });
    await turn("2026-11-24T07:00:00Z");
    expect([await letters(world.teacher), await letters(world.admin)]).toEqual([2, 2]);
  });

  test("has a new clock and a letter when the student opens it again", async () => {
    const { id } = (await send()).json();
    await step(teacher, id, "close", "Hoidettu.");
    house.travel("2026-11-24T06:00:00Z");
    await step(student, id, "reopen");
    expect((await mine()).reports[0]).toMatchObject({ answerBy: "2026-11-24T10:00:00Z" });
    expect(await letters(world.teacher)).toBe(2);
  });
});

describe("the safety lead", () => {
  const path = () => `/api/providers/${world.providerId}/safety-lead`;
  const name = (caller: Caller, personId: string, instead: string | null = world.admin) =>
    caller.send("PUT", path(), { personId, instead });

  test("is named by the administrator, with a history, and hears only what is told from then on", async () => {
    await send({ hearers: ["safety_lead"] });
    const admin = await house.as(world.admin);
    expect((await name(admin, world.coordinator)).statusCode).toBe(200);
    expect((await admin.get(path())).json()).toMatchObject({
      lead: { personId: world.coordinator },
      history: [{ at: "2026-11-23T06:00:00Z" }],
    });
    expect(await heard(await house.as(world.coordinator))).toEqual([]);
    expect(await heard(admin)).toHaveLength(1);
    await send({ kind: "near_miss", answers: [], hearers: ["safety_lead"] });
    expect(await heard(await house.as(world.coordinator))).toHaveLength(1);
  });

  test("is named once when two name at once, and by nobody else", async () => {
    const admin = await house.as(world.admin);
    const answers = await Promise.all([name(admin, world.coordinator), name(admin, world.teacher)]);
    expect(answers.map(({ statusCode }) => statusCode).toSorted((a, b) => a - b)).toEqual([
      200, 409,
    ]);
    expect((await name(admin, world.tutor)).json().code).toBe("unknown_person");
    expect((await name(await house.as(world.coordinator), world.teacher)).statusCode).toBe(403);
    expect((await name(await house.as(world.otherCoordinator), world.teacher)).statusCode).toBe(
      403,
    );
  });

  test("who has left the college cannot be chosen any more", async () => {
    await house.house.db.deleteFrom("membership").where("person_id", "=", world.admin).execute();
    // Asked to sign for an employer since: that is no part of the college.
    const asked = { provider_id: world.providerId, person_id: world.admin, role: "signer" };
    await house.house.db.insertInto("membership").values(asked).execute();
    expect((await mine()).placement.choices).toHaveLength(2);
  });

  test("nor who has left and is asked to sign for an employer", async () => {
    await house.house.db
      .updateTable("membership")
      .set({ role: "signer" })
      .where("person_id", "=", world.admin)
      .execute();
    expect((await mine()).placement.choices).toHaveLength(2);
  });
});
