import type { Language, LocalisedText } from "#shared/language.ts";
import { changedLanguages, compareRows, type Row, type RowDrift } from "./drift-rows.ts";
import type { Framework, Level, Unit } from "./framework.ts";
import { type NumberedRequirement, numberRequirements } from "./requirement-number.ts";

/** What changed from one version of a qualification to the next, for those whose plans stand on the earlier. */
export type Drift = {
  readonly units: {
    readonly added: readonly UnitName[];
    readonly removed: readonly UnitName[];
    readonly renamed: readonly { code: string; before: LocalisedText; after: LocalisedText }[];
    readonly points: readonly PointsChange[];
    readonly states: readonly {
      code: string;
      name: LocalisedText;
      before: string;
      after: string;
    }[];
  };
  readonly requirements: TextDrift;
  readonly criteria: TextDrift;
  readonly rulesChanged: boolean;
  readonly dates: readonly { field: DateField; before: string | null; after: string | null }[];
};

export type UnitName = { readonly code: string; readonly name: LocalisedText };

export type PointsChange = UnitName & {
  readonly pathway: string;
  readonly before: number | null;
  readonly after: number | null;
};

/** Where a text is: unit code, and its number in the unit ("2.4"); for a scale its key and the level. */
export type TextPlace = { readonly in: string; readonly number: string };

export type TextDrift = {
  readonly added: readonly (TextPlace & { text: LocalisedText })[];
  readonly removed: readonly (TextPlace & { text: LocalisedText })[];
  readonly reworded: readonly (TextPlace & {
    before: LocalisedText;
    after: LocalisedText;
    languages: readonly Language[];
  })[];
};

const DATES = ["validFrom", "validTo", "transitionEndsOn"] as const;
type DateField = (typeof DATES)[number];

export function compareFrameworks(before: Framework, after: Framework): Drift {
  const requirements = compareGroups(requirementRows(before), requirementRows(after));
  return {
    units: compareUnits(before.units, after.units),
    requirements: textDrift(requirements),
    criteria: textDrift([
      ...compareCriteria(requirements),
      ...compareGroups(scaleRows(before), scaleRows(after)),
    ]),
    rulesChanged: rulesOf(before) !== rulesOf(after),
    dates: DATES.filter((field) => before[field] !== after[field]).map((field) => ({
      field,
      before: before[field],
      after: after[field],
    })),
  };
}

/** True when a reader of plans has nothing to look at. */
export function isDriftless({
  units,
  requirements,
  criteria,
  rulesChanged,
  dates,
}: Drift): boolean {
  const lists = [
    ...Object.values(units),
    ...Object.values(requirements),
    ...Object.values(criteria),
    dates,
  ];
  return !rulesChanged && lists.every((list) => list.length === 0);
}

function compareUnits(before: readonly Unit[], after: readonly Unit[]): Drift["units"] {
  const olds = new Map(before.map((unit) => [unit.code, unit]));
  const news = new Set(after.map(({ code }) => code));
  const both = after.flatMap((unit) => {
    const old = olds.get(unit.code);
    return old === undefined ? [] : [{ old, unit }];
  });
  return {
    added: after.filter(({ code }) => !olds.has(code)).map(nameOf),
    removed: before.filter(({ code }) => !news.has(code)).map(nameOf),
    renamed: both
      .filter(({ old, unit }) => changedLanguages(old.name, unit.name).length > 0)
      .map(({ old, unit }) => ({ code: unit.code, before: old.name, after: unit.name })),
    points: both.flatMap(({ old, unit }) => comparePoints(old, unit)),
    states: both
      .filter(({ old, unit }) => old.state !== unit.state)
      .map(({ old, unit }) => ({ ...nameOf(unit), before: old.state, after: unit.state })),
  };
}

function nameOf({ code, name }: Unit): UnitName {
  return { code, name };
}

function comparePoints(old: Unit, unit: Unit): PointsChange[] {
  return unit.points.flatMap(({ pathway, points }) => {
    const earlier = old.points.find((one) => one.pathway === pathway);
    if (earlier === undefined || earlier.points === points) return [];
    return [{ ...nameOf(unit), pathway, before: earlier.points, after: points }];
  });
}

type Placed = Row & TextPlace & { readonly levels: readonly Level[] };

/** Rows by the group they are compared within: a unit, or a scale. */
type Groups = ReadonlyMap<string, readonly Placed[]>;

function requirementRows({ units }: Framework): Groups {
  return new Map(
    units.map((unit) => [unit.code, numberRequirements(unit).map((row) => placed(unit, row))]),
  );
}

function placed({ code }: Unit, { number, requirement }: NumberedRequirement): Placed {
  return {
    key: requirement.key,
    text: requirement.text,
    in: code,
    number,
    levels: requirement.levels,
  };
}

/** A scale's own number differs between installations of the national service, so its place counts. */
function scaleRows({ scales }: Framework): Groups {
  const kinds = [scales.filter(({ ofUnits }) => ofUnits), scales.filter(({ ofUnits }) => !ofUnits)];
  return new Map(
    kinds.flatMap((list, kind) =>
      list.map(
        (scale, index) =>
          [`${kind}/${index}`, levelRows(scale.levels, `scale:${scale.key}`)] as const,
      ),
    ),
  );
}

function levelRows(levels: readonly Level[], within: string, prefix = ""): Placed[] {
  return levels.flatMap(({ code, criteria }) =>
    criteria.map(({ key, text }) => ({
      key: `${code}/${key}`,
      text,
      in: within,
      number: `${prefix}${code}`,
      levels: [],
    })),
  );
}

function compareGroups(before: Groups, after: Groups): RowDrift<Placed>[] {
  const names = new Set([...before.keys(), ...after.keys()]);
  return [...names].map((name) => compareRows(before.get(name) ?? [], after.get(name) ?? []));
}

/** Criteria of the older shape, requirement by requirement; those of a new or gone one are new or gone too. */
function compareCriteria(requirements: readonly RowDrift<Placed>[]): RowDrift<Placed>[] {
  const rowsOf = (row: Placed) => levelRows(row.levels, row.in, `${row.number}, `);
  return requirements.flatMap(({ added, removed, pairs }) => [
    ...added.map((row) => compareRows([], rowsOf(row))),
    ...removed.map((row) => compareRows(rowsOf(row), [])),
    ...pairs.map((pair) => compareRows(rowsOf(pair.before), rowsOf(pair.after))),
  ]);
}

function textDrift(drifts: readonly RowDrift<Placed>[]): TextDrift {
  const shown = ({ in: within, number, text }: Placed) => ({ in: within, number, text });
  return {
    added: drifts.flatMap(({ added }) => added.map(shown)),
    removed: drifts.flatMap(({ removed }) => removed.map(shown)),
    reworded: drifts.flatMap(({ reworded }) =>
      reworded.map(({ before, after, languages }) => ({
        in: after.in,
        number: after.number,
        before: before.text,
        after: after.text,
        languages,
      })),
    ),
  };
}

/** References are numbers of one installation; what they point to is what counts. */
function rulesOf({ pathways }: Framework): string {
  return JSON.stringify(pathways, (key, value: unknown) =>
    key === "reference" ? undefined : value,
  );
}
