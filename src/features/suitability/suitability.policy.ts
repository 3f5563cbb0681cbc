import type { Relation } from "#features/placements/placement.policy.ts";
import { type Ability, ALLOWED, denied } from "#shared/ability.ts";

/** The teacher makes sure that the workplace suits the targeted outcomes (product.md §1); the others read. */
export function mayDecide(relation: Relation): Ability {
  return relation === "teacher" ? ALLOWED : denied("role");
}

/** The teacher's reasoning is for the school; student and workplace see what holds, until when and on which conditions. */
export function mayReadReasons(relation: Relation): boolean {
  return relation === "teacher" || relation === "coordinator";
}

/** The workplace's cards are its word to the school. */
export function mayReadWords(relation: Relation): boolean {
  return relation !== "student";
}

/** Gaps, conditions and relocations are followed by those who carry the placement. */
export function mayFollowUp(relation: Relation): Ability {
  return mayReadReasons(relation) ? ALLOWED : denied("role");
}

/** What is done at the workplace is told by the workplace, or noted by the school when it visits. */
export function mayAddTasks(relation: Relation): Ability {
  return relation === "student" ? denied("role") : ALLOWED;
}

/** Only the workplace knows whether anything has changed there. */
export function mayGiveWord(relation: Relation): Ability {
  return relation === "tutor" ? ALLOWED : denied("role");
}

/** Who knows the work says what it needs first; the student only reads. */
export function mayMarkNeeds(relation: Relation): Ability {
  return relation === "student" ? denied("role") : ALLOWED;
}
