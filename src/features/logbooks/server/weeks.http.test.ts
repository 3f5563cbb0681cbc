import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { asApp } from "#server/database/database.ts";
import { requirementProgress } from "./api.ts";
import { openScene, type Scene } from "./logbook-scene.ts";

const WEEK = "2026-W47";
const OK = { kind: "ok", remark: null, cards: [] };

let scene: Scene;
beforeEach(async () => {
  scene = await openScene();
  await scene.write("2026-11-16", { minutes: 450, tasks: [{ taskId: scene.world.taskIds[0] }] });
  await scene.write("2026-11-18", { minutes: 0, absence: "illness" });
});
afterEach(() => scene.close());

const confirm = (caller: Scene["tutor"], body: object = OK, week = WEEK) =>
  caller.send("POST", `${scene.week(week)}/confirmation`, body);

describe("the week's page", () => {
  test("has the days, the marks, the cards, and the right to confirm", async () => {
    await scene.write("2026-11-17", {
      requirementIds: [scene.world.requirementIds[2]],
      paragraphs: [{ audience: "all", text: "Putkia" }],
    });
    const page = (await (await scene.byLink(null)).get(scene.week(WEEK))).json();
    expect(
      page.days.map(({ kind, minutes }: { kind: string; minutes: number }) => [kind, minutes]),
    ).toEqual([
      ["entry", 450],
      ["entry", 450],
      ["absence", 0],
      ["none", 0],
      ["none", 0],
    ]);
    expect(page.days[0].tasks).toEqual([{ fi: "Työ 1" }]);
    expect(page.days[1].text).toBe("Putkia");
    expect(page.totalMinutes).toBe(900);
    expect(page.cards.map((card: { requirementId: string }) => card.requirementId)).toEqual([
      scene.world.requirementIds[2],
      scene.world.requirementIds[0],
      scene.world.requirementIds[1],
    ]);
    expect(page.marks.map(({ state }: { state: string }) => state)).toEqual([
      "turn",
      "open",
      "open",
    ]);
    expect(page.abilities).toEqual({
      write: { allowed: false, reason: "role" },
      send: { allowed: false, reason: "role" },
      confirm: { allowed: true },
      undo: { allowed: false, reason: "other_person" },
      read: { allowed: false, reason: "role" },
    });
  });

  test("opened by a mail scanner changes nothing", async () => {
    const count = async () =>
      (await scene.house.pool.query("select count(*) from audit_event")).rows[0].count;
    const before = await count();
    const link = await scene.byLink(null);
    for (const method of ["GET", "HEAD"] as const) {
      await scene.app.inject({ method, url: scene.week(WEEK), cookies: link.cookies });
      const deed = await scene.app.inject({
        method,
        url: `${scene.week(WEEK)}/confirmation`,
        cookies: link.cookies,
      });
      expect(deed.statusCode).toBe(404);
    }
    expect(await count()).toBe(before);
    expect((await scene.tutor.get(scene.week(WEEK))).json().confirmation).toBe(null);
  });

  test("is one for those in the placement; outside it there is no week", async () => {
    for (const person of [
      scene.world.otherStudent,
      scene.world.otherTeacher,
      scene.world.colleague,
    ]) {
      expect((await (await scene.as(person)).get(scene.week(WEEK))).statusCode).toBe(404);
    }
    expect((await scene.tutor.get(scene.week("2026-W41"))).statusCode).toBe(404);
    expect((await scene.tutor.get(scene.week("2026-W54"))).statusCode).toBe(400);
  });
});

