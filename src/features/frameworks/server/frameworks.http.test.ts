import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { makeWorld, type World } from "#tests/support/makers.ts";
import { type Caller, openTestHouse, type TestHouse } from "#tests/support/test-house.ts";
import { currentFile } from "../sample-files.ts";
import { olderFile } from "../sample-older-file.ts";

let test: TestHouse;
let world: World;
let admin: Caller;
let teacher: Caller;
let student: Caller;

beforeAll(async () => {
  test = await openTestHouse();
  world = await makeWorld(test.house);
  admin = await test.as(world.admin);
  teacher = await test.as(world.teacher);
  student = await test.as(world.student);
});

afterAll(() => test.close());

const upload = (caller: Caller, content: string, key?: string) =>
  caller.send(
    "POST",
    "/api/frameworks",
    { fileName: "peruste.json", content },
    key === undefined ? {} : { "idempotency-key": key },
  );

const changed = (content: string, from: string, to: string) => {
  expect(content).toContain(from);
  return content.replace(from, to);
};

async function versionsOf(registerNumber: string) {
  return test.house.db
    .selectFrom("framework_version as version")
    .innerJoin("framework", "framework.id", "version.framework_id")
    .select(["version.id", "version.number"])
    .where("register_number", "=", registerNumber)
    .orderBy("version.number")
    .execute();
}

describe("importing the requirements of a qualification", () => {
  const current = JSON.stringify(currentFile());

  it("is for a provider admin", async () => {
    for (const caller of [teacher, student]) {
      expect((await upload(caller, current)).json()).toMatchObject({
        status: 403,
        code: "forbidden",
      });
    }
    expect((await upload(test.anyone, current)).statusCode).toBe(401);
    expect(await versionsOf("OPH-9999-2026")).toEqual([]);
  });

  it("stores it once; the same content again, however laid out, changes nothing and says so", async () => {
    const first = (await upload(admin, current)).json();
    expect(first).toMatchObject({ number: 1, changed: true });
    const again = (await upload(admin, JSON.stringify(currentFile(), null, 4))).json();
    expect(again).toEqual({ ...first, changed: false });
    expect(await versionsOf("OPH-9999-2026")).toHaveLength(1);
  });

  it("leaves one audit row that names who and which version", async () => {
    const rows = await test.house.db
      .selectFrom("audit_event")
      .select(["person_id", "subject_kind", "change"])
      .where("deed", "=", "import-framework")
      .execute();
    expect(rows).toEqual([
      {
        person_id: world.admin,
        subject_kind: "framework",
        change: expect.objectContaining({ number: 1 }),
      },
    ]);
  });

  it("makes a new version of other content and tells what changed; the earlier version stays", async () => {
    const [first] = await versionsOf("OPH-9999-2026");
    const content = changed(current, "valitsee työkalut", "valitsee ja huoltaa työkalut");
    const second = (await upload(admin, content)).json();
    expect(second).toMatchObject({ number: 2, changed: true });
    const report = (await teacher.get(`/api/framework-versions/${second.versionId}/import`)).json();
    expect(report).toMatchObject({
      number: 2,
      earlier: { versionId: first?.id, validTo: null },
      importedBy: "Anu Testinen",
      deletedUnits: 1,
      drift: {
        requirements: { added: [], removed: [], reworded: [{ number: "1.2", languages: ["fi"] }] },
      },
    });
    const old = (await student.get(`/api/framework-versions/${first?.id}`)).json();
    expect(old).toMatchObject({ number: 1, newestVersionId: second.versionId });
  });

  it("gives one version of two imports at once", async () => {
    const content = JSON.stringify(olderFile());
    const answers = await Promise.all([1, 2, 3].map(() => upload(admin, content)));
    expect(answers.filter((answer) => answer.json().changed)).toHaveLength(1);
    expect(answers.map(({ statusCode }) => statusCode)).toEqual([200, 200, 200]);
    expect(await versionsOf("43/011/2014")).toHaveLength(1);
  });

  it("answers a repeated call with the first answer", async () => {
    const key = "019abc00-0000-7000-8000-000000000001";
    const content = changed(current, "Näytetutkinto", "Toinen näytetutkinto");
    const first = await upload(admin, content, key);
    const replay = await upload(admin, content, key);
    expect(first.json()).toMatchObject({ changed: true });
    expect(replay.json()).toEqual(first.json());
    expect(replay.headers["idempotency-replayed"]).toBe("true");
  });

  it.each([
    ["nothing", "", "file_empty", { line: 1 }],
    ["cut off", current.slice(0, 900), "file_cut_off", { line: 1, column: 901 }],
    ["not JSON", "{nimi: 1}", "file_not_json", { line: 1, column: 2 }],
    ["other JSON", "[1, 2]", "file_not_qualification", { path: "$" }],
    ["too deep", "[".repeat(10_000), "file_too_deep", { line: 1 }],
    [
      "a wrong type",
      '{"nimi": {}, "tutkinnonOsat": 5}',
      "file_wrong_type",
      { path: "$.tutkinnonOsat" },
    ],
  ])(
    "refuses a file that is %s, says where, and stores nothing",
    async (_what, content, code, params) => {
      const before = await test.house.db.selectFrom("framework_version").select("id").execute();
      expect((await upload(admin, content)).json()).toMatchObject({ status: 422, code, params });
      expect(
        await test.house.db.selectFrom("framework_version").select("id").execute(),
      ).toHaveLength(before.length);
    },
  );
});

