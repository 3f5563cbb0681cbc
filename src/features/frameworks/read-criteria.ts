import type { LocalisedText } from "#shared/language.ts";
import type { Level, Scale } from "./framework.ts";
import {
  field,
  hasWords,
  isMissing,
  isObject,
  items,
  localised,
  type Reading,
  records,
  remark,
  type Spot,
  word,
} from "./reading.ts";
import { textKey, uniqueIn } from "./text-key.ts";

/**
 * The national service's own numbers of levels, used where a file gives nothing but the number:
 * scale 1 is pass, scale 2 the three levels before 2018, scale 3 the five levels.
 */
const LEVELS_BY_NUMBER: Readonly<Record<string, string>> = {
  "1": "pass",
  "2": "1",
  "3": "2",
  "4": "3",
  "5": "1",
  "6": "2",
  "7": "3",
  "8": "4",
  "9": "5",
};

const WORDS: Readonly<Record<string, string>> = { hyväksytty: "pass", hylätty: "fail" };

/** Reads osaamistasonKriteerit: levels in order of level (they are not in the file), empty ones left out. */
export function readLevels(reading: Reading, spot: Spot): Level[] {
  const levels = records(reading, spot).map((row) => {
    const { code, name } = readLevel(reading, row);
    return { code, name, criteria: readCriteria(reading, field(row, "kriteerit")) };
  });
  return levels.filter(({ criteria }) => criteria.length > 0).sort(byLevel);
}

function byLevel(one: Level, other: Level): number {
  return one.code.localeCompare(other.code, "fi", { numeric: true });
}

function readLevel(reading: Reading, row: Spot): { code: string; name: LocalisedText } {
  const level = field(row, "osaamistaso");
  const number = word(reading, field(row, "_osaamistaso"));
  if (isMissing(level) || !isObject(reading, level)) return levelByNumber(reading, row, number);
  const ownNumber = word(reading, field(level, "id")) ?? number ?? "";
  const known = reading.levels.get(ownNumber);
  if (known !== undefined) return known;
  const given = word(reading, field(field(level, "koodi"), "arvo"));
  const read = {
    code: given === null ? levelByNumber(reading, row, ownNumber).code : levelCode(given),
    name: localised(reading, field(level, "otsikko")),
  };
  reading.levels.set(ownNumber, read);
  return read;
}

function levelCode(given: string): string {
  return WORDS[given.toLowerCase()] ?? given;
}

function levelByNumber(reading: Reading, row: Spot, number: string | null) {
  const known = reading.levels.get(number ?? "");
  if (known !== undefined) return known;
  const code = LEVELS_BY_NUMBER[number ?? ""];
  if (code === undefined) remark(reading, "level-unknown", row);
  return { code: code ?? number ?? "?", name: {} };
}

function readCriteria(reading: Reading, spot: Spot): Level["criteria"] {
  const unique = uniqueIn(new Set<string>());
  return items(reading, spot).flatMap((row) => {
    const text = localised(reading, row, true);
    return hasWords(text) ? [{ key: unique(textKey(reading, row, text)), text }] : [];
  });
}

/**
 * Reads a generic scale. Every unit carries the same one; it is read and counted once. Answers its key,
 * or null when there is none. The same number with other criteria makes a second scale.
 */
export function readScale(reading: Reading, spot: Spot, ofUnits: boolean): string | null {
  if (isMissing(spot) || !isObject(reading, spot)) return null;
  const number = word(reading, field(spot, "id")) ?? "?";
  const source = sourceOf(field(spot, "osaamistasonKriteerit"));
  let key = number;
  let known = reading.scales.get(key);
  for (let copy = 2; known !== undefined && known.source !== source; copy += 1) {
    key = `${number}#${copy}`;
    known = reading.scales.get(key);
  }
  if (known === undefined) {
    if (key !== number) remark(reading, "scale-differs", spot);
    return addScale(reading, spot, { key, source, ofUnits });
  }
  if (ofUnits) known.scale = { ...known.scale, ofUnits };
  return key;
}

/** The criteria as written, whatever order the levels are in: it varies from unit to unit. */
function sourceOf({ value }: Spot): string {
  const levels: unknown[] = Array.isArray(value) ? value : [value];
  return levels
    .map((level) => JSON.stringify(level) ?? "")
    .toSorted()
    .join();
}

type NewScale = { key: string; source: string; ofUnits: boolean };

function addScale(reading: Reading, spot: Spot, { key, source, ofUnits }: NewScale): string | null {
  const levels = readLevels(reading, field(spot, "osaamistasonKriteerit"));
  if (levels.length === 0) {
    remark(reading, "empty-shell", spot);
    return null;
  }
  const scale: Scale = {
    key,
    name: localised(reading, field(spot, "nimi")),
    lead: localised(reading, field(spot, "kohde")),
    levels,
    ofUnits,
  };
  reading.scales.set(key, { scale, source });
  return key;
}
