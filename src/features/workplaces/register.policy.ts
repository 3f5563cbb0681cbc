import { type Ability, ALLOWED, denied } from "#shared/ability.ts";
import { type Actor, hasRole, type Role } from "#shared/actor.ts";

/** The coordinator keeps the register (product.md §2); what it says is shared by all providers. */
export function mayEditRegister(actor: Actor): Ability {
  return holdsAny(actor, "coordinator");
}

/** Whoever visits or calls a workplace may write it down for the own college. */
export function mayNoteContact(actor: Actor): Ability {
  return holdsAny(actor, "coordinator", "teacher");
}

type WrittenEntry = { readonly providerId: string; readonly writtenBy: string };

/** An entry is taken back by its writer, or by a coordinator of the college that it is of. */
export function mayWithdrawEntry(actor: Actor, { providerId, writtenBy }: WrittenEntry): Ability {
  if (writtenBy === actor.personId) return mayNoteContact(actor);
  const coordinates = collegesOf(actor, "coordinator").includes(providerId);
  return coordinates ? mayEditRegister(actor) : denied("role");
}

export type Works = {
  /** A college that the actor coordinates, and that has placements, places or contacts there or has brought it in. */
  readonly coordinates: string | null;
  /** A college whose teacher the actor is, with a student of one's own who is or will be there. */
  readonly guides: string | null;
};

/**
 * Names and addresses of people are for those who work with the workplace: not every coordinator's to change.
 * What somebody is at one college gives no right in another one's name.
 */
export function mayKeepPeople(actor: Actor, works: Works): Ability {
  if (keepsFor(works) !== null) return mayNoteContact(actor);
  return mayEditRegister(actor).allowed ? denied("no_relation") : denied("role");
}

/** The college in whose name people are kept. */
export function keepsFor({ coordinates, guides }: Works): string | null {
  return coordinates ?? guides;
}

/** Students, teachers and other staff keep their own name and address, whoever types them elsewhere. */
export function mayCorrectPerson(people: Ability, person: { keepsOwn: boolean }): Ability {
  if (!people.allowed) return people;
  return person.keepsOwn ? denied("own_details") : ALLOWED;
}

/** A college whose admin the actor is and that works with the workplace, or null: whose admin sets a dead address anew. */
export function maySetAddress(actor: Actor, administers: string | null): Ability {
  if (!holdsAny(actor, "provider_admin").allowed) return denied("role");
  return administers === null ? denied("no_relation") : ALLOWED;
}

/** The colleges at which the actor holds one of the roles, always in the same order. */
export function collegesOf(actor: Actor, ...roles: Role[]): string[] {
  const held = actor.memberships.filter(({ role }) => roles.includes(role));
  return [...new Set(held.map(({ providerId }) => providerId))].toSorted();
}

function holdsAny(actor: Actor, ...roles: Role[]): Ability {
  const holds = actor.means !== "link" && roles.some((role) => hasRole(actor, role));
  return holds ? ALLOWED : denied("role");
}

/** A saved view is its owner's; a colleague who wants another saves an own one. */
export function mayEditView(actor: Actor, view: { ownerId: string }): Ability {
  return view.ownerId === actor.personId ? ALLOWED : denied("owner");
}
