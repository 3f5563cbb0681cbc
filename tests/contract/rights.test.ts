import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { ensureSigner, makeLink } from "#features/people/server/api.ts";
import { ROUTES } from "#server/app.ts";
import { newId } from "#server/clock.ts";
import type { Route } from "#server/deed.ts";
import type { Gate } from "#shared/route.contract.ts";
import { makeWorld, type World } from "#tests/support/makers.ts";
import { type Caller, callerOf, openTestHouse, type TestHouse } from "#tests/support/test-house.ts";
import { sampleOf } from "./route-samples.ts";

/**
 * Walks every route as every role at two providers and prints who gets through. A new route enters by
 * itself; if it takes a body or path ids it needs a sample in route-samples.ts, or this test fails.
 */

let house: TestHouse;
let world: World;
let callers: { name: string; inside: boolean; caller: Caller }[];
const seen = new Map<string, Map<string, number>>();

const nameOf = ({ contract }: Route) => `${contract.method} ${contract.path}`;
/** Signing out ends the walkers' sessions for good, so it is walked last. */
const routes = ROUTES.map((route) => [nameOf(route), route] as const).toSorted(
  ([left], [right]) => Number(left.includes("/sign-out")) - Number(right.includes("/sign-out")),
);

beforeAll(async () => {
  house = await openTestHouse();
  world = await makeWorld(house.house);
  const as = async (name: string, personId: string, inside: boolean) => ({
    name,
    inside,
    caller: await house.as(personId),
  });
  callers = [
    { name: "anyone", inside: false, caller: house.anyone },
    await as("student", world.student, true),
    await as("tutor", world.tutor, true),
    { name: "tutor's link", inside: true, caller: await tutorByLink() },
    await as("teacher", world.teacher, true),
    await as("coordinator", world.coordinator, true),
    await as("admin", world.admin, false),
    await as("colleague", world.colleague, false),
    ...(await signers()),
    await as("other student", world.otherStudent, false),
    await as("other teacher", world.otherTeacher, false),
    await as("other coordinator", world.otherCoordinator, false),
  ];
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

/** Who has been asked to sign something else at the college: by the address on file, and by the letter's link. */
async function signers() {
  const { house: inner } = house;
  const { providerId, teacher } = world;
  const personId = newId();
  const person = { id: personId, given_name: "Leila", family_name: "Laine" };
  await inner.db.insertInto("person").values(person).execute();
  const token = await inner.db.transaction().execute(async (tx) => {
    await ensureSigner(tx, providerId, personId);
    const expiresAt = inner.clock.now().add({ hours: 24 });
    const link = { providerId, personId, agreementId: newId(), expiresAt, createdBy: teacher };
    return makeLink(tx, inner.clock.now(), link);
  });
  const caller = callerOf(house.app, {});
  await caller.send("POST", "/api/links/open", { token, colleague: null });
  return [
    { name: "signer", inside: false, caller: await house.as(personId) },
    { name: "signer's link", inside: false, caller },
  ];
}

async function callAs({ caller }: { caller: Caller }, route: Route): Promise<number> {
  const sample = sampleOf(nameOf(route), world);
  // A fresh copy of the cookies: signing in or out as part of the walk must not change who walks.
  const walker = callerOf(
    house.app,
    { ...caller.cookies },
    `10.0.${seen.size}.${Math.floor(Math.random() * 250)}`,
  );
  const { method } = route.contract;
  const answer =
    method === "GET"
      ? await walker.get(sample.path)
      : await walker.send(method, sample.path, sample.body, {
          "idempotency-key": randomUUID(),
          ...sample.headers,
        });
  return answer.statusCode;
}

/** A malformed sample, a fault, an open door, or a stranger who was told more than "not found" or "not allowed". */
function isWrong(
  status: number,
  who: { name: string; inside: boolean },
  gate: Gate,
  ofPlacement: boolean,
): boolean {
  if (status === 400 || status >= 500) return true;
  if (who.name === "anyone") return gate !== "public" && status !== 401;
  return ofPlacement && !who.inside && status !== 403 && status !== 404;
}

describe("every route", () => {
  test.each(routes)("%s lets in only whom its gate names", async (name, route) => {
    const { gate, path } = route.contract;
    const ofPlacement = path.includes("{placementId}");
    const row = new Map<string, number>();
    for (const who of callers) row.set(who.name, await callAs(who, route));
    const wrong = callers.filter((who) =>
      isWrong(row.get(who.name) ?? 500, who, gate, ofPlacement),
    );
    expect(wrong.map((who) => `${who.name}: ${row.get(who.name)}`)).toEqual([]);
    seen.set(name, row);
  });
});

test("the matrix of routes and roles is as it was reviewed", async () => {
  const words = (status: number) =>
    status === 401 || status === 403 || status === 404 ? String(status) : "yes";
  const names = callers.map(({ name }) => name);
  const lines = [...seen].map(
    ([route, row]) =>
      `| ${route} | ${names.map((name) => words(row.get(name) ?? 0)).join(" | ")} |`,
  );
  const table = [
    `| route | ${names.join(" | ")} |`,
    `| --- |${" --- |".repeat(names.length)}`,
    ...lines.toSorted(),
  ].join("\n");
  process.stdout.write(`\n${table}\n`);
  await expect(`${table}\n`).toMatchFileSnapshot("rights-matrix.md");
});
