import { type Ability, ALLOWED, denied } from "#shared/ability.ts";
import type { Actor } from "#shared/actor.ts";
import type { AgreementKind, AgreementParty, AgreementState, Duty } from "./agreement.ts";

/** What a reader is in one agreement; visibility in SQL has said that they may see it. */
export type AgreementSeat = {
  /** Parties that the reader is, as a person. */
  readonly parties: readonly AgreementParty[];
  /** Teacher of the placement, or coordinator of its provider; of a framework agreement its administrators too. */
  readonly carries: boolean;
};

/** Only those who carry the placement put a text before the parties. */
export function maySend({ carries }: Pick<AgreementSeat, "carries">): Ability {
  return carries ? ALLOWED : denied("role");
}

/** Whoever put the text out may take it back before it is signed in full. */
export function mayWithdraw(seat: Pick<AgreementSeat, "carries">): Ability {
  return maySend(seat);
}

/** Whoever put the text out puts right where it was sent. */
export function mayRepairAddress(seat: Pick<AgreementSeat, "carries">): Ability {
  return maySend(seat);
}

/** Signing, acknowledging, declining: as the person who is the party, once they have said who they are. */
export function maySign(
  { parties }: AgreementSeat,
  party: AgreementParty,
  actor: Pick<Actor, "named" | "actingName">,
): Ability {
  if (!parties.includes(party)) return denied("not_your_part");
  if (!actor.named) return denied("name_needed");
  // The code goes to the person on file; a colleague signs by a mandate of their own, never in another's name.
  return actor.actingName === null ? ALLOWED : denied("colleague");
}

/** A correction before all have signed: by those who carry the placement, and by the employer's signer. */
export function mayCorrect(seat: AgreementSeat, actor: Pick<Actor, "actingName">): Ability {
  if (seat.carries) return ALLOWED;
  if (!seat.parties.includes("employer")) return denied("role");
  return actor.actingName === null ? ALLOWED : denied("colleague");
}

/**
 * Only a placement's agreement has days and hours to put right. The rest of what an amendment says was signed
 * before, and a framework agreement is short: both are taken back and sent anew.
 */
export function mayBeCorrected(kind: AgreementKind): Ability {
  return kind === "agreement" ? ALLOWED : denied(kind);
}

/** A framework agreement that is in force ends early by the word of either party. */
export function mayTerminate(seat: AgreementSeat, actor: Pick<Actor, "actingName">): Ability {
  if (seat.carries) return ALLOWED;
  if (!seat.parties.includes("employer")) return denied("role");
  return actor.actingName === null ? ALLOWED : denied("colleague");
}

/** Any party, and those who carry the placement, may remind the one who is missing. */
export function mayRemind(seat: AgreementSeat): Ability {
  return seat.carries || seat.parties.length > 0 ? ALLOWED : denied("role");
}

/**
 * A signer names a deputy with a mandate; those who carry the placement note one they have been told of. Who
 * holds only the link would give the signature to an address of their own, and the code would go there.
 */
export function mayNameDeputy(
  seat: AgreementSeat,
  party: AgreementParty,
  { means }: Pick<Actor, "means">,
): Ability {
  if (party === "student" || party === "guardian") return denied("in_person");
  if (seat.carries) return ALLOWED;
  if (!seat.parties.includes(party)) return denied("role");
  return means === "link" ? denied("code_needed") : ALLOWED;
}

/** Who may still decline: a party that is asked to sign, in person as with the signature. */
export function mayDecline(
  seat: AgreementSeat,
  own: { readonly party: AgreementParty; readonly duty: Duty },
  state: AgreementState,
  actor: Pick<Actor, "named" | "actingName">,
): Ability {
  if (own.duty !== "signs") return denied("not_your_part");
  const may = maySign(seat, own.party, actor);
  if (!may.allowed) return may;
  return state === "out" ? ALLOWED : denied("closed");
}
