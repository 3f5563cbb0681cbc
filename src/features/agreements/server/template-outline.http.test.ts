import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { Caller } from "#tests/support/test-house.ts";
import { type AgreementScene, openAgreementScene } from "../agreement-scene.ts";
import { nationalTemplate } from "../national-templates.ts";

let scene: AgreementScene;
let admin: Caller;
let path: string;

beforeEach(async () => {
  scene = await openAgreementScene();
  admin = await scene.as(scene.world.admin);
  path = `/api/agreement-templates/${scene.world.providerId}/training_agreement`;
});
afterEach(() => scene.close());

const NATIONAL = nationalTemplate("training_agreement").template;
const IDS = NATIONAL.sections.map(({ id }) => id);
const DAMAGE = NATIONAL.sections.find(({ id }) => id === "damage");
const seen = (version: number) => ({ "if-match": `"${version}"` });
const read = async (caller = admin) => (await caller.get(path)).json();
const begin = () => admin.send("POST", `${path}/draft`, { from: "in_use" });
const remove = (id: string, version: number, caller = admin) =>
  caller.send("DELETE", `${path}/draft/sections/${id}`, undefined, seen(version));
const add = (body: object, version: number, caller = admin) =>
  caller.send("POST", `${path}/draft/sections`, body, seen(version));
const order = (ids: readonly string[], version: number, caller = admin) =>
  caller.send("PUT", `${path}/draft/order`, { order: ids }, seen(version));
const title = (words: object, version: number, caller = admin) =>
  caller.send("PUT", `${path}/draft/title`, words, seen(version));
const idsNow = async (): Promise<string[]> =>
  (await read()).template.sections.map(({ id }: { id: string }) => id);
const words = (text: string) => ({ fi: text, sv: text, en: text });

describe("sections of a version", () => {
  test("are moved, taken away, put back and added, and new agreements follow", async () => {
    await begin();
    const moved = [...IDS.filter((id) => id !== "privacy"), "privacy"].toReversed();
    expect((await order(moved, 1)).json()).toEqual({ version: 2 });
    expect(await idsNow()).toEqual(moved);
    expect((await remove("damage", 2)).json()).toEqual({ version: 3 });
    expect(await idsNow()).not.toContain("damage");
    const at = moved.indexOf("damage");
    const back = { sectionId: "damage", at, heading: DAMAGE?.heading, body: DAMAGE?.body };
    expect((await add(back, 3)).json()).toEqual({ version: 4, sectionId: "damage" });
    expect(await idsNow()).toEqual(moved);
    expect((await add(back, 4)).json()).toMatchObject({ code: "section_there" });
    const own = { sectionId: null, at: 1, heading: words("Pysäköinti"), body: words("Pihalla.") };
    expect((await add(own, 4)).json()).toEqual({ version: 5, sectionId: "own_a" });
    expect((await add({ ...own, at: 2 }, 5)).json()).toEqual({ version: 6, sectionId: "own_b" });
    const { today } = await read();
    await scene.coordinator.send("POST", `${path}/publication`, { from: today }, seen(6));
    const id = await scene.send();
    const { papers } = (await scene.teacher.get(`/api/agreements/${id}`)).json();
    expect(papers.sv.sections[1]).toMatchObject({ id: "own_a", heading: "Pysäköinti" });
  });

  test.each([
    ["employer_duties", { why: "needed", contents: [] }],
    ["ending", { why: "needed", contents: [] }],
    ["demonstration", { why: "needed", contents: [] }],
    ["parties", { why: "holds", contents: ["parties", "units"] }],
    ["objectives", { why: "holds", contents: ["objectives", "tasks"] }],
    ["insurance", { why: "holds", contents: ["accident", "liability"] }],
    ["costs", { why: "holds", contents: ["travel", "meals"] }],
  ])("%s stays, and the reason is said before and at the deed", async (id, reason) => {
    await begin();
    const { kept } = await read();
    expect(kept.find((one: { sectionId: string }) => one.sectionId === id)).toEqual({
      sectionId: id,
      ...reason,
    });
    const refused = await remove(id, 1);
    expect([refused.statusCode, refused.json()]).toMatchObject([
      409,
      { code: "section_needed", params: reason },
    ]);
    expect(await idsNow()).toEqual(IDS);
  });

  test("that held a content alone may go when another section holds it too", async () => {
    await begin();
    const body = { ...words("{accident_bearer} {liability_bearer}") };
    const written = { heading: DAMAGE?.heading, body };
    await admin.send("PUT", `${path}/draft/sections/damage`, written, seen(1));
    expect((await remove("insurance", 2)).json()).toEqual({ version: 3 });
    expect((await read()).faults.missing).toEqual([]);
    expect((await remove("damage", 3)).json()).toMatchObject({ code: "section_needed" });
  });

  test("in an order that lacks one, has one twice or knows a strange one are refused", async () => {
    await begin();
    for (const wrong of [IDS.slice(1), [...IDS, "damage"], [...IDS.slice(1), "strange"], []]) {
      expect((await order(wrong, 1)).json()).toMatchObject({ code: "order_incomplete" });
    }
  });

  test("two at once: the second is told, nothing is lost; one who only reads changes nothing", async () => {
    await begin();
    const two = await Promise.all([remove("damage", 1), order(IDS.toReversed(), 1)]);
    expect(two.map(({ statusCode }) => statusCode).toSorted((a, b) => a - b)).toEqual([200, 409]);
    expect((await read()).draft.version).toBe(2);
    for (const answer of await Promise.all([
      remove("privacy", 2, scene.coordinator),
      order(IDS, 2, scene.coordinator),
      title(words("x"), 2, scene.coordinator),
      add({ sectionId: null, at: 0, heading: words("x"), body: words("x") }, 2, scene.teacher),
    ])) {
      expect(answer.statusCode).toBe(403);
    }
    expect((await read()).draft.version).toBe(2);
  });
});

