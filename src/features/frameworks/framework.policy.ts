import { type Ability, ALLOWED, denied } from "#shared/ability.ts";
import { type Actor, hasRole } from "#shared/actor.ts";

/** Requirements are shared by all providers; an admin of any may import what the state has published. */
export function mayImport(actor: Actor): Ability {
  return hasRole(actor, "provider_admin") && actor.means !== "link" ? ALLOWED : denied("role");
}
