import { randomUUID } from "node:crypto";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { newId } from "#server/clock.ts";
import { openScene, type Scene } from "./plan-scene.ts";

let scene: Scene;
beforeEach(async () => {
  scene = await openScene();
});
afterEach(() => scene.close());

const MOVED = "2027-01-05T11:30:00Z";
const movedTalk = () =>
  scene.content().talks.map((talk) => (talk.kind === "mid" ? { ...talk, at: MOVED } : talk));

async function talksInCalendar() {
  const rows = await scene.house.db
    .selectFrom("talk")
    .select(["kind", "planned_at", "place"])
    .where("placement_id", "=", scene.world.placementId)
    .orderBy("planned_at")
    .execute();
  return rows.map(({ kind, planned_at, place }) => [kind, planned_at, place]);
}

describe("the first version", () => {
  test("carries its writer's mark, the objectives as rows and the talks in the calendar", async () => {
    const written = await scene.write(scene.teacher, 0);
    expect(written.json()).toEqual({ version: 1, emptied: [], holds: false });
    expect(written.headers.etag).toBe('"1"');
    const { marks, plan, version } = (await scene.student.get(scene.path)).json();
    expect(version).toBe(1);
    expect(plan.content).toEqual(scene.content());
    expect(marks.map(({ party }: { party: string }) => party)).toEqual(["teacher"]);
    const objectives = await scene.house.db
      .selectFrom("placement_objective")
      .select(["requirement_id", "position"])
      .where("placement_id", "=", scene.world.placementId)
      .orderBy("position")
      .execute();
    expect(objectives.map(({ requirement_id }) => requirement_id)).toEqual(
      scene.world.requirementIds.slice(0, 2),
    );
    expect(await talksInCalendar()).toEqual([
      ["start", "2026-12-02T11:30:00Z", "workplace"],
      ["mid", "2027-01-04T11:30:00Z", "video"],
    ]);
  });

  test("is told to the others, to the tutor with a personal link", async () => {
    await scene.write(scene.teacher, 0);
    const mails = await scene.mails();
    expect(mails.map(({ to_address }) => to_address).toSorted()).toEqual([
      "eetu@example.org",
      "mika@example.org",
    ]);
    expect(mails.find(({ to_address }) => to_address.startsWith("mika"))?.body).toContain("/l/");
    expect(mails.find(({ to_address }) => to_address.startsWith("eetu"))?.body).toContain(
      `/placements/${scene.world.placementId}/plan`,
    );
  });

  test("is written once by two who start at the same time", async () => {
    const answers = await Promise.all([
      scene.write(scene.teacher, 0),
      scene.write(scene.student, 0),
    ]);
    expect(answers.map(({ statusCode }) => statusCode).toSorted((a, b) => a - b)).toEqual([
      200, 409,
    ]);
  });
});