test("the title is written in three languages, and a blank one is refused", async () => {
  await begin();
  const blank = await title({ fi: "Sopimus", sv: " ", en: "Agreement" }, 1);
  expect(blank.statusCode).toBe(400);
  const said = { fi: "Sopimus työssä oppimisesta", sv: "Avtal", en: "Agreement" };
  expect((await title(said, 1)).json()).toEqual({ version: 2 });
  expect((await title(said, 1)).json()).toMatchObject({ code: "stale" });
  expect((await read()).template.title).toEqual(said);
});

/** scene.letters reads what is about an agreement only. */
const requests = () =>
  scene.house.db
    .selectFrom("mail_message")
    .select(["to_address", "body"])
    .where("template", "=", "template_reader")
    .execute();

describe("the second person", () => {
  const ask = (personId: string, caller = admin) =>
    caller.send("POST", `${path}/draft/readers`, { personId });

  test("gets a letter that names who asks, once a day; everyone sees who was asked", async () => {
    expect((await ask(scene.world.coordinator)).json()).toMatchObject({
      code: "no_template_draft",
    });
    await begin();
    const { readers } = await read();
    expect(readers.map(({ id }: { id: string }) => id)).toContain(scene.world.coordinator);
    expect(readers.map(({ id }: { id: string }) => id)).not.toContain(scene.world.admin);
    const asked = await ask(scene.world.coordinator);
    expect(asked.json()).toMatchObject({ sentTo: expect.stringMatching(/•/) });
    expect((await ask(scene.world.coordinator)).json()).toMatchObject({ code: "too_soon" });
    const letters = await requests();
    expect(letters).toHaveLength(1);
    expect(letters[0]).toMatchObject({ to_address: "jari@example.org" });
    expect(letters[0]?.body).toMatch(/\/templates\/training_agreement/);
    const seenByBoth = await Promise.all([read(), read(scene.coordinator)]);
    for (const { draft } of seenByBoth) {
      expect(draft.asked).toMatchObject({ nextAt: asked.json().nextAt });
    }
    scene.travel("2026-11-24T06:00:01Z");
    expect((await ask(scene.world.coordinator)).statusCode).toBe(200);
  });

  test("is neither the writer nor somebody who may not take it into use, nor asked by who only reads", async () => {
    await begin();
    for (const other of [scene.world.admin, scene.world.teacher, scene.world.student]) {
      expect((await ask(other)).json()).toMatchObject({ code: "not_a_reader" });
    }
    expect((await ask(scene.world.admin, scene.coordinator)).statusCode).toBe(403);
    expect(await requests()).toEqual([]);
  });
});

test("the preview as a file is a PDF marked as a draft, for those who look after templates", async () => {
  const file = await admin.get(`${path}/preview/file?language=sv`);
  expect(file.statusCode).toBe(200);
  expect(file.headers["content-type"]).toBe("application/pdf");
  const bytes = file.rawPayload.toString("latin1");
  expect(bytes.startsWith("%PDF-1.7")).toBe(true);
  // Not sealed, and nothing of a signature in it: nobody can take it for a signed one.
  expect(bytes).not.toContain("/ByteRange");
  expect(bytes).not.toContain("evidence.json");
  expect(bytes).toContain("/Lang (sv-FI)");
  expect((await scene.teacher.get(`${path}/preview/file?language=sv`)).statusCode).toBe(403);
});
