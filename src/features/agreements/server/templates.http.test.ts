import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { Caller } from "#tests/support/test-house.ts";
import { type AgreementScene, openAgreementScene } from "../agreement-scene.ts";
import { nationalTemplate } from "../national-templates.ts";
import { templateOf } from "./template-api.ts";

let scene: AgreementScene;
let admin: Caller;
let coordinator: Caller;
let path: string;

beforeEach(async () => {
  scene = await openAgreementScene();
  admin = await scene.as(scene.world.admin);
  coordinator = scene.coordinator;
  path = `/api/agreement-templates/${scene.world.providerId}/training_agreement`;
});
afterEach(() => scene.close());

const NATIONAL = nationalTemplate("training_agreement").template;
const damage = NATIONAL.sections.find(({ id }) => id === "damage");
const inFinnish = (fi: string) => ({
  heading: damage?.heading,
  body: { ...damage?.body, fi },
});
const seen = (version: number) => ({ "if-match": `"${version}"` });
const read = async (caller = admin) => (await caller.get(path)).json();
const begin = (caller = admin, from = "in_use") => caller.send("POST", `${path}/draft`, { from });
const write = (version: number, fi: string, caller = admin) =>
  caller.send("PUT", `${path}/draft/sections/damage`, inFinnish(fi), seen(version));
const publish = (version: number, from = "2026-11-23", caller = coordinator) =>
  caller.send("POST", `${path}/publication`, { from }, seen(version));
const today = async () => (await read()).today;
const saidIn = async (id: string) => {
  const answer = (await scene.teacher.get(`/api/agreements/${id}`)).json();
  const section = answer.papers.fi.sections.find((one: { id: string }) => one.id === "damage");
  return section.blocks[0].text;
};

describe("a version of a template", () => {
  test("is begun, written, and taken into use by a second person; new agreements hold it", async () => {
    expect(await read()).toMatchObject({ draft: null, versions: [{ number: 0, stand: "in_use" }] });
    expect((await begin()).json()).toEqual({ number: 1, version: 1 });
    expect((await write(1, "Kerro opettajalle: {teacher_reach}.")).json()).toEqual({ version: 2 });
    expect((await read()).draft).toMatchObject({
      number: 1,
      changes: [{ sectionId: "damage", changed: ["fi"], older: ["sv", "en"] }],
    });
    const day = await today();
    expect((await publish(2, day, admin)).json().code).toBe("second_person_needed");
    expect((await publish(2, day)).json()).toEqual({ number: 1 });
    const id = await scene.send();
    expect(await saidIn(id)).toMatch(/^Kerro opettajalle: /);
    expect((await read()).versions).toMatchObject([
      { number: 1, stand: "in_use", held: 1, from: day },
      { number: 0, stand: "retired", held: 0 },
    ]);
  });

  test("is taken into use by nobody who has written any of it, whoever wrote last", async () => {
    const { providerId, otherTeacher } = scene.world;
    await scene.house.db
      .insertInto("membership")
      .values({ provider_id: providerId, person_id: otherTeacher, role: "provider_admin" })
      .execute();
    const second = await scene.as(otherTeacher);
    await begin();
    await write(1, "Työpaikka ei vastaa mistään.");
    const signing = { guardian: "signs", order: "any" };
    await second.send("PUT", `${path}/draft/signing`, signing, seen(2));
    const day = await today();
    for (const writer of [admin, second]) {
      expect((await read(writer)).abilities.publish).toMatchObject({ allowed: false });
      expect((await publish(3, day, writer)).json().code).toBe("second_person_needed");
    }
    expect((await publish(3, day)).json()).toEqual({ number: 1 });
  });

  test("waits for its day; until then the former one words agreements", async () => {
    await begin();
    await write(1, "Vasta myöhemmin.");
    await publish(2, "2099-01-01");
    expect(await saidIn(await scene.send())).toBe(damage?.body.fi);
    expect((await read()).versions).toMatchObject([{ stand: "coming" }, { stand: "in_use" }]);
  });

  test("that a text was made with is found also when it is retired", async () => {
    const day = await today();
    for (const [version, words] of [
      [1, "Ensimmäinen."],
      [2, "Toinen."],
    ] as const) {
      await begin();
      await write(1, words);
      expect((await publish(2, day)).json()).toEqual({ number: version });
    }
    const { providerId } = scene.world;
    const found = await scene.house.db
      .transaction()
      .execute((tx) => templateOf(tx, providerId, { code: "own-training-agreement", version: 1 }));
    expect(found.sections.find(({ id }) => id === "damage")?.body.fi).toBe("Ensimmäinen.");
    const compared = (await admin.get(`${path}/comparison?before=1&after=2`)).json();
    expect(compared.sections).toMatchObject([
      { before: { body: { fi: "Ensimmäinen." } }, after: { body: { fi: "Toinen." } } },
    ]);
  });

  test("sets whether a guardian signs, and who signs first", async () => {
    await begin();
    const signing = { guardian: "signs", order: "employer_first" };
    await admin.send("PUT", `${path}/draft/signing`, signing, seen(1));
    expect((await read()).template).toMatchObject(signing);
  });

  test("is thrown away and leaves everything as it was", async () => {
    await begin();
    expect((await admin.send("DELETE", `${path}/draft`)).statusCode).toBe(200);
    expect((await admin.send("DELETE", `${path}/draft`)).json().code).toBe("no_template_draft");
    expect((await write(1, "x")).json().code).toBe("no_template_draft");
  });
});

