import { makeLink } from "#features/people/server/api.ts";
import { makeWorld, type World } from "#tests/support/makers.ts";
import { type Caller, callerOf, openTestHouse, type TestHouse } from "#tests/support/test-house.ts";
import type { PlanContent } from "../plan.ts";

/** A placement from 30 November to 29 January that is being planned, and a browser of each of its people. */
export type Scene = TestHouse & {
  readonly world: World;
  readonly student: Caller;
  readonly tutor: Caller;
  readonly teacher: Caller;
  readonly coordinator: Caller;
  readonly path: string;
  content(change?: Partial<PlanContent>): PlanContent;
  /** Writes a version after the one named `seen` (0 = the first). */
  write(
    caller: Caller,
    seen: number,
    change?: Partial<PlanContent>,
    why?: string,
  ): ReturnType<Caller["send"]>;
  mark(caller: Caller, number: number): ReturnType<Caller["send"]>;
  /** A browser in which the tutor's personal link was opened, by the tutor or by a colleague. */
  byLink(colleague: string | null): Promise<Caller>;
  /** Changes of the audit rows of a deed on this placement. */
  audits(deed: string): Promise<unknown[]>;
  mails(): Promise<{ to_address: string; subject: string; body: string | null }[]>;
};

export async function openScene(settings: Record<string, string> = {}): Promise<Scene> {
  const house = await openTestHouse(settings);
  const period = { startsOn: "2026-11-30", endsOn: "2027-01-29" };
  const world = await makeWorld(house.house, { state: "planning", ...period });
  const path = `/api/placements/${world.placementId}/plan`;
  const content = (change: Partial<PlanContent> = {}) => ({ ...contentFor(world), ...change });
  return {
    ...house,
    world,
    path,
    content,
    student: await house.as(world.student),
    tutor: await house.as(world.tutor),
    teacher: await house.as(world.teacher),
    coordinator: await house.as(world.coordinator),
    write: (caller, seen, change = {}, why) => {
      const body = { content: content(change), why: why ?? null };
      return caller.send("PUT", path, body, seen === 0 ? {} : { "if-match": `"${seen}"` });
    },
    mark: (caller, number) => caller.send("POST", `${path}/marks`, { number }),
    byLink: (colleague) => openLink(house, world, colleague),
    audits: (deed) => readAudits(house, world.placementId, deed),
    mails: () => readMails(house),
  };
}

async function readAudits({ house }: TestHouse, placementId: string, deed: string) {
  const rows = await house.db
    .selectFrom("audit_event")
    .select("change")
    .where("placement_id", "=", placementId)
    .where("deed", "=", deed)
    .orderBy("at")
    .execute();
  return rows.map(({ change }) => change);
}

function readMails({ house }: TestHouse) {
  return house.db
    .selectFrom("mail_message")
    .select(["to_address", "subject", "body"])
    .orderBy("id")
    .execute();
}

function contentFor(world: World): PlanContent {
  const [pipes = "", joints = ""] = world.requirementIds;
  const [runs = ""] = world.taskIds;
  return {
    objectives: [{ requirementId: pipes }, { requirementId: joints }],
    tasks: [
      {
        taskId: runs,
        name: null,
        aloneWeeks: ["2026-W51"],
        withTutorWeeks: ["2026-W49", "2026-W50"],
      },
    ],
    hours: { minutesPerWeek: 2_250, dayStartsAt: "07:00", dayEndsAt: "15:00", breakMinutes: 30 },
    talks: [
      { kind: "start", at: "2026-12-02T11:30:00Z", minutes: 30, place: "workplace" },
      { kind: "mid", at: "2027-01-04T11:30:00Z", minutes: 30, place: "video" },
    ],
    shifts: [],
    demonstrations: [],
    guidance: null,
    breaks: null,
    support: null,
    travel: "Bussi 4",
    meals: null,
  };
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
      expiresAt: house.clock.now().add({ hours: 24 }),
      createdBy: world.teacher,
    }),
  );
  const caller = callerOf(app, {});
  await caller.send("POST", "/api/links/open", { token, colleague });
  return caller;
}
