import { randomUUID } from "node:crypto";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { makeWorld, type World } from "#tests/support/makers.ts";
import { type Caller, openTestHouse, type TestHouse } from "#tests/support/test-house.ts";

let house: TestHouse;
let world: World;
let coordinator: Caller;

beforeEach(async () => {
  house = await openTestHouse();
  world = await makeWorld(house.house);
  coordinator = await house.as(world.coordinator);
});
afterEach(() => house.close());

const PEKKA = {
  givenName: "Pekka",
  familyName: "Laine",
  email: "pekka.laine@example.org",
  phone: "040 111 2222",
};
const MIKA = {
  givenName: "Mika",
  familyName: "Testinen",
  email: "mika@example.org",
  phone: "040 000 0000",
};

const PIA = { ...MIKA, givenName: "Pia", email: "pia@example.org" };

type Change = Record<string, unknown>;
const seen = (version: number) => ({ "if-match": `"${version}"` });
const place = (id = world.workplaceId) => `/api/workplaces/${id}`;
const page = async (caller = coordinator) => (await caller.get(place())).json();
const add = (change: Change = {}, version = 1, caller = coordinator, at = place()) =>
  caller.send(
    "POST",
    `${at}/people`,
    { ...PEKKA, role: "tutor", title: "kokki", language: "fi", ...change },
    seen(version),
  );
const correct = (personId: string, from: Change, change: Change, caller = coordinator) =>
  caller.send("PUT", `${place()}/people/${personId}`, { ...from, ...change, seen: from });
const part = (personId: string, body: Change, version = 1, caller = coordinator) =>
  caller.send(
    "PUT",
    `${place()}/people/${personId}/parts/tutor`,
    { title: "asentaja", ended: false, ...body },
    seen(version),
  );
const said = ({ statusCode, json }: { statusCode: number; json: () => { code?: string } }) => [
  statusCode,
  json().code,
];
const byStatus = ([left]: unknown[], [right]: unknown[]) => Number(left) - Number(right);
const names = (people: { givenName: string }[]) => people.map(({ givenName }) => givenName);

describe("a person is added", () => {
  test("with role, title and ways to reach them", async () => {
    const answer = await add({ role: "employer_representative" });
    expect(answer.json()).toMatchObject({ known: false, version: 2 });
    const [, , pekka] = (await page()).people.toSorted((a: Change, b: Change) =>
      String(a.role) > String(b.role) ? -1 : 1,
    );
    expect(pekka).toMatchObject({ ...PEKKA, role: "employer_representative", title: "kokki" });
  });

  test("once, when two add the same person at once: the other sees who was faster", async () => {
    const both = await Promise.all([add(), add()]);
    expect(both.map(said).toSorted(byStatus)).toEqual([
      [200, undefined],
      [409, "stale"],
    ]);
    const again = await add({ givenName: "Petteri" }, 2);
    expect(again.json()).toMatchObject({ known: true });
    expect(names((await page()).people)).not.toContain("Petteri");
  });

  test("at two employers: one record, corrected in one place", async () => {
    const { personId } = (await add()).json();
    const second = { id: randomUUID(), name: "Kahvila", businessId: "1234567-1" };
    await coordinator.send("POST", "/api/workplaces", {
      ...second,
      employerName: "Kahvila",
      street: null,
      postalCode: null,
      municipality: "Kotka",
      phone: null,
      email: null,
      fields: [],
      languages: [],
    });
    const answer = await add(
      { email: "Pekka.Laine@example.org" },
      1,
      coordinator,
      place(second.id),
    );
    expect(answer.json()).toMatchObject({ known: true, personId });
    await correct(personId, PEKKA, { phone: "050 333 4444" });
    const [there] = (await coordinator.get(place(second.id))).json().people;
    expect(there).toMatchObject({ id: personId, phone: "050 333 4444" });
  });

  test("but not by the address of a student, a teacher or a coordinator of any college", async () => {
    for (const name of ["eetu", "noora", "sanna", "henrik", "ritva"]) {
      const answer = await add({ email: `${name}@example.org` });
      expect(said(answer)).toEqual([422, "address_taken"]);
    }
  });

  test.each([
    ["a name with an address in it", { givenName: "https://evil.example" }],
    ["a wrong e-mail", { email: "pekka" }],
    ["a phone of letters", { phone: "soita minulle" }],
    ["another role", { role: "teacher" }],
    ["too long a title", { title: "x".repeat(81) }],
  ])("not with %s", async (_what, change) => {
    expect((await add(change)).statusCode).toBe(400);
  });
});

