import { accept, type Outcome, type Refusal, refuse } from "#shared/outcome.ts";
import type { Framework, FrameworkKind, NamedCode, Pathway, Unit } from "./framework.ts";
import { findJsonFault } from "./json-fault.ts";
import { readPathway } from "./read-pathway.ts";
import { type ReadUnit, readUnit } from "./read-unit.ts";
import {
  day,
  field,
  firstField,
  hasWords,
  isMissing,
  isRecord,
  items,
  localised,
  type Reading,
  records,
  remark,
  type Spot,
  startReading,
  word,
} from "./reading.ts";
import type { Remark } from "./remark.ts";
import { type Shares, sharesOf } from "./summary.ts";
import { uniqueIn } from "./text-key.ts";

/** Larger files than this are refused unread. */
export const MAX_FILE_BYTES = 64 * 1024 * 1024;
/** Rule trees of real files are 6 nodes deep, that is 20 levels of JSON. */
export const MAX_DEPTH = 200;

export type FileRefusalCode =
  | "file_empty"
  | "file_cut_off"
  | "file_not_json"
  | "file_too_deep"
  | "file_not_qualification"
  | "file_wrong_type"
  | "file_no_register_number"
  | "file_no_units";

/** Why a file was not read. `params` name the place: line and column, or a JSON path. */
export type FileRefusal = Refusal<FileRefusalCode>;

export type FrameworkReading = {
  readonly framework: Framework;
  readonly languages: Shares;
  readonly remarks: readonly Remark[];
};

/**
 * Reads an ePerusteet export of a qualification in any of its shapes. Pure: same text, same answer.
 * Whatever is imperfect inside a qualification becomes a remark; what is no qualification is refused.
 */
export function readFramework(text: string): Outcome<FrameworkReading, FileRefusal> {
  const json = text.startsWith("\uFEFF") ? text.slice(1) : text;
  const fault = findJsonFault(json, MAX_DEPTH);
  if (fault) return refuse(`file_${fault.kind}`, { line: fault.line, column: fault.column });
  const root: Spot = { value: JSON.parse(json), path: "$" };
  const refusal = refuseOther(root);
  if (refusal) return refusal;
  const reading = startReading();
  const framework = readRoot(reading, root);
  if (framework === undefined) return refuse("file_no_register_number", { path: "$.diaarinumero" });
  if (framework.units.length === 0)
    return refuse("file_wrong_type", { path: "$.tutkinnonOsat[0]" });
  return accept({ framework, languages: sharesOf(reading.texts), remarks: reading.remarks.list() });
}

/** What the file must be at its top for the rest to mean anything. */
function refuseOther(root: Spot) {
  const units = field(root, "tutkinnonOsat");
  const name = field(root, "nimi");
  if (!isRecord(root.value) || (isMissing(units) && isMissing(field(root, "suoritustavat")))) {
    return refuse("file_not_qualification", { path: "$" });
  }
  if (isMissing(name) || isMissing(units)) {
    return refuse("file_not_qualification", { path: isMissing(name) ? name.path : units.path });
  }
  const wrong = [
    { spot: name, right: isRecord(name.value) },
    { spot: units, right: Array.isArray(units.value) },
    ...["diaarinumero", "koulutustyyppi"].map((key) => {
      const spot = field(root, key);
      return { spot, right: isMissing(spot) || typeof spot.value === "string" };
    }),
    ...["suoritustavat", "osaamisalat", "tutkintonimikkeet", "korvattavatDiaarinumerot"].map(
      (key) => {
        const spot = field(root, key);
        return { spot, right: isMissing(spot) || Array.isArray(spot.value) };
      },
    ),
  ].find(({ right }) => !right);
  if (wrong) return refuse("file_wrong_type", { path: wrong.spot.path });
  const empty = Array.isArray(units.value) && units.value.length === 0;
  return empty ? refuse("file_no_units", { path: units.path }) : undefined;
}

