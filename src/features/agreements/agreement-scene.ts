import { randomUUID } from "node:crypto";
import { planContent } from "#features/plans/plan.contract.ts";
import { makeSafe, makeWorld, type World } from "#tests/support/makers.ts";
import { type Caller, callerOf, openTestHouse, type TestHouse } from "#tests/support/test-house.ts";

/** A placement that is being planned, with a plan, a tutor and an insurer: an agreement can be sent. */
export type AgreementScene = TestHouse & {
  readonly world: World;
  readonly student: Caller;
  readonly tutor: Caller;
  readonly teacher: Caller;
  readonly coordinator: Caller;
  readonly path: string;
  /** Sends an agreement that the coordinator signs for the college and Leila for the employer. */
  send(change?: object): Promise<string>;
  /** A browser in which the newest letter to this address has been opened, at a network address of its own if need be. */
  byLetter(address: string, from?: string): Promise<Caller>;
  /** Asks for a code as this party and signs the text in force with it. */
  signs(caller: Caller, agreementId: string, party: string): ReturnType<Caller["send"]>;
  letters(): Promise<{ to_address: string; template: string; body: string | null }[]>;
  hashOf(caller: Caller, agreementId: string): Promise<string>;
};

export const LEILA = "leila@example.org";

export async function openAgreementScene(
  settings: Record<string, string> = {},
): Promise<AgreementScene> {
  const house = await openTestHouse(settings);
  const period = { startsOn: "2026-11-30", endsOn: "2027-01-29" };
  const world = await makeWorld(house.house, { state: "planning", ...period });
  await makeSafe(house.house, world);
  const teacher = await house.as(world.teacher);
  await teacher.send("PUT", `/api/placements/${world.placementId}/plan`, {
    content: contentFor(world),
    why: null,
  });
  const path = `/api/placements/${world.placementId}/agreements`;
  const coordinator = await house.as(world.coordinator);
  const scene = { ...house, world, teacher, coordinator, path };
  return {
    ...scene,
    student: await house.as(world.student),
    tutor: await house.as(world.tutor),
    send: async (change = {}) => {
      const id = randomUUID();
      const answer = await teacher.send("POST", path, { ...bodyFor(world, id), ...change });
      if (answer.statusCode !== 200) throw new Error(`not sent: ${answer.body}`);
      return id;
    },
    byLetter: (address, from) => openLetter(house, address, from),
    signs: (caller, agreementId, party) => signWithCode(house, caller, agreementId, party),
    letters: () => listLetters(house),
    hashOf: async (caller, agreementId) => textHashFor(caller, agreementId),
  };
}

export function bodyFor(world: World, id: string) {
  return {
    id,
    language: "fi",
    providerSignerId: world.coordinator,
    employer: {
      givenName: "Leila",
      familyName: "Karjalainen",
      email: LEILA,
      phone: null,
      title: "omistaja",
      language: "fi",
    },
    guardian: null,
    employment: null,
  };
}

function contentFor(world: World) {
  const [pipes = "", joints = ""] = world.requirementIds;
  const [runs = ""] = world.taskIds;
  return planContent.parse({
    objectives: [{ requirementId: pipes }, { requirementId: joints }],
    tasks: [{ taskId: runs, name: null, aloneWeeks: ["2026-W51"], withTutorWeeks: ["2026-W49"] }],
    hours: { minutesPerWeek: 2_250, dayStartsAt: "07:00", dayEndsAt: "15:00", breakMinutes: 30 },
    talks: [{ kind: "start", at: "2026-12-02T11:30:00Z", minutes: 30, place: "workplace" }],
    support: null,
    travel: "Bussi 4",
    meals: null,
  });
}

async function openLetter(
  { house, app }: TestHouse,
  address: string,
  from?: string,
): Promise<Caller> {
  const letter = await house.db
    .selectFrom("mail_message")
    .select("body")
    .where("to_address", "=", address)
    .where("body", "like", "%/l/%")
    .orderBy("id", "desc")
    .executeTakeFirstOrThrow();
  const token = /\/l\/([\w-]+)/.exec(letter.body ?? "")?.[1];
  const caller = callerOf(app, {}, from);
  const opened = await caller.send("POST", "/api/links/open", { token, colleague: null });
  if (opened.statusCode !== 200) throw new Error(`not opened: ${opened.body}`);
  return caller;
}

async function signWithCode(
  { house }: TestHouse,
  caller: Caller,
  agreementId: string,
  party: string,
) {
  const textHash = await textHashFor(caller, agreementId);
  const asked = await caller.send("POST", `/api/agreements/${agreementId}/codes`, { party });
  if (asked.statusCode !== 200) return asked;
  const code = await newestCode(house, agreementId);
  const body = { party, textHash, code, language: "fi" };
  return caller.send("POST", `/api/agreements/${agreementId}/signatures`, body);
}

/** The six digits of the newest letter with a code about this agreement. */
export async function newestCode({ db }: TestHouse["house"], agreementId: string): Promise<string> {
  const { subject } = await db
    .selectFrom("mail_message")
    .select("subject")
    .where("template", "=", "signing_code")
    .where("agreement_id", "=", agreementId)
    .orderBy("id", "desc")
    .executeTakeFirstOrThrow();
  return /\d{6}/.exec(subject)?.[0] ?? "";
}

async function textHashFor(caller: Caller, agreementId: string): Promise<string> {
  const answer = await caller.get(`/api/agreements/${agreementId}`);
  const { textHash } = answer.json<{ textHash: string }>();
  return textHash;
}

function listLetters({ house }: TestHouse) {
  return house.db
    .selectFrom("mail_message")
    .select(["to_address", "template", "body"])
    .where("agreement_id", "is not", null)
    .orderBy("id")
    .execute();
}
