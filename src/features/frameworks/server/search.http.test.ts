import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { makeWorld } from "#tests/support/makers.ts";
import { type Caller, openTestHouse, type TestHouse } from "#tests/support/test-house.ts";
import { currentFile } from "../sample-files.ts";

let test: TestHouse;
let admin: Caller;
let student: Caller;

beforeAll(async () => {
  test = await openTestHouse();
  const world = await makeWorld(test.house);
  admin = await test.as(world.admin);
  student = await test.as(world.student);
});

afterAll(() => test.close());

describe("searching inside a qualification", () => {
  let versionId: string;

  beforeAll(async () => {
    const file = currentFile();
    const statements = [
      { fi: "selvittää kylmälaitteen kytkennät", en: "clears up the connections" },
      { fi: "hitsauksen jälkeen tarkastaa saumat", sv: "kontrollerar svetsfogarna" },
      { fi: "asentaa jäähdytysputkia", sv: "monterar kylrör", en: "installs cooling pipes" },
    ];
    const spot = JSON.stringify(file).replace(
      '"kohdealueet":[',
      `"kohdealueet":[{"kuvaus":{"fi":"Haku"},"vaatimukset":${JSON.stringify(
        statements.map((vaatimus) => ({ koodi: null, vaatimus })),
      )}},`,
    );
    versionId = (
      await admin.send("POST", "/api/frameworks", { fileName: "haku.json", content: spot })
    ).json().versionId;
  });

  const hits = async (find: string) => {
    const answer = (
      await student.get(
        `/api/framework-versions/${versionId}/search?find=${encodeURIComponent(find)}`,
      )
    ).json();
    const rows = await test.house.db
      .selectFrom("requirement")
      .innerJoin("unit", "unit.id", "requirement.unit_id")
      .select(["requirement.id", "requirement.number"])
      .where("unit.framework_version_id", "=", versionId)
      .where("unit.code", "=", "tutkinnonosat_9911")
      .execute();
    const numbers = new Map(rows.map(({ id, number }) => [id, number]));
    return answer.hits.flatMap(
      (hit: { requirementId: string | null }) => numbers.get(hit.requirementId ?? "") ?? [],
    );
  };

  it.each([
    ["laite", ["1.1"], "part of a compound, inflected"],
    ["kylmä", ["1.1"], "first part of a compound"],
    ["jäähdytys", ["1.3"], "first part of a compound with letters of its own"],
    ["KYLMÄLAITE", ["1.1"], "whatever the case"],
    ["hitsaus", ["1.2"], "a word whose stem changes"],
    ["saumoja", ["1.2"], "another form of the word"],
    ["putki", ["1.3"], "part of a compound in the plural"],
    ["svets", ["1.2"], "Swedish, part of a compound"],
    ["rör", ["1.3"], "Swedish, a short word"],
    ["connection", ["1.1"], "English, singular for plural"],
    ["cooling pipe", ["1.3"], "two words that are both there"],
    ["cooling drawing", [], "two words of which one is there"],
    ["100%_", [], "signs that mean something to the database"],
    ["'; drop table unit --", [], "an attempt"],
  ])("%s: %j (%s)", async (find, numbers) => {
    expect((await hits(find)).filter((number: string) => number.startsWith("1."))).toEqual(numbers);
  });

  it("tells what to mark in the texts", async () => {
    const { needles } = (
      await student.get(`/api/framework-versions/${versionId}/search?find=laite`)
    ).json();
    expect(needles).toEqual(expect.arrayContaining(["laite", "lait"]));
  });

  it("refuses a search of one letter", async () => {
    expect(
      (await student.get(`/api/framework-versions/${versionId}/search?find=a`)).statusCode,
    ).toBe(400);
  });
});
