import { randomUUID } from "node:crypto";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { makeWorld, type World } from "#tests/support/makers.ts";
import { unaskedTables } from "#tests/support/register-changes.queries.ts";
import { type Caller, openTestHouse, type TestHouse } from "#tests/support/test-house.ts";
import { isBusinessId } from "../business-id.ts";

let house: TestHouse;
let world: World;
let coordinator: Caller;

beforeEach(async () => {
  house = await openTestHouse();
  world = await makeWorld(house.house);
  coordinator = await house.as(world.coordinator);
});
afterEach(() => house.close());

const asBody = (bytes: Buffer | string, fixes: object[] = []) => ({
  content: Buffer.from(bytes).toString("base64"),
  fixes,
});
const check = (bytes: Buffer | string, fixes: object[] = []) =>
  coordinator.send("POST", "/api/register/import/check", asBody(bytes, fixes));
const store = (bytes: Buffer | string, fixes: object[] = []) =>
  coordinator.send("POST", "/api/register/import", { ...asBody(bytes, fixes), id: randomUUID() });
const countPlaces = async () =>
  (await house.house.db.selectFrom("workplace").select("id").execute()).length;

const SMALL =
  "Työpaikka;Y-tunnus;Kunta;Puhelin;huom\r\nÄitsaari;1234567-1;Lappeenranta;040 123 4567;x\r\n";

const QUOTED =
  '"Työpaikka","Y-tunnus","Kunta","huom"\n"Äitsaari","1234567-1","Lappeen, ""ranta""","x"\n';

describe("a file is read as it comes", () => {
  test.each([
    ["UTF-8", Buffer.from(SMALL), "utf-8", ";"],
    ["UTF-8 with BOM", Buffer.from(`\uFEFF${SMALL}`), "utf-8", ";"],
    ["Latin-1", Buffer.from(SMALL, "latin1"), "windows-1252", ";"],
    ["commas and quotes", Buffer.from(QUOTED), "utf-8", ","],
    ["tabs", Buffer.from(SMALL.replaceAll(";", "\t")), "utf-8", "\t"],
  ])("%s", async (_, bytes, encoding, delimiter) => {
    const answer = (await check(bytes)).json();
    expect(answer).toMatchObject({ encoding, delimiter, added: 1, faulty: 0 });
    expect(answer.letters).toEqual(["Äitsaari"]);
    expect(answer.columns.at(-1)).toEqual({ heading: "huom", column: null });
    expect(await countPlaces()).toBe(1);
  });

  test.each([
    ["", "csv_empty"],
    ["Työpaikka;Y-tunnus;Kunta\n", "csv_empty"],
    ["Nimi;Kunta\nPutki;Imatra\n", "csv_columns_missing"],
    ['Nimi;Y-tunnus;Kunta\n"Putki;1234567-1;Imatra\n', "csv_broken"],
  ])("%j is refused with %s", async (text, code) => {
    const answer = await check(text);
    expect([answer.statusCode, answer.json().code]).toEqual([422, code]);
  });
});

/** 10,000 rows in Latin-1 with a fault in 37 of them. */
function longFile(): Buffer {
  const ids = Array.from({ length: 30_000 }, (_, n) => String(1_000_000 + n)).flatMap((stem) =>
    Array.from({ length: 10 }, (_, check) => `${stem}-${check}`).filter(isBusinessId),
  );
  const lines = Array.from({ length: 10_000 }, (_, n) => {
    const isWrong = n % 270 === 10 && n < 37 * 270;
    return `Työmaa ${n};${isWrong ? "1234567-0" : ids[n]};Imatra;Rantakatu ${n};sähköala`;
  });
  return Buffer.from(["Työpaikka;Y-tunnus;Kunta;Osoite;Ala", ...lines].join("\r\n"), "latin1");
}

test("10,000 rows of which 37 are wrong: each is named, the rest is stored once, the wrong ones later", async () => {
  const file = longFile();
  const dry = (await check(file)).json();
  expect(dry).toMatchObject({ rows: 10_000, added: 9_963, changed: 0, unchanged: 0, faulty: 37 });
  expect(dry.faults).toHaveLength(37);
  expect(dry.faults[0]).toEqual({
    row: 12,
    column: "businessId",
    value: "1234567-0",
    fault: "check_digit",
    suggestion: "1234567-1",
  });
  expect(await countPlaces()).toBe(1);
  expect((await store(file)).json()).toMatchObject({
    added: 9_963,
    changed: 0,
    unchanged: 0,
    faulty: 37,
  });
  expect((await store(file)).json()).toMatchObject({
    added: 0,
    changed: 0,
    unchanged: 9_963,
    faulty: 37,
  });
  expect(await countPlaces()).toBe(9_964);
  const fixes = dry.faults.map((fault: { row: number; column: string; suggestion: string }) => ({
    row: fault.row,
    column: fault.column,
    value: fault.suggestion,
  }));
  expect((await store(file, fixes)).json()).toMatchObject({
    added: 37,
    unchanged: 9_963,
    faulty: 0,
  });
}, 60_000);

