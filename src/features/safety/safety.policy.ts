import { type Ability, ALLOWED, denied } from "#shared/ability.ts";
import type { Actor } from "#shared/actor.ts";

/**
 * A personal link can be forwarded, and a colleague can sit in the seat: neither opens what a student told
 * one person. A hearer signs in (product.md §3).
 */
export function mayHear(actor: Actor): Ability {
  return actor.means === "link" || actor.actingName !== null ? denied("sign_in_needed") : ALLOWED;
}
