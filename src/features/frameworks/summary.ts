import type { Language } from "#shared/language.ts";
import type { Framework, Level, RequirementGroup } from "./framework.ts";

/** Shares 0..1 of texts that have each language. */
export type Shares = Readonly<Record<Language, number>>;

export type Counts = {
  readonly units: number;
  readonly requirements: number;
  readonly criteria: number;
  readonly subAreas: number;
};

/**
 * How much there is. Requirements are the units' own: single statements in the current shape, assessment
 * targets in the older one; what sub-areas ask is behind their own number. Criteria are each text of each
 * target, and of each generic scale of units its texts once, however many units refer to it.
 */
export function countsOf(framework: Framework): Counts {
  const groups = framework.units.flatMap((unit) => unit.groups);
  const scales = framework.scales.filter(({ ofUnits }) => ofUnits);
  return {
    units: framework.units.length,
    requirements: sum(groups.map(({ requirements }) => requirements.length)),
    criteria: sum(groups.map(criteriaOf)) + sum(scales.map(({ levels }) => textsOf(levels))),
    subAreas: sum(framework.units.map(({ subAreas }) => subAreas.length)),
  };
}

function criteriaOf({ requirements }: RequirementGroup): number {
  return sum(requirements.map(({ levels }) => textsOf(levels)));
}

function textsOf(levels: readonly Level[]): number {
  return sum(levels.map(({ criteria }) => criteria.length));
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}

/** Rounded down to a thousandth, so that 1 means every text and nothing less. */
export function sharesOf(texts: { total: number } & Record<Language, number>): Shares {
  const share = (present: number) =>
    texts.total === 0 ? 0 : Math.floor((present / texts.total) * 1000) / 1000;
  return { fi: share(texts.fi), sv: share(texts.sv), en: share(texts.en) };
}
