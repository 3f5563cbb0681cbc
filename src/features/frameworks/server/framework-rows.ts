import { newId } from "#server/clock.ts";
import type { Framework, Level, Unit } from "../framework.ts";
import { type NumberedRequirement, numberRequirements } from "../requirement-number.ts";

/** What the tables of one version hold, row by row, with fresh ids. */
export type FrameworkRows = {
  readonly unit: readonly object[];
  readonly sub_area: readonly object[];
  readonly requirement: readonly object[];
  readonly generic_scale: readonly object[];
  readonly criterion: readonly object[];
};

export function rowsOf(framework: Framework, versionId: string): FrameworkRows {
  const units = framework.units.map((unit, position) => unitRows(unit, versionId, position));
  const scales = framework.scales.map((scale) => ({ id: newId(), scale }));
  return {
    unit: units.map(({ unit }) => unit),
    sub_area: units.flatMap(({ subAreas }) => subAreas),
    requirement: units.flatMap(({ requirements }) => requirements),
    generic_scale: scales.map(({ id, scale: { key, name, lead } }) => ({
      id,
      framework_version_id: versionId,
      key,
      name,
      lead,
    })),
    criterion: [
      ...units.flatMap(({ criteria }) => criteria),
      ...scales.flatMap(({ id, scale }) =>
        criterionRows(scale.levels, versionId, { scale_id: id }),
      ),
    ],
  };
}

function unitRows(unit: Unit, versionId: string, position: number) {
  const id = newId();
  const subAreas = unit.subAreas.map((area, place) => ({
    id: newId(),
    unit_id: id,
    key: area.key,
    code: area.code,
    position: place,
    name: area.name,
    description: area.description,
    objectives: area.objectives.map(({ groups: _groups, ...objective }) => objective),
    scale_key: area.scale,
  }));
  const areaIds = subAreas.map((area) => area.id);
  const requirements = numberRequirements(unit).map((row, place) => ({
    levels: row.requirement.levels,
    row: requirementRow(row, id, areaIds, place),
  }));
  return {
    unit: {
      id,
      framework_version_id: versionId,
      code: unit.code,
      position,
      name: unit.name,
      kind: unit.kind,
      state: unit.state,
      points: unit.points,
      description: unit.description,
      demonstration: unit.demonstration,
      requirement_text: unit.requirementText,
      scale_key: unit.scale,
    },
    subAreas,
    requirements: requirements.map(({ row }) => row),
    criteria: requirements.flatMap(({ levels, row }) =>
      criterionRows(levels, versionId, { requirement_id: row.id }),
    ),
  };
}

function requirementRow(
  { number, group, requirement, subArea }: NumberedRequirement,
  unitId: string,
  areaIds: readonly string[],
  position: number,
) {
  return {
    id: newId(),
    unit_id: unitId,
    sub_area_id: subArea === null ? null : areaIds[subArea.index],
    objective_set: subArea === null ? null : subArea.set,
    key: requirement.key,
    code: requirement.code,
    position,
    number,
    group_title: group.title,
    lead: requirement.lead,
    text: requirement.text,
  };
}

function criterionRows(
  levels: readonly Level[],
  versionId: string,
  owner: { requirement_id: string } | { scale_id: string },
) {
  return levels
    .flatMap((level) => level.criteria.map((criterion) => ({ level, criterion })))
    .map(({ level, criterion }, position) => ({
      id: newId(),
      framework_version_id: versionId,
      ...owner,
      level: level.code,
      level_name: level.name,
      position,
      key: criterion.key,
      text: criterion.text,
    }));
}
