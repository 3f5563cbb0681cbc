import { randomUUID } from "node:crypto";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { makeWorld, type World } from "#tests/support/makers.ts";
import { type Caller, openTestHouse, type TestHouse } from "#tests/support/test-house.ts";

let house: TestHouse;
let world: World;
let coordinator: Caller;
let teacher: Caller;
let place: string;

beforeEach(async () => {
  house = await openTestHouse();
  world = await makeWorld(house.house);
  coordinator = await house.as(world.coordinator);
  teacher = await house.as(world.teacher);
  place = `/api/workplaces/${world.workplaceId}`;
});
afterEach(() => house.close());

const DETAILS = {
  name: "Putki, Rantakatu",
  street: "Rantakatu 1",
  postalCode: "55100",
  municipality: "Imatra",
  phone: "040 123 4567",
  email: null,
  fields: ["construction"],
  languages: ["fi"],
};

const listed = async (query = "", caller = coordinator) =>
  (await caller.get(`/api/workplaces${query}`)).json();
const put = (path: string, body: object, seen?: number, caller = coordinator) =>
  caller.send(
    "PUT",
    `${place}${path}`,
    body,
    seen === undefined ? {} : { "if-match": `"${seen}"` },
  );
const contacts = async (caller: Caller) =>
  (await caller.get(`${place}/timeline?kind=contact`)).json().moments;
const capacity = (change: object = {}) => ({
  field: "construction",
  startsOn: "2027-01-01",
  endsOn: "2027-05-31",
  places: 2,
  withdrawn: false,
  ...change,
});
const entry = (change: object = {}) => ({
  kind: "phone",
  onDay: "2026-11-20",
  text: "Lupasi kaksi paikkaa.",
  withdrawn: false,
  ...change,
});

function addWorkplace(change: object = {}) {
  const id = randomUUID();
  return coordinator.send("POST", "/api/workplaces", {
    ...DETAILS,
    id,
    name: "Kahvila Leila",
    businessId: "1234567-1",
    employerName: "Kahvila Leila",
    fields: ["kitchen"],
    languages: ["fi"],
    ...change,
  });
}

