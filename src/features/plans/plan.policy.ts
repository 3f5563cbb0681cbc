import type { Relation } from "#features/placements/placement.policy.ts";
import { type Ability, ALLOWED, denied } from "#shared/ability.ts";
import type { Party } from "./plan.ts";

/** The three who plan together; a coordinator reads. */
export function partyOf(relation: Relation): Party | null {
  return relation === "coordinator" ? null : relation;
}

/** By link, one agrees only after saying who one is (product.md §3); writing is agreeing to one's own words. */
function takesPart(relation: Relation, named: boolean): Ability {
  if (partyOf(relation) === null) return denied("role");
  return named ? ALLOWED : denied("name_needed");
}

export function mayEditPlan(relation: Relation, named: boolean): Ability {
  return takesPart(relation, named);
}

export function mayMarkPlan(relation: Relation, named: boolean): Ability {
  return takesPart(relation, named);
}
