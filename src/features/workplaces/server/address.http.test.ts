import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { takeDueAddresses } from "#features/people/server/api.ts";
import { newId } from "#server/clock.ts";
import { makeWorld, type World } from "#tests/support/makers.ts";
import { type Caller, callerOf, openTestHouse, type TestHouse } from "#tests/support/test-house.ts";

/** Whoever reads a mailbox is the person: a new address is asked of the old one (decision 18). */

let house: TestHouse;
let world: World;
let coordinator: Caller;
let stranger: Caller;

beforeEach(async () => {
  house = await openTestHouse();
  world = await makeWorld(house.house);
  coordinator = await house.as(world.coordinator);
  stranger = callerOf(house.app, {});
  // Pia is a foreman whom no placement names, and has been in once.
  await house.as(world.colleague);
});
afterEach(() => house.close());

const PIA = {
  givenName: "Pia",
  familyName: "Testinen",
  email: "pia@example.org",
  phone: "040 000 0000",
};
const NEW = "pia.new@example.org";
const path = () => `/api/workplaces/${world.workplaceId}/people/${world.colleague}`;
const correct = (change: object, caller = coordinator) =>
  caller.send("PUT", path(), { ...PIA, ...change, seen: PIA });
const addressOf = async (personId = world.colleague) =>
  (
    await house.house.db
      .selectFrom("person")
      .select("email")
      .where("id", "=", personId)
      .executeTakeFirstOrThrow()
  ).email;
const letters = () =>
  house.house.db
    .selectFrom("mail_message")
    .select(["to_address", "template", "body"])
    .orderBy("created_at")
    .orderBy("to_address")
    .execute();
const codesTo = async (email: string) => {
  await stranger.send("POST", "/api/sign-in/codes", { email, language: "fi" });
  return (await letters()).filter(
    ({ to_address, template }) => to_address === email && template === "sign_in_code",
  ).length;
};
async function token(): Promise<string> {
  const asked = (await letters()).findLast(({ template }) => template === "address_asked");
  return /address\/([\w-]+)/.exec(asked?.body ?? "")?.[1] ?? "";
}
const answer = async (right: boolean, given?: string) =>
  stranger.send("POST", "/api/address-changes/answer", { token: given ?? (await token()), right });

