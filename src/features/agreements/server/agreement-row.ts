import type { DeedContext } from "#server/deed.ts";
import { type Actor, hasRole } from "#shared/actor.ts";
import type { AgreementSeat } from "../agreement.policy.ts";
import {
  AGREEMENT_PARTIES,
  AGREEMENT_STATES,
  type AgreementFactsNow,
  type AgreementParty,
  DUTIES,
  SIGNING_ORDERS,
} from "../agreement.ts";
import type { Mandate } from "../evidence.ts";
import type { AgreementRow, PartyRow } from "./agreement.queries.ts";

/** Rows of the database as the pure rules read them. */

export function oneOf<const T extends string>(known: readonly T[], text: string): T {
  const found = known.find((one) => one === text);
  if (found === undefined) throw new Error(`unknown word in the database: ${text}`);
  return found;
}

export const partyNamed = (text: string): AgreementParty => oneOf(AGREEMENT_PARTIES, text);

export function factsNow(row: AgreementRow): AgreementFactsNow {
  return {
    state: oneOf(AGREEMENT_STATES, row.state),
    order: oneOf(SIGNING_ORDERS, row.signing_order),
    textHash: row.text_hash,
    parties: row.parties.map((party) => ({
      party: partyNamed(party.party),
      duty: oneOf(DUTIES, party.duty),
      done: party.signedAt !== null,
    })),
  };
}

/** What this actor is in the agreement. Nobody carries one by a link. */
export function seatOf(actor: Actor, row: AgreementRow): AgreementSeat {
  const own = row.parties.filter(({ personId }) => personId === actor.personId);
  const carries =
    actor.means !== "link" &&
    (actor.personId === row.teacher_id ||
      hasRole(actor, "coordinator", row.provider_id) ||
      (row.kind === "framework_agreement" && hasRole(actor, "provider_admin", row.provider_id)));
  return { parties: own.map(({ party }) => partyNamed(party)), carries };
}

/** What the audit keeps of a deed about this agreement. */
export function subjectOf({ id, provider_id, placement_id }: Subject) {
  return {
    subjectKind: "agreement",
    subjectId: id,
    providerId: provider_id,
    ...(placement_id === null ? {} : { placementId: placement_id }),
  } as const;
}
type Subject = Pick<AgreementRow, "id" | "provider_id" | "placement_id">;

/** Whoever looks at the placement reads it again; a framework agreement is no placement's. */
export async function touchPlacement(
  { touch }: Pick<DeedContext, "touch">,
  { placement_id }: Pick<Subject, "placement_id">,
): Promise<void> {
  if (placement_id !== null) await touch(`placement:${placement_id}`);
}

export function partyOf(row: AgreementRow, party: AgreementParty): PartyRow | undefined {
  return row.parties.find((one) => one.party === party);
}

export function nameOf({ givenName, familyName }: PartyRow): string {
  return `${givenName} ${familyName}`;
}

/** What agreement_party.mandate holds; null of the one first asked. */
export function mandateOf(mandate: unknown): Mandate | null {
  if (typeof mandate !== "object" || mandate === null || Array.isArray(mandate)) return null;
  const words = new Map(Object.entries(mandate).map(([key, value]) => [key, String(value)]));
  const word = (key: string) => words.get(key) ?? "";
  return { from: word("from"), notedBy: word("notedBy"), at: word("at"), known: word("known") };
}
