import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { asApp } from "#server/database/database.ts";
import type { Caller } from "#tests/support/test-house.ts";
import { dayBody, openScene, type Scene } from "./logbook-scene.ts";

/** An edit is noticed by those who read what was edited, and by nobody else. */

const WEEK = "2026-W47";
const DAY = "2026-11-16";
const FOR_ALL = { audience: "all", text: "Tein 60 korvapuustia" };
const EXCEPTIONS = {
  kind: "exceptions",
  exceptions: [{ day: DAY, text: "Olit täällä 6 tuntia" }],
  remark: null,
  cards: [],
};

let scene: Scene;
let entryId: string;
beforeEach(async () => {
  scene = await openScene();
  const body = dayBody(DAY);
  ({ entryId } = body);
  await scene.write(DAY, { entryId, paragraphs: [FOR_ALL] });
  await scene.tutor.send("POST", `${scene.week(WEEK)}/confirmation`, EXCEPTIONS);
  scene.travel("2026-11-23T06:30:00Z");
});
afterEach(() => scene.close());

async function edit(version: number, ...added: object[]): Promise<void> {
  const change = { entryId, paragraphs: [FOR_ALL, ...added] };
  const answer = await scene.write(DAY, change, { "if-match": `"${version}"` });
  expect([answer.statusCode, answer.json().version]).toEqual([200, version + 1]);
}

const PRIVATE = { audience: "private", text: "Olin aivan poikki" };
const FOR_TEACHER = { audience: "teacher", text: "Uunin ajastin on vaikea" };

const pagesOf = async (caller: Caller) => {
  const [day, week] = await Promise.all([caller.get(scene.day(DAY)), caller.get(scene.week(WEEK))]);
  return { day: day.json(), week: week.json(), headers: [day.headers.etag, week.headers.etag] };
};

/** What each of these sees, before and after an edit half an hour later. */
async function seenAround(callers: readonly Caller[], work: () => Promise<void>) {
  const before = await Promise.all(callers.map(pagesOf));
  await work();
  return { before, after: await Promise.all(callers.map(pagesOf)) };
}

/** How often live streams of the placement wake while `work` is done. */
async function wakingsDuring(work: () => Promise<void>): Promise<number> {
  await passed();
  let wakings = 0;
  const stop = scene.house.live.listen(new Set([`placement:${scene.world.placementId}`]), () => {
    wakings += 1;
  });
  await work();
  await passed();
  stop();
  return wakings;
}

/** Until all that was touched before has been heard: touches arrive in order, and this is a mark behind them. */
async function passed(): Promise<void> {
  const mark = `person:${scene.world.student}`;
  const { promise, resolve } = Promise.withResolvers<void>();
  const stop = scene.house.live.listen(new Set([mark]), () => resolve());
  const sight = { personId: null, providerIds: [scene.world.providerId] };
  await asApp(scene.house.db, sight, (tx) => scene.house.live.touch(tx, mark));
  await promise;
  stop();
}

describe("a private edit", () => {
  test("changes nothing that tutor, colleague, teacher or coordinator get", async () => {
    const readers = [scene.tutor, await scene.byLink("Pia"), scene.teacher, scene.coordinator];
    const { before, after } = await seenAround(readers, async () => {
      await edit(1, PRIVATE);
      await edit(2, PRIVATE, { ...PRIVATE, text: "Vielä yksi" });
    });
    expect(after).toEqual(before);
  });

  test("wakes nobody's page, while one for all does", async () => {
    expect(await wakingsDuring(() => edit(1, PRIVATE))).toBe(0);
    expect(await wakingsDuring(() => edit(2, PRIVATE, FOR_TEACHER))).toBe(0);
    const forAll = { audience: "all", text: "Kaikille" };
    expect(await wakingsDuring(() => edit(3, forAll))).toBe(1);
  });
});

describe("an edit for the teacher", () => {
  test("changes nothing that tutor, colleague or coordinator get; the teacher sees its time", async () => {
    const readers = [scene.tutor, await scene.byLink("Pia"), scene.coordinator];
    const { before, after } = await seenAround(readers, () => edit(1, FOR_TEACHER));
    expect(after).toEqual(before);
    expect((await pagesOf(scene.teacher)).day.entry).toMatchObject({
      editedAt: "2026-11-23T06:30:00Z",
      version: null,
    });
  });

  test("does not ask the tutor again about a week confirmed with exceptions; one for all does", async () => {
    const lookAgain = async () => (await pagesOf(scene.tutor)).week.confirmation.lookAgain;
    await edit(1, FOR_TEACHER);
    expect(await lookAgain()).toBe(null);
    await edit(2, FOR_TEACHER, { audience: "all", text: "Kaikille" });
    expect(await lookAgain()).toBe("corrected");
  });

  test("leaves the tutor the time of the edit they saw", async () => {
    await edit(1, { audience: "all", text: "Kaikille" });
    scene.travel("2026-11-23T07:00:00Z");
    await edit(2, { audience: "all", text: "Kaikille" }, FOR_TEACHER);
    const editedAt = async (caller: Caller) => (await pagesOf(caller)).day.entry.editedAt;
    expect(await editedAt(scene.tutor)).toBe("2026-11-23T06:30:00Z");
    expect(await editedAt(scene.coordinator)).toBe("2026-11-23T06:30:00Z");
    expect(await editedAt(scene.teacher)).toBe("2026-11-23T07:00:00Z");
  });
});

test("the version is the writer's alone", async () => {
  expect((await pagesOf(scene.student)).day.entry.version).toBe(1);
  for (const caller of [scene.tutor, scene.teacher, scene.coordinator]) {
    expect((await pagesOf(caller)).day.entry.version).toBe(null);
  }
});
