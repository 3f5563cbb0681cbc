import { addPerson, findByAddress } from "#features/people/server/api.ts";
import { type DeedContext, deed, type Input } from "#server/deed.ts";
import { accept, refuse } from "#shared/outcome.ts";
import { addWorkplacePerson } from "../people.contract.ts";
import { keepsFor, mayKeepPeople } from "../register.policy.ts";
import { takePart, worksWith } from "./people.queries.ts";
import { bumpVersion, lockAsSeen } from "./workplace-deeds.queries.ts";

/** Somebody of the workplace. An address that is known there is that person, who keeps own name and numbers. */
export const addWorkplacePersonRoute = deed(
  addWorkplacePerson,
  async (context, { params: { workplaceId }, body }) => {
    const { tx, actor, seenVersion, audit } = context;
    const locked = await lockAsSeen(tx, workplaceId, seenVersion);
    if (!locked.ok) return locked;
    const works = await worksWith(tx, actor, workplaceId);
    const may = mayKeepPeople(actor, works);
    if (!may.allowed) return refuse("forbidden", { reason: may.reason });
    const person = await personOf(context, body);
    if (person === null) return refuse("address_taken");
    await takePart(tx, { workplaceId, personId: person.id, role: body.role, title: body.title });
    const version = await bumpVersion(tx, workplaceId);
    await audit({
      deed: "add-workplace-person",
      subjectKind: "workplace",
      subjectId: workplaceId,
      providerId: keepsFor(works),
      change: { personId: person.id, role: body.role, known: person.known },
    });
    return accept({ personId: person.id, version, known: person.known });
  },
);

/** Null when the address is a student's or a school's. */
async function personOf(
  { tx }: DeedContext,
  details: Input<typeof addWorkplacePerson>["body"],
): Promise<{ id: string; known: boolean } | null> {
  const there = details.email === null ? undefined : await findByAddress(tx, details.email);
  if (there === undefined) return { id: await addPerson(tx, details), known: false };
  return there.workplace_id === null ? null : { id: there.id, known: true };
}
