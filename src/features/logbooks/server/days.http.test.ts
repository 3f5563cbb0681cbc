import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { newId } from "#server/clock.ts";
import { dayBody, openScene, type Scene } from "./logbook-scene.ts";

const SECRET = "Olin aivan poikki";
const FOR_TEACHER = "Uunin ajastin on vaikea";
const FOR_ALL = "Tein 60 korvapuustia";

let scene: Scene;
beforeAll(async () => {
  scene = await openScene();
});
afterAll(() => scene.close());

describe("a day is written", () => {
  test("and the answer holds its version and honest stamp, no text", async () => {
    const response = await scene.write("2026-11-14", {
      writtenAt: "2026-11-23T05:00:00Z",
      paragraphs: [{ audience: "private", text: SECRET }],
    });
    expect(response.statusCode).toBe(200);
    expect(response.headers.etag).toBe('"1"');
    expect(response.json()).toMatchObject({
      version: 1,
      writtenAt: "2026-11-23T05:00:00Z",
      receivedAt: "2026-11-23T06:00:00Z",
      writtenDaysLater: 9,
    });
    expect(response.body).not.toContain(SECRET);
  });

  test("the same entry sent again by another key answers the present state", async () => {
    const body = { ...dayBody("2026-11-17"), minutes: 300 };
    const first = await scene.student.send("PUT", scene.day("2026-11-17"), body);
    const again = await scene.student.send("PUT", scene.day("2026-11-17"), body);
    expect(again.statusCode).toBe(200);
    expect(again.json()).toEqual(first.json());
    const written = (await scene.audits()).filter(({ change }) =>
      JSON.stringify(change).includes("2026-11-17"),
    );
    expect(written).toHaveLength(1);
  });

  test("an edit needs the version it was made from, else it is told what changed", async () => {
    const body = dayBody("2026-11-18");
    const path = scene.day("2026-11-18");
    await scene.student.send("PUT", path, body);
    const blind = await scene.student.send("PUT", path, { ...body, minutes: 60 });
    expect([blind.statusCode, blind.json().code]).toEqual([409, "stale"]);
    expect(blind.json().params).toEqual({ version: 1, changed: ["minutes"] });
    const seen = await scene.student.send(
      "PUT",
      path,
      { ...body, minutes: 60 },
      { "if-match": '"1"' },
    );
    expect(seen.json().version).toBe(2);
    const old = await scene.student.send(
      "PUT",
      path,
      { ...body, minutes: 90 },
      { "if-match": '"1"' },
    );
    expect(old.json().code).toBe("stale");
  });

  test("two edits from the same version: one is kept, the other is told", async () => {
    const body = dayBody("2026-11-19");
    const path = scene.day("2026-11-19");
    await scene.student.send("PUT", path, body);
    const edits = await Promise.all(
      [100, 200].map((minutes) =>
        scene.student.send("PUT", path, { ...body, minutes }, { "if-match": '"1"' }),
      ),
    );
    expect(edits.map(({ statusCode }) => statusCode).toSorted((one, other) => one - other)).toEqual(
      [200, 409],
    );
  });

  test("two devices at once make one entry", async () => {
    const path = scene.day("2026-11-12");
    const both = await Promise.all(
      [1, 2].map(() => scene.student.send("PUT", path, dayBody("2026-11-12"))),
    );
    const codes = both.map(
      (response) => `${response.statusCode === 200 ? "ok" : response.json().code}`,
    );
    expect(codes.toSorted()).toEqual(["day_written", "ok"]);
  });

  test.each([
    ["2026-10-11", "day_outside"],
    ["2026-12-19", "day_outside"],
    ["2026-11-24", "day_in_future"],
  ])("not on %s: %s", async (day, code) => {
    const response = await scene.write(day);
    expect([response.statusCode, response.json().code]).toEqual([409, code]);
  });

  test("not inside an interruption", async () => {
    const { providerId, placementId } = scene.world;
    await scene.house.db
      .insertInto("interruption")
      .values({
        provider_id: providerId,
        id: newId(),
        placement_id: placementId,
        starts_on: "2026-11-02",
        ends_on: "2026-11-03",
        reason: "illness",
      })
      .execute();
    expect((await scene.write("2026-11-03")).json().code).toBe("day_interrupted");
    expect((await scene.write("2026-11-04")).statusCode).toBe(200);
  });

  test("with links to the plan's objectives and the workplace's tasks only", async () => {
    const { requirementIds, taskIds } = scene.world;
    const links = {
      requirementIds: requirementIds.slice(0, 2),
      tasks: [{ taskId: taskIds[0] }, { name: "Oma" }],
    };
    expect((await scene.write("2026-11-05", links)).statusCode).toBe(200);
    const notPlanned = await scene.write("2026-11-06", { requirementIds: [requirementIds[3]] });
    expect([notPlanned.statusCode, notPlanned.json().code]).toEqual([422, "not_an_objective"]);
    expect((await scene.write("2026-11-06", { tasks: [{ taskId: newId() }] })).json().code).toBe(
      "unknown_task",
    );
  });

  test("an entry's id is used for one day", async () => {
    const body = dayBody("2026-11-09");
    await scene.student.send("PUT", scene.day("2026-11-09"), body);
    const other = await scene.student.send("PUT", scene.day("2026-11-10"), body);
    expect([other.statusCode, other.json().code]).toEqual([409, "entry_id_taken"]);
  });

  test.each([
    [{ minutes: 961 }],
    [{ minutes: -1 }],
    [{ minutes: 60, absence: "illness" }],
    [{ paragraphs: [{ audience: "all", text: " " }] }],
    [{ paragraphs: [{ audience: "all", text: "\u0000" }] }],
    [{ paragraphs: [{ audience: "all", text: "\ud800" }] }],
    [{ paragraphs: [{ audience: "all", text: "x".repeat(4001) }] }],
    [{ paragraphs: Array.from({ length: 13 }, () => ({ audience: "all", text: "x" })) }],
    [{ writtenAt: "eilen" }],
    [{ entryId: "6f9619ff-8b86-4011-b42d-00c04fc964ff" }],
  ])("malformed %o is refused", async (change) => {
    expect((await scene.write("2026-11-11", change)).statusCode).toBe(400);
  });

  test("the longest day there is fits in", async () => {
    const paragraphs = Array.from({ length: 12 }, () => ({
      audience: "all",
      text: "\u0001".repeat(4000),
    }));
    expect((await scene.write("2026-11-11", { paragraphs })).statusCode).toBe(200);
  });
});

