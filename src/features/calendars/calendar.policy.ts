import { type Ability, ALLOWED, denied } from "#shared/ability.ts";
import type { Actor } from "#shared/actor.ts";

/** A feed tells all of a person's placements; a personal link opens one, so it does not reach that far. */
export function mayKeepFeed(actor: Pick<Actor, "means">): Ability {
  return actor.means === "link" ? denied("code_needed") : ALLOWED;
}
