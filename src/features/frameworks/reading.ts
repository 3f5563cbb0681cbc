import { LANGUAGES, type Language, type LocalisedText } from "#shared/language.ts";
import type { Scale } from "./framework.ts";
import { tidy, toPlainText } from "./plain-text.ts";
import { collectRemarks, type RemarkCode, type Remarks } from "./remark.ts";

/** A value of the file and where it stands, as a JSON path: "$.tutkinnonOsat[3].nimi". */
export type Spot = { readonly value: unknown; readonly path: string };

/** What one reading of a file gathers beside the framework itself. */
export type Reading = {
  readonly remarks: Remarks;
  /** How many texts there are, and how many of them have each language. */
  readonly texts: { total: number } & Record<Language, number>;
  /** Names of levels by the file's own level number, learned where the file spells them out. */
  readonly levels: Map<string, { code: string; name: LocalisedText }>;
  /** Generic scales by key, in order of appearance, and the source each was read from. */
  readonly scales: Map<string, { scale: Scale; source: string }>;
};

export function startReading(): Reading {
  return {
    remarks: collectRemarks(),
    texts: { total: 0, fi: 0, sv: 0, en: 0 },
    levels: new Map(),
    scales: new Map(),
  };
}

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

export function remark(reading: Reading, code: RemarkCode, { path }: Spot): void {
  reading.remarks.add(code, path);
}

/** The field of an object; the field of anything else is missing. */
export function field({ value, path }: Spot, name: string): Spot {
  const own = isRecord(value) && Object.hasOwn(value, name) ? value[name] : undefined;
  return { value: own, path: `${path}.${name}` };
}

/** The first of the fields that holds anything. */
export function firstField(spot: Spot, ...names: readonly string[]): Spot {
  const spots = names.map((name) => field(spot, name));
  return spots.find((candidate) => !isMissing(candidate)) ?? spots[0] ?? spot;
}

export function isMissing({ value }: Spot): boolean {
  return value === undefined || value === null;
}

/** The items of a list; none when it is missing. Anything else is remarked and read as none. */
export function items(reading: Reading, spot: Spot): Spot[] {
  if (isMissing(spot)) return [];
  if (!Array.isArray(spot.value)) {
    remark(reading, "wrong-type", spot);
    return [];
  }
  return spot.value.map((value: unknown, index) => ({ value, path: `${spot.path}[${index}]` }));
}

/** The items of a list that are objects; others, null too, are remarked and left out. */
export function records(reading: Reading, spot: Spot): Spot[] {
  return items(reading, spot).filter((item) => {
    if (!isRecord(item.value)) remark(reading, "wrong-type", item);
    return isRecord(item.value);
  });
}

/** True for an object; anything else but missing is remarked. */
export function isObject(reading: Reading, spot: Spot): boolean {
  if (isRecord(spot.value)) return true;
  if (!isMissing(spot)) remark(reading, "wrong-type", spot);
  return false;
}

/** A code or other short word; numbers are accepted since ids come both ways ("7826092" and 7826092). */
export function word(reading: Reading, spot: Spot): string | null {
  if (isMissing(spot)) return null;
  if (typeof spot.value === "number" && Number.isFinite(spot.value)) return String(spot.value);
  if (typeof spot.value !== "string") {
    remark(reading, "wrong-type", spot);
    return null;
  }
  const text = tidy(spot.value).slice(0, LONGEST_WORD);
  return text === "" ? null : text;
}

const LONGEST_WORD = 200;

/** Points and counts: whole or with decimals (10.0), not below zero. */
export function amount(reading: Reading, spot: Spot): number | null {
  if (isMissing(spot)) return null;
  if (typeof spot.value === "number" && Number.isFinite(spot.value) && spot.value >= 0) {
    return spot.value;
  }
  remark(reading, "wrong-type", spot);
  return null;
}

export function flag(reading: Reading, spot: Spot): boolean {
  if (typeof spot.value === "boolean") return spot.value;
  if (!isMissing(spot)) remark(reading, "wrong-type", spot);
  return false;
}

/**
 * Days come as epoch milliseconds of a Finnish midnight, so that in UTC they look like the day before.
 * The answer is the day in Helsinki, "2022-08-01".
 */
export function day(reading: Reading, spot: Spot): string | null {
  if (isMissing(spot)) return null;
  if (typeof spot.value !== "number" || !Number.isInteger(spot.value)) {
    remark(reading, "wrong-type", spot);
    return null;
  }
  if (Math.abs(spot.value) > FARTHEST) {
    remark(reading, "date-invalid", spot);
    return null;
  }
  const instant = Temporal.Instant.fromEpochMilliseconds(spot.value);
  return instant.toZonedDateTimeISO("Europe/Helsinki").toPlainDate().toString();
}

/** The year 9999: what a PostgreSQL date and a four-digit ISO year both hold. */
const FARTHEST = 253_370_764_800_000;

/**
 * A text in its languages, cleaned of markup. Counted, and each missing language remarked, when any
 * language has words; a text without any is remarked only where one is `needed`.
 */
export function localised(reading: Reading, spot: Spot, needed = false): LocalisedText {
  const text = isMissing(spot) ? {} : readLanguages(reading, spot);
  const present = LANGUAGES.filter((language) => text[language] !== undefined);
  if (present.length === 0) {
    if (needed) remark(reading, "text-missing", spot);
    return text;
  }
  reading.texts.total += 1;
  for (const language of LANGUAGES) {
    if (text[language] === undefined) remark(reading, `text-missing-${language}`, spot);
    else reading.texts[language] += 1;
  }
  return text;
}

export function hasWords(text: LocalisedText): boolean {
  return LANGUAGES.some((language) => text[language] !== undefined);
}

function readLanguages(reading: Reading, spot: Spot): LocalisedText {
  if (!isObject(reading, spot)) return {};
  const text: { [L in Language]?: string } = {};
  for (const language of LANGUAGES) {
    const words = readWords(reading, field(spot, language));
    if (words !== "") text[language] = words;
  }
  for (const other of OTHER_LANGUAGES) {
    if (!isMissing(field(spot, other))) remark(reading, "text-other-language", field(spot, other));
  }
  return text;
}

/** Sámi, Russian, Estonian and others that the national service knows; kept nowhere here. */
const OTHER_LANGUAGES = ["se", "ru", "et", "vi", "de", "fr", "rom"];

function readWords(reading: Reading, spot: Spot): string {
  if (isMissing(spot)) return "";
  if (typeof spot.value !== "string") {
    remark(reading, "wrong-type", spot);
    return "";
  }
  const { text, activeRemoved } = toPlainText(spot.value);
  if (activeRemoved) remark(reading, "html-removed", spot);
  return text;
}
