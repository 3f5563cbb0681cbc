import { askAddressChange, findByAddress, tellOldAddress } from "#features/people/server/api.ts";
import type { Tx } from "#server/database/database.ts";
import { type DeedContext, deed } from "#server/deed.ts";
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
  const address = await changeAddress(context, person, { next, providerId });
  if (!address.ok) return address;
  const { waitsUntil } = address.value;
  await saveDetails(tx, personId, waitsUntil === null ? next : { ...next, email: person.email });
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

type Person = NonNullable<Awaited<ReturnType<typeof lockPerson>>>;
type Wanted = { readonly next: ContactDetails; readonly providerId: string | null };

/**
 * Nobody gets in as another person by an address that somebody else typed: who is known by the old one is asked
 * there first. A typo in the address of one who has never been in is corrected at once, and the old one told.
 */
async function changeAddress(context: DeedContext, person: Person, { next, providerId }: Wanted) {
  if (next.email === person.email) return accept({ waitsUntil: null });
  if (person.leadsElsewhere) return refuse("address_leads_elsewhere");
  const taken = await takenBy(context.tx, next.email, person.id);
  if (taken !== null) return refuse(taken);
  if (person.isKnown) {
    if (person.email === null || next.email === null) return refuse("address_needs_admin");
    const known = { ...person, email: person.email };
    const to = { address: next.email, providerId };
    return accept({ waitsUntil: await askAddressChange(context, known, to) });
  }
  if (person.email !== null) {
    await tellOldAddress(context, providerId, { ...person, email: person.email });
  }
  return accept({ waitsUntil: null });
}
