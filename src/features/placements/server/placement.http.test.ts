import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { newId } from "#server/clock.ts";
import { makeWorld, type World } from "#tests/support/makers.ts";
import { openTestHouse, type TestHouse } from "#tests/support/test-house.ts";

let house: TestHouse;
let world: World;

beforeAll(async () => {
  house = await openTestHouse();
  world = await makeWorld(house.house);
});
afterAll(() => house.close());

const proposal = (change: object = {}) => ({
  id: newId(),
  providerId: world.providerId,
  studentId: world.student,
  workplaceId: world.workplaceId,
  teacherId: world.teacher,
  tutorId: world.tutor,
  frameworkVersionId: world.frameworkVersionId,
  unitIds: [world.unitId],
  basis: "training_agreement",
  startsOn: "2026-12-07",
  endsOn: "2027-02-12",
  partTimePercent: 100,
  ...change,
});

async function propose(change: object = {}) {
  const teacher = await house.as(world.teacher);
  const body = proposal(change);
  const answer = await teacher.send("POST", "/api/placements", body);
  return { answer, body, teacher };
}

describe("proposing a placement", () => {
  test("makes it, shows it on the board with what is missing", async () => {
    const { answer, body, teacher } = await propose();
    expect(answer.statusCode).toBe(200);
    const page = (await teacher.get(`/api/placements/${body.id}`)).json();
    expect(page).toMatchObject({ state: "planning", relation: "teacher", version: 1 });
    expect(
      page.gate.map((row: { code: string; verdict: string }) => `${row.code} ${row.verdict}`),
    ).toEqual([
      "suitability missing",
      "plan missing",
      "checklist missing",
      "insurance missing",
      "agreement missing",
      "tutor met",
      "language not_needed",
      "prior_skill not_needed",
      "young_work not_needed",
      "clearances not_needed",
    ]);
  });

  test.each([
    [
      "another provider's student",
      () => ({ studentId: world.otherStudent }),
      422,
      "unknown_choice",
    ],
    [
      "another provider's teacher",
      () => ({ teacherId: world.otherTeacher }),
      422,
      "unknown_choice",
    ],
    ["a tutor of another workplace", () => ({ tutorId: world.teacher }), 422, "unknown_choice"],
    [
      "a unit that is not of the qualification",
      () => ({ unitIds: [newId()] }),
      422,
      "unknown_choice",
    ],
    ["a last day before the first", () => ({ endsOn: "2026-12-06" }), 422, "ends_before_start"],
    ["another provider", () => ({ providerId: world.otherProviderId }), 403, "forbidden"],
    ["a wrong date", () => ({ startsOn: "2026-02-30" }), 400, "malformed"],
  ])("with %s is refused", async (_name, change, status, code) => {
    const { answer } = await propose(change());
    expect([answer.statusCode, answer.json().code]).toEqual([status, code]);
  });

  test("with an id that another provider uses says only that it is taken", async () => {
    const { answer } = await propose({ id: world.otherPlacementId });
    expect([answer.statusCode, answer.json().code]).toEqual([409, "id_taken"]);
  });
});

describe("moving a placement", () => {
  const body = (to: string, more: object = {}) => ({ to, reason: null, ending: null, ...more });

  test("to ready is refused with the names of what is missing", async () => {
    const { body: made, teacher } = await propose();
    const answer = await teacher.send("POST", `/api/placements/${made.id}/moves`, body("ready"));
    expect(answer.json()).toMatchObject({
      code: "gate_closed",
      params: { missing: ["suitability", "plan", "checklist", "insurance", "agreement"] },
    });
  });

  test("to cancelled happens once when two do it at once, and again answers the present state", async () => {
    const { body: made, teacher } = await propose();
    const cancel = () =>
      teacher.send(
        "POST",
        `/api/placements/${made.id}/moves`,
        body("cancelled", { reason: "Paikka peruuntui" }),
      );
    const answers = await Promise.all([cancel(), cancel()]);
    expect(answers.map((answer) => answer.json().state)).toEqual(["cancelled", "cancelled"]);
    const events = await house.house.db
      .selectFrom("audit_event")
      .select("id")
      .where("deed", "=", "move-placement")
      .where("subject_id", "=", made.id)
      .execute();
    expect(events).toHaveLength(1);
  });

  test("seen in an older version is refused with what it is now", async () => {
    const { body: made, teacher } = await propose();
    await teacher.send("PUT", `/api/placements/${made.id}/tutor`, { tutorId: world.colleague });
    const answer = await teacher.send(
      "POST",
      `/api/placements/${made.id}/moves`,
      body("cancelled", { reason: "Peru" }),
      { "if-match": '"1"' },
    );
    expect(answer.json()).toMatchObject({
      code: "stale",
      params: { state: "planning", version: 2 },
    });
  });

  test("is not the student's or the tutor's", async () => {
    for (const person of [world.student, world.tutor]) {
      const caller = await house.as(person);
      const answer = await caller.send(
        "POST",
        `/api/placements/${world.placementId}/moves`,
        body("ended"),
      );
      expect(answer.statusCode).toBe(403);
    }
  });
});