test("two who import the same file at once add each workplace once", async () => {
  const both = await Promise.all([store(SMALL), store(SMALL)]);
  expect(both.map((answer) => answer.json().added).toSorted((a, b) => a - b)).toEqual([0, 1]);
  expect(await countPlaces()).toBe(2);
});

test("what changes is said column by column and bumps the version that others see", async () => {
  await store(SMALL);
  const next = SMALL.replace("040 123 4567", "050 7654321");
  expect((await check(next)).json().examples).toEqual([
    { row: 2, name: "Äitsaari", columns: ["phone"] },
  ]);
  await store(next);
  const { rows } = (await coordinator.get("/api/workplaces?find=itsaari")).json();
  const page = (await coordinator.get(`/api/workplaces/${rows[0].id}`)).json();
  expect(page).toMatchObject({ phone: "050 7654321", version: 2, businessId: "1234567-1" });
});

test("the exported file changes nothing when it comes back", async () => {
  await store(SMALL);
  const { content } = (await coordinator.get("/api/register/export")).json();
  expect((await check(content)).json()).toMatchObject({ added: 0, changed: 0, faulty: 0 });
});

test("a teacher does not import", async () => {
  const teacher = await house.as(world.teacher);
  const answer = await teacher.send("POST", "/api/register/import/check", asBody(SMALL));
  expect(answer.statusCode).toBe(403);
});

const FULL = [
  "Työpaikka;Y-tunnus;Kunta;Ala;Sovitut paikat;Paikat alkaen;Paikat asti;Asiakirja;Asiakirja asti;Ohjauskielet",
  "Äitsaari;1234567-1;Imatra;sähköala;2;1.1.2027;31.5.2027;vakuutus;30.6.2027;ruotsi, suomi",
  "Äitsaari;1234567-1;Imatra;sähköala;3;1.8.2027;31.12.2027;;;",
  "Putki, Rantakatu;2345678-0;Imatra;;;;;lupa;;englanti",
].join("\n");
const find = async (word: string) => {
  const { rows } = (await coordinator.get(`/api/workplaces?find=${word}`)).json();
  return (await coordinator.get(`/api/workplaces/${rows[0].id}`)).json();
};

describe("places and papers", () => {
  test("come with the rows, for one's own college, and change nothing when they come again", async () => {
    expect((await check(FULL)).json()).toMatchObject({ added: 1, changed: 1, faulty: 0 });
    await store(FULL);
    const page = await find("itsaari");
    expect(page.languages).toEqual(["fi", "sv"]);
    expect(page.capacity).toMatchObject([
      { startsOn: "2027-08-01", endsOn: "2027-12-31", places: 3 },
      { startsOn: "2027-01-01", endsOn: "2027-05-31", places: 2 },
    ]);
    expect(page.documents).toMatchObject([
      { kind: "insurance", title: "Vakuutus", validUntil: "2027-06-30" },
    ]);
    expect((await check(FULL)).json()).toMatchObject({ added: 0, changed: 0, unchanged: 2 });
    const ritva = await house.as(world.otherCoordinator);
    const theirs = (await ritva.get(`/api/workplaces/${page.id}`)).json();
    expect([theirs.capacity, theirs.documents.length]).toEqual([[], 1]);
  });

  test("leave in the export as they came: it changes nothing when it comes back", async () => {
    await store(FULL);
    const { content } = (await coordinator.get("/api/register/export")).json();
    expect(content).toContain("2027-01-01;2027-05-31;insurance;2027-06-30");
    expect((await check(content)).json()).toMatchObject({
      added: 0,
      changed: 0,
      unchanged: 2,
      faulty: 0,
    });
  });

  test("over days that are agreed already are named with the row", async () => {
    await store(FULL);
    const over = FULL.replace("1.8.2027;31.12.2027", "1.5.2027;31.7.2027");
    const { faults } = (await check(over)).json();
    expect(faults).toMatchObject([{ row: 3, column: "capacityFrom", fault: "capacity_overlaps" }]);
  });
});

