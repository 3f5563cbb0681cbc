import { describe, expect, it } from "vitest";
import { readFramework } from "./read-framework.ts";
import { currentFile, put, text } from "./sample-files.ts";
import { olderFile } from "./sample-older-file.ts";
import { countsOf } from "./summary.ts";

function read(file: unknown) {
  const outcome = readFramework(JSON.stringify(file));
  if (!outcome.ok) throw new Error(`refused: ${JSON.stringify(outcome.refusal)}`);
  return outcome.value;
}

function remarksOf(file: unknown): Record<string, string[]> {
  const { remarks } = read(file);
  return Object.fromEntries(
    [...Map.groupBy(remarks, ({ code }) => code)].map(([code, list]) => [
      code,
      list.map(({ path }) => path),
    ]),
  );
}

describe("a file in the current shape", () => {
  const { framework, languages, remarks } = read(currentFile());

  it("counts statements, and the generic scale once for all units", () => {
    expect(countsOf(framework)).toEqual({ units: 3, requirements: 6, criteria: 4, subAreas: 1 });
    expect(framework.scales.map(({ key, ofUnits }) => [key, ofUnits])).toEqual([
      ["77", true],
      ["78", false],
    ]);
  });

  it("puts levels in order of level whatever their order in the file", () => {
    expect(framework.scales[0]?.levels.map(({ code }) => code)).toEqual(["1", "3", "5"]);
  });

  it("takes points from the references and orders units by them", () => {
    expect(framework.units.map(({ code, points }) => [code, points])).toEqual([
      ["tutkinnonosat_9912", [{ pathway: "reformi", points: 15 }]],
      ["tutkinnonosat_9911", [{ pathway: "reformi", points: 10 }]],
      ["tutkinnonosat_9913", [{ pathway: "reformi", points: 11 }]],
    ]);
  });

  it("reads days as days in Helsinki, in summer and in winter", () => {
    expect(framework).toMatchObject({
      kind: "initial",
      validFrom: "2026-08-01",
      validTo: null,
      transitionEndsOn: "2027-01-01",
      replaces: ["OPH-1-2019"],
    });
  });

  it("keys a requirement by its code, else by the text's own identifier in the unit", () => {
    expect(
      framework.units[1]?.groups.flatMap((group) => group.requirements.map(({ key }) => key)),
    ).toEqual([
      "ammattitaitovaatimukset_111",
      "tutkinnonosat_9911/a-11",
      "tutkinnonosat_9911/b-11",
    ]);
  });

  it("keeps the rule tree with its units", () => {
    expect(framework.pathways[0]?.rules).toMatchObject({
      points: { min: 180, max: null },
      parts: [
        {
          role: "competence_area",
          code: "osaamisala_9",
          parts: [{ unitCode: "tutkinnonosat_9912" }, {}],
        },
        {
          role: "external",
          parts: [{ kind: "unit", unitCode: "tutkinnonosat_9913", compulsory: true }],
        },
      ],
    });
  });

  it("keeps what a sub-area asks, compulsory and optional, with points", () => {
    expect(framework.units[2]?.subAreas[0]?.objectives).toMatchObject([
      {
        compulsory: true,
        points: 4,
        groups: [{ requirements: [{ text: { fi: "keskustelee työpaikalla" } }] }],
      },
      { compulsory: false, points: 3 },
    ]);
  });

  it("turns paragraphs into lines and leaves the service's own copy of the statements out", () => {
    expect(framework.units[0]?.demonstration).toEqual({
      fi: "Osoittaa työssä.\nTäydentää koulussa.",
    });
    expect(framework.units[0]?.requirementText).toEqual({});
  });

  it("tells the share of texts in each language and every text that lacks one", () => {
    expect(languages.fi).toBe(1);
    expect(languages.en).toBeLessThan(languages.sv);
    const missing = remarks
      .filter(({ code }) => code === "text-missing-en")
      .map(({ path }) => path);
    expect(missing).toContain(
      "$.tutkinnonOsat[0].ammattitaitovaatimukset2019.kohdealueet[0].vaatimukset[1].vaatimus",
    );
  });
});