describe("the list", () => {
  test("counts one's own college's students only", async () => {
    const { rows, total, all } = await listed();
    expect([total, all]).toEqual([1, 1]);
    expect(rows[0]).toMatchObject({ running: 1, coming: 0, tutors: 2, standing: "none" });
  });

  test("is filtered by field, place and word, and each filter says how many the others would show", async () => {
    await put("", DETAILS, 1);
    await addWorkplace({ municipality: "Kotka" });
    const kitchens = await listed("?field=kitchen");
    expect(kitchens.rows.map((row: { name: string }) => row.name)).toEqual(["Kahvila Leila"]);
    expect(kitchens.counts.field).toEqual([
      { value: "construction", count: 1 },
      { value: "kitchen", count: 1 },
    ]);
    expect(kitchens.counts.place).toEqual([{ value: "Kotka", count: 1 }]);
    expect((await listed("?place=imatra")).total).toBe(1);
    expect((await listed("?find=2345678")).total).toBe(1);
    expect((await listed("?find=%25")).total).toBe(0);
  });

  test("finds room left in a period: agreed places without those taken", async () => {
    const id = randomUUID();
    await put(`/capacity/${id}`, capacity({ startsOn: "2026-11-01", endsOn: "2026-12-31" }));
    const [row] = (await listed("?room=left")).rows;
    expect(row).toMatchObject({ places: 2, left: 1 });
    expect((await listed("?room=left&field=kitchen")).total).toBe(0);
    expect((await listed("?room=left&from=2027-02-01&until=2027-03-01")).total).toBe(0);
    await put(
      `/capacity/${id}`,
      capacity({ startsOn: "2026-11-01", endsOn: "2026-12-31", places: 1 }),
      1,
    );
    expect((await listed("?room=left")).total).toBe(0);
  });

  test("knows whose papers are valid: every kind there is has one that holds", async () => {
    const paper = (kind: string, validUntil: string) => ({
      kind,
      title: "Vakuutus",
      validFrom: null,
      validUntil,
      removed: false,
    });
    expect((await listed("?papers=none")).total).toBe(1);
    await put(`/documents/${randomUUID()}`, paper("insurance", "2027-06-30"), 1);
    expect((await listed("?papers=valid")).rows[0].papersUntil).toBe("2027-06-30");
    await put(`/documents/${randomUUID()}`, paper("permit", "2026-11-22"), 2);
    expect((await listed("?papers=valid")).total).toBe(0);
    expect((await listed("?papers=ended")).total).toBe(1);
    await put(`/documents/${randomUUID()}`, paper("permit", "2026-11-23"), 3);
    expect((await listed("?papers=valid")).total).toBe(1);
  });

  test("knows who was contacted within so many days; a note is no contact", async () => {
    await put(`/entries/${randomUUID()}`, entry({ kind: "note" }));
    expect((await listed("?contacted=30")).total).toBe(0);
    await put(`/entries/${randomUUID()}`, entry());
    expect((await listed("?contacted=3")).total).toBe(1);
    expect((await listed("?contacted=2")).total).toBe(0);
    expect((await listed("?contacted=-2")).total).toBe(1);
    const other = await house.as(world.otherCoordinator);
    expect((await listed("?contacted=30", other)).total).toBe(0);
  });

  test("finds where a requirement is covered and how the newest decision stands", async () => {
    const [requirementId = "", uncovered = ""] = world.requirementIds;
    const made = await teacher.send("POST", `/api/placements/${world.placementId}/suitability`, {
      outcome: "suitable",
      reason: "Sopii.",
      conditions: [],
      validUntil: "2027-02-26",
      cells: [{ requirementId, taskId: world.taskIds[0], level: "done" }],
      gaps: world.requirementIds
        .slice(1)
        .map((id) => ({ requirementId: id, owner: "school", dueOn: "2027-01-08", note: null })),
    });
    expect(made.statusCode).toBe(200);
    expect((await listed(`?requirement=${requirementId}`)).total).toBe(1);
    expect((await listed(`?requirement=${uncovered}`)).total).toBe(0);
    expect((await listed("?standing=suitable")).total).toBe(1);
    const other = await house.as(world.otherCoordinator);
    expect((await listed(`?requirement=${requirementId}`, other)).total).toBe(0);
    const choices = (await coordinator.get("/api/register/choices")).json();
    expect(choices.requirements.map(({ id }: { id: string }) => id)).toEqual([requirementId]);
    house.travel("2027-03-01T06:00:00Z");
    expect((await listed("?standing=ended")).total).toBe(1);
  });

  test("leaves as a file that runs nothing and opens in a Finnish spreadsheet", async () => {
    await addWorkplace({ name: "=HYPERLINK(1)", employerName: "@x" });
    await addWorkplace({ name: 'Kahvi; ja "pulla"', businessId: "7654321-4", employerName: "-1" });
    const { content, fileName } = (await coordinator.get("/api/register/export")).json();
    expect(fileName).toBe("tyopaikat-2026-11-23.csv");
    expect(content.startsWith("\uFEFFTyöpaikka;Työnantaja;Y-tunnus;")).toBe(true);
    const cells = content.split(/[;\r\n]+/).map((cell: string) => cell.replace(/^"/, ""));
    expect(cells.filter((cell: string) => /^[=+@\t\r-]/.test(cell))).toEqual([]);
    expect(content).toContain("'=HYPERLINK(1)");
  });
});

describe("a workplace is edited in place", () => {
  test("two at once do not overwrite", async () => {
    expect((await put("", DETAILS, 1)).statusCode).toBe(200);
    const late = await put("", { ...DETAILS, name: "Muu" }, 1);
    expect([late.statusCode, late.json().code]).toEqual([409, "stale"]);
    expect((await coordinator.get(place)).json()).toMatchObject({ ...DETAILS, version: 2 });
  });

  test("a task is retired and brought back", async () => {
    const id = randomUUID();
    const task = (retired: boolean) => ({ name: { fi: "Muotinrakennus" }, retired });
    await put(`/tasks/${id}`, task(false), 1);
    await put(`/tasks/${id}`, task(true), 2);
    const tasks = async () => (await coordinator.get(place)).json().tasks;
    expect((await tasks()).at(-1)).toMatchObject({ id, retiredOn: "2026-11-23" });
    await put(`/tasks/${id}`, task(false), 3);
    expect((await tasks()).at(-1)).toMatchObject({ id, retiredOn: null });
  });

  test("a wrong Business ID is refused, one that is known is not added twice", async () => {
    expect((await addWorkplace({ businessId: "1234567-0" })).statusCode).toBe(400);
    expect((await addWorkplace()).statusCode).toBe(200);
    const again = await addWorkplace({ name: "KAHVILA leila" });
    expect([again.statusCode, again.json().code]).toEqual([409, "workplace_known"]);
  });

  test("capacity of one field does not overlap; two at once agree once", async () => {
    const both = await Promise.all([1, 2].map(() => put(`/capacity/${randomUUID()}`, capacity())));
    expect(both.map(({ statusCode }) => statusCode).toSorted((a, b) => a - b)).toEqual([200, 409]);
    const other = await put(`/capacity/${randomUUID()}`, capacity({ field: "kitchen" }));
    expect(other.statusCode).toBe(200);
    const backwards = await put(`/capacity/${randomUUID()}`, capacity({ endsOn: "2026-01-01" }));
    expect(backwards.json().code).toBe("ends_before_start");
  });
});

describe("rights", () => {
  test("the coordinator edits, the teacher reads and writes down contacts", async () => {
    expect((await put("", DETAILS, 1, teacher)).statusCode).toBe(403);
    expect(
      (await put(`/capacity/${randomUUID()}`, capacity(), undefined, teacher)).statusCode,
    ).toBe(403);
    expect((await put(`/entries/${randomUUID()}`, entry(), undefined, teacher)).statusCode).toBe(
      200,
    );
    const page = (await teacher.get(place)).json();
    expect(await contacts(teacher)).toHaveLength(1);
    expect(page.abilities).toMatchObject({ edit: { allowed: false }, note: { allowed: true } });
  });

  test("tutors and students do neither", async () => {
    for (const person of [world.tutor, world.student]) {
      const caller = await house.as(person);
      expect((await caller.get(place)).statusCode).toBe(403);
      expect((await caller.get("/api/workplaces")).statusCode).toBe(403);
      expect((await put(`/entries/${randomUUID()}`, entry(), undefined, caller)).statusCode).toBe(
        403,
      );
    }
  });

  test("another college sees neither entries nor capacity nor saved views, and takes none of them over", async () => {
    const [entryId, capacityId, viewId] = [randomUUID(), randomUUID(), randomUUID()];
    await put(`/entries/${entryId}`, entry());
    await put(`/capacity/${capacityId}`, capacity());
    const view = { name: "Rakennus", query: "field=construction", shared: true, deleted: false };
    await coordinator.send("PUT", `/api/register/views/${viewId}`, view);
    const other = await house.as(world.otherCoordinator);
    const page = (await other.get(place)).json();
    expect([await contacts(other), page.capacity]).toEqual([[], []]);
    expect((await other.get("/api/register/views")).json().views).toEqual([]);
    const taken = [
      await put(`/entries/${entryId}`, entry({ withdrawn: true }), undefined, other),
      await put(`/capacity/${capacityId}`, capacity(), undefined, other),
      await other.send("PUT", `/api/register/views/${viewId}`, view),
    ];
    expect(taken.map(({ statusCode }) => statusCode)).toEqual([409, 409, 409]);
    expect(await contacts(coordinator)).toHaveLength(1);
  });
});

describe("saved views", () => {
  const save = (id: string, change: object, seen?: number, caller = coordinator) =>
    caller.send(
      "PUT",
      `/api/register/views/${id}`,
      { name: "Sähkö", query: "field=electrical", shared: false, deleted: false, ...change },
      seen === undefined ? {} : { "if-match": `"${seen}"` },
    );
  const names = async (caller: Caller) =>
    (await caller.get("/api/register/views"))
      .json()
      .views.map(({ name }: { name: string }) => name);

  test("are one's own until shared; renamed, deleted and brought back by their owner only", async () => {
    const id = randomUUID();
    await save(id, {});
    expect([await names(coordinator), await names(teacher)]).toEqual([["Sähkö"], []]);
    await save(id, { name: "Sähköpaikat", shared: true }, 1);
    expect(await names(teacher)).toEqual(["Sähköpaikat"]);
    expect((await save(id, { deleted: true }, 2, teacher)).statusCode).toBe(403);
    await save(id, { deleted: true }, 2);
    expect(await names(coordinator)).toEqual([]);
    await save(id, { name: "Sähköpaikat" }, 3);
    expect(await names(coordinator)).toEqual(["Sähköpaikat"]);
  });
});