describe("the new address of one who has been in", () => {
  test("opens nothing until three days have passed; letters and codes go to the old one", async () => {
    expect((await correct({ email: NEW, phone: "050 111 1111" })).json()).toMatchObject({
      waitsUntil: "2026-11-26T06:00:00Z",
    });
    expect([await addressOf(), await codesTo(NEW), await codesTo(PIA.email)]).toEqual([
      PIA.email,
      0,
      1,
    ]);
    expect((await letters())[0]).toMatchObject({
      to_address: PIA.email,
      template: "address_asked",
    });
    house.travel("2026-11-26T05:59:00Z");
    await takeDueAddresses(house.house);
    expect(await addressOf()).toBe(PIA.email);
    house.travel("2026-11-26T06:00:00Z");
    await Promise.all([takeDueAddresses(house.house), takeDueAddresses(house.house)]);
    expect(await addressOf()).toBe(NEW);
    expect(await codesTo(NEW)).toBe(1);
  });

  test("is shown to those who keep the people, and to nobody else", async () => {
    await correct({ email: NEW });
    const shown = async (caller: Caller) =>
      (await caller.get(`/api/workplaces/${world.workplaceId}`))
        .json()
        .people.find(({ id }: { id: string }) => id === world.colleague).newAddress;
    expect(await shown(coordinator)).toMatchObject({ address: NEW });
    const henrik = await house.as(world.otherTeacher);
    expect((await henrik.get(`/api/workplaces/${world.workplaceId}`)).body).toContain("Pia");
    await house.house.db.updateTable("placement").set({ teacher_id: world.teacher }).execute();
    expect(await shown(henrik)).toBeNull();
  });

  test("is stopped from the old address, and the answer is one", async () => {
    await correct({ email: NEW });
    const look = () =>
      token().then((given) => stranger.send("POST", "/api/address-changes/look", { token: given }));
    expect((await look()).json()).toMatchObject({
      givenName: "Pia",
      to: "pi•••@example.org",
      askedBy: "Jari Testinen",
    });
    expect(await addressOf()).toBe(PIA.email);
    const both = await Promise.all([answer(false), answer(true)]);
    expect(both.map(({ statusCode }) => statusCode).toSorted((a, b) => a - b)).toEqual([200, 410]);
    expect((await look()).json().code).toBe("address_answered");
  });

  test("once stopped stays stopped", async () => {
    await correct({ email: NEW });
    expect((await answer(false)).statusCode).toBe(200);
    house.travel("2026-12-26T06:00:00Z");
    await takeDueAddresses(house.house);
    expect(await addressOf()).toBe(PIA.email);
  });

  test("holds at once when the old address says yes", async () => {
    await correct({ email: NEW });
    expect((await answer(true)).statusCode).toBe(200);
    expect(await addressOf()).toBe(NEW);
  });

  test("asked twice is asked once; another one starts anew and ends the first letter's page", async () => {
    await correct({ email: NEW });
    const first = await token();
    house.travel("2026-11-24T06:00:00Z");
    expect((await correct({ email: NEW })).json().waitsUntil).toBe("2026-11-26T06:00:00Z");
    expect((await letters()).length).toBe(1);
    const other = await correct({ email: "pia.other@example.org" });
    expect(other.json().waitsUntil).toBe("2026-11-27T06:00:00Z");
    expect((await answer(true, first)).json().code).toBe("address_answered");
    expect(await addressOf()).toBe(PIA.email);
  });

  test("that somebody else has got meanwhile is not taken", async () => {
    await correct({ email: NEW });
    await house.house.db
      .updateTable("person")
      .set({ email: NEW })
      .where("id", "=", world.tutor)
      .execute();
    expect((await answer(true)).json().code).toBe("address_taken");
    expect(await addressOf()).toBe(PIA.email);
  });

  test("another phone is another way in only for who has no box", async () => {
    expect((await correct({ phone: "040 111 1111" })).json()).toMatchObject({ waitsUntil: null });
    await house.house.db
      .updateTable("person")
      .set({ email: null })
      .where("id", "=", world.colleague)
      .execute();
    const seen = { ...PIA, email: null, phone: "040 111 1111" };
    const retyped = { ...seen, phone: "040 222 2222", seen };
    const refused = await coordinator.send("PUT", path(), retyped);
    expect(refused.json().code).toBe("address_needs_admin");
  });

  test("cannot be none, and a guessed token answers nothing", async () => {
    expect((await correct({ email: null })).json().code).toBe("address_needs_admin");
    await correct({ email: NEW });
    expect((await answer(true, "x".repeat(43))).json().code).toBe("link_unknown");
    expect(await addressOf()).toBe(PIA.email);
  });
});

