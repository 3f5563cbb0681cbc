import { randomUUID } from "node:crypto";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { makeWorld, type World } from "#tests/support/makers.ts";
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
  expect((await store(file)).json()).toEqual({
    added: 9_963,
    changed: 0,
    unchanged: 0,
    faulty: 37,
  });
  expect((await store(file)).json()).toEqual({
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
