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

/** An entry is taken back by its writer, or by the coordinator who keeps the register. */
export function mayWithdrawEntry(actor: Actor, entry: { writtenBy: string }): Ability {
  return entry.writtenBy === actor.personId ? mayNoteContact(actor) : mayEditRegister(actor);
}

export type Works = {
  /** The actor's college has placements, places, contacts or decisions there, or has brought it in. */
  readonly works: boolean;
  /** A student of one's own is or will be there. */
  readonly guides: boolean;
};

/** Names and addresses of people are for those who work with the workplace: not every coordinator's to change. */
export function mayKeepPeople(actor: Actor, { works, guides }: Works): Ability {
  if (mayEditRegister(actor).allowed) return works ? ALLOWED : denied("no_relation");
  return guides ? mayNoteContact(actor) : denied("role");
}

/** Students, teachers and other staff keep their own name and address, whoever types them elsewhere. */
export function mayCorrectPerson(people: Ability, person: { keepsOwn: boolean }): Ability {
  if (!people.allowed) return people;
  return person.keepsOwn ? denied("own_details") : ALLOWED;
}

/** The college in whose name the actor writes: the first at which one of the roles is held. */
export function writesFor(actor: Actor, ...roles: Role[]): string | undefined {
  return actor.memberships.find(({ role }) => roles.includes(role))?.providerId;
}

/** The colleges whose coordinator the actor is: who also teaches at another is no coordinator there. */
export function coordinatesFor(actor: Actor): string[] {
  return actor.memberships.flatMap(({ role, providerId }) =>
    role === "coordinator" ? [providerId] : [],
  );
}

function holdsAny(actor: Actor, ...roles: Role[]): Ability {
  const holds = actor.means !== "link" && roles.some((role) => hasRole(actor, role));
  return holds ? ALLOWED : denied("role");
}

/** A saved view is its owner's; a colleague who wants another saves an own one. */
export function mayEditView(actor: Actor, view: { ownerId: string }): Ability {
  return view.ownerId === actor.personId ? ALLOWED : denied("owner");
}
