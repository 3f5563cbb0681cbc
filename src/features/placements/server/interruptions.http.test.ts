import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { newId } from "#server/clock.ts";
import { makeWorld, type World } from "#tests/support/makers.ts";
import { type Caller, openTestHouse, type TestHouse } from "#tests/support/test-house.ts";

let house: TestHouse;
let world: World;
let teacher: Caller;

beforeEach(async () => {
  house = await openTestHouse();
  world = await makeWorld(house.house);
  teacher = await house.as(world.teacher);
});
afterEach(() => house.close());

const path = (id: string, end = "") =>
  `/api/placements/${world.placementId}/interruptions/${id}${end}`;
const away = (startsOn: string, endsOn: string | null, reason = "illness") => ({
  startsOn,
  endsOn,
  reason,
});
const seenBy = async (caller: Caller) =>
  (await caller.get(`/api/placements/${world.placementId}`)).json<{
    interruptions: { id: string; startsOn: string; endsOn: string | null; reason: string | null }[];
    abilities: { interrupt: { allowed: boolean } };
  }>();
const lettersOf = () =>
  house.house.db
    .selectFrom("mail_message")
    .select(["to_address", "body"])
    .where("template", "=", "away")
    .execute();

describe("an interruption", () => {
  test("is noted, corrected and ended; the workplace learns the days and not the reason", async () => {
    const id = newId();
    expect((await teacher.send("PUT", path(id), away("2026-11-23", null))).statusCode).toBe(200);
    expect((await teacher.send("PUT", path(id), away("2026-11-24", null))).statusCode).toBe(200);
    const ended = await teacher.send("POST", path(id, "/end"), { endsOn: "2026-11-27" });
    expect(ended.statusCode).toBe(200);
    const row = { id, startsOn: "2026-11-24", endsOn: "2026-11-27" };
    expect((await seenBy(teacher)).interruptions).toEqual([{ ...row, reason: "illness" }]);
    const student = await house.as(world.student);
    expect((await seenBy(student)).interruptions).toEqual([{ ...row, reason: "illness" }]);
    const tutor = await house.as(world.tutor);
    const seen = await seenBy(tutor);
    expect(seen.interruptions).toEqual([{ ...row, reason: null }]);
    expect(seen.abilities.interrupt).toMatchObject({ allowed: false });
    const letters = await lettersOf();
    expect(letters).toHaveLength(6);
    expect(letters.some(({ body }) => /sairau|illness/i.test(body ?? ""))).toBe(false);
    const again = await teacher.send("POST", path(id, "/end"), { endsOn: "2026-11-26" });
    expect(again.json()).toMatchObject({ code: "away_not_open" });
  });

  test("is not noted over another, outside the placement, over hours or twice at once", async () => {
    const first = newId();
    await teacher.send("PUT", path(first), away("2026-11-23", "2026-11-25"));
    const refusals: [object, string][] = [
      [away("2026-11-25", "2026-11-26"), "away_overlaps"],
      [away("2026-11-20", null), "away_overlaps"],
      [away("2026-12-18", "2026-12-19"), "away_outside"],
      [away("2026-11-27", "2026-11-26"), "ends_before_start"],
    ];
    for (const [body, code] of refusals) {
      expect((await teacher.send("PUT", path(newId()), body)).json()).toMatchObject({ code });
    }
    const both = await Promise.all(
      [newId(), newId()].map((id) => teacher.send("PUT", path(id), away("2026-11-30", null))),
    );
    expect(both.map(({ statusCode }) => String(statusCode)).toSorted()).toEqual(["200", "409"]);
    expect((await seenBy(teacher)).interruptions).toHaveLength(2);
  });

  test("that has not begun is taken away, one that has begun is not", async () => {
    const [now, later] = [newId(), newId()];
    await teacher.send("PUT", path(now), away("2026-11-23", "2026-11-25"));
    await teacher.send("PUT", path(later), away("2026-12-07", "2026-12-08", "holiday"));
    expect((await teacher.send("DELETE", path(later))).statusCode).toBe(200);
    expect((await teacher.send("DELETE", path(later))).statusCode).toBe(200);
    expect((await teacher.send("DELETE", path(now))).json()).toMatchObject({ code: "away_begun" });
    expect((await seenBy(teacher)).interruptions.map(({ id }) => id)).toEqual([now]);
  });

  test("is the school's to note: not the student's, the tutor's or another provider's", async () => {
    for (const person of [world.student, world.tutor]) {
      const caller = await house.as(person);
      const answer = await caller.send("PUT", path(newId()), away("2026-11-23", null));
      expect(answer.statusCode).toBe(403);
    }
    const other = await house.as(world.otherCoordinator);
    const answer = await other.send("PUT", path(newId()), away("2026-11-23", null));
    expect(answer.statusCode).toBe(404);
  });

  test("of another placement is not reached through this one", async () => {
    const theirs = newId();
    const otherTeacher = await house.as(world.otherTeacher);
    await otherTeacher.send(
      "PUT",
      `/api/placements/${world.otherPlacementId}/interruptions/${theirs}`,
      away("2026-11-23", null),
    );
    const ended = await teacher.send("POST", path(theirs, "/end"), { endsOn: "2026-11-24" });
    expect(ended.statusCode).toBe(404);
  });
});
