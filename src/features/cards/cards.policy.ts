import type { Relation } from "#features/placements/placement.policy.ts";
import { type Ability, ALLOWED, denied } from "#shared/ability.ts";
import { type Actor, hasRole } from "#shared/actor.ts";

/** What is done at the workplace is told by the workplace; link is enough once the one who acts has a name (product.md §3). */
export function maySort(relation: Relation, named: boolean): Ability {
  if (relation !== "tutor") return denied("role");
  return named ? ALLOWED : denied("name_needed");
}

/** The cards are the workplace's word to the school; the student reads the plan that is made of them. */
export function mayReadCards(relation: Relation): Ability {
  return relation === "student" ? denied("role") : ALLOWED;
}

const WRITERS = ["teacher", "coordinator", "provider_admin"] as const;

export function mayReadTexts(actor: Actor, providerId: string): boolean {
  return actor.means !== "link" && WRITERS.some((role) => hasRole(actor, role, providerId));
}

/** Whether a provider's words go to the others is decided by those who answer for them. */
export function mayOffer(actor: Actor, providerId: string): Ability {
  const may = (["coordinator", "provider_admin"] as const).some((role) =>
    hasRole(actor, role, providerId),
  );
  return may ? ALLOWED : denied("role");
}
