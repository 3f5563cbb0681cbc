import type { Relation } from "#features/placements/placement.policy.ts";
import { type Ability, ALLOWED, denied } from "#shared/ability.ts";

/** What is proven and what is assessed otherwise is the teacher's to write: it rests on their decision. */
export function mayWritePath(relation: Relation): Ability {
  return relation === "teacher" ? ALLOWED : denied("role");
}

/** What helps and why stays between the student and the teacher (finland.md rule 13). */
export function mayWriteSupport(relation: Relation): Ability {
  return relation === "student" || relation === "teacher" ? ALLOWED : denied("role");
}

/** Whether the workplace may know is the student's word alone. */
export function mayShareSupport(relation: Relation): Ability {
  return relation === "student" ? ALLOWED : denied("role");
}
