import type { Relation } from "#features/placements/placement.policy.ts";
import { type Ability, ALLOWED, denied } from "#shared/ability.ts";

/** The teacher makes sure that the workplace suits the targeted outcomes (product.md §1); the others read. */
export function mayDecide(relation: Relation): Ability {
  return relation === "teacher" ? ALLOWED : denied("role");
}
