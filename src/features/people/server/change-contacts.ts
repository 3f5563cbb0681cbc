import type { DeedContext } from "#server/deed.ts";
import { accept, type Outcome, type Refusal, refuse } from "#shared/outcome.ts";
import { askAddressChange, dropWaiting, type Known } from "./address-change.ts";
import { closeWaysIn } from "./change-contacts.queries.ts";
import { tellOldAddress } from "./tell-old-address.ts";

export type Contacts = { readonly email: string | null; readonly phone: string | null };

type OnFile = Omit<Known, "email"> &
  Contacts & {
    readonly isKnown: boolean;
    readonly leadsElsewhere: boolean;
  };

export type ContactsWanted = Contacts & {
  /** The receiving server knows no such box: nobody reads there who could be asked. */
  readonly boxGone: boolean;
  readonly providerId: string | null;
};

export type ContactsRefusal = Refusal<"address_leads_elsewhere" | "address_needs_admin">;
/** What is to be kept on file now, and until when the new address waits. */
export type Changed = Contacts & { readonly waitsUntil: string | null };

/**
 * The one rule for how somebody is reached (decision 18). Nobody gets in as another person by a box or a phone that
 * somebody else typed: who is known by the old address is asked there first, and it stays until then. A typo in the
 * address of one who has never been in is corrected at once; what it had opened is closed, and the old box is told.
 * The caller has locked the person, knows that the address is nobody else's, and saves what comes back.
 */
export async function changeContacts(
  context: DeedContext,
  person: OnFile,
  { email, phone, boxGone, providerId }: ContactsWanted,
): Promise<Outcome<Changed, ContactsRefusal>> {
  const old = person.email;
  const moves = email !== old;
  // A phone opens something only where there is no box: then another number is another way in.
  const opens = old === null && phone !== person.phone;
  if ((moves || opens) && person.leadsElsewhere) return refuse("address_leads_elsewhere");
  if (opens && person.isKnown) return refuse("address_needs_admin");
  if (!moves) return accept({ email, phone, waitsUntil: null });
  if (person.isKnown && !boxGone) {
    if (old === null || email === null) return refuse("address_needs_admin");
    const known = { ...person, email: old };
    const waitsUntil = await askAddressChange(context, known, { address: email, providerId });
    return accept({ email: old, phone, waitsUntil });
  }
  await dropWaiting(context.tx, context.at, person.id);
  await closeWaysIn(context.tx, person.id, context.at.toString());
  if (old !== null && !boxGone)
    await tellOldAddress(context, providerId, { ...person, email: old });
  return accept({ email, phone, waitsUntil: null });
}