describe("reading the requirements", () => {
  let versionId: string;

  beforeAll(async () => {
    versionId = (await upload(admin, JSON.stringify(currentFile()))).json().versionId;
  });

  const unitOf = async (code: string) => {
    const { unitRows } = (await student.get(`/api/framework-versions/${versionId}`)).json();
    const unit = unitRows.find((row: { code: string }) => row.code === code);
    return (await student.get(`/api/framework-versions/${versionId}/units/${unit.id}`)).json();
  };

  it("lists each qualification in its newest version, for everybody who is signed in", async () => {
    const { rows, abilities } = (await student.get("/api/frameworks")).json();
    const ours = rows.filter(
      (row: { registerNumber: string }) => row.registerNumber === "OPH-9999-2026",
    );
    expect(ours).toMatchObject([
      { versionId, units: 3, requirements: 6, criteria: 4, validFrom: "2026-08-01" },
    ]);
    expect(abilities).toEqual({ import: { allowed: false, reason: "role" } });
    expect((await admin.get("/api/frameworks")).json().abilities).toEqual({
      import: { allowed: true },
    });
    expect((await test.anyone.get("/api/frameworks")).statusCode).toBe(401);
  });

  it("shows units in order with points, and the rule tree with depths", async () => {
    const answer = (await student.get(`/api/framework-versions/${versionId}`)).json();
    expect(answer.unitRows).toMatchObject([
      {
        code: "tutkinnonosat_9912",
        points: [{ pathway: "reformi", points: 15 }],
        requirements: 3,
        subAreas: 0,
      },
      { code: "tutkinnonosat_9911" },
      {
        code: "tutkinnonosat_9913",
        kind: "common",
        state: "deleted",
        requirements: 0,
        subAreas: 1,
      },
    ]);
    const { rules } = answer.pathways[0];
    expect(
      rules.map((row: { depth: number; unitCode: string | null }) => [row.depth, row.unitCode]),
    ).toEqual([
      [0, null],
      [1, null],
      [2, "tutkinnonosat_9912"],
      [2, "tutkinnonosat_9911"],
      [1, null],
      [2, "tutkinnonosat_9913"],
    ]);
  });

  it("shows a unit's requirements in groups, with the one scale in order of level", async () => {
    const unit = await unitOf("tutkinnonosat_9911");
    expect(unit.groups).toMatchObject([
      { title: { fi: "Osaa valmistella" }, requirements: [{ number: "1.1" }, { number: "1.2" }] },
      {
        title: { fi: "Osaa tehdä" },
        requirements: [{ number: "2.1", text: { fi: "asentaa putket" }, levels: [] }],
      },
    ]);
    expect(unit.scale.levels.map(({ code }: { code: string }) => code)).toEqual(["1", "3", "5"]);
    expect(unit.demonstration.fi).toBe("Osoittaa työssä.\nTäydentää koulussa.");
  });

  it("shows what a sub-area asks with its own scale", async () => {
    const unit = await unitOf("tutkinnonosat_9913");
    expect(unit.subAreas).toMatchObject([
      {
        name: { en: "Communication" },
        objectives: [
          { compulsory: true, points: 4, groups: [{ requirements: [{ number: "A1.1" }] }] },
          { compulsory: false, points: 3, groups: [{ requirements: [{ number: "A2.1" }] }] },
        ],
        scale: { levels: [{ code: "1" }] },
      },
    ]);
  });

  it("gives the workplace's own words where somebody has written them", async () => {
    await test.house.db
      .insertInto("requirement_plain")
      .values({
        requirement_key: "ammattitaitovaatimukset_111",
        plain: JSON.stringify({ fi: "Osaa lukea kuvia" }),
        seen_when: JSON.stringify({ fi: "Näet sen siitä, että" }),
        typical_tasks: "[]",
      })
      .execute();
    const unit = await unitOf("tutkinnonosat_9911");
    expect(unit.groups[0].requirements[0]).toMatchObject({ plain: { fi: "Osaa lukea kuvia" } });
    expect(unit.groups[0].requirements[1]).toMatchObject({ plain: null, seenWhen: null });
  });

  it("shows the criteria of each requirement by level in the older shape", async () => {
    const older = (await upload(admin, JSON.stringify(olderFile()))).json().versionId;
    const { unitRows, pathways } = (await student.get(`/api/framework-versions/${older}`)).json();
    expect(pathways.map(({ code }: { code: string }) => code)).toEqual(["ops", "naytto"]);
    const unit = (
      await student.get(`/api/framework-versions/${older}/units/${unitRows[0].id}`)
    ).json();
    expect(unit.groups[0].requirements[0].levels).toMatchObject([
      { code: "1", criteria: [{ fi: "suunnittelee ohjatusti Suunnittelu" }] },
      { code: "3", criteria: [{ fi: "suunnittelee työn", sv: "planerar", en: "plans" }] },
    ]);
  });

  it("keeps the remarks with their places, for staff", async () => {
    const report = (await teacher.get(`/api/framework-versions/${versionId}/import`)).json();
    expect(report.remarks).toContainEqual({
      code: "unit-deleted",
      times: 1,
      places: ["$.tutkinnonOsat[2]"],
    });
    const one = (
      await teacher.get(`/api/framework-versions/${versionId}/remarks?code=unit-deleted`)
    ).json();
    expect(one.remarks).toMatchObject([{ code: "unit-deleted", path: "$.tutkinnonOsat[2]" }]);
    expect((await student.get(`/api/framework-versions/${versionId}/import`)).statusCode).toBe(403);
  });

  it("answers 404 for what is not there", async () => {
    const nowhere = "019abc00-0000-7000-8000-0000000000ff";
    for (const address of [
      nowhere,
      `${nowhere}/units/${nowhere}`,
      `${versionId}/units/${nowhere}`,
      `${nowhere}/search?find=putki`,
    ]) {
      expect((await student.get(`/api/framework-versions/${address}`)).statusCode).toBe(404);
    }
  });
});
