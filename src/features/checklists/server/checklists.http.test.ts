import { Buffer } from "node:buffer";
import sharp from "sharp";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { makeWorld, type World } from "#tests/support/makers.ts";
import { type Caller, openTestHouse, type TestHouse } from "#tests/support/test-house.ts";

let house: TestHouse;
let world: World;
let teacher: Caller;
let path: string;

beforeEach(async () => {
  house = await openTestHouse();
  world = await makeWorld(house.house, {
    state: "planning",
    startsOn: "2026-11-30",
    endsOn: "2027-01-29",
  });
  teacher = await house.as(world.teacher);
  path = `/api/placements/${world.placementId}`;
});
afterEach(() => house.close());

const read = async (caller = teacher) => (await caller.get(`${path}/checklists`)).json();
const general = async () => (await read()).fields[0];
const start = async (caller = teacher) =>
  (await caller.send("POST", `${path}/checklists`, { field: "general" })).json().checklistId;
const answer = (
  id: string,
  itemId: string,
  code = "yes",
  caller = teacher,
  more: { fileId?: string; remark?: string; seen?: object | null } = {},
) =>
  caller.send("PUT", `${path}/checklists/${id}/answers`, {
    itemId,
    answer: code,
    remark: null,
    fileId: null,
    seen: null,
    ...more,
  });
const YES = { answer: "yes", remark: null };
const itemOf = async (itemId: string) =>
  (await general()).filling.items.find(({ id }: { id: string }) => id === itemId);

async function attached(caller = teacher): Promise<string> {
  const photo = await sharp({ create: { width: 9, height: 9, channels: 3, background: "#fff" } })
    .png()
    .toBuffer();
  const sent = await caller.send("POST", `${path}/files?name=ovi.png`, Buffer.from(photo), {
    "content-type": "application/octet-stream",
  });
  return sent.json().fileId;
}
const sign = (id: string, more: object = {}, caller = teacher) =>
  caller.send("POST", `${path}/checklists/${id}/signature`, {
    validUntil: "2027-11-23",
    conditions: [],
    ...more,
  });

async function filled(except: string[] = []): Promise<string> {
  const id = await start();
  const { items } = (await general()).filling;
  for (const item of items) if (!except.includes(item.id)) await answer(id, item.id);
  return id;
}
const gate = async (code: string) =>
  (await teacher.get(path)).json().gate.find((row: { code: string }) => row.code === code);
const EXITS = {
  itemId: "exits",
  text: "Merkitään poistumistie",
  owner: "workplace",
  dueOn: "2026-11-27",
};

describe("filling", () => {
  test("each answer is kept at once, and a second start goes on with the same", async () => {
    const id = await start();
    expect(await start(await house.as(world.coordinator))).toBe(id);
    await answer(id, "exits", "no");
    await answer(id, "exits", "na", teacher, { seen: { answer: "no", remark: null } });
    const { filling } = await general();
    expect(filling.items.filter((item: { answer: unknown }) => item.answer !== null)).toMatchObject(
      [{ id: "exits", answer: "na", certainty: "G" }],
    );
  });

  test("two starts at once are one", async () => {
    const ids = await Promise.all([start(), start(await house.as(world.coordinator)), start()]);
    expect(new Set(ids).size).toBe(1);
  });

  test("a photo of this placement is attached; another placement's is not", async () => {
    const fileId = await attached();
    const id = await start();
    const strange = { fileId: crypto.randomUUID() };
    expect((await answer(id, "exits", "yes", teacher, strange)).json().code).toBe("unknown_file");
    await answer(id, "exits", "yes", teacher, { fileId });
    await answer(id, "exits", "no", teacher, { seen: YES });
    expect(await itemOf("exits")).toMatchObject({ fileId, answer: "no" });
  });

  test("two people on one item: the later is shown the difference, and nothing is lost", async () => {
    const id = await start();
    const jari = await house.as(world.coordinator);
    const both = await Promise.all([
      answer(id, "exits", "yes", teacher, { remark: "Kaksi ovea" }),
      answer(id, "exits", "no", jari, { remark: "Toinen on lukossa" }),
    ]);
    const codes = both.map(({ statusCode }) => statusCode);
    expect(codes.toSorted((a, b) => a - b)).toEqual([200, 409]);
    const late = both.find(({ statusCode }) => statusCode === 409)?.json();
    const standing = await itemOf("exits");
    const { answer: code, remark } = standing;
    expect(late).toMatchObject({ code: "answered_meanwhile", params: { answer: code, remark } });
    expect(late.params.by).toMatch(/^(Sanna|Jari) Testinen$/);
    const seen = { answer: code, remark };
    const again = await answer(id, "exits", "na", teacher, { remark: "Yhdessä", seen });
    expect([again.statusCode, (await itemOf("exits")).remark]).toEqual([200, "Yhdessä"]);
    const same = await answer(id, "exits", "na", jari, { remark: "Yhdessä", seen });
    expect(same.statusCode).toBe(200);
  });
});

