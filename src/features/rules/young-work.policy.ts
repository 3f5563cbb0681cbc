import type { Relation } from "#features/placements/placement.policy.ts";
import { type Ability, ALLOWED, denied } from "#shared/ability.ts";

/** Who knows the work marks its kinds; the student only reads. */
export function mayMarkTasks(relation: Relation): Ability {
  return relation === "student" ? denied("role") : ALLOWED;
}

/** The teacher answers for what has been seen to before the work starts. */
export function maySettle(relation: Relation): Ability {
  return relation === "teacher" ? ALLOWED : denied("role");
}

/** Notice and guardian's message hold names and dates; only the school writes them. */
export function mayReadLetters(relation: Relation): boolean {
  return relation === "teacher" || relation === "coordinator";
}