const KINDS: Readonly<Record<string, FrameworkKind>> = {
  koulutustyyppi_1: "initial",
  koulutustyyppi_26: "initial",
  koulutustyyppi_11: "further",
  koulutustyyppi_12: "specialist",
  koulutustyyppi_5: "telma",
  koulutustyyppi_18: "valma",
  koulutustyyppi_40: "tuva",
};

function readRoot(reading: Reading, root: Spot): Framework | undefined {
  const registerNumber = word(reading, field(root, "diaarinumero"));
  const id = word(reading, field(root, "id"));
  const key = registerNumber ?? (id === null ? null : `peruste:${id}`);
  if (key === null) return undefined;
  const name = localised(reading, field(root, "nimi"), true);
  const { units, pathways } = readStructure(reading, root);
  return {
    key,
    registerNumber,
    name,
    description: localised(reading, field(root, "kuvaus")),
    kind: readKind(reading, field(root, "koulutustyyppi")),
    validFrom: day(reading, field(root, "voimassaoloAlkaa")),
    validTo: day(reading, field(root, "voimassaoloLoppuu")),
    transitionEndsOn: day(reading, field(root, "siirtymaPaattyy")),
    decidedOn: day(reading, field(root, "paatospvm")),
    replaces: items(reading, field(root, "korvattavatDiaarinumerot")).flatMap(
      (spot) => word(reading, spot) ?? [],
    ),
    competenceAreas: readCodes(reading, field(root, "osaamisalat")),
    qualificationTitles: readCodes(reading, field(root, "tutkintonimikkeet")),
    pathways,
    units,
    scales: [...reading.scales.values()].map(({ scale }) => scale),
  };
}

function readKind(reading: Reading, spot: Spot): FrameworkKind {
  const kind = KINDS[word(reading, spot) ?? ""];
  if (kind === undefined) remark(reading, "unknown-value", spot);
  return kind ?? "other";
}

function readCodes(reading: Reading, spot: Spot): NamedCode[] {
  return records(reading, spot).map((row) => {
    const code = word(reading, firstField(row, "uri", "tutkintonimikeUri"));
    if (code === null) remark(reading, "code-missing", row);
    const name = localised(reading, field(row, "nimi"), true);
    return { code: code ?? row.path, name: hasWords(name) ? name : {} };
  });
}

/** Units first, since pathways refer to them by number; then each unit gets its points and its place. */
function readStructure(reading: Reading, root: Spot): { units: Unit[]; pathways: Pathway[] } {
  const uniqueCode = uniqueIn(new Set());
  const spots = records(reading, field(root, "tutkinnonOsat"));
  const read = spots.map((spot) => ({ spot, unit: readUnit(reading, spot, uniqueCode) }));
  const codes = new Map(read.flatMap(({ unit }) => unit.ids.map((id) => [id, unit.code] as const)));
  const ways = field(root, "suoritustavat");
  if (isMissing(ways)) remark(reading, "empty-shell", ways);
  const pathways = records(reading, ways).map((spot) => readPathway(reading, spot, codes));
  for (const { spot, unit } of read) {
    if (pointsOf(unit, pathways).length === 0) remark(reading, "unit-unreferenced", spot);
  }
  const units = read.map(({ unit: { ids: _ids, ...unit } }) => ({
    ...unit,
    points: pointsOf(unit, pathways),
  }));
  return { units: inOrder(units, pathways), pathways };
}

function pointsOf({ code }: Pick<ReadUnit, "code">, pathways: readonly Pathway[]): Unit["points"] {
  return pathways.flatMap((pathway) => {
    const reference = pathway.references.find(({ unitCode }) => unitCode === code);
    return reference ? [{ pathway: pathway.code, points: reference.points }] : [];
  });
}

/** As the regulation lists them; units that no pathway has come last, in the file's order. */
function inOrder(units: readonly Unit[], pathways: readonly Pathway[]): Unit[] {
  const codes = pathways.flatMap(({ references }) => references.map(({ unitCode }) => unitCode));
  const places = new Map<string | null, number>();
  for (const code of codes) if (!places.has(code)) places.set(code, places.size);
  const placeOf = (unit: Unit) => places.get(unit.code) ?? places.size;
  return units.toSorted((one, other) => placeOf(one) - placeOf(other));
}