describe("an attachment that was a mistake", () => {
  const take = (id: string, caller = teacher) =>
    caller.send("DELETE", `${path}/checklists/${id}/answers/exits/attachment`);

  test("is forgotten while the list is being filled, the answer stays, and twice is once", async () => {
    const fileId = await attached();
    const id = await start();
    await answer(id, "exits", "yes", teacher, { fileId });
    const jari = await house.as(world.coordinator);
    const answers = await Promise.all([take(id), take(id, jari), take(id)]);
    expect(answers.map(({ statusCode }) => statusCode)).toEqual([200, 200, 200]);
    expect(await itemOf("exits")).toMatchObject({ answer: "yes", fileId: null });
    expect((await teacher.get(`${path}/files/${fileId}`)).statusCode).toBe(404);
    const traces = await house.house.db
      .selectFrom("audit_event")
      .select("change")
      .where("deed", "=", "remove-attachment")
      .execute();
    expect(traces.map(({ change }) => change)).toEqual([{ item: "exits", file: fileId }]);
  });

  test("stays once the list is signed, and is nobody's but the school's to take", async () => {
    const id = await filled();
    const fileId = await attached();
    await answer(id, "exits", "yes", teacher, { fileId, seen: YES });
    for (const person of [world.student, world.tutor]) {
      expect((await take(id, await house.as(person))).statusCode).toBe(403);
    }
    expect((await take(id, await house.as(world.otherTeacher))).statusCode).toBe(404);
    await sign(id);
    expect((await take(id)).json().code).toBe("signed_stays");
    expect((await teacher.get(`${path}/files/${fileId}`)).statusCode).toBe(200);
  });
});

describe("signing", () => {
  test.each<[string, () => Promise<{ json(): { code: string } }>]>([
    ["unanswered", async () => sign(await filled(["exits"]))],
    ["valid_until_outside", async () => sign(await filled(), { validUntil: "2027-11-24" })],
    ["valid_until_outside", async () => sign(await filled(), { validUntil: "2026-11-22" })],
    [
      "due_passed",
      async () => sign(await filled(), { conditions: [{ ...EXITS, dueOn: "2026-11-22" }] }),
    ],
    [
      "unknown_item",
      async () => sign(await filled(), { conditions: [{ ...EXITS, itemId: "sauna" }] }),
    ],
    [
      "condition_needed",
      async () => {
        const id = await filled();
        await answer(id, "exits", "no", teacher, { seen: YES });
        return sign(id);
      },
    ],
  ])("is refused: %s", async (code, send) => {
    expect((await send()).json().code).toBe(code);
  });

  test("two at once are one, and nothing is answered after", async () => {
    const id = await filled();
    const coordinator = await house.as(world.coordinator);
    const codes = (await Promise.all([sign(id), sign(id, {}, coordinator)])).map(
      ({ statusCode }) => statusCode,
    );
    expect(codes.toSorted((a, b) => a - b)).toEqual([200, 409]);
    expect((await answer(id, "exits")).json().code).toBe("already_signed");
  });

  test("a new one ends the former the day before, on the same day too", async () => {
    for (const at of ["2026-11-23T08:00:00Z", "2026-11-23T09:00:00Z", "2026-11-25T08:00:00Z"]) {
      house.travel(at);
      expect((await sign(await filled())).statusCode).toBe(200);
    }
    const rows = await house.house.db
      .selectFrom("checklist")
      .select(["valid_from", "valid_until"])
      .orderBy("signed_at")
      .execute();
    expect(rows.map(({ valid_from, valid_until }) => [valid_from, valid_until])).toEqual([
      ["2026-11-23", "2026-11-22"],
      ["2026-11-23", "2026-11-24"],
      ["2026-11-25", "2027-11-23"],
    ]);
    expect((await general()).signed).toMatchObject({ validFrom: "2026-11-25" });
  });
});