describe("an edit", () => {
  beforeEach(async () => {
    await scene.write(scene.teacher, 0);
    await scene.mark(scene.student, 1);
    await scene.mark(scene.tutor, 1);
  });

  test("empties the marks of the others, tells them, and shows each what changed since they agreed", async () => {
    const before = (await scene.mails()).length;
    const written = await scene.write(
      scene.teacher,
      1,
      { talks: movedTalk() },
      "Mika asked for this",
    );
    expect(written.json()).toEqual({ version: 2, emptied: ["student", "tutor"], holds: false });
    const seen = (await scene.tutor.get(scene.path)).json();
    expect(seen.holds).toBe(false);
    expect(seen.lastAgreed).toMatchObject([
      { party: "student", number: 1 },
      { party: "tutor", number: 1 },
      { party: "teacher", number: 2 },
    ]);
    expect(seen.differences).toMatchObject([
      {
        kind: "talk",
        talk: "mid",
        number: 2,
        before: { at: "2027-01-04T11:30:00Z" },
        after: { at: MOVED },
      },
    ]);
    expect(seen.plan.why).toBe("Mika asked for this");
    expect((await scene.teacher.get(scene.path)).json().differences).toEqual([]);
    expect((await scene.mails()).length).toBe(before + 2);
    expect((await talksInCalendar()).at(-1)).toEqual(["mid", MOVED, "video"]);
  });

  test("is told line by line in the letter: what stood there and what stands there now", async () => {
    await scene.house.db
      .updateTable("person")
      .set({ language: "en" })
      .where("id", "=", scene.world.student)
      .execute();
    const before = (await scene.mails()).length;
    await scene.write(scene.teacher, 1, { talks: movedTalk(), travel: "Juna", meals: "Oma eväs" });
    const letters = (await scene.mails()).slice(before);
    const toStudent = letters.find(({ to_address }) => to_address.startsWith("eetu"))?.body ?? "";
    expect(toStudent).toMatch(
      /– Mid talk: Mon,? 0?4\/0?1\/2027 13:30, by video → Tue,? 0?5\/0?1\/2027 13:30/,
    );
    expect(toStudent).toContain("– Travel: Bussi 4 → Juna");
    expect(toStudent).toContain("– Meals: Oma eväs");
    expect(letters.find(({ to_address }) => to_address.startsWith("mika"))?.body).toContain(
      "– Välikeskustelu: ",
    );
  });

  test("tells only those whose mark it emptied", async () => {
    await scene.write(scene.teacher, 1, { travel: "Oma auto" });
    const before = (await scene.mails()).length;
    await scene.mark(scene.student, 2);
    await scene.write(scene.teacher, 2, { travel: "Juna" });
    const mails = (await scene.mails()).slice(before);
    expect(mails.map(({ to_address }) => to_address)).toEqual(["eetu@example.org"]);
  });

  test("of a version that is no longer the newest is told what changed instead", async () => {
    await scene.write(scene.student, 1, { travel: "Oma auto" });
    const late = await scene.write(scene.teacher, 1, { meals: "Oma eväs" });
    expect([late.statusCode, late.json().code]).toEqual([409, "stale"]);
    expect(late.json().params).toMatchObject({
      seen: 1,
      newest: 2,
      differences: [{ kind: "travel", before: "Bussi 4", after: "Oma auto", number: 2 }],
    });
  });

  test("by two at once becomes one version", async () => {
    const answers = await Promise.all([
      scene.write(scene.teacher, 1, { travel: "Juna" }),
      scene.write(scene.tutor, 1, { travel: "Oma auto" }),
      scene.write(scene.student, 1, { travel: "Kävellen" }),
    ]);
    expect(answers.map(({ statusCode }) => statusCode).toSorted((a, b) => a - b)).toEqual([
      200, 409, 409,
    ]);
    expect((await scene.teacher.get(scene.path)).json().versions).toHaveLength(2);
  });

  test("that changes nothing makes no version and empties nothing", async () => {
    const { tasks, objectives } = scene.content();
    const turned = { tasks, objectives: objectives.toReversed() };
    expect((await scene.write(scene.student, 1, turned)).json()).toEqual({
      version: 1,
      emptied: [],
      holds: true,
    });
  });

  test("sent again with its key is answered again and done once", async () => {
    const headers = { "if-match": '"1"', "idempotency-key": randomUUID() };
    const body = { content: scene.content({ travel: "Juna" }), why: null };
    const first = await scene.teacher.send("PUT", scene.path, body, headers);
    const again = await scene.teacher.send("PUT", scene.path, body, headers);
    expect(again.json()).toEqual(first.json());
    expect(again.headers["idempotency-replayed"]).toBe("true");
    expect(await scene.audits("write-plan")).toHaveLength(2);
  });

  test("that leaves a planned talk out takes it from the calendar, but never one that was held", async () => {
    await scene.house.db
      .updateTable("talk")
      .set({ held_at: "2026-11-23T05:00:00Z", noted_by: scene.world.teacher })
      .where("placement_id", "=", scene.world.placementId)
      .where("kind", "=", "start")
      .execute();
    const both = await scene.write(scene.teacher, 1, { talks: [] });
    expect([both.statusCode, both.json().code, both.json().params]).toEqual([
      409,
      "talk_held",
      { kind: "start" },
    ]);
    const [start] = scene.content().talks;
    await scene.write(scene.teacher, 1, { talks: start ? [start] : [] });
    expect((await talksInCalendar()).map(([kind]) => kind)).toEqual(["start"]);
  });

  test("leaves a trace of codes and ids, without the words people wrote", async () => {
    await scene.write(
      scene.teacher,
      1,
      { support: "Tarvitsee taukoja", talks: movedTalk() },
      "Syy on oma",
    );
    const trace = JSON.stringify((await scene.audits("write-plan")).at(-1));
    expect(trace).toContain(MOVED);
    expect(trace).not.toMatch(/Tarvitsee|Syy on/);
  });

  test("of what this placement does not have is refused by name", async () => {
    const own = { taskId: null, name: "Varasto", aloneWeeks: ["2027-W30"], withTutorWeeks: [] };
    const codes = [
      { objectives: [{ requirementId: newId() }] },
      { tasks: [{ ...own, taskId: newId(), name: null, aloneWeeks: ["2026-W50"] }] },
      { tasks: [own] },
    ].map(async (change) => {
      const refused = await scene.write(scene.teacher, 1, change);
      return [refused.statusCode, refused.json().code];
    });
    expect(await Promise.all(codes)).toEqual([
      [422, "unknown_requirement"],
      [422, "unknown_task"],
      [422, "week_outside"],
    ]);
  });

  test("with text a database cannot keep is malformed, not a fault", async () => {
    const refused = await scene.write(scene.teacher, 1, { travel: "a\u0000b" });
    expect([refused.statusCode, refused.json().code]).toEqual([400, "malformed"]);
  });
});