describe("one who has never been in", () => {
  const leilaNow = { ...PIA, givenName: "Leila", email: "leila@example.org" };
  let leila: string;

  beforeEach(async () => {
    leila = newId();
    const { db } = house.house;
    await db
      .insertInto("person")
      .values({
        id: leila,
        given_name: leilaNow.givenName,
        family_name: leilaNow.familyName,
        email: leilaNow.email,
        phone: leilaNow.phone,
      })
      .execute();
    const seat = { person_id: leila, role: "employer_representative" };
    await db
      .insertInto("workplace_person")
      .values({ ...seat, workplace_id: world.workplaceId })
      .execute();
  });
  const change = () =>
    coordinator.send("PUT", `/api/workplaces/${world.workplaceId}/people/${leila}`, {
      ...leilaNow,
      email: NEW,
      seen: leilaNow,
    });

  test("is corrected at once, also when asked to sign for the employer here", async () => {
    await house.house.db
      .insertInto("membership")
      .values({ provider_id: world.providerId, person_id: leila, role: "signer" })
      .execute();
    expect((await change()).json()).toEqual({ personId: leila, waitsUntil: null });
  });

  test("but asked first when they sign for another college", async () => {
    await house.house.db
      .insertInto("membership")
      .values({ provider_id: world.otherProviderId, person_id: leila, role: "signer" })
      .execute();
    expect((await change()).json().waitsUntil).not.toBeNull();
    expect(await addressOf(leila)).toBe(leilaNow.email);
  });

  test("and when they sit at another workplace, from which anybody may have added them here", async () => {
    await house.house.db
      .insertInto("workplace_person")
      .values({ workplace_id: await elsewhere(), person_id: leila, role: "tutor" })
      .execute();
    expect((await change()).json().waitsUntil).not.toBeNull();
    expect(await addressOf(leila)).toBe(leilaNow.email);
  });
});

describe("an administrator, when the old address is dead", () => {
  const set = (caller: Caller, body: object = {}) =>
    caller.send("PUT", `${path()}/address`, { email: NEW, reason: "Osoite palautuu.", ...body });

  test("sets it at once; the old address and the workplace are told, the reason is kept", async () => {
    await house.house.db
      .updateTable("workplace")
      .set({ email: "toimisto@example.org" })
      .where("id", "=", world.workplaceId)
      .execute();
    await correct({ email: "pia.wrong@example.org" });
    const admin = await house.as(world.admin);
    expect((await set(admin)).statusCode).toBe(200);
    expect(await addressOf()).toBe(NEW);
    const told = (await letters()).map(({ to_address, template }) => [to_address, template]);
    expect(told).toContainEqual([PIA.email, "address_changed"]);
    expect(told).toContainEqual(["toimisto@example.org", "address_set"]);
    const trace = await house.house.db
      .selectFrom("audit_event")
      .select(["provider_id", "change"])
      .where("deed", "=", "set-address")
      .executeTakeFirstOrThrow();
    expect(trace).toMatchObject({
      provider_id: world.providerId,
      change: { reason: "Osoite palautuu." },
    });
    // What waited is over: it does not overtake the administrator's.
    house.travel("2026-12-01T06:00:00Z");
    await takeDueAddresses(house.house);
    expect(await addressOf()).toBe(NEW);
  });

  test("not without a reason, not of one with an own account, not at a workplace their college has nothing to do with", async () => {
    const admin = await house.as(world.admin);
    expect((await set(admin, { reason: "" })).statusCode).toBe(400);
    await house.house.db
      .insertInto("workplace_person")
      .values({ workplace_id: world.workplaceId, person_id: world.otherTeacher, role: "tutor" })
      .execute();
    const henrik = `/api/workplaces/${world.workplaceId}/people/${world.otherTeacher}/address`;
    const own = await admin.send("PUT", henrik, { email: NEW, reason: "Oma." });
    expect(own.json().params).toEqual({ reason: "own_details" });
    for (const person of [world.coordinator, world.teacher, world.tutor, world.otherCoordinator]) {
      expect((await set(await house.as(person))).statusCode).toBe(403);
    }
    await house.house.db
      .updateTable("placement")
      .set({ workplace_id: await elsewhere() })
      .execute();
    expect((await set(admin)).json().params).toEqual({ reason: "no_relation" });
    expect(await addressOf()).toBe(PIA.email);
  });
});

async function elsewhere(): Promise<string> {
  const { employer_id } = await house.house.db
    .selectFrom("workplace")
    .select("employer_id")
    .executeTakeFirstOrThrow();
  const place = { id: newId(), employer_id, name: "Putki, Satama", municipality: "Kotka" };
  await house.house.db.insertInto("workplace").values(place).execute();
  return place.id;
}
