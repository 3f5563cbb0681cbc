import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, test } from "vitest";
import { AGREEMENT_STATES, type AgreementState } from "#features/agreements/agreement.ts";
import {
  type AgreementScene,
  bodyFor,
  LEILA,
  openAgreementScene,
} from "#features/agreements/agreement-scene.ts";
import { agreementRoutes } from "#features/agreements/server/agreements.routes.ts";
import { finishAgreement } from "#features/agreements/server/finish-agreement.ts";
import {
  byColleague,
  idOf,
  neighbour,
  otherEmployer,
  tutorByLink,
} from "#tests/support/agreement-callers.ts";
import { type Caller, callerOf } from "#tests/support/test-house.ts";

/**
 * Every deed of an agreement by everyone near it in every state, over HTTP. The bodies are such that what is
 * allowed stops at the last check (a wrong code, nothing changed), so that a cell leaves things as they were;
 * the two deeds that close an agreement get a new one afterwards.
 */

const PIRJO = "pirjo@example.org";
const ROLES = [
  "student",
  "tutor",
  "tutor's link",
  "employer's link",
  "employer by code",
  "colleague on employer's link",
  "guardian's link",
  "teacher",
  "coordinator",
  "admin",
  "former tutor",
  "other employer's link",
  "other student",
  "other provider",
  "nobody",
] as const;
type Role = (typeof ROLES)[number];

/** Refusals of what was typed, not of who or when: rights and state let the deed through. */
const LATER = [
  "code_not_asked",
  "code_wrong",
  "code_used_up",
  "too_many_codes",
  "too_many_codes_today",
  "too_soon",
  "nothing_changed",
  "unknown_choice",
  "address_taken",
];

let scene: AgreementScene;
let links = 0;

beforeAll(async () => {
  scene = await openAgreementScene({ REQUESTS_PER_MINUTE: "10000" });
  await scene.house.db
    .updateTable("person")
    .set({ born_on: "2010-03-03" })
    .where("id", "=", scene.world.student)
    .execute();
  await scene.house.db
    .insertInto("membership")
    .values({
      provider_id: scene.world.providerId,
      person_id: scene.world.colleague,
      role: "tutor",
    })
    .execute();
});
afterAll(() => scene.close());

type Stage = { readonly id: string; readonly callers: Readonly<Record<Role, Caller>> };
type Deed = (stage: Stage, role: Role) => ReturnType<Caller["get"]>;

const PARTY_OF: Partial<Record<Role, string>> = {
  student: "student",
  coordinator: "provider",
  "guardian's link": "guardian",
};
const partyOf = (role: Role) => PARTY_OF[role] ?? "employer";

/** Routes that the deeds below walk. */
const walked = new Set<string>();

/** The contract's path with the parts of this stage in it. */
function filled(method: string, path: string): (id: string) => string {
  walked.add(`${method} ${path}`);
  const parts: Record<string, () => string> = {
    placementId: () => scene.world.placementId,
    party: () => "employer",
    revision: () => "1",
  };
  return (id) => path.replace(/\{(\w+)\}/g, (_, name: string) => parts[name]?.() ?? id);
}

function send(method: "POST" | "PUT", path: string, body?: (role: Role, hash: string) => object) {
  const pathOf = filled(method, path);
  const run: Deed = async ({ id, callers }, role) => {
    const hash = body === undefined ? "" : await scene.hashOf(scene.teacher, id);
    return callers[role].send(method, pathOf(id), body?.(role, hash));
  };
  return run;
}
const at = (deed: string, method: "POST" | "PUT", body?: (role: Role, hash: string) => object) =>
  send(method, `/api/agreements/{agreementId}/${deed}`, body);
function read(path: string): Deed {
  const pathOf = filled("GET", path);
  return ({ id, callers }, role) => callers[role].get(pathOf(id));
}
const AGREEMENT = "/api/agreements/{agreementId}";
const PLACEMENT = "/api/placements/{placementId}";

const DEEDS: Readonly<Record<string, Deed>> = {
  read: read(AGREEMENT),
  "read first text": read(`${AGREEMENT}/texts/{revision}`),
  "read paper": read(`${AGREEMENT}/paper`),
  "list of the placement": read(`${PLACEMENT}/agreements`),
  preview: read(`${PLACEMENT}/agreements/preview`),
  "choices of an amendment": read(`${PLACEMENT}/amendments/choices`),
  "ask for a code": at("codes", "POST", (role) => ({ party: partyOf(role) })),
  "sign or acknowledge": at("signatures", "POST", (role, textHash) => ({
    party: partyOf(role),
    textHash,
    code: role === "student" ? null : "000000",
    language: "fi",
  })),
  correct: at("corrections", "POST", () => ({
    startsOn: "2026-11-30",
    endsOn: "2027-01-29",
    hours: { minutesPerWeek: 2_250, dayStartsAt: "07:00", dayEndsAt: "15:00", breakMinutes: 30 },
    why: "Ei muuta",
  })),
  remind: at("parties/{party}/reminders", "POST"),
  "repair address": at("parties/{party}/address", "PUT", () => ({
    email: "jari@example.org",
    phone: null,
    known: "called",
  })),
  "name a deputy": at("parties/{party}/deputy", "PUT", () => ({
    deputy: { personId: randomUUID() },
    known: "called",
  })),
  decline: at("refusal", "POST", (role) => ({ party: partyOf(role), reason: "Emme ehdi." })),
  withdraw: at("withdrawal", "POST", () => ({ reason: "Tunnit väärin." })),
  "send another": send("POST", `${PLACEMENT}/agreements`, () => ({
    ...bodyFor(scene.world, randomUUID()),
    providerSignerId: randomUUID(),
  })),
  "end general terms": at("termination", "POST", () => ({
    lastDay: "2026-12-31",
    reason: "Ei enää",
  })),
  amend: send("POST", `${PLACEMENT}/amendments`, () => ({
    id: randomUUID(),
    endsOn: null,
    why: "Ei muuta",
  })),
};