describe("an import is taken back", () => {
  const importFull = async (bytes: Buffer | string = FULL) => {
    const id = randomUUID();
    await coordinator.send("POST", "/api/register/import", { ...asBody(bytes), id });
    return id;
  };
  const undo = (id: string, caller = coordinator) =>
    caller.send("POST", `/api/register/imports/${id}/undo`);

  test("as if it had not been: what it added goes, what it changed is as before", async () => {
    const before = await find("Rantakatu");
    const id = await importFull(
      `${FULL}\nPutki, Rantakatu;2345678-0;Kotka;keittiö;1;1.1.2027;31.5.2027;;;`.replace(
        "keittiö",
        "kitchen",
      ),
    );
    const { imports } = (await coordinator.get("/api/register/imports")).json();
    expect(imports).toMatchObject([{ id, added: 1, changed: 1, importedBy: "Jari Testinen" }]);
    expect((await undo(id)).json()).toEqual({
      removed: 1,
      restored: 1,
      stayedCount: 0,
      stayed: [],
    });
    expect(await countPlaces()).toBe(1);
    const { version: _before, ...known } = before;
    const { version: _after, ...now } = await find("Rantakatu");
    expect(now).toEqual(known);
    expect((await coordinator.get("/api/register/imports")).json().imports).toEqual([]);
  });

  test("but for what somebody has built on since: that stays and is named", async () => {
    const id = await importFull();
    const { id: added, version } = await find("itsaari");
    const { id: changed } = await find("Rantakatu");
    await coordinator.send("PUT", `/api/workplaces/${added}/entries/${randomUUID()}`, {
      kind: "phone",
      onDay: "2026-11-20",
      text: "Soitettu.",
      withdrawn: false,
    });
    expect(version).toBe(1);
    await coordinator.send(
      "PUT",
      `/api/workplaces/${changed}/tools/${randomUUID()}`,
      { name: "Saha", retired: false },
      { "if-match": '"2"' },
    );
    expect((await undo(id)).json()).toEqual({
      removed: 0,
      restored: 0,
      stayedCount: 2,
      stayed: [
        { workplaceId: changed, name: "Putki, Rantakatu", why: "edited" },
        { workplaceId: added, name: "Äitsaari", why: "contacts" },
      ],
    });
  });

  test("also when it is another college that has built on it", async () => {
    const id = await importFull();
    const { id: added } = await find("itsaari");
    const ritva = await house.as(world.otherCoordinator);
    await ritva.send("PUT", `/api/workplaces/${added}/capacity/${randomUUID()}`, {
      field: "kitchen",
      startsOn: "2027-01-01",
      endsOn: "2027-05-31",
      places: 2,
      withdrawn: false,
    });
    expect((await undo(id)).json()).toMatchObject({ removed: 0, stayed: [{ why: "places" }] });
  });

  test("once: of two at once one does it", async () => {
    const id = await importFull();
    const both = await Promise.all([undo(id), undo(id)]);
    expect(both.map(({ statusCode }) => statusCode).toSorted((a, b) => a - b)).toEqual([200, 409]);
    expect((await undo(id)).json().code).toBe("import_undone");
  });

  test("not after a day, not by a teacher, not by another college", async () => {
    const id = await importFull();
    const ritva = await house.as(world.otherCoordinator);
    expect((await undo(id, await house.as(world.teacher))).statusCode).toBe(403);
    expect((await undo(id, ritva)).statusCode).toBe(404);
    await house.house.db
      .insertInto("membership")
      .values({ provider_id: world.providerId, person_id: world.otherCoordinator, role: "teacher" })
      .execute();
    expect((await undo(id, ritva)).statusCode).toBe(404);
    expect((await ritva.get("/api/register/imports")).json().imports).toEqual([]);
    house.travel("2026-11-24T06:01:00Z");
    expect((await undo(id)).json().code).toBe("import_too_old");
    expect((await coordinator.get("/api/register/imports")).json().imports).toEqual([]);
  });

  test("10,000 rows go as they came", async () => {
    const id = await importFull(longFile());
    expect((await undo(id)).json()).toMatchObject({ removed: 9_963, stayedCount: 0 });
    expect(await countPlaces()).toBe(1);
  }, 60_000);

  test("every table that points to a workplace is asked first", async () => {
    expect(await unaskedTables(house.house.db)).toEqual([]);
  });
});