describe("the gate", () => {
  test("waits for a checklist that holds on the first day and for what has to be put right before it", async () => {
    expect(await gate("checklist")).toMatchObject({ verdict: "missing", reason: "unsigned" });
    const id = await filled();
    await answer(id, "exits", "no");
    await sign(id, { conditions: [EXITS] });
    expect(await gate("checklist")).toMatchObject({
      verdict: "missing",
      reason: "open",
      params: { count: 1 },
    });
    const [{ conditionId }] = (await read()).conditions;
    const close = () => teacher.send("POST", `${path}/checklist-conditions/${conditionId}/done`);
    expect((await close()).statusCode).toBe(200);
    house.travel("2026-11-26T08:00:00Z");
    await close();
    expect((await read()).conditions).toMatchObject([{ doneOn: "2026-11-23", overdue: false }]);
    expect(await gate("checklist")).toMatchObject({ verdict: "met", reason: "signed" });
  });

  test("does not take one that ends before the first day", async () => {
    await sign(await filled(), { validUntil: "2026-11-29" });
    expect(await gate("checklist")).toMatchObject({ verdict: "missing", reason: "expires" });
  });

  test("waits until somebody has named the bearers", async () => {
    expect(await gate("insurance")).toMatchObject({ verdict: "missing", reason: "unstated" });
    const { usual } = (await read()).insurance;
    expect(usual).toMatchObject({ accident: "provider", liability: "employer" });
    const body = { accident: usual.accident, liability: usual.liability, note: null };
    expect((await teacher.send("PUT", `${path}/insurance`, body)).statusCode).toBe(200);
    expect((await read()).insurance.stated).toMatchObject({ accident: "provider" });
    expect(await gate("insurance")).toMatchObject({ verdict: "met", reason: "stated" });
  });
});

test("staff fill, the tutor reads, the student and others see nothing", async () => {
  const id = await start();
  const tutor = await house.as(world.tutor);
  expect((await read(tutor)).abilities.check.allowed).toBe(false);
  expect((await answer(id, "exits", "yes", tutor)).statusCode).toBe(403);
  for (const person of [world.student, world.otherTeacher, world.otherCoordinator]) {
    expect((await (await house.as(person)).get(`${path}/checklists`)).statusCode).toBe(404);
  }
  const other = await house.as(world.otherTeacher);
  expect((await answer(id, "exits", "yes", other)).statusCode).toBe(404);
  const theirs = `/api/placements/${world.otherPlacementId}/checklists/${id}/signature`;
  expect(
    (await other.send("POST", theirs, { validUntil: "2027-01-01", conditions: [] })).statusCode,
  ).toBe(404);
});

test("nobody signs over an answer that was changed after they read it", async () => {
  const id = await filled();
  const { version, items } = (await general()).filling;
  await answer(id, items[0].id);
  const body = { validUntil: "2027-11-23", conditions: [] };
  const late = { "if-match": `"${version}"` };
  const signed = await teacher.send("POST", `${path}/checklists/${id}/signature`, body, late);
  expect([signed.statusCode, signed.json().code]).toEqual([409, "stale"]);
  expect((await sign(id)).statusCode).toBe(200);
});

test("the database itself refuses two that hold on the same day", async () => {
  await sign(await filled());
  const again = await filled();
  const signed = house.house.db
    .updateTable("checklist")
    .set({
      signed_by: world.teacher,
      signed_at: "2026-11-23T10:00:00Z",
      valid_from: "2026-12-01",
      valid_until: "2026-12-02",
    })
    .where("id", "=", again)
    .execute();
  await expect(signed).rejects.toThrow("one_signed_at_a_time");
});
