import type { Requirement, RequirementGroup, Unit } from "./framework.ts";

export type NumberedRequirement = {
  readonly number: string;
  readonly group: RequirementGroup;
  readonly requirement: Requirement;
  /** Where in a common unit: sub-area and set of objectives, by their positions. */
  readonly subArea: { readonly index: number; readonly set: number } | null;
};

/**
 * Every requirement of a unit with the number people call it by: "2.4" is the fourth of the second group;
 * in a sub-area its letter comes first, "B2.4", and groups run through all its sets of objectives.
 */
export function numberRequirements(unit: Unit): NumberedRequirement[] {
  const own = unit.groups.flatMap((group, index) => numberGroup(group, `${index + 1}`, null));
  const ofAreas = unit.subAreas.flatMap((area, index) => {
    let groups = 0;
    return area.objectives.flatMap((objective, set) =>
      objective.groups.flatMap((group) => {
        groups += 1;
        return numberGroup(group, `${letterOf(index)}${groups}`, { index, set });
      }),
    );
  });
  return [...own, ...ofAreas];
}

function numberGroup(
  group: RequirementGroup,
  prefix: string,
  subArea: NumberedRequirement["subArea"],
) {
  return group.requirements.map((requirement, index) => ({
    number: `${prefix}.${index + 1}`,
    group,
    requirement,
    subArea,
  }));
}

/** A to Z, then AA as in a spreadsheet. */
function letterOf(index: number): string {
  const letter = String.fromCodePoint(65 + (index % 26));
  return index < 26 ? letter : `${letterOf(Math.floor(index / 26) - 1)}${letter}`;
}
