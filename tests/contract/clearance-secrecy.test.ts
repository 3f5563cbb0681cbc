import { afterAll, beforeAll, expect, test } from "vitest";
import { makeLink } from "#features/people/server/api.ts";
import { ROUTES } from "#server/app.ts";
import { makeWorld, type World } from "#tests/support/makers.ts";
import { type Caller, callerOf, openTestHouse, type TestHouse } from "#tests/support/test-house.ts";
import { sampleOf } from "./route-samples.ts";

/**
 * What concerns the student's health reaches the workplace by no read and no letter, unless the student has
 * let it; and no longer once that is taken back. Another student never reads it.
 */

const SIGNS = /health-fit|opiskeluterveydenhuolto|student health care|criminal-record/;

let house: TestHouse;
let world: World;
let path: string;
let workplace: Caller[];

const reads = ROUTES.filter(({ contract }) => contract.method === "GET").map(
  ({ contract }) => `${contract.method} ${contract.path}`,
);

beforeAll(async () => {
  house = await openTestHouse({ REQUESTS_PER_MINUTE: "100000" });
  world = await makeWorld(house.house, { state: "planning", startsOn: "2026-11-30" });
  path = `/api/placements/${world.placementId}`;
  workplace = [await house.as(world.tutor), await tutorByLink(), await house.as(world.colleague)];
  const teacher = await house.as(world.teacher);
  const note = { shownOn: null, validUntil: null };
  for (const code of ["health-fit", "criminal-record-shown"]) {
    const noted = await teacher.send("PUT", `${path}/clearances/${code}`, {
      ...note,
      state: "needed",
    });
    if (noted.statusCode !== 200) throw new Error(`not noted: ${code}`);
  }
  await teacher.send("POST", `${path}/nudges`, { to: "tutor", about: "plan", week: null });
  await teacher.send("POST", `${path}/tutor/links`);
});
afterAll(() => house.close());

async function tutorByLink(): Promise<Caller> {
  const { house: inner } = house;
  const token = await inner.db.transaction().execute((tx) =>
    makeLink(tx, inner.clock.now(), {
      providerId: world.providerId,
      personId: world.tutor,
      placementId: world.placementId,
      expiresAt: inner.clock.now().add({ hours: 24 }),
      createdBy: world.teacher,
    }),
  );
  const caller = callerOf(house.app, {});
  await caller.send("POST", "/api/links/open", { token, colleague: null });
  return caller;
}

/** Reads of the whole API whose answer tells of it. */
async function tellingReads(caller: Caller): Promise<string[]> {
  const telling: string[] = [];
  for (const route of reads) {
    const { body } = await caller.get(sampleOf(route, world).path);
    if (SIGNS.test(body) && route !== "GET /api/openapi.json") telling.push(route);
  }
  return telling;
}
const consent = (caller: Caller, given: boolean, code = "health-fit") =>
  caller.send("PUT", `${path}/clearances/${code}/consent`, { given });

test("no read tells the workplace or another student, and no letter does", async () => {
  for (const caller of [...workplace, await house.as(world.otherStudent)]) {
    expect(await tellingReads(caller)).toEqual([]);
  }
  const mails = await house.house.db.selectFrom("mail_message").selectAll().execute();
  expect(JSON.stringify(mails)).not.toMatch(SIGNS);
});

test("the student alone lets the workplace see one row in one read, and takes it back", async () => {
  const student = await house.as(world.student);
  const staff = [world.teacher, world.coordinator, world.tutor];
  for (const person of staff) {
    expect((await consent(await house.as(person), true)).statusCode).toBe(403);
  }
  expect((await consent(await house.as(world.otherStudent), true)).statusCode).toBe(404);
  expect((await consent(student, true, "criminal-record-shown")).json().code).toBe(
    "not_for_consent",
  );
  await Promise.all([consent(student, true), consent(student, true)]);
  const [tutor] = workplace;
  if (tutor === undefined) throw new Error("no tutor");
  expect(await tellingReads(tutor)).toEqual(["GET /api/placements/{placementId}/clearances"]);
  expect((await tutor.get(`${path}/clearances`)).body).not.toContain("criminal-record");
  await consent(student, false);
  expect(await tellingReads(tutor)).toEqual([]);
  const traces = await house.house.db
    .selectFrom("audit_event")
    .select("change")
    .where("deed", "=", "consent-to-clearance")
    .where("person_id", "=", world.student)
    .execute();
  expect(traces).toHaveLength(3);
});
