import { describe, expect, it } from "vitest";
import { compareFrameworks, isDriftless } from "./drift.ts";
import { readFramework } from "./read-framework.ts";
import { currentFile } from "./sample-files.ts";
import { olderFile } from "./sample-older-file.ts";

function read(file: unknown) {
  const outcome = readFramework(JSON.stringify(file));
  if (!outcome.ok) throw new Error(outcome.refusal.code);
  return outcome.value.framework;
}

/** The sample with its text changed as one would edit the file. */
function edited(file: unknown, ...changes: (readonly [string | RegExp, string])[]) {
  let source = JSON.stringify(file);
  for (const [from, to] of changes) {
    const next = source.replace(from, to);
    expect(next).not.toBe(source);
    source = next;
  }
  return read(JSON.parse(source));
}

describe("the drift from one version to the next", () => {
  it("is empty for the same content, whatever numbers another installation gave", () => {
    const drift = compareFrameworks(
      read(currentFile()),
      edited(currentFile(), [/"id":77/g, '"id":1077']),
    );
    expect(isDriftless(drift)).toBe(true);
  });

  it("tells a reworded requirement by unit, number and language", () => {
    const after = edited(currentFile(), ["valitsee työkalut", "valitsee ja huoltaa työkalut"]);
    expect(compareFrameworks(read(currentFile()), after).requirements).toEqual({
      added: [],
      removed: [],
      reworded: [
        {
          in: "tutkinnonosat_9911",
          number: "1.2",
          before: { fi: "valitsee työkalut", sv: "valitsee työkalut sv" },
          after: { fi: "valitsee ja huoltaa työkalut", sv: "valitsee työkalut sv" },
          languages: ["fi"],
        },
      ],
    });
  });

  it("knows a reworded text again by its likeness when the file gives texts no identifiers", () => {
    const after = edited(olderFile(), [
      "suunnittelee ohjatusti Suunnittelu",
      "suunnittelee ohjatusti työn",
    ]);
    const { criteria, requirements } = compareFrameworks(read(olderFile()), after);
    expect(requirements).toEqual({ added: [], removed: [], reworded: [] });
    expect(criteria).toMatchObject({ added: [], removed: [], reworded: [{ number: "1.1, 1" }] });
  });

  it("tells units and requirements that came or went, with their criteria", () => {
    const before = read(olderFile());
    const after = edited(olderFile(), ["tutkinnonosat_9921", "tutkinnonosat_9922"]);
    const drift = compareFrameworks(before, after);
    expect(drift.units.added.map(({ code }) => code)).toEqual(["tutkinnonosat_9922"]);
    expect(drift.units.removed.map(({ code }) => code)).toEqual(["tutkinnonosat_9921"]);
    expect([drift.requirements.added.length, drift.requirements.removed.length]).toEqual([4, 4]);
    expect([drift.criteria.added.length, drift.criteria.removed.length]).toEqual([7, 7]);
    expect(drift.rulesChanged).toBe(true);
  });

  it("tells changed points, names, states and days", () => {
    const after = edited(
      currentFile(),
      ['"laajuus":15', '"laajuus":20'],
      ['"voimassaoloLoppuu":null', '"voimassaoloLoppuu":1798754400000'],
      ['"tila":"poistettu"', '"tila":"valmis"'],
      ['"fi":"Asennus"', '"fi":"Asennustyö"'],
    );
    const { units, dates } = compareFrameworks(read(currentFile()), after);
    expect(units.points).toMatchObject([{ code: "tutkinnonosat_9912", before: 15, after: 20 }]);
    expect(units.renamed).toMatchObject([
      { code: "tutkinnonosat_9911", after: { fi: "Asennustyö" } },
    ]);
    expect(units.states).toMatchObject([
      { code: "tutkinnonosat_9913", before: "deleted", after: "published" },
    ]);
    expect(dates).toEqual([{ field: "validTo", before: null, after: "2027-01-01" }]);
  });
});