describe("others", () => {
  test("do not write: 403 for those in the placement, 404 for all else", async () => {
    for (const caller of [
      scene.tutor,
      scene.teacher,
      scene.coordinator,
      await scene.byLink(null),
    ]) {
      const response = await caller.send("PUT", scene.day("2026-11-20"), dayBody("2026-11-20"));
      expect([response.statusCode, response.json().params]).toEqual([403, { reason: "role" }]);
    }
    for (const person of [
      scene.world.otherStudent,
      scene.world.otherTeacher,
      scene.world.otherCoordinator,
    ]) {
      const caller = await scene.as(person);
      expect(
        (await caller.send("PUT", scene.day("2026-11-20"), dayBody("2026-11-20"))).statusCode,
      ).toBe(404);
      expect((await caller.get(scene.day("2026-11-20"))).statusCode).toBe(404);
    }
  });

  test("read the paragraphs they are in the audience of, and no others anywhere", async () => {
    const paragraphs = [
      { audience: "all", text: FOR_ALL },
      { audience: "teacher", text: FOR_TEACHER },
      { audience: "private", text: SECRET },
    ];
    await scene.write("2026-11-20", {
      paragraphs,
      requirementIds: scene.world.requirementIds.slice(0, 1),
    });
    const read = async (caller: Scene["student"]) => {
      const pages = [
        scene.day("2026-11-20"),
        scene.week("2026-W47"),
        `/api/placements/${scene.world.placementId}`,
      ];
      const bodies = await Promise.all(pages.map(async (page) => (await caller.get(page)).body));
      return [FOR_ALL, FOR_TEACHER, SECRET].map((text) => bodies.join().includes(text));
    };
    expect(await read(scene.student)).toEqual([true, true, true]);
    expect(await read(scene.teacher)).toEqual([true, true, false]);
    expect(await read(scene.tutor)).toEqual([true, false, false]);
    expect(await read(await scene.byLink("Pia"))).toEqual([true, false, false]);
    expect(await read(scene.coordinator)).toEqual([false, false, false]);
  });

  test("find no written word in the history, only hours and audiences", async () => {
    const audits = await scene.audits();
    const { rows } = await scene.house.pool.query("select answer::text from idempotency_key");
    const traces = JSON.stringify([audits, rows]);
    for (const text of [FOR_ALL, FOR_TEACHER, SECRET]) expect(traces).not.toContain(text);
    expect(audits.at(-1)?.change).toMatchObject({ paragraphs: { all: 1, teacher: 1, private: 1 } });
  });

  test("see no trace of an edit that only the writer sees, and the time of every other", async () => {
    const path = scene.day("2026-11-20");
    const stamp = async () => (await scene.tutor.get(path)).json().entry;
    const { entry } = (await scene.student.get(path)).json();
    const edit = (paragraphs: object[], version: number) =>
      scene.student.send("PUT", path, { ...entry, paragraphs }, { "if-match": `"${version}"` });
    const secret = [...entry.paragraphs, { audience: "private", text: "Toinen salaisuus" }];
    scene.travel("2026-11-23T08:00:00Z");
    expect((await edit(secret, entry.version)).statusCode).toBe(200);
    expect(await stamp()).toMatchObject({ receivedAt: entry.receivedAt, editedAt: null });
    await edit([{ audience: "all", text: "Kaikille" }, ...secret], entry.version + 1);
    expect(await stamp()).toMatchObject({
      receivedAt: entry.receivedAt,
      editedAt: "2026-11-23T08:00:00Z",
    });
    scene.travel("2026-11-23T06:00:00Z");
  });
});