describe("a preview", () => {
  test("is filled with made-up facts, or with a placement that the reader may see", async () => {
    await begin();
    await write(1, "Soita: {tutor}.");
    const sample = (await admin.get(`${path}/preview`)).json();
    expect(JSON.stringify(sample.fi)).toContain("Soita: Otto Ohjaaja.");
    const own = `${path}/preview?placementId=${scene.world.placementId}`;
    expect((await coordinator.get(own)).json().fi.subtitle).not.toBe(sample.fi.subtitle);
    expect((await admin.get(own)).statusCode).toBe(404);
    expect((await coordinator.get(path)).json().placements).toHaveLength(1);
    const other = own.replace("training_agreement", "apprenticeship");
    expect((await coordinator.get(other)).json().code).toBe("other_basis");
  });
});

describe("is refused", () => {
  test("a placeholder that nobody knows, with the nearest right one", async () => {
    await begin();
    await write(1, "Soita: {opettajan yhteystieto}.");
    const answer = (await publish(2, await today())).json();
    expect(answer.code).toBe("template_faulty");
    expect(answer.params.unknown).toEqual([
      {
        sectionId: "damage",
        language: "fi",
        name: "opettajan yhteystieto",
        nearest: "teacher_reach",
      },
    ]);
  });

  test("writing over what another has written: the difference comes with it", async () => {
    await begin();
    await write(1, "Toinen kirjoitti.");
    const late = (await write(1, "Minä kirjoitin.")).json();
    expect(late).toMatchObject({
      code: "stale",
      params: { version: 2, body: { fi: "Toinen kirjoitti." } },
    });
    const noVersion = await admin.send("PUT", `${path}/draft/sections/damage`, inFinnish("x"));
    expect(noVersion.json().code).toBe("stale");
  });

  test("two at once: one draft, one writer, one publication", async () => {
    const codes = async (calls: ReturnType<typeof begin>[]) =>
      (await Promise.all(calls)).map(({ statusCode }) => statusCode).toSorted((a, b) => a - b);
    expect(await codes([begin(), begin(), begin()])).toEqual([200, 409, 409]);
    expect(await codes([write(1, "a"), write(1, "b"), write(1, "c")])).toEqual([200, 409, 409]);
    const day = await today();
    expect(await codes([publish(2, day), publish(2, day)])).toEqual([200, 409]);
  });

  test("a day that is past, a section nobody has, text of a wrong kind or too long", async () => {
    await begin();
    expect((await publish(1, "2020-01-01")).json().code).toBe("day_past");
    const nowhere = `${path}/draft/sections/nowhere`;
    const strange = await admin.send("PUT", nowhere, inFinnish("x"), seen(1));
    expect([strange.statusCode, strange.json().code]).toEqual([404, "unknown_section"]);
    expect((await write(1, "x".repeat(6_001))).statusCode).toBe(400);
    expect((await begin(admin, "somewhere")).statusCode).toBe(400);
  });

  test("writing by anybody but an admin, everything at another provider", async () => {
    expect((await begin(coordinator)).statusCode).toBe(403);
    await begin();
    expect((await write(1, "x", coordinator)).statusCode).toBe(403);
    expect((await scene.teacher.get(path)).statusCode).toBe(403);
    const other = await scene.as(scene.world.otherCoordinator);
    expect((await other.get(path)).statusCode).toBe(404);
    expect((await publish(1, "2099-01-01", other)).statusCode).toBe(404);
    expect(
      (await coordinator.get(path.replace(scene.world.providerId, scene.world.student))).statusCode,
    ).toBe(404);
  });
});