/** A new agreement in this state, and everyone's browser; each at a network address of its own. */
async function stageIn(state: AgreementState): Promise<Stage> {
  await scene.house.db
    .updateTable("agreement")
    .set({
      state: "withdrawn",
      completed_at: null,
      closed_at: "2026-11-23T06:00:00Z",
      closed_reason: "Seuraava",
    })
    .where("state", "in", ["out", "completed"])
    .where("placement_id", "=", scene.world.placementId)
    .execute();
  const guardian = { ...bodyFor(scene.world, "").employer, givenName: "Pirjo", email: PIRJO };
  const id = await scene.send({ guardian });
  const employer = await scene.byLetter(LEILA, nextAddress());
  const callers = {
    student: ofOwn(scene.student),
    tutor: ofOwn(scene.tutor),
    "tutor's link": await tutorByLink(scene, nextAddress()),
    "employer's link": employer,
    "employer by code": ofOwn(await scene.as(await idOf(scene, LEILA))),
    "colleague on employer's link": await byColleague(scene, LEILA, nextAddress()),
    "guardian's link": await scene.byLetter(PIRJO, nextAddress()),
    teacher: ofOwn(scene.teacher),
    coordinator: ofOwn(scene.coordinator),
    admin: ofOwn(await scene.as(scene.world.admin)),
    "former tutor": ofOwn(await scene.as(scene.world.colleague)),
    "other employer's link": await otherEmployer(scene, nextAddress()),
    "other student": ofOwn(await scene.as(await neighbour(scene))),
    "other provider": ofOwn(await scene.as(scene.world.otherCoordinator)),
    nobody: callerOf(scene.app, {}, nextAddress()),
  };
  await reach(state, { id, callers });
  return { id, callers };
}

async function reach(state: AgreementState, { id, callers }: Stage): Promise<void> {
  if (state === "completed") {
    await scene.signs(callers["employer's link"], id, "employer");
    await scene.signs(callers.coordinator, id, "provider");
    await finishAgreement(scene.house, { providerId: scene.world.providerId, agreementId: id });
  }
  const deed = { declined: DEEDS.decline, withdrawn: DEEDS.withdraw, out: null, completed: null };
  await deed[state]?.({ id, callers }, state === "declined" ? "employer's link" : "teacher");
  const { state: reached } = (await scene.teacher.get(`/api/agreements/${id}`)).json();
  expect(reached).toBe(state);
}

function nextAddress(): string {
  links += 1;
  return `10.1.${Math.floor(links / 200)}.${links % 200}`;
}

function ofOwn({ cookies }: Caller): Caller {
  return callerOf(scene.app, { ...cookies }, nextAddress());
}

/** "yes", or who is not let through and why. */
function wordOf(answer: Awaited<ReturnType<Deed>>): string {
  if (answer.statusCode < 300) return "yes";
  const { code, params } = answer.json<{ code: string; params?: { reason?: string } }>();
  if (LATER.includes(code)) return "yes";
  expect(answer.statusCode, `${code} ${JSON.stringify(params)}`).toBeGreaterThan(400);
  expect(answer.statusCode, `${code}`).toBeLessThan(500);
  return `${answer.statusCode} ${params?.reason ?? code}`;
}

test("the matrix walks every deed of an agreement", () => {
  const there = agreementRoutes
    .map(({ contract }) => `${contract.method} ${contract.path}`)
    .filter((name) => /\{agreementId\}|\{placementId\}/.test(name));
  expect([...walked].toSorted()).toEqual(there.toSorted());
});

test("who may do what to an agreement in which state is as it was reviewed", {
  timeout: 300_000,
}, async () => {
  const lines: string[] = [];
  for (const state of AGREEMENT_STATES) {
    let stage = await stageIn(state);
    for (const [name, deed] of Object.entries(DEEDS)) {
      const words: string[] = [];
      for (const role of ROLES) {
        const word = wordOf(await deed(stage, role));
        words.push(word);
        const closes = state === "out" && (name === "decline" || name === "withdraw");
        if (closes && word === "yes") stage = await stageIn(state);
      }
      lines.push(`| ${state} | ${name} | ${words.join(" | ")} |`);
    }
  }
  const head = `| state | deed | ${ROLES.join(" | ")} |\n| --- | --- |${" --- |".repeat(ROLES.length)}`;
  const table = `${head}\n${lines.join("\n")}\n`;
  process.stdout.write(`\n${table}`);
  await expect(table).toMatchFileSnapshot("agreement-matrix.md");
});