describe("a file in the older shape", () => {
  const { framework } = read(olderFile());
  const unit = framework.units[0];

  it("counts assessment targets and each of their criteria, those of sub-areas apart", () => {
    expect(countsOf(framework)).toEqual({ units: 1, requirements: 3, criteria: 5, subAreas: 1 });
  });

  it("knows levels by the service's numbers and leaves empty ones out", () => {
    const levels = unit?.groups.flatMap((group) => group.requirements.map((row) => row.levels));
    expect(levels?.map((list) => list.map(({ code }) => code))).toEqual([
      ["1", "3"],
      ["1", "3"],
      ["pass"],
    ]);
  });

  it("calls a target without a title by its area", () => {
    expect(unit?.groups[1]).toMatchObject({
      code: "ammattitaitovaatimukset_4281",
      requirements: [{ text: { fi: "Mittaa ja leikkaa" }, lead: { fi: "Opiskelija" } }],
    });
  });

  it("keeps both pathways, with no remark on points where competence-based ones have none", () => {
    expect(unit?.points).toEqual([
      { pathway: "ops", points: 30 },
      { pathway: "naytto", points: null },
    ]);
    expect(remarksOf(olderFile())["points-missing"]).toBeUndefined();
    expect(framework.pathways[0]?.rules?.unitCount).toEqual({ min: 3, max: 3 });
  });

  it("keeps the text of the requirements as lines, and hides the service's filler title", () => {
    expect(unit?.requirementText.fi).toBe("Opiskelija osaa\nmitata\nleikata");
    expect(unit?.subAreas[0]?.objectives[0]?.groups[0]?.title).toEqual({});
  });

  it("remarks the empty shell of the current shape", () => {
    expect(remarksOf(olderFile())["empty-shell"]).toEqual([
      "$.tutkinnonOsat[0].ammattitaitovaatimukset2019",
    ]);
  });
});

describe("imperfect data is imported and remarked with its place", () => {
  const newUnit = ["tutkinnonOsat", 3];
  const dangling = { id: 1, _tutkinnonOsa: "404", laajuus: 1 };
  const references = ["suoritustavat", 0, "tutkinnonOsaViitteet"];

  it.each<[code: string, path: string, at: (string | number)[], value: unknown]>([
    ["unit-deleted", "$.tutkinnonOsat[2]", ["kuvaus"], null],
    ["unit-draft", "$.tutkinnonOsat[0]", ["tutkinnonOsat", 0, "tila"], "luonnos"],
    ["wrong-type", "$.tutkinnonOsat[3]", newUnit, 17],
    ["wrong-type", "$.tutkinnonOsat[3]", newUnit, null],
    ["wrong-type", "$.tutkinnonOsat[0].nimi", ["tutkinnonOsat", 0, "nimi"], 5],
    ["unit-empty", "$.tutkinnonOsat[3]", newUnit, { id: 9 }],
    ["code-missing", "$.tutkinnonOsat[3]", newUnit, { id: 9 }],
    ["unit-unreferenced", "$.tutkinnonOsat[3]", newUnit, { id: 9 }],
    ["code-duplicate", "$.tutkinnonOsat[3]", newUnit, { koodiUri: "tutkinnonosat_9911" }],
    ["text-missing", "$.tutkinnonOsat[3].nimi", newUnit, { id: 9 }],
    [
      "reference-dangles",
      "$.suoritustavat[0].tutkinnonOsaViitteet[3]",
      [...references, 3],
      dangling,
    ],
    [
      "points-missing",
      "$.suoritustavat[0].tutkinnonOsaViitteet[0]",
      [...references, 0, "laajuus"],
      null,
    ],
    ["date-invalid", "$.voimassaoloAlkaa", ["voimassaoloAlkaa"], 9e15],
    ["unknown-value", "$.koulutustyyppi", ["koulutustyyppi"], "uusi"],
    ["html-removed", "$.kuvaus.fi", ["kuvaus"], text("Hyvä <script>paha()</script>tutkinto")],
    [
      "content-not-read",
      "$.tutkinnonOsat[0].vapaatTekstit",
      ["tutkinnonOsat", 0, "vapaatTekstit"],
      [{}],
    ],
  ])("%s at %s", (code, path, at, value) => {
    const file = currentFile();
    put(file, at, value);
    expect(remarksOf(file)[code]).toContain(path);
  });

  it("keeps both when one number has two different scales", () => {
    const file = currentFile();
    const other = [{ _osaamistaso: "5", kriteerit: [text("muu")] }];
    put(file, ["tutkinnonOsat", 1, "geneerinenArviointiasteikko", "osaamistasonKriteerit"], other);
    expect(read(file).framework.scales.map(({ key }) => key)).toEqual(["77", "77#2", "78"]);
    expect(remarksOf(file)["scale-differs"]).toHaveLength(1);
  });
});
