import type { Relation } from "#features/placements/placement.policy.ts";
import { type Ability, ALLOWED, denied } from "#shared/ability.ts";
import type { Party } from "./induction.ts";

export function partyOf(relation: Relation): Party | null {
  return relation === "tutor" || relation === "student" ? relation : null;
}

/** The one who shows and the one who is shown confirm; nobody does it for them. */
export function mayConfirm(relation: Relation): Ability {
  return partyOf(relation) === null ? denied("role") : ALLOWED;
}

/** Who knows the workplace adds its own items. */
export function mayAddItem(relation: Relation): Ability {
  return relation === "tutor" || relation === "teacher" ? ALLOWED : denied("role");
}
