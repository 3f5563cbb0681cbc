import { type Ability, ALLOWED, denied } from "#shared/ability.ts";
import { type Actor, hasRole, staffProvidersOf } from "#shared/actor.ts";

/**
 * A coordinator of this provider, or its teacher with a student at the workplace; what somebody is at
 * another provider gives no right here. `placements` are this provider's.
 */
export function maySuspend(
  actor: Actor,
  providerId: string,
  placements: readonly { readonly teacher_id: string }[],
): Ability {
  if (actor.means === "link") return denied("role");
  if (hasRole(actor, "coordinator", providerId)) return ALLOWED;
  const guides = placements.some(({ teacher_id }) => teacher_id === actor.personId);
  return guides && hasRole(actor, "teacher", providerId) ? ALLOWED : denied("role");
}

/** The provider that is meant: the one named, else the first the actor works for; none if they do not work there. */
export function providerMeant(actor: Actor, named: string | undefined): string | undefined {
  const own = staffProvidersOf(actor);
  return named === undefined ? own[0] : own.find((id) => id === named);
}
