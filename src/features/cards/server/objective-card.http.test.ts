import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { asApp } from "#server/database/database.ts";
import { makeWorld, type World } from "#tests/support/makers.ts";
import { type Caller, openTestHouse, type TestHouse } from "#tests/support/test-house.ts";

let house: TestHouse;
let world: World;
let jari: Caller;
let ritva: Caller;

beforeEach(async () => {
  house = await openTestHouse();
  world = await makeWorld(house.house, { state: "planning", endsOn: "2027-01-29" });
  jari = await house.as(world.coordinator);
  ritva = await house.as(world.otherCoordinator);
});
afterEach(() => house.close());

const path = (providerId = world.providerId, index = 0) =>
  `/api/providers/${providerId}/cards/${world.requirementIds[index]}`;
const words = (plain: string, more: object = {}) => ({
  plain: { fi: plain },
  seenWhen: { fi: "Näet sen siitä, että paine pysyy." },
  tasks: [{ fi: "Painekoe" }],
  takenFrom: null,
  ...more,
});
const save = (caller: Caller, seen: number, body: object, at = path()) =>
  caller.send("PUT", at, body, { "if-match": `"${seen}"` });
const read = async (caller: Caller, at = path()) => (await caller.get(at)).json();

describe("a card", () => {
  test("is saved as a version with its writer, and every older one stays readable", async () => {
    expect((await save(jari, 0, words("Kokeilee putken"))).json()).toEqual({ version: 1 });
    const sanna = await house.as(world.teacher);
    expect((await save(sanna, 1, words("Koestaa putken"))).json()).toEqual({ version: 2 });
    const view = await read(jari);
    expect(view).toMatchObject({
      version: 2,
      own: true,
      card: { plain: { fi: "Koestaa putken" } },
    });
    expect(view.versions).toMatchObject([
      { number: 2, by: "Sanna Testinen", plain: { fi: "Koestaa putken" } },
      { number: 1, by: "Jari Testinen", plain: { fi: "Kokeilee putken" } },
    ]);
  });

  test("written by two at once is saved once; the other is told by whom", async () => {
    const sanna = await house.as(world.teacher);
    const answers = await Promise.all([
      save(jari, 0, words("Jarin teksti")),
      save(sanna, 0, words("Sannan teksti")),
    ]);
    expect(answers.map(({ statusCode }) => statusCode).toSorted((a, b) => a - b)).toEqual([
      200, 409,
    ]);
    const late = answers.find(({ statusCode }) => statusCode === 409)?.json();
    expect(late).toMatchObject({ code: "stale", params: { version: 1 } });
    expect((await read(jari)).versions).toHaveLength(1);
  });

  test("stands in the words of the provider on its placements' pages, and on no other's", async () => {
    await save(jari, 0, words("Kokeilee putken"));
    const first = async (caller: Caller, placementId: string) =>
      (await read(caller, `/api/placements/${placementId}/suitability`)).rows[0].plain;
    expect(await first(await house.as(world.teacher), world.placementId)).toEqual({
      fi: "Kokeilee putken",
    });
    const henrik = await house.as(world.otherTeacher);
    expect(await first(henrik, world.otherPlacementId)).toBeNull();
  });

  test("without a plain text, too long, or of somebody else's is refused", async () => {
    const empty = { ...words("x"), plain: { fi: "  ", sv: "" } };
    expect((await save(jari, 0, empty)).json().code).toBe("plain_missing");
    expect((await save(jari, 0, words("x".repeat(201)))).statusCode).toBe(400);
    expect((await save(ritva, 0, words("x"))).statusCode).toBe(404);
    expect((await ritva.get(path())).statusCode).toBe(404);
    expect((await save(await house.as(world.student), 0, words("x"))).statusCode).toBe(403);
    expect(await read(jari)).toMatchObject({ version: 0, card: null });
  });
});

