import { type Ability, ALLOWED, denied } from "#shared/ability.ts";
import { type Actor, hasRole } from "#shared/actor.ts";

/** A coordinator of the provider, or a teacher with a student at the workplace. */
export function maySuspend(
  actor: Actor,
  placements: readonly { readonly teacher_id: string }[],
): Ability {
  if (actor.means === "link") return denied("role");
  if (hasRole(actor, "coordinator")) return ALLOWED;
  const guides = placements.some(({ teacher_id }) => teacher_id === actor.personId);
  return guides ? ALLOWED : denied("role");
}

/** The provider for which this actor suspends: where they coordinate, else where they teach. */
export function suspendingProvider(actor: Actor): string | undefined {
  const of = (role: string) => actor.memberships.find((one) => one.role === role)?.providerId;
  return of("coordinator") ?? of("teacher");
}
