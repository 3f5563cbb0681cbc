import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { openScene, type Scene } from "#features/plans/server/plan-scene.ts";
import { ROUTES } from "#server/app.ts";
import { newId } from "#server/clock.ts";
import { sampleOf } from "./route-samples.ts";

/**
 * What helps at work may be about health. Whoever is neither the student nor the teacher asks every read of
 * the API, before and after it is written while the plan is edited, and gets the same answers; no letter has a word.
 */

const MARK = "Mansikkapaikka";

let scene: Scene;
let outsiders: { name: string; id: string }[];
/** Tutor and coordinator, each on these pages of the placement: who looked is in its history. */
const LOOKS = 2 * 5;
const before = new Map<string, string>();
const after = new Map<string, string>();

const reads = ROUTES.filter(({ contract }) => contract.method === "GET").map(
  ({ contract }) => `${contract.method} ${contract.path}`,
);

async function readAll(into: Map<string, string>): Promise<void> {
  for (const { name, id } of outsiders) {
    const caller = await scene.as(id);
    for (const route of reads) {
      const answer = await caller.get(sampleOf(route, scene.world).path);
      into.set(
        `${name}: ${route}`,
        `${answer.statusCode} ${answer.headers.etag ?? ""} ${answer.body}`,
      );
    }
  }
}

async function countLooks(): Promise<number> {
  return (await scene.house.db.selectFrom("placement_look").select("page").execute()).length;
}

beforeAll(async () => {
  scene = await openScene({ REQUESTS_PER_MINUTE: "100000" });
  const { tutor, coordinator, admin, colleague, otherStudent, otherTeacher } = scene.world;
  outsiders = [
    { name: "tutor", id: tutor },
    { name: "coordinator", id: coordinator },
    { name: "admin", id: admin },
    { name: "colleague", id: colleague },
    { name: "other student", id: otherStudent },
    { name: "other teacher", id: otherTeacher },
  ];
  await scene.write(scene.teacher, 0);
  await scene.mark(scene.tutor, 1);
  await scene.write(scene.student, 1, { travel: "Juna" });
  // The second round of looks changes nothing in the history.
  await readAll(before);
  await vi.waitUntil(async () => (await countLooks()) === LOOKS);
  await readAll(before);
  const path = `/api/placements/${scene.world.placementId}/path`;
  for (const caller of [scene.student, scene.teacher]) {
    const text = `${MARK}: lepo kesken päivän.`;
    await caller.send("PUT", `${path}/support/${newId()}`, { text });
  }
  await scene.teacher.send("PUT", `${path}/adaptations/${newId()}`, {
    unitId: scene.world.unitId,
    requirementId: null,
    kind: "deviation",
    text: `${MARK}: suullisesti.`,
    forWorkplace: false,
  });
  await readAll(after);
}, 120_000);
afterAll(() => scene.close());

describe("what only student and teacher may know", () => {
  test("changes no answer of any read for anybody else: plan, differences, history, board or home", () => {
    expect(after.size).toBeGreaterThan(outsiders.length * 20);
    for (const [asked, answer] of after)
      expect([asked, answer]).toEqual([asked, before.get(asked)]);
  });

  test("is in no plan, letter, part of a letter or history", async () => {
    for (const table of ["plan_version", "mail_message", "mail_part", "audit_event"]) {
      const { rows } = await scene.house.pool.query(
        `select count(*)::int as n from ${table} t where t::text like $1`,
        [`%${MARK}%`],
      );
      expect([table, rows[0]?.n]).toEqual([table, 0]);
    }
  });

  test("is read by the two", async () => {
    for (const caller of [scene.student, scene.teacher]) {
      const { body } = await caller.get(`/api/placements/${scene.world.placementId}/path`);
      expect(body.split(MARK)).toHaveLength(4);
    }
  });
});
