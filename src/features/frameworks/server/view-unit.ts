import type { Tx } from "#server/database/database.ts";
import { view } from "#server/deed.ts";
import { type Actor, providersOf, staffProvidersOf } from "#shared/actor.ts";
import type { LocalisedText } from "#shared/language.ts";
import { accept, refuse } from "#shared/outcome.ts";
import { viewUnit } from "../framework.contract.ts";
import * as queries from "./unit.queries.ts";
import { unitKind, unitState } from "./version.queries.ts";

export const viewUnitRoute = view(viewUnit, async ({ tx, actor }, { params }) => {
  const unit = await queries.findUnit(tx, params.versionId, params.unitId);
  if (unit === undefined) return refuse("not_found");
  const { scaleKey, ...facts } = unit;
  const subAreas = await queries.listSubAreas(tx, unit.id);
  const scaleOf = await scalesOf(tx, params.versionId);
  const rows = await queries.listRequirements(tx, unit.id, providerOf(actor));
  const levels = levelsBy(await queries.listOwnCriteria(tx, unit.id));
  const groupsOf = (area: string | null, set: number | null) =>
    groupRows(
      rows.filter((row) => row.sub_area_id === area && row.objective_set === set),
      levels,
    );
  return accept({
    ...facts,
    kind: unitKind(unit.kind),
    state: unitState(unit.state),
    points: [...unit.points],
    groups: groupsOf(null, null),
    scale: scaleOf(scaleKey),
    subAreas: subAreas.map(({ objectives, scaleKey: areaScale, ...area }) => ({
      ...area,
      objectives: objectives.map((objective, set) => ({
        ...objective,
        groups: groupsOf(area.id, set),
      })),
      scale: scaleOf(areaScale),
    })),
  });
});

/** Whose cards the reader is shown: where they work, else where they study or guide. */
function providerOf(actor: Actor): string | null {
  return staffProvidersOf(actor)[0] ?? providersOf(actor)[0] ?? null;
}

type CriterionRow = {
  owner: string;
  level: string;
  level_name: LocalisedText;
  text: LocalisedText;
};
type Level = { code: string; name: LocalisedText; criteria: LocalisedText[] };

/** Criteria in their order, gathered into levels, by what they belong to. */
function levelsBy(rows: readonly CriterionRow[]): Map<string, Level[]> {
  const byOwner = Map.groupBy(rows, ({ owner }) => owner);
  return new Map(
    [...byOwner].map(([owner, criteria]) => [
      owner,
      [...Map.groupBy(criteria, ({ level }) => level)].map(([code, list]) => ({
        code,
        name: list[0]?.level_name ?? {},
        criteria: list.map(({ text }) => text),
      })),
    ]),
  );
}

async function scalesOf(tx: Tx, versionId: string) {
  const scales = await queries.listScales(tx, versionId);
  const levels = levelsBy(await queries.listScaleCriteria(tx, versionId));
  const byKey = new Map(
    scales.map(({ id, key, lead }) => [key, { lead, levels: levels.get(id) ?? [] }]),
  );
  return (key: string | null) => byKey.get(key ?? "") ?? null;
}

type RequirementRow = Awaited<ReturnType<typeof queries.listRequirements>>[number];

/** "2.4" belongs to the group "2". */
function groupRows(rows: readonly RequirementRow[], levels: ReadonlyMap<string, Level[]>) {
  const groups = Map.groupBy(rows, ({ number }) => number.slice(0, number.lastIndexOf(".")));
  return [...groups.values()].map((list) => ({
    title: list[0]?.title ?? {},
    requirements: list.map(({ id, key, number, lead, text, plain, seenWhen }) => ({
      id,
      key,
      number,
      lead,
      text,
      plain,
      seenWhen,
      levels: levels.get(id) ?? [],
    })),
  }));
}
