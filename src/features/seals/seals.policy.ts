import { type Ability, ALLOWED, denied } from "#shared/ability.ts";
import { type Actor, hasRole } from "#shared/actor.ts";

/** What a college seals its papers with is for its own administrators to see and to change. */
export function mayKeepSeals(actor: Actor, providerId: string): Ability {
  return hasRole(actor, "provider_admin", providerId) ? ALLOWED : denied("role");
}