describe("the tutor confirms", () => {
  test("the week with cards; the teacher reads, and then it cannot be taken back", async () => {
    const [first, second] = scene.world.requirementIds;
    const cards = [
      { requirementId: first, level: "alone" },
      { requirementId: second, level: "help" },
    ];
    const response = await confirm(scene.tutor, { ...OK, remark: "Hyvä viikko", cards });
    expect(response.json()).toMatchObject({
      already: false,
      confirmation: { kind: "ok", cards, by: { givenName: "Mika", actingName: null } },
    });
    const page = (await scene.teacher.get(scene.week(WEEK))).json();
    expect(page.marks.map(({ state }: { state: string }) => state)).toEqual([
      "done",
      "done",
      "turn",
    ]);
    expect(page.abilities.read).toEqual({ allowed: true });
    const read = await scene.teacher.send("POST", `${scene.week(WEEK)}/reading`);
    expect(read.json()).toEqual({ readAt: "2026-11-23T06:00:00Z" });
    scene.travel("2026-11-23T06:05:00Z");
    expect((await scene.teacher.send("POST", `${scene.week(WEEK)}/reading`)).json()).toEqual(
      read.json(),
    );
    const undo = await scene.tutor.send("DELETE", `${scene.week(WEEK)}/confirmation`);
    expect([undo.statusCode, undo.json().code]).toEqual([409, "already_read"]);
    const progress = await asApp(
      scene.house.db,
      { personId: null, providerIds: [scene.world.providerId] },
      (tx) => requirementProgress(tx, scene.world.placementId),
    );
    expect(progress).toEqual(
      new Map([
        [first, "confirmed"],
        [second, "practised"],
      ]),
    );
  });

  test("once: a repeated confirmation answers what stands", async () => {
    await confirm(scene.tutor);
    scene.travel("2026-11-24T06:00:00Z");
    const again = await confirm(scene.tutor, {
      kind: "exceptions",
      exceptions: [{ day: "2026-11-16", text: "6 h" }],
      remark: null,
      cards: [],
    });
    expect(again.json()).toMatchObject({
      already: true,
      confirmation: { kind: "ok", at: "2026-11-23T06:00:00Z" },
    });
  });

  test("once, also when two press at the same time", async () => {
    const pia = await scene.byLink("Pia");
    const answers = await Promise.all([
      confirm(scene.tutor),
      confirm(pia),
      confirm(scene.tutor),
      confirm(pia),
    ]);
    expect(answers.map(({ statusCode }) => statusCode)).toEqual([200, 200, 200, 200]);
    expect(answers.filter((answer) => !answer.json().already)).toHaveLength(1);
    expect(new Set(answers.map((answer) => answer.json().confirmation.by.actingName)).size).toBe(1);
    expect((await scene.audits()).filter(({ deed }) => deed === "confirm-week")).toHaveLength(1);
  });

  test("a colleague by a forwarded link is recorded by their own name, and the tutor hears of it", async () => {
    const pia = await scene.byLink("Pia Aalto");
    const response = await confirm(pia);
    expect(response.json().confirmation.by).toEqual({
      givenName: "Mika",
      familyName: "Testinen",
      actingName: "Pia Aalto",
    });
    const audit = (await scene.audits()).at(-1);
    expect(audit).toMatchObject({ deed: "confirm-week", acting_name: "Pia Aalto", means: "link" });
    const mail = (await scene.mails()).find(({ template }) => template === "week_by_colleague");
    expect(mail?.to).toBe("mika@example.org");
    expect(mail?.body).toContain("Pia Aalto");
    expect(mail?.body).toMatch(/\/l\/[\w-]{43}/);
    const page = (await scene.student.get(scene.week(WEEK))).json();
    expect(page.marks[1]).toMatchObject({ name: "Pia Aalto", isYou: false, state: "done" });
    const undo = await scene.tutor.send("DELETE", `${scene.week(WEEK)}/confirmation`);
    expect([undo.statusCode, undo.json().params]).toEqual([403, { reason: "other_person" }]);
    expect((await pia.send("DELETE", `${scene.week(WEEK)}/confirmation`)).statusCode).toBe(200);
  });

  test("nobody else: 403 in the placement, 404 outside", async () => {
    for (const caller of [scene.student, scene.teacher, scene.coordinator]) {
      expect((await confirm(caller)).statusCode).toBe(403);
      expect((await caller.send("DELETE", `${scene.week(WEEK)}/confirmation`)).statusCode).toBe(
        403,
      );
    }
    for (const person of [
      scene.world.otherTeacher,
      scene.world.colleague,
      scene.world.otherCoordinator,
    ]) {
      expect((await confirm(await scene.as(person))).statusCode).toBe(404);
    }
  });

  test("only a week that has come and has an entry, with days of it and objectives of the plan", async () => {
    const codeOf = async (body: object, week = WEEK) => {
      const response = await confirm(scene.tutor, body, week);
      return [response.statusCode, response.json().code];
    };
    expect(await codeOf(OK, "2026-W49")).toEqual([409, "week_in_future"]);
    expect(await codeOf(OK, "2026-W46")).toEqual([409, "nothing_written"]);
    expect(await codeOf(OK, "2026-W41")).toEqual([409, "week_outside"]);
    const exceptions = [{ day: "2026-11-23", text: "6 h" }];
    expect(await codeOf({ ...OK, kind: "exceptions", exceptions })).toEqual([422, "day_outside"]);
    expect(await codeOf({ ...OK, kind: "exceptions", exceptions: [] })).toEqual([400, "malformed"]);
    const card = (requirementId: string | undefined) => ({
      ...OK,
      cards: [{ requirementId, level: "help" }],
    });
    expect(await codeOf(card(scene.world.requirementIds[3]))).toEqual([422, "not_an_objective"]);
    expect((await scene.tutor.get(scene.week(WEEK))).json().confirmation).toBe(null);
  });

  test("takes it back within ten minutes; then there is nothing to take back", async () => {
    await confirm(scene.tutor);
    scene.travel("2026-11-23T06:09:00Z");
    const path = `${scene.week(WEEK)}/confirmation`;
    expect((await scene.tutor.send("DELETE", path)).json()).toEqual({ confirmation: null });
    expect((await scene.tutor.send("DELETE", path)).statusCode).toBe(200);
    await confirm(scene.tutor);
    scene.travel("2026-11-23T06:20:00Z");
    expect((await scene.tutor.send("DELETE", path)).json().code).toBe("undo_too_late");
  });
});

test("a confirmation sent again with its own key is answered from memory, another body is refused", async () => {
  const path = `${scene.week(WEEK)}/confirmation`;
  const key = { "idempotency-key": crypto.randomUUID() };
  const first = await scene.tutor.send("POST", path, OK, key);
  const again = await scene.tutor.send("POST", path, OK, key);
  expect(again.headers["idempotency-replayed"]).toBe("true");
  expect(again.json()).toEqual(first.json());
  const other = await scene.tutor.send("POST", path, { ...OK, remark: "Muu" }, key);
  expect([other.statusCode, other.json().code]).toEqual([422, "idempotency_key_reused"]);
});
