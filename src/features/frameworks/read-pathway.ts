import type { Pathway, Range, RuleGroup, RuleNode, RuleRole, UnitReference } from "./framework.ts";
import { readCode } from "./read-groups.ts";
import {
  amount,
  field,
  firstField,
  flag,
  hasWords,
  isMissing,
  isObject,
  localised,
  type Reading,
  records,
  remark,
  type Spot,
  word,
} from "./reading.ts";

/** Reads one suoritustapa: points of its units and the rule tree. `codes` are the units' codes by their ids. */
export function readPathway(
  reading: Reading,
  spot: Spot,
  codes: ReadonlyMap<string, string>,
): Pathway {
  const code = word(reading, field(spot, "suoritustapakoodi"));
  if (code === null) remark(reading, "code-missing", spot);
  const references = readReferences(reading, spot, codes, code);
  const units = new Map(references.map(({ reference, unitCode }) => [reference, unitCode]));
  const rules = field(spot, "rakenne");
  const present = !isMissing(rules) && isObject(reading, rules);
  return {
    code: code ?? "?",
    references,
    rules: present ? readGroup(reading, rules, units) : null,
  };
}

/** Before 2018 a competence-based pathway had no points at all; that is no fault of the file. */
const WITHOUT_POINTS = "naytto";

function readReferences(
  reading: Reading,
  spot: Spot,
  codes: ReadonlyMap<string, string>,
  pathway: string | null,
): UnitReference[] {
  const rows = records(reading, field(spot, "tutkinnonOsaViitteet")).map((row) => {
    const unitId = word(reading, field(row, "_tutkinnonOsa"));
    const unitCode = codes.get(unitId ?? "") ?? null;
    if (unitCode === null) remark(reading, "reference-dangles", row);
    const points = amount(reading, field(row, "laajuus"));
    if (points === null && pathway !== WITHOUT_POINTS) remark(reading, "points-missing", row);
    const order = amount(reading, field(row, "jarjestys")) ?? Number.POSITIVE_INFINITY;
    return { reference: word(reading, field(row, "id")) ?? row.path, unitCode, points, order };
  });
  return rows
    .toSorted((one, other) => (one.order < other.order ? -1 : one.order > other.order ? 1 : 0))
    .map(({ reference, unitCode, points }) => ({ reference, unitCode, points }));
}

const ROLES: Readonly<Record<string, RuleRole>> = {
  määritelty: "defined",
  määrittelemätön: "undefined",
  osaamisala: "competence_area",
  tutkintonimike: "qualification_title",
  vieras: "external",
};

type Units = ReadonlyMap<string, string | null>;

/** Depth is bounded: a file nested deeper than MAX_DEPTH is refused before it is read. */
function readNode(reading: Reading, spot: Spot, units: Units): RuleNode {
  const reference = word(reading, field(spot, "_tutkinnonOsaViite"));
  if (reference === null) return readGroup(reading, spot, units);
  const unitCode = units.get(reference) ?? null;
  if (!units.has(reference)) remark(reading, "reference-dangles", spot);
  return {
    kind: "unit",
    reference,
    unitCode,
    compulsory: flag(reading, field(spot, "pakollinen")),
  };
}

function readGroup(reading: Reading, spot: Spot, units: Units): RuleGroup {
  const rule = field(spot, "muodostumisSaanto");
  if (!isMissing(field(spot, "vieras"))) remark(reading, "content-not-read", field(spot, "vieras"));
  const area = field(spot, "osaamisala");
  const title = field(spot, "tutkintonimike");
  return {
    kind: "group",
    role: readRole(reading, field(spot, "rooli")),
    name: readName(reading, spot, area, title),
    description: localised(reading, field(spot, "kuvaus")),
    points: readRange(reading, field(rule, "laajuus")),
    unitCount: readRange(reading, field(rule, "koko")),
    code: word(reading, field(area, "osaamisalakoodiUri")) ?? readCode(reading, title),
    parts: records(reading, field(spot, "osat")).map((part) => readNode(reading, part, units)),
  };
}

function readName(reading: Reading, spot: Spot, ...others: readonly Spot[]) {
  for (const named of [spot, ...others]) {
    const name = localised(reading, firstField(named, "nimi"));
    if (hasWords(name)) return name;
  }
  return {};
}

function readRole(reading: Reading, spot: Spot): RuleRole | null {
  const given = word(reading, spot);
  if (given === null) return null;
  const role = ROLES[given];
  if (role === undefined) remark(reading, "unknown-value", spot);
  return role ?? null;
}

function readRange(reading: Reading, spot: Spot): Range | null {
  if (isMissing(spot) || !isObject(reading, spot)) return null;
  const min = amount(reading, field(spot, "minimi"));
  const max = amount(reading, field(spot, "maksimi"));
  return min === null && max === null ? null : { min, max };
}
