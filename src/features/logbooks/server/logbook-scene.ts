import { makeLink } from "#features/people/server/api.ts";
import { newId } from "#server/clock.ts";
import { makeWorld, type World } from "#tests/support/makers.ts";
import { type Caller, callerOf, openTestHouse, type TestHouse } from "#tests/support/test-house.ts";

/** What the server tests of the logbook start from: a running placement with a plan of three objectives. */
export type Scene = TestHouse & {
  readonly world: World;
  readonly student: Caller;
  readonly tutor: Caller;
  readonly teacher: Caller;
  readonly coordinator: Caller;
  day(day: string): string;
  week(week: string): string;
  /** Writes a day as the student and answers what the server said. */
  write(day: string, change?: object, headers?: Record<string, string>): ReturnType<Caller["send"]>;
  /** A browser that opened the tutor's personal link, as the tutor or as a colleague in the seat. */
  byLink(colleague: string | null): Promise<Caller>;
  mails(): Promise<{ to: string; template: string; subject: string; body: string }[]>;
  audits(): Promise<{ deed: string; acting_name: string | null; means: string; change: unknown }[]>;
};

export async function openScene(shape: Parameters<typeof makeWorld>[1] = {}): Promise<Scene> {
  const test = await openTestHouse();
  const world = await makeWorld(test.house, shape);
  await addObjectives(test, world);
  const student = await test.as(world.student);
  const path = `/api/placements/${world.placementId}`;
  return {
    ...test,
    world,
    student,
    tutor: await test.as(world.tutor),
    teacher: await test.as(world.teacher),
    coordinator: await test.as(world.coordinator),
    day: (day) => `${path}/days/${day}`,
    week: (week) => `${path}/weeks/${week}`,
    write: (day, change = {}, headers = {}) =>
      student.send("PUT", `${path}/days/${day}`, { ...dayBody(day), ...change }, headers),
    byLink: (colleague) => openLink(test, world, colleague),
    mails: () => mails(test),
    audits: () => audits(test, world),
  };
}

async function addObjectives({ house }: TestHouse, world: World): Promise<void> {
  const objectives = world.requirementIds.slice(0, 3).map((requirement_id, position) => ({
    provider_id: world.providerId,
    placement_id: world.placementId,
    requirement_id,
    position,
  }));
  await house.db.insertInto("placement_objective").values(objectives).execute();
}

async function openLink(
  { house, app }: TestHouse,
  world: World,
  colleague: string | null,
): Promise<Caller> {
  const token = await house.db.transaction().execute((tx) =>
    makeLink(tx, house.clock.now(), {
      providerId: world.providerId,
      personId: world.tutor,
      placementId: world.placementId,
      expiresAt: house.clock.now().add({ hours: 24 * 60 }),
      createdBy: world.teacher,
    }),
  );
  const caller = callerOf(app, {});
  await caller.send("POST", "/api/links/open", { token, colleague });
  return caller;
}

async function mails({ house }: TestHouse) {
  const rows = await house.db
    .selectFrom("mail_message")
    .select(["to_address as to", "template", "subject", "body"])
    .orderBy("id")
    .execute();
  return rows.map((row) => ({ ...row, body: row.body ?? "" }));
}

function audits({ house }: TestHouse, world: World) {
  return house.db
    .selectFrom("audit_event")
    .select(["deed", "acting_name", "means", "change"])
    .where("placement_id", "=", world.placementId)
    .orderBy("id")
    .execute();
}

export function dayBody(day: string) {
  return {
    entryId: newId(),
    minutes: 450,
    absence: null,
    tasks: [],
    paragraphs: [],
    requirementIds: [],
    writtenAt: `${day}T14:00:00Z`,
  };
}