describe("contact details are corrected", () => {
  test("two at once: one is saved, the other is told what stands now", async () => {
    const both = await Promise.all([
      correct(world.tutor, MIKA, { phone: "050 111 1111" }),
      correct(world.tutor, MIKA, { phone: "050 222 2222" }),
    ]);
    expect(both.map(said).toSorted(byStatus)).toEqual([
      [200, undefined],
      [409, "person_changed"],
    ]);
    const late = both.find(({ statusCode }) => statusCode === 409)?.json();
    const mika = (await page()).people.find(({ id }: Change) => id === world.tutor);
    expect(late.params).toEqual({ ...MIKA, phone: mika.phone });
  });

  test("the same twice is done once", async () => {
    const next = { phone: "050 111 1111" };
    const answers = [
      await correct(world.tutor, MIKA, next),
      await correct(world.tutor, MIKA, next),
    ];
    expect(answers.map(said)).toEqual([
      [200, undefined],
      [200, undefined],
    ]);
  });

  test("a new e-mail address of one who has never been in holds at once and is told to the old one", async () => {
    const answer = await correct(world.colleague, PIA, { email: "pia.t@example.org" });
    expect(answer.json()).toEqual({ personId: world.colleague, waitsUntil: null });
    const letters = await house.house.db
      .selectFrom("mail_message")
      .select(["to_address", "template"])
      .execute();
    expect(letters).toEqual([{ to_address: "pia@example.org", template: "address_changed" }]);
  });

  test("but not to an address that is somebody else's", async () => {
    await guidesHereOnly();
    const student = await correct(world.tutor, MIKA, { email: "eetu@example.org" });
    expect(said(student)).toEqual([422, "address_taken"]);
    const colleague = await correct(world.tutor, MIKA, { email: "PIA@example.org" });
    expect(said(colleague)).toEqual([409, "address_of_colleague"]);
  });

  test("not of one who has an own account at any college, though they sit at the workplace too", async () => {
    await house.house.db
      .insertInto("workplace_person")
      .values({ workplace_id: world.workplaceId, person_id: world.otherTeacher, role: "tutor" })
      .execute();
    const henrik = { ...MIKA, givenName: "Henrik", email: "henrik@example.org" };
    const answer = await correct(world.otherTeacher, henrik, { email: "mine@example.org" });
    expect([answer.statusCode, answer.json().params]).toEqual([403, { reason: "own_details" }]);
    const shown = (await page()).people.find(({ id }: Change) => id === world.otherTeacher);
    expect(shown.correct).toEqual({ allowed: false, reason: "own_details" });
  });

  test("also of who has signed for the employer: that is no account", async () => {
    await guidesHereOnly();
    await house.house.db
      .insertInto("membership")
      .values({ provider_id: world.providerId, person_id: world.tutor, role: "signer" })
      .execute();
    const answer = await correct(world.tutor, MIKA, { phone: "050 111 1111" });
    expect(said(answer)).toEqual([200, undefined]);
  });

  test("not the address of another college's tutor, whom anybody may add to a workplace of their own", async () => {
    const ritva = await house.as(world.otherCoordinator);
    const own = await anotherPlace();
    await house.house.db
      .updateTable("placement")
      .set({ tutor_id: world.colleague, workplace_id: own })
      .where("id", "=", world.otherPlacementId)
      .execute();
    await add({ email: MIKA.email }, 1, ritva, place(own));
    const change = (next: Change) =>
      ritva.send("PUT", `${place(own)}/people/${world.tutor}`, { ...MIKA, ...next, seen: MIKA });
    expect(said(await change({ email: "evil@example.org" }))).toEqual([
      409,
      "address_leads_elsewhere",
    ]);
    expect(said(await change({ email: null }))).toEqual([409, "address_leads_elsewhere"]);
    expect(said(await change({ phone: "050 111 1111" }))).toEqual([200, undefined]);
  });

  test("not of somebody who is not of the workplace", async () => {
    const answer = await correct(world.student, MIKA, { email: "mine@example.org" });
    expect(said(answer)).toEqual([404, "not_found"]);
  });
});

