import { type Ability, ALLOWED, denied } from "#shared/ability.ts";
import { type Actor, hasRole } from "#shared/actor.ts";

type Draft = { readonly writers: readonly string[] } | null;

export function mayReadRules(actor: Actor, providerId: string): boolean {
  const roles = ["provider_admin", "coordinator", "teacher"] as const;
  return actor.means !== "link" && roles.some((role) => hasRole(actor, role, providerId));
}

export function mayWriteRules(actor: Actor, providerId: string): Ability {
  return hasRole(actor, "provider_admin", providerId) ? ALLOWED : denied("role");
}

export function mayKeepCases(actor: Actor, providerId: string): Ability {
  const may = (["provider_admin", "coordinator"] as const).some((role) =>
    hasRole(actor, role, providerId),
  );
  return may ? ALLOWED : denied("role");
}

/**
 * A second person takes a version into use: nobody changes alone what is checked for a child. Whoever has written any
 * of it has nobody else's eyes on that part yet, also when another wrote last.
 */
export function mayPublishRules(actor: Actor, providerId: string, draft: Draft): Ability {
  const may = mayKeepCases(actor, providerId);
  if (!may.allowed) return may;
  if (draft === null) return denied("no_draft");
  return draft.writers.includes(actor.personId) ? denied("second_person_needed") : ALLOWED;
}
