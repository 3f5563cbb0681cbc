import { type Ability, ALLOWED, denied } from "#shared/ability.ts";
import { type Actor, hasRole } from "#shared/actor.ts";

/** The audit of a provider is read by its own administrators, who are its controller's hands (GDPR art. 24). */
export function mayReadAudit(actor: Actor, providerId: string): Ability {
  return hasRole(actor, "provider_admin", providerId) ? ALLOWED : denied("role");
}
