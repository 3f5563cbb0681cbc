import { changeContacts, findByAddress } from "#features/people/server/api.ts";
import type { Tx } from "#server/database/database.ts";
import { deed } from "#server/deed.ts";
import { accept, refuse } from "#shared/outcome.ts";
import { type ContactDetails, correctPerson } from "../people.contract.ts";
import { keepsFor, mayCorrectPerson, mayKeepPeople } from "../register.policy.ts";
import { lockPerson, saveDetails, worksWith } from "./people.queries.ts";
import { lockStanding } from "./workplace-deeds.queries.ts";

/** One record, corrected for every workplace and college at once; whoever has an own account keeps it themselves. */
export const correctPersonRoute = deed(correctPerson, async (context, { params, body }) => {
  const { tx, actor, audit } = context;
  const { workplaceId, personId } = params;
  const { seen, ...next } = body;
  const locked = await lockStanding(tx, workplaceId);
  if (!locked.ok) return locked;
  const works = await worksWith(tx, actor, workplaceId);
  const may = mayKeepPeople(actor, works);
  if (!may.allowed) return refuse("forbidden", { reason: may.reason });
  const providerId = keepsFor(works);
  const person = await lockPerson(tx, workplaceId, personId);
  if (person === null) return refuse("not_found");
  const mayCorrect = mayCorrectPerson(may, person);
  if (!mayCorrect.allowed) return refuse("forbidden", { reason: mayCorrect.reason });
  const changed = differences(next, person);
  if (changed.length === 0) return accept({ personId, waitsUntil: null });
  if (differences(seen, person).length > 0) return refuse("person_changed", present(person));
  if (next.email !== person.email) {
    const taken = await takenBy(tx, next.email, personId);
    if (taken !== null) return refuse(taken);
  }
  const contacts = await changeContacts(context, person, { ...next, boxGone: false, providerId });
  if (!contacts.ok) return contacts;
  const { waitsUntil, ...kept } = contacts.value;
  await saveDetails(tx, personId, { ...next, ...kept });
  await audit({
    deed: "correct-person",
    subjectKind: "workplace",
    subjectId: workplaceId,
    providerId,
    change: { personId, changed, waitsUntil },
  });
  return accept({ personId, waitsUntil });
});

const DETAILS = ["givenName", "familyName", "email", "phone"] as const;

function differences(one: ContactDetails, other: ContactDetails) {
  return DETAILS.filter((name) => one[name] !== other[name]);
}

function present({ givenName, familyName, email, phone }: ContactDetails) {
  return { givenName, familyName, email, phone };
}

/** Null when the address may go to this person. */
export async function takenBy(tx: Tx, email: string | null, personId: string) {
  const there = email === null ? undefined : await findByAddress(tx, email);
  if (there === undefined || there.id === personId) return null;
  return there.workplace_id === null ? "address_taken" : "address_of_colleague";
}