describe("a part", () => {
  test("ends and is taken up again; placements that still name the tutor are told", async () => {
    const ended = await part(world.tutor, { ended: true });
    expect(ended.json()).toMatchObject({ version: 2, stillNamed: 1 });
    const then = await page();
    expect(names(then.people)).toEqual(["Pia"]);
    expect(then.earlierPeople).toMatchObject([{ givenName: "Mika", endedOn: "2026-11-23" }]);
    expect((await part(world.tutor, {}, 2)).json()).toMatchObject({ stillNamed: 0 });
    expect(names((await page()).people).toSorted()).toEqual(["Mika", "Pia"]);
  });

  test("is not changed as of an older version, nor one that is not there", async () => {
    const both = await Promise.all([
      part(world.tutor, { ended: true }),
      part(world.tutor, { title: "mestari" }),
    ]);
    expect(both.map(said).toSorted(byStatus)).toEqual([
      [200, undefined],
      [409, "stale"],
    ]);
    expect(said(await part(world.student, {}, 2))).toEqual([404, "not_found"]);
  });
});

describe("rights", () => {
  test("the teacher of a student there keeps its people, another teacher does not", async () => {
    const sanna = await house.as(world.teacher);
    expect((await add({}, 1, sanna)).statusCode).toBe(200);
    await house.house.db
      .updateTable("placement")
      .set({ state: "closed" })
      .where("id", "=", world.placementId)
      .execute();
    const answer = await correct(world.tutor, MIKA, { phone: "050 111 1111" }, sanna);
    expect([answer.statusCode, answer.json().params]).toEqual([403, { reason: "role" }]);
  });

  test("a coordinator whose college does not work with the workplace notes a contact first", async () => {
    const ritva = await house.as(world.otherCoordinator);
    await house.house.db
      .updateTable("placement")
      .set({ workplace_id: await anotherPlace() })
      .where("id", "=", world.otherPlacementId)
      .execute();
    const refused = await add({}, 1, ritva);
    expect([refused.statusCode, refused.json().params]).toEqual([403, { reason: "no_relation" }]);
    await ritva.send("PUT", `${place()}/entries/${randomUUID()}`, {
      kind: "phone",
      onDay: "2026-11-20",
      text: "Soitettu.",
      withdrawn: false,
    });
    expect((await add({}, 1, ritva)).statusCode).toBe(200);
  });

  test("tutors, students and other staff change nothing", async () => {
    for (const id of [world.student, world.tutor, world.admin]) {
      const caller = await house.as(id);
      const answers = [
        await add({}, 1, caller),
        await correct(world.tutor, MIKA, { phone: "050 111 1111" }, caller),
        await part(world.tutor, { ended: true }, 1, caller),
      ];
      expect(answers.map(({ statusCode }) => statusCode)).toEqual([403, 403, 403]);
    }
  });
});

async function guidesHereOnly(): Promise<void> {
  await house.house.db
    .updateTable("placement")
    .set({ tutor_id: world.colleague })
    .where("id", "=", world.otherPlacementId)
    .execute();
}

async function anotherPlace(): Promise<string> {
  const id = randomUUID();
  await house.house.pool.query(
    `insert into workplace (id, employer_id, name, municipality)
     select $1, employer_id, 'Putki, Satama', 'Kotka' from workplace limit 1`,
    [id],
  );
  return id;
}
