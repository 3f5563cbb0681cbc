import { moveByAgreement } from "#features/placements/server/api.ts";
import { type DeedContext, deed } from "#server/deed.ts";
import { accept, refuse } from "#shared/outcome.ts";
import { mayDecline, mayWithdraw } from "../agreement.policy.ts";
import { DUTIES, mayStillChange } from "../agreement.ts";
import { declineAgreement, withdrawAgreement } from "../agreement-deeds.contract.ts";
import { type AgreementRow, lockAgreement } from "./agreement.queries.ts";
import { writeToParty } from "./agreement-letters.ts";
import { factsNow, oneOf, partyOf, seatOf, subjectOf, touchPlacement } from "./agreement-row.ts";
import { closeAgreement } from "./closing.queries.ts";
import { findNames } from "./names.queries.ts";

/** A signer says no, with the reason; a placement goes back to being planned. */
export const declineAgreementRoute = deed(declineAgreement, async (context, { params, body }) => {
  const { tx, actor } = context;
  const agreement = await lockAgreement(tx, actor, params.agreementId);
  if (agreement === undefined) return refuse("not_found");
  const party = partyOf(agreement, body.party);
  if (party === undefined) return refuse("forbidden", { reason: "not_your_part" });
  const { state } = factsNow(agreement);
  const own = { party: body.party, duty: oneOf(DUTIES, party.duty) };
  const may = mayDecline(seatOf(actor, agreement), own, state, actor);
  if (!may.allowed && may.reason !== "closed") return refuse("forbidden", { reason: may.reason });
  if (state === "declined") return accept({ done: true } as const);
  const open = mayStillChange(state);
  if (!open.ok) return open;
  await close(context, agreement, "declined", body.reason);
  return accept({ done: true } as const);
});

/** Taken back by those who sent it, before all have signed; links to it say so. */
export const withdrawAgreementRoute = deed(withdrawAgreement, async (context, { params, body }) => {
  const { tx, actor } = context;
  const agreement = await lockAgreement(tx, actor, params.agreementId);
  if (agreement === undefined) return refuse("not_found");
  const may = mayWithdraw(seatOf(actor, agreement));
  if (!may.allowed) return refuse("forbidden", { reason: may.reason });
  const { state } = factsNow(agreement);
  if (state === "withdrawn") return accept({ done: true } as const);
  const open = mayStillChange(state);
  if (!open.ok) return open;
  await close(context, agreement, "withdrawn", body.reason);
  return accept({ done: true } as const);
});

/** Nobody signs it any more; whoever was asked is told why. */
export async function close(
  context: DeedContext,
  agreement: AgreementRow,
  state: "declined" | "withdrawn",
  reason: string,
): Promise<void> {
  const { tx, actor, at, audit } = context;
  const name = actor.actingName ?? `${actor.givenName} ${actor.familyName}`;
  await closeAgreement(tx, agreement, {
    state,
    at: at.toString(),
    by: actor.personId,
    name,
    reason,
  });
  if (agreement.placement_id !== null) {
    await moveByAgreement(tx, { id: agreement.placement_id }, "planning", at);
  }
  await audit({
    ...(state === "declined" ? { deed: "decline-agreement" } : { deed: "withdraw-agreement" }),
    ...subjectOf(agreement),
    change: { revision: agreement.revision },
  });
  const names = await findNames(tx, agreement);
  for (const party of agreement.parties) {
    if (party.personId === actor.personId) continue;
    await writeToParty(context, state, party, { agreement, ...names, reason });
  }
  await touchPlacement(context, agreement);
}