describe("a talk", () => {
  const note = (kind: string, heldOn = "2026-11-20") => ({
    kind,
    heldOn,
    note: "Sovittiin painekokeesta.",
  });
  const path = () => `/api/placements/${world.placementId}/talks`;

  test("is noted by one and confirmed by another; twice changes nothing", async () => {
    const teacher = await house.as(world.teacher);
    const tutor = await house.as(world.tutor);
    const { talkId } = (await teacher.send("POST", path(), note("mid"))).json();
    const waiting = async () => (await tutor.get("/api/tutor/home")).json().waiting;
    expect(await waiting()).toContainEqual(
      expect.objectContaining({ kind: "talk", talkId, talkKind: "mid", seconds: 10 }),
    );
    const confirm = () => tutor.send("POST", `${path()}/${talkId}/confirmations`);
    expect((await confirm()).statusCode).toBe(200);
    expect(await waiting()).not.toContainEqual(expect.objectContaining({ kind: "talk" }));
    expect((await confirm()).statusCode).toBe(200);
    const page = (await teacher.get(`/api/placements/${world.placementId}`)).json();
    expect(page.talks).toMatchObject([
      { kind: "mid", note: "Sovittiin painekokeesta.", confirmedBy: [world.tutor] },
    ]);
    expect((await teacher.send("POST", path(), note("mid"))).json().code).toBe("already_noted");
  });

  test("cannot be held tomorrow", async () => {
    const teacher = await house.as(world.teacher);
    expect((await teacher.send("POST", path(), note("end", "2026-11-24"))).json().code).toBe(
      "in_future",
    );
  });
});

describe("a reminder", () => {
  test("goes once a day and tells when the next may go", async () => {
    const student = await house.as(world.student);
    const remind = () =>
      student.send("POST", `/api/placements/${world.placementId}/nudges`, {
        to: "tutor",
        about: "week",
        week: null,
      });
    expect((await remind()).json().sentTo).toBe("mi•••@example.org");
    expect((await remind()).json()).toMatchObject({
      code: "too_soon",
      params: { nextAt: "2026-11-24T06:00:00Z" },
    });
    const letters = await house.house.db
      .selectFrom("mail_message")
      .select("body")
      .where("template", "=", "nudge")
      .execute();
    expect(letters).toHaveLength(1);
    expect(letters[0]?.body).toMatch(/\/l\/[\w-]{43}/);
  });
});

test("whoever can fix what is missing before the start is reminded of it by anyone", async () => {
  const { body: made } = await propose();
  const student = await house.as(world.student);
  const answer = await student.send("POST", `/api/placements/${made.id}/nudges`, {
    to: "teacher",
    about: "gate",
    week: null,
  });
  expect([answer.statusCode, answer.json().sentTo]).toEqual([200, "sa•••@example.org"]);
});

describe("naming a tutor", () => {
  test("by a known address takes that person, and ends the former one's link", async () => {
    const { body: made, teacher } = await propose();
    await teacher.send("POST", `/api/placements/${made.id}/tutor/links`);
    const answer = await teacher.send("PUT", `/api/placements/${made.id}/tutor`, {
      givenName: "Pia",
      familyName: "Testinen",
      email: "PIA@example.org",
      phone: null,
      title: null,
      language: "fi",
    });
    expect(answer.json().tutorId).toBe(world.colleague);
    const links = await house.house.db
      .selectFrom("personal_link")
      .select("revoked_at")
      .where("placement_id", "=", made.id)
      .execute();
    expect(links.every(({ revoked_at }) => revoked_at !== null)).toBe(true);
  });
});

describe("what one provider's people see", () => {
  test.each(["teacher", "coordinator", "student"] as const)(
    "as %s, nothing of the other's placement",
    async (role) => {
      const caller = await house.as(world[role]);
      expect((await caller.get(`/api/placements/${world.otherPlacementId}`)).statusCode).toBe(404);
      const all = await caller.get("/api/placements");
      expect(all.body).not.toContain(world.otherPlacementId);
      expect(all.body).not.toContain("Noora");
    },
  );

  test("the shared tutor has one inbox for both", async () => {
    const home = (await (await house.as(world.tutor)).get("/api/tutor/home")).json();
    const names = home.students.map(
      (row: { student: { givenName: string } }) => row.student.givenName,
    );
    expect(names).toEqual(expect.arrayContaining(["Eetu", "Noora"]));
  });
});
