import type { Relation } from "#features/placements/placement.policy.ts";
import { type Ability, ALLOWED, denied } from "#shared/ability.ts";

/** Staff of the placement fill, sign and follow; its tutor reads. */
export function mayCheck(relation: Relation): Ability {
  return relation === "teacher" || relation === "coordinator" ? ALLOWED : denied("role");
}

/** What a workplace has been found to lack is not the student's to read. */
export function mayReadChecklist(relation: Relation): boolean {
  return relation !== "student";
}
