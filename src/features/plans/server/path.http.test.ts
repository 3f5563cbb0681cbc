import { sql } from "kysely";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { newId } from "#server/clock.ts";
import { asApp } from "#server/database/database.ts";
import type { Caller } from "#tests/support/test-house.ts";
import { openScene, type Scene } from "./plan-scene.ts";

let scene: Scene;
let path: string;
beforeEach(async () => {
  scene = await openScene();
  path = `/api/placements/${scene.world.placementId}/path`;
});
afterEach(() => scene.close());

const WORDS = "Migreeni: hiljainen paikka tauolle";
const say = async (caller: Caller) => {
  const noteId = newId();
  const written = await caller.send("PUT", `${path}/support/${noteId}`, { text: WORDS });
  return { noteId, written };
};
const share = (caller: Caller, noteId: string, shared: boolean) =>
  caller.send("PUT", `${path}/support/${noteId}/consent`, { shared });
const supportOf = async (caller: Caller) =>
  (await caller.get(path)).json().support.map(({ text }: { text: string }) => text);

describe("what helps at work", () => {
  test("is read by student and teacher, and by the tutor from the student's word until it is taken back", async () => {
    const { noteId } = await say(scene.teacher);
    expect(await supportOf(scene.student)).toEqual([WORDS]);
    expect(await supportOf(scene.tutor)).toEqual([]);
    expect((await share(scene.student, noteId, true)).statusCode).toBe(200);
    expect(await supportOf(scene.tutor)).toEqual([WORDS]);
    await share(scene.student, noteId, false);
    expect(await supportOf(scene.tutor)).toEqual([]);
    expect(await supportOf(scene.coordinator)).toEqual([]);
  });

  test("is opened to the workplace by the student alone", async () => {
    const { noteId } = await say(scene.student);
    for (const caller of [scene.teacher, scene.tutor, scene.coordinator]) {
      expect((await share(caller, noteId, true)).statusCode).toBe(403);
    }
    expect(await supportOf(scene.tutor)).toEqual([]);
  });

  test("is written by student and teacher, once for each id, and never rewritten", async () => {
    const { noteId, written } = await say(scene.student);
    expect(written.statusCode).toBe(200);
    const again = await scene.teacher.send("PUT", `${path}/support/${noteId}`, { text: "Muu" });
    expect([again.statusCode, again.json().code]).toEqual([409, "already_saved"]);
    expect((await say(scene.tutor)).written.statusCode).toBe(403);
    expect((await say(scene.coordinator)).written.statusCode).toBe(403);
  });

  test("that was taken away is read by nobody, opened or not", async () => {
    const { noteId } = await say(scene.student);
    await share(scene.student, noteId, true);
    await scene.teacher.send("DELETE", `${path}/support/${noteId}`);
    expect(await supportOf(scene.tutor)).toEqual([]);
    expect(await supportOf(scene.student)).toEqual([]);
    expect((await share(scene.student, noteId, true)).statusCode).toBe(404);
  });

  test("leaves no word in the history", async () => {
    await say(scene.student);
    const rows = await scene.house.db.selectFrom("audit_event").selectAll().execute();
    expect(JSON.stringify(rows)).not.toContain("Migreeni");
    expect(
      rows.filter(({ placement_id, deed }) => placement_id !== null && /support/.test(deed)),
    ).toEqual([]);
  });

  test("is behind the wall even for a wrong query of the server's own role", async () => {
    await say(scene.student);
    const { tutor, coordinator, otherTeacher, colleague } = scene.world;
    for (const personId of [tutor, coordinator, otherTeacher, colleague, null]) {
      const sight = { personId, providerIds: [scene.world.providerId] };
      const { rows } = await asApp(scene.house.db, sight, (tx) =>
        sql`select * from support_note`.execute(tx),
      );
      expect(rows).toEqual([]);
    }
  });
});

describe("what is assessed otherwise", () => {
  const write = (caller: Caller, change: object = {}) =>
    caller.send("PUT", `${path}/adaptations/${newId()}`, {
      unitId: scene.world.unitId,
      requirementId: scene.world.requirementIds[0],
      kind: "individual_criteria",
      text: "Näyttää suullisesti",
      forWorkplace: false,
      ...change,
    });
  const readBy = async (caller: Caller) => (await caller.get(path)).json().adaptations.length;

  test("is written by the teacher, and read at the workplace only when its assessor needs it", async () => {
    expect((await write(scene.teacher)).statusCode).toBe(200);
    expect([await readBy(scene.student), await readBy(scene.tutor)]).toEqual([1, 0]);
    await write(scene.teacher, { forWorkplace: true, requirementId: null, kind: "deviation" });
    expect([await readBy(scene.student), await readBy(scene.tutor)]).toEqual([2, 1]);
    expect(await readBy(scene.coordinator)).toBe(0);
    for (const caller of [scene.student, scene.tutor, scene.coordinator])
      expect((await write(caller)).statusCode).toBe(403);
  });

  test("of a unit or requirement that is not the placement's is refused", async () => {
    expect((await write(scene.teacher, { unitId: newId() })).json().code).toBe(
      "unknown_requirement",
    );
    expect((await write(scene.teacher, { requirementId: newId() })).json().code).toBe(
      "unknown_requirement",
    );
  });

  test("ends without a trace of its words", async () => {
    await write(scene.teacher, { forWorkplace: true });
    const { adaptations } = (await scene.teacher.get(path)).json();
    await scene.teacher.send("DELETE", `${path}/adaptations/${adaptations[0].id}`);
    expect([await readBy(scene.student), await readBy(scene.tutor)]).toEqual([0, 0]);
    const rows = await scene.house.db.selectFrom("audit_event").select("change").execute();
    expect(JSON.stringify(rows)).not.toContain("suullisesti");
  });
});

describe("what is proven already", () => {
  const note = (caller: Caller, on = "2026-11-20") =>
    caller.send("PUT", `${path}/proven/${scene.world.requirementIds[0]}`, {
      how: "recognised",
      on,
    });

  test("is shown to all three and left out of what is to be learned", async () => {
    expect((await note(scene.teacher)).statusCode).toBe(200);
    for (const caller of [scene.student, scene.tutor, scene.teacher]) {
      const { choices } = (await caller.get(scene.path)).json();
      expect(choices.proven).toEqual([
        { requirementId: scene.world.requirementIds[0], how: "recognised", on: "2026-11-20" },
      ]);
    }
    const refused = await scene.write(scene.teacher, 0);
    expect([refused.statusCode, refused.json().code]).toEqual([422, "requirement_proven"]);
    const rest = { objectives: scene.content().objectives.slice(1) };
    expect((await scene.write(scene.teacher, 0, rest)).statusCode).toBe(200);
  });

  test("stays in a plan that had it before, until somebody leaves it out", async () => {
    await scene.write(scene.teacher, 0);
    await note(scene.teacher);
    expect((await scene.write(scene.student, 1, { travel: "Juna" })).statusCode).toBe(200);
  });

  test("is the teacher's to note and to take back, and lies not in the future", async () => {
    for (const caller of [scene.student, scene.tutor, scene.coordinator])
      expect((await note(caller)).statusCode).toBe(403);
    expect((await note(scene.teacher, "2026-11-24")).json().code).toBe("in_future");
    await note(scene.teacher);
    await scene.teacher.send("DELETE", `${path}/proven/${scene.world.requirementIds[0]}`);
    expect((await scene.write(scene.teacher, 0)).statusCode).toBe(200);
  });
});
