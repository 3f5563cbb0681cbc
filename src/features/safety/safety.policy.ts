import { type Ability, ALLOWED, denied } from "#shared/ability.ts";
import { type Actor, hasRole } from "#shared/actor.ts";

/**
 * A personal link can be forwarded, and a colleague can sit in the seat: neither opens what a student told
 * one person. A hearer signs in (product.md §3).
 */
export function mayHear(actor: Actor): Ability {
  return actor.means === "link" || actor.actingName !== null ? denied("sign_in_needed") : ALLOWED;
}

export function mayReadLead(actor: Actor, providerId: string): boolean {
  const may = (["provider_admin", "coordinator"] as const).some((role) =>
    hasRole(actor, role, providerId),
  );
  return may && actor.means !== "link";
}

export function mayNameLead(actor: Actor, providerId: string): Ability {
  return hasRole(actor, "provider_admin", providerId) ? ALLOWED : denied("role");
}
