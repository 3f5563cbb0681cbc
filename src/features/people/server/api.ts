import { newId, newToken } from "#server/clock.ts";
import type { Tx } from "#server/database/database.ts";
import type { House } from "#server/house.ts";
import { hashToken } from "#server/secrets.ts";
import { siteAddress } from "./site-address.ts";

export { dropWaiting, takeDueAddresses } from "./address-change.ts";
export { closeWaysIn, lockOnFile } from "./change-contacts.queries.ts";
export { changeContacts } from "./change-contacts.ts";
export { type Contact, contactsOf, textTo } from "./contact.ts";
export { siteAddress } from "./site-address.ts";
export { tellOldAddress } from "./tell-old-address.ts";
export { addPerson, findByAddress, findOrAddPerson } from "./workplace-person.queries.ts";

/** The address a personal link is mailed as. */
export function linkAddress(house: House, token: string): string {
  return `${siteAddress(house)}/l/${token}`;
}

/** A link opens one placement, or one agreement to be signed. */
export type LinkFor = {
  readonly providerId: string;
  readonly personId: string;
  readonly placementId?: string;
  readonly agreementId?: string;
  readonly expiresAt: Temporal.Instant;
  readonly createdBy: string;
};

/** Makes a personal link; the token is returned once, only its hash is kept. */
export async function makeLink(tx: Tx, at: Temporal.Instant, link: LinkFor): Promise<string> {
  const token = newToken();
  await tx
    .insertInto("personal_link")
    .values({
      id: newId(),
      provider_id: link.providerId,
      person_id: link.personId,
      token_hash: hashToken(token),
      placement_id: link.placementId ?? null,
      agreement_id: link.agreementId ?? null,
      expires_at: link.expiresAt.toString(),
      created_by: link.createdBy,
      created_at: at.toString(),
    })
    .execute();
  return token;
}

/** Names a workplace person as tutor at a provider: from then on the provider's wall lets them in. */
export function ensureTutor(tx: Tx, providerId: string, personId: string): Promise<void> {
  return ensureRole(tx, providerId, personId, "tutor");
}

/** Somebody asked to sign for an employer or as a guardian: the wall lets them to that agreement. */
export function ensureSigner(tx: Tx, providerId: string, personId: string): Promise<void> {
  return ensureRole(tx, providerId, personId, "signer");
}

async function ensureRole(
  tx: Tx,
  providerId: string,
  personId: string,
  role: "tutor" | "signer",
): Promise<void> {
  await tx
    .insertInto("membership")
    .values({ provider_id: providerId, person_id: personId, role })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}