describe("an offered card", () => {
  const offer = (caller: Caller, offered: boolean) =>
    caller.send("PUT", `${path()}/offer`, { offered });

  test("is seen by others with whose it is, follows its versions and is taken over as a copy", async () => {
    expect((await offer(jari, true)).json().code).toBe("no_card");
    await save(jari, 0, words("Kokeilee putken"));
    const theirs = path(world.otherProviderId);
    expect((await read(ritva, theirs)).offers).toEqual([]);
    expect((await offer(jari, true)).statusCode).toBe(200);
    await save(jari, 1, words("Koestaa putken"));
    const [offered] = (await read(ritva, theirs)).offers;
    expect(offered).toMatchObject({ number: 2, plain: { fi: "Koestaa putken" } });
    const taken = words("Koestaa putken", { takenFrom: world.providerId });
    expect((await save(ritva, 0, taken, theirs)).statusCode).toBe(200);
    await offer(jari, false);
    const own = await read(ritva, theirs);
    expect(own).toMatchObject({ own: true, offers: [] });
    expect(own.versions[0].takenFrom).toMatchObject({ fi: "ranta" });
    expect((await save(ritva, 1, taken, theirs)).json().code).toBe("not_offered");
  });

  test("is offered by those who answer for the provider's texts", async () => {
    const sanna = await house.as(world.teacher);
    await save(sanna, 0, words("Kokeilee putken"));
    expect((await offer(sanna, true)).statusCode).toBe(403);
    expect((await offer(ritva, true)).statusCode).toBe(404);
  });

  test("is written by nobody else, past the server's own checks too", async () => {
    await save(jari, 0, words("Kokeilee putken"));
    await offer(jari, true);
    const asOther = <T>(work: Parameters<typeof asApp<T>>[2]) =>
      asApp(house.house.db, { personId: null, providerIds: [world.otherProviderId] }, work);
    const changed = await asOther((tx) =>
      tx.updateTable("offered_card").set({ number: 9 }).executeTakeFirst(),
    );
    expect(changed.numUpdatedRows).toBe(0n);
    const dropped = await asOther((tx) => tx.deleteFrom("offered_card").executeTakeFirst());
    expect(dropped.numDeletedRows).toBe(0n);
    const put = asOther((tx) =>
      tx
        .insertInto("offered_card")
        .values({
          offered_by: world.providerId,
          requirement_key: "x",
          number: 1,
          plain: {},
          seen_when: {},
          typical_tasks: "[]",
          offered_at: house.house.clock.now().toString(),
        })
        .execute(),
    );
    await expect(put).rejects.toThrow(/row-level security/);
  });
});

describe("missing cards", () => {
  const missing = (language: string) =>
    read(jari, `/api/providers/${world.providerId}/missing-cards?language=${language}`);

  test("are counted in each language and listed, those in use first, until they are written", async () => {
    expect(await missing("fi")).toMatchObject({
      counts: [
        { language: "fi", all: 4, used: 4 },
        { language: "sv", all: 4, used: 4 },
        { language: "en", all: 4, used: 4 },
      ],
    });
    await save(jari, 0, words("Kokeilee putken"));
    await save(jari, 0, words("Eristää", { seenWhen: {} }), path(world.providerId, 1));
    const now = await missing("fi");
    expect(now.counts[0]).toEqual({ language: "fi", all: 3, used: 3 });
    expect(now.rows.map(({ requirementId }: { requirementId: string }) => requirementId)).toEqual(
      world.requirementIds.slice(1),
    );
    await house.house.db
      .insertInto("placement_objective")
      .values({
        provider_id: world.providerId,
        placement_id: world.placementId,
        requirement_id: world.requirementIds[3] ?? "",
        position: 0,
      })
      .execute();
    const planned = await missing("fi");
    expect(planned.counts[0]).toEqual({ language: "fi", all: 3, used: 1 });
    expect(planned.rows[0]).toMatchObject({
      requirementId: world.requirementIds[3],
      placements: 1,
    });
  });
});
