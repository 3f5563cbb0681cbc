import { type Ability, ALLOWED, denied } from "#shared/ability.ts";
import { type Actor, hasRole } from "#shared/actor.ts";

export function mayReadTemplates(actor: Actor, providerId: string): boolean {
  const roles = ["provider_admin", "coordinator"] as const;
  return actor.means !== "link" && roles.some((role) => hasRole(actor, role, providerId));
}

export function mayWriteTemplates(actor: Actor, providerId: string): Ability {
  return hasRole(actor, "provider_admin", providerId) ? ALLOWED : denied("role");
}

/**
 * A second person takes a wording into use: nobody changes alone what others are asked to sign. Whoever has written
 * any of it has nobody else's eyes on that part yet, also when another wrote last.
 */
export function mayPublishTemplate(
  actor: Actor,
  providerId: string,
  draft: { readonly writers: readonly string[] } | null,
): Ability {
  if (!mayReadTemplates(actor, providerId)) return denied("role");
  if (draft === null) return denied("no_template_draft");
  return draft.writers.includes(actor.personId) ? denied("second_person_needed") : ALLOWED;
}