describe("three marks", () => {
  test("given at the same time make the plan hold, once", async () => {
    await scene.write(scene.teacher, 0);
    const answers = await Promise.all(
      [scene.student, scene.tutor, scene.teacher].map((caller) => scene.mark(caller, 1)),
    );
    expect(answers.map(({ statusCode }) => statusCode)).toEqual([200, 200, 200]);
    const { holds, marks } = (await scene.coordinator.get(scene.path)).json();
    expect([holds, marks.length]).toEqual([true, 3]);
    expect(await scene.audits("plan-agreed")).toEqual([{ number: 1 }]);
  });

  test("a repeated mark answers the present state", async () => {
    await scene.write(scene.teacher, 0);
    const first = await scene.mark(scene.student, 1);
    scene.travel("2026-11-23T07:00:00Z");
    const again = await scene.mark(scene.student, 1);
    expect(again.json()).toEqual(first.json());
    expect(await scene.audits("mark-plan")).toHaveLength(1);
  });

  test("of an older version is refused with the difference", async () => {
    await scene.write(scene.teacher, 0);
    await scene.write(scene.teacher, 1, { travel: "Juna" });
    const late = await scene.mark(scene.student, 1);
    expect([late.statusCode, late.json().code]).toEqual([409, "stale"]);
    expect(late.json().params.differences).toMatchObject([{ kind: "travel", after: "Juna" }]);
  });

  test("are not given before there is a plan", async () => {
    expect((await scene.mark(scene.student, 1)).json().code).toBe("no_plan");
  });

  test("by link keep the colleague who acted in the tutor's seat", async () => {
    await scene.write(scene.teacher, 0);
    const colleague = await scene.byLink("Pia Korpi");
    const marked = await scene.mark(colleague, 1);
    expect(marked.json().marks).toMatchObject([
      { party: "teacher" },
      { party: "tutor", actingName: "Pia Korpi" },
    ]);
  });

  test("by link need a name said once", async () => {
    await scene.write(scene.teacher, 0);
    const nameless = await scene.byLink(null);
    await scene.house.db
      .updateTable("session")
      .set({ named_at: null })
      .where("means", "=", "link")
      .execute();
    const refused = await scene.mark(nameless, 1);
    expect([refused.statusCode, refused.json().params]).toEqual([403, { reason: "name_needed" }]);
    const { abilities } = (await nameless.get(scene.path)).json();
    expect(abilities.mark).toEqual({ allowed: false, reason: "name_needed" });
  });
});