describe("the day's page", () => {
  test("gives the student what to link and who reads", async () => {
    const page = (await scene.student.get(scene.day("2026-11-23"))).json();
    expect(page).toMatchObject({
      week: "2026-W48",
      today: "2026-11-23",
      entry: null,
      interrupted: false,
      suggestedMinutes: 450,
      lastAudience: "private",
      tutor: { givenName: "Mika" },
      teacher: { givenName: "Sanna" },
      abilities: { write: { allowed: true } },
    });
    expect(page.objectives).toHaveLength(3);
    expect(page.tasks).toHaveLength(3);
  });

  test("says why a day cannot be written", async () => {
    const ability = async (day: string) =>
      (await scene.student.get(scene.day(day))).json().abilities.write;
    expect(await ability("2026-11-24")).toEqual({ allowed: false, reason: "day_in_future" });
    expect(await ability("2026-11-02")).toEqual({ allowed: false, reason: "day_interrupted" });
    expect((await scene.tutor.get(scene.day("2026-11-20"))).json().abilities.write).toEqual({
      allowed: false,
      reason: "role",
    });
  });

  test("is not there outside the placement, nor for a word that is no day", async () => {
    expect((await scene.student.get(scene.day("2026-10-11"))).statusCode).toBe(404);
    expect((await scene.student.get(scene.day("2026-02-30"))).statusCode).toBe(400);
    expect((await scene.anyone.get(scene.day("2026-11-20"))).statusCode).toBe(401);
  });
});
