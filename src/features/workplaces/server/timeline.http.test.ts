import { randomUUID } from "node:crypto";
import { afterEach, beforeEach, expect, test } from "vitest";
import { makeWorld, type World } from "#tests/support/makers.ts";
import { type Caller, openTestHouse, type TestHouse } from "#tests/support/test-house.ts";

let house: TestHouse;
let world: World;
let coordinator: Caller;
let teacher: Caller;

beforeEach(async () => {
  house = await openTestHouse();
  world = await makeWorld(house.house);
  coordinator = await house.as(world.coordinator);
  teacher = await house.as(world.teacher);
});
afterEach(() => house.close());

type Moment = {
  what: string;
  who: string | null;
  about: string | null;
  placementId: string | null;
};
const path = (query = "") => `/api/workplaces/${world.workplaceId}/timeline${query}`;
const read = async (query = "", caller = coordinator) => (await caller.get(path(query))).json();
const whats = async (query = "", caller = coordinator) =>
  (await read(query, caller)).moments.map(({ what }: Moment) => what);
const note = (text = "Lupasi kaksi paikkaa.", onDay = "2026-11-20") =>
  coordinator.send("PUT", `/api/workplaces/${world.workplaceId}/entries/${randomUUID()}`, {
    kind: "phone",
    onDay,
    text,
    withdrawn: false,
  });

/** One of each that a deed can bring about within a day. */
async function happen(): Promise<void> {
  const placement = `/api/placements/${world.placementId}`;
  const place = `/api/workplaces/${world.workplaceId}`;
  await note();
  await teacher.send("POST", `${placement}/tutor/links`);
  await teacher.send("POST", `${placement}/nudges`, {
    to: "tutor",
    about: "week",
    week: null,
  });
  await coordinator.send("POST", `${place}/suspension`, { kind: "suspended", reason: "Suojus." });
  await coordinator.send("POST", `${place}/suspension/end`, { reason: "Suojus on paikallaan." });
  const mika = await house.as(world.tutor);
  await mika.send("POST", `${placement}/workplace-word`, { changed: [], note: null });
  const pekka = { givenName: "Pekka", familyName: "Laine", email: null, phone: null };
  await coordinator.send(
    "POST",
    `${place}/people`,
    { ...pekka, role: "tutor", title: null, language: "fi" },
    { "if-match": '"1"' },
  );
}

test("tells what happened in one list, newest day first, and how many of each kind there are", async () => {
  await happen();
  const { moments, counts } = await read();
  expect(moments.map(({ what }: Moment) => what).toSorted()).toEqual([
    "entry",
    "lifted",
    "link_sent",
    "nudged",
    "person_added",
    "proposed",
    "started",
    "suspended",
    "word_same",
  ]);
  const days = moments.map(({ on }: { on: string }) => on);
  expect(days).toEqual(days.toSorted().toReversed());
  expect(
    Object.fromEntries(
      counts.map(({ kind, count }: { kind: string; count: number }) => [kind, count]),
    ),
  ).toEqual({
    contact: 1,
    letter: 2,
    placement: 2,
    suitability: 3,
    record: 1,
  });
  const link = moments.find(({ what }: Moment) => what === "link_sent");
  expect(link).toMatchObject({ who: "Sanna Testinen", about: "Mika Testinen" });
  expect(JSON.stringify(moments)).not.toContain("Suojus");
});

test("is narrowed to a kind and comes in windows", async () => {
  await happen();
  expect((await whats("?kind=letter")).toSorted()).toEqual(["link_sent", "nudged"]);
  expect(await whats("?limit=2")).toHaveLength(2);
  expect((await read("?limit=2")).counts).toHaveLength(5);
  expect((await coordinator.get(path("?kind=gossip"))).statusCode).toBe(400);
  expect((await coordinator.get(path("?limit=100000"))).statusCode).toBe(400);
});

test("another college sees its own placement and nothing of ours", async () => {
  await happen();
  const ritva = await house.as(world.otherCoordinator);
  const { moments } = await read("", ritva);
  expect(moments.map(({ what }: Moment) => what).toSorted()).toEqual(["proposed", "started"]);
  expect(moments.every(({ about }: Moment) => about === "Noora Testinen")).toBe(true);
});

test("staff without the placement read neither its student nor its letters", async () => {
  await happen();
  const admin = await house.as(world.admin);
  const { moments } = await read("", admin);
  expect(moments.map(({ what }: Moment) => what).toSorted()).toEqual([
    "entry",
    "lifted",
    "person_added",
    "suspended",
    "word_same",
  ]);
  expect(moments.every(({ placementId }: Moment) => placementId === null)).toBe(true);
});

test("students and tutors do not read it", async () => {
  for (const id of [world.student, world.tutor]) {
    expect((await (await house.as(id)).get(path())).statusCode).toBe(403);
  }
});

test("a contact that was taken back is not told", async () => {
  await note();
  const [moment] = (await read("?kind=contact")).moments;
  const { id, withdraw } = moment.entry;
  expect(withdraw).toEqual({ allowed: true });
  await coordinator.send("PUT", `/api/workplaces/${world.workplaceId}/entries/${id}`, {
    kind: "phone",
    onDay: "2026-11-20",
    text: "Lupasi kaksi paikkaa.",
    withdrawn: true,
  });
  expect(await whats("?kind=contact")).toEqual([]);
});
