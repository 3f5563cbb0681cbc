import type {
  ObjectiveSet,
  RequirementGroup,
  SubArea,
  Unit,
  UnitKind,
  UnitState,
} from "./framework.ts";
import { readScale } from "./read-criteria.ts";
import {
  holdsAnything,
  type KeyRoom,
  readCode,
  readStatements,
  readTargets,
} from "./read-groups.ts";
import {
  amount,
  field,
  flag,
  isMissing,
  localised,
  type Reading,
  records,
  remark,
  type Spot,
  word,
} from "./reading.ts";
import { textKey, uniqueIn } from "./text-key.ts";

export type ReadUnit = Omit<Unit, "points"> & { readonly ids: readonly string[] };

const KINDS: Readonly<Record<string, UnitKind>> = {
  normaali: "vocational",
  reformi_tutke2: "common",
  tutke2: "common",
};
const STATES: Readonly<Record<string, UnitState>> = {
  valmis: "published",
  luonnos: "draft",
  poistettu: "deleted",
};

/** Reads one element of tutkinnonOsat. Whatever it lacks is remarked; there is always a unit. */
export function readUnit(
  reading: Reading,
  spot: Spot,
  uniqueCode: (code: string) => string,
): ReadUnit {
  const code = readUnitCode(reading, spot, uniqueCode);
  const room: KeyRoom = { unitCode: code, unique: uniqueIn(new Set()) };
  const statements = readStatements(reading, field(spot, "ammattitaitovaatimukset2019"), room);
  const targets = readTargets(reading, field(spot, "arviointi"), room);
  const groups = [...statements, ...targets].filter(({ requirements }) => requirements.length > 0);
  const subAreas = readSubAreas(reading, field(spot, "osaAlueet"), room);
  if (groups.length === 0 && subAreas.length === 0) remark(reading, "unit-empty", spot);
  for (const unread of ["vapaatTekstit", "valmaTelmaSisalto"]) {
    if (holdsAnything(reading, field(spot, unread)))
      remark(reading, "content-not-read", field(spot, unread));
  }
  return {
    code,
    ids: [word(reading, field(spot, "id"))].filter((id) => id !== null),
    name: localised(reading, nameSpot(spot), true),
    description: localised(reading, field(spot, "kuvaus")),
    kind: readKind(reading, field(spot, "tyyppi")),
    state: readState(reading, spot),
    demonstration: localised(reading, field(spot, "ammattitaidonOsoittamistavat")),
    requirementText: writtenByHand(spot, statements, targets)
      ? localised(reading, field(spot, "ammattitaitovaatimukset"))
      : {},
    groups,
    scale: readScale(reading, field(spot, "geneerinenArviointiasteikko"), true),
    subAreas,
  };
}

/** In the current shape the service writes the unit's text itself, from the statements already read. */
function writtenByHand(
  spot: Spot,
  statements: readonly unknown[],
  targets: readonly unknown[],
): boolean {
  if (statements.length > 0) return false;
  return targets.length > 0 || isMissing(field(spot, "ammattitaitovaatimukset2019"));
}

function nameSpot(spot: Spot): Spot {
  const own = field(spot, "nimi");
  const coded = field(field(spot, "koodi"), "nimi");
  return isMissing(own) && !isMissing(coded) ? coded : own;
}

function readUnitCode(reading: Reading, spot: Spot, unique: (code: string) => string): string {
  const given = word(reading, field(spot, "koodiUri")) ?? readCode(reading, field(spot, "koodi"));
  if (given === null) remark(reading, "code-missing", spot);
  const code = given ?? `unit:${word(reading, field(spot, "id")) ?? spot.path}`;
  const own = unique(code);
  if (own !== code) remark(reading, "code-duplicate", spot);
  return own;
}

function readKind(reading: Reading, spot: Spot): UnitKind {
  const kind = KINDS[word(reading, spot) ?? "normaali"];
  if (kind === undefined) remark(reading, "unknown-value", spot);
  return kind ?? "other";
}

function readState(reading: Reading, spot: Spot): UnitState {
  const given = field(spot, "tila");
  const state = STATES[word(reading, given) ?? ""] ?? "unknown";
  if (state === "unknown") remark(reading, "unknown-value", given);
  if (state === "draft") remark(reading, "unit-draft", spot);
  if (state === "deleted") remark(reading, "unit-deleted", spot);
  return state;
}

function readSubAreas(reading: Reading, spot: Spot, room: KeyRoom): SubArea[] {
  const unique = uniqueIn(new Set());
  return records(reading, spot).map((area) => {
    const code = word(reading, field(area, "koodiUri")) ?? readCode(reading, field(area, "koodi"));
    const name = localised(reading, nameSpot(area), true);
    if (code === null) remark(reading, "code-missing", area);
    return {
      key: unique(code ?? textKey(reading, nameSpot(area), name)),
      code,
      name,
      description: localised(reading, field(area, "kuvaus")),
      objectives: [
        ...currentObjectives(reading, area, room),
        ...olderObjectives(reading, area, room),
      ],
      scale: readScale(reading, field(area, "arviointi"), false),
    };
  });
}

/** Current shape: one compulsory and one optional set, assessed by the sub-area's own scale. */
function currentObjectives(reading: Reading, area: Spot, room: KeyRoom): ObjectiveSet[] {
  const sets = [
    { spot: field(area, "pakollisetOsaamistavoitteet"), compulsory: true },
    { spot: field(area, "valinnaisetOsaamistavoitteet"), compulsory: false },
  ];
  return sets
    .filter(({ spot }) => !isMissing(spot))
    .map(({ spot, compulsory }) => ({
      name: localised(reading, field(spot, "nimi")),
      compulsory,
      points: amount(reading, field(spot, "laajuus")),
      text: {},
      groups: withContent(readStatements(reading, field(spot, "tavoitteet"), room)),
    }));
}

/** Older shape: any number of sets, each with its text and its own assessment targets. */
function olderObjectives(reading: Reading, area: Spot, room: KeyRoom): ObjectiveSet[] {
  return records(reading, field(area, "osaamistavoitteet")).map((spot) => ({
    name: localised(reading, nameSpot(spot)),
    compulsory: flag(reading, field(spot, "pakollinen")),
    points: amount(reading, field(spot, "laajuus")),
    text: localised(reading, field(spot, "tavoitteet")),
    groups: withContent(readTargets(reading, field(spot, "arviointi"), room)),
  }));
}

function withContent(groups: RequirementGroup[]): RequirementGroup[] {
  return groups.filter(({ requirements }) => requirements.length > 0);
}
