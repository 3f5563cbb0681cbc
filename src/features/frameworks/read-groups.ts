import type { LocalisedText } from "#shared/language.ts";
import type { Requirement, RequirementGroup } from "./framework.ts";
import { readLevels } from "./read-criteria.ts";
import {
  field,
  firstField,
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
import { textKey } from "./text-key.ts";

/** Where keys of requirements are made: unique within the unit. */
export type KeyRoom = { readonly unitCode: string; readonly unique: (key: string) => string };

/**
 * The current shape: kohdealueet of single requirement statements, and loose ones beside them.
 * An empty shell of it is remarked; transitional files carry one beside the older shape.
 */
export function readStatements(reading: Reading, spot: Spot, room: KeyRoom): RequirementGroup[] {
  if (isMissing(spot) || !isObject(reading, spot)) return [];
  const lead = localised(reading, field(spot, "kohde"));
  const loose = readRows(reading, field(spot, "vaatimukset"), lead, room);
  const groups = records(reading, field(spot, "kohdealueet")).map((area) => {
    const requirements = readRows(reading, field(area, "vaatimukset"), lead, room);
    if (requirements.length === 0) remark(reading, "empty-shell", area);
    return { title: localised(reading, field(area, "kuvaus")), code: null, requirements };
  });
  if (loose.length > 0) groups.unshift({ title: {}, code: null, requirements: loose });
  if (groups.length === 0) remark(reading, "empty-shell", spot);
  return groups;
}

function readRows(reading: Reading, spot: Spot, lead: LocalisedText, room: KeyRoom): Requirement[] {
  return records(reading, spot).map((row) => {
    const code = readCode(reading, field(row, "koodi"));
    const statement = field(row, "vaatimus");
    const coded = field(field(row, "koodi"), "nimi");
    const source = isMissing(statement) ? coded : statement;
    const text = localised(reading, source, true);
    const key = code ?? `${room.unitCode}/${textKey(reading, source, text)}`;
    return { key: room.unique(key), code, lead, text, levels: [] };
  });
}

/** The older shape: areas of assessment targets, each target with its own criteria by level. */
export function readTargets(reading: Reading, spot: Spot, room: KeyRoom): RequirementGroup[] {
  if (isMissing(spot) || !isObject(reading, spot)) return [];
  const groups = records(reading, field(spot, "arvioinninKohdealueet")).map((area) => {
    const title = readAreaTitle(reading, field(area, "otsikko"));
    const targets = records(reading, field(area, "arvioinninKohteet"));
    if (targets.length === 0) remark(reading, "empty-shell", area);
    return {
      title,
      code: readCode(reading, field(area, "koodi")),
      requirements: targets.map((target) => readTarget(reading, target, title, room)),
    };
  });
  if (groups.length === 0) remark(reading, "empty-shell", spot);
  return groups;
}

/** The national editor fills in "automaattinen" where it needs an area and the author wrote none. */
function readAreaTitle(reading: Reading, spot: Spot): LocalisedText {
  return field(spot, "fi").value === "automaattinen" ? {} : localised(reading, spot);
}

/**
 * What a target asks is its own title; where it has none, the area's title says it, and the
 * explanation ("Opiskelija") is how each criterion begins.
 */
function readTarget(
  reading: Reading,
  target: Spot,
  area: LocalisedText,
  room: KeyRoom,
): Requirement {
  const title = localised(reading, field(target, "otsikko"));
  const lead = localised(reading, field(target, "selite"));
  const text = [title, area, lead].find(hasWords) ?? {};
  if (!hasWords(text)) remark(reading, "text-missing", target);
  const source = firstField(target, "otsikko", "selite");
  const key = room.unique(`${room.unitCode}/${textKey(reading, source, text)}`);
  const levels = readLevels(reading, field(target, "osaamistasonKriteerit"));
  return { key, code: null, lead: lead === text ? {} : lead, text, levels };
}

/** The uri of a code object; a bare string is accepted as the uri itself. */
export function readCode(reading: Reading, spot: Spot): string | null {
  if (typeof spot.value === "string") return word(reading, spot);
  if (isMissing(spot) || !isObject(reading, spot)) return null;
  return word(reading, firstField(spot, "uri", "koodiUri"));
}

/** True when the list or object has anything in it. */
export function holdsAnything(reading: Reading, spot: Spot): boolean {
  if (isMissing(spot)) return false;
  return Array.isArray(spot.value) ? items(reading, spot).length > 0 : isObject(reading, spot);
}
