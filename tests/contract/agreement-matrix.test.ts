import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, test } from "vitest";
import { AGREEMENT_STATES, type AgreementState } from "#features/agreements/agreement.ts";
import {
  type AgreementScene,
  bodyFor,
  LEILA,
  openAgreementScene,
} from "#features/agreements/agreement-scene.ts";
import { makeLink } from "#features/people/server/api.ts";
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
  "guardian's link",
  "teacher",
  "coordinator",
  "other provider",
] as const;
type Role = (typeof ROLES)[number];

/** Refusals of what was typed, not of who or when: rights and state let the deed through. */
const LATER = [
  "code_not_asked",
  "code_wrong",
  "code_used_up",
  "too_many_codes",
  "too_soon",
  "nothing_changed",
  "unknown_choice",
  "address_taken",
];

let scene: AgreementScene;
let links = 0;

beforeAll(async () => {
  scene = await openAgreementScene();
  await scene.house.db
    .updateTable("person")
    .set({ born_on: "2010-03-03" })
    .where("id", "=", scene.world.student)
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

const at = (deed: string, method: "POST" | "PUT", body?: (role: Role, hash: string) => object) => {
  const run: Deed = async ({ id, callers }, role) => {
    const hash = body === undefined ? "" : await scene.hashOf(scene.teacher, id);
    return callers[role].send(method, `/api/agreements/${id}/${deed}`, body?.(role, hash));
  };
  return run;
};
const read =
  (deed: string): Deed =>
  ({ id, callers }, role) =>
    callers[role].get(`/api/agreements/${id}${deed}`);
const atPlacement =
  (deed: string, body: () => object): Deed =>
  ({ callers }, role) =>
    callers[role].send("POST", `/api/placements/${scene.world.placementId}/${deed}`, body());

const DEEDS: Readonly<Record<string, Deed>> = {
  read: read(""),
  "read first text": read("/texts/1"),
  "read paper": read("/paper"),
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
  remind: at("parties/employer/reminders", "POST"),
  "repair address": at("parties/employer/address", "PUT", () => ({
    email: "jari@example.org",
    phone: null,
    known: "called",
  })),
  "name a deputy": at("parties/employer/deputy", "PUT", () => ({
    deputy: { personId: randomUUID() },
    known: "called",
  })),
  decline: at("refusal", "POST", (role) => ({ party: partyOf(role), reason: "Emme ehdi." })),
  withdraw: at("withdrawal", "POST", () => ({ reason: "Tunnit väärin." })),
  "send another": atPlacement("agreements", () => ({
    ...bodyFor(scene.world, randomUUID()),
    providerSignerId: randomUUID(),
  })),
  amend: atPlacement("amendments", () => ({ id: randomUUID(), endsOn: null, why: "Ei muuta" })),
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
    .execute();
  const guardian = { ...bodyFor(scene.world, "").employer, givenName: "Pirjo", email: PIRJO };
  const id = await scene.send({ guardian });
  const employer = await scene.byLetter(LEILA, nextAddress());
  const callers = {
    student: ofOwn(scene.student),
    tutor: ofOwn(scene.tutor),
    "tutor's link": await tutorByLink(),
    "employer's link": employer,
    "guardian's link": await scene.byLetter(PIRJO, nextAddress()),
    teacher: ofOwn(scene.teacher),
    coordinator: ofOwn(scene.coordinator),
    "other provider": ofOwn(await scene.as(scene.world.otherCoordinator)),
  };
  await reach(state, { id, callers });
  return { id, callers };
}

async function reach(state: AgreementState, { id, callers }: Stage): Promise<void> {
  if (state === "completed") {
    await scene.signs(callers["employer's link"], id, "employer");
    await scene.signs(callers.coordinator, id, "provider");
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

async function tutorByLink(): Promise<Caller> {
  const { house, world } = scene;
  const token = await house.db.transaction().execute((tx) =>
    makeLink(tx, house.clock.now(), {
      providerId: world.providerId,
      personId: world.tutor,
      placementId: world.placementId,
      expiresAt: house.clock.now().add({ hours: 24 }),
      createdBy: world.teacher,
    }),
  );
  const caller = callerOf(scene.app, {}, nextAddress());
  await caller.send("POST", "/api/links/open", { token, colleague: null });
  return caller;
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

test("who may do what to an agreement in which state is as it was reviewed", {
  timeout: 120_000,
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
