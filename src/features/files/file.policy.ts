import type { Relation } from "#features/placements/placement.policy.ts";
import { type Ability, ALLOWED, denied } from "#shared/ability.ts";

export function mayAttach(relation: Relation): Ability {
  return relation === "teacher" || relation === "coordinator" ? ALLOWED : denied("role");
}

/** Evidence of a workplace is staff's and its tutor's; the student reads what was decided, not the photos. */
export function mayReadFile(relation: Relation): boolean {
  return relation !== "student";
}
