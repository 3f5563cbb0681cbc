import { maskAddress } from "#features/people/people.ts";
import { ensureSigner } from "#features/people/server/api.ts";
import { newId } from "#server/clock.ts";
import { type DeedContext, deed } from "#server/deed.ts";
import { accept, refuse } from "#shared/outcome.ts";
import { mayNameDeputy, mayRemind, mayRepairAddress } from "../agreement.policy.ts";
import { mayStillChange, reminderRestEnds } from "../agreement.ts";
import { nameDeputy, remindSigner, repairAddress } from "../agreement-deeds.contract.ts";
import { type AgreementRow, lockAgreement, type PartyRow } from "./agreement.queries.ts";
import { endLinks, type LetterKind, writeToParty } from "./agreement-letters.ts";
import { factsNow, nameOf, partyOf, seatOf, subjectOf, touchPlacement } from "./agreement-row.ts";
import { chooseEmployer } from "./choose-signer.ts";
import * as queries from "./closing.queries.ts";
import { findNames } from "./names.queries.ts";
import { listProviderSigners } from "./signers.queries.ts";

/** Anyone in the agreement reminds the one who is missing; the rest between two is the same for all. */
export const remindSignerRoute = deed(remindSigner, async (context, { params }) => {
  const { tx, actor, at } = context;
  const agreement = await lockAgreement(tx, actor, params.agreementId);
  if (agreement === undefined) return refuse("not_found");
  const may = mayRemind(seatOf(actor, agreement));
  if (!may.allowed) return refuse("forbidden", { reason: may.reason });
  const open = mayStillChange(factsNow(agreement).state);
  if (!open.ok) return open;
  const party = partyOf(agreement, params.party);
  if (party === undefined) return refuse("not_a_party");
  if (party.duty === "informed" || party.signedAt !== null) return refuse("nothing_to_sign");
  const last = (await queries.listLetters(tx, agreement)).find((one) => one.party === party.party);
  const nextAt = reminderRestEnds(last?.at ?? agreement.sent_at);
  if (Temporal.Instant.compare(at, nextAt) < 0) {
    return refuse("too_soon", { nextAt: nextAt.toString() });
  }
  const sentTo = await write(context, agreement, party, "remind");
  if (sentTo === null) return refuse("no_address");
  await queries.saveReminder(tx, {
    provider_id: agreement.provider_id,
    id: newId(),
    agreement_id: agreement.id,
    party: party.party,
    by_person: actor.personId,
    at: at.toString(),
  });
  await leaveTrace(context, agreement, { deed: "remind-signer", change: { party: party.party } });
  return accept({ sentTo, nextAt: reminderRestEnds(at).toString() });
});

/** Corrected once, right everywhere: the address belongs to the person. Old links end, the letter goes anew. */
export const repairAddressRoute = deed(repairAddress, async (context, { params, body }) => {
  const { tx, actor } = context;
  const agreement = await lockAgreement(tx, actor, params.agreementId);
  if (agreement === undefined) return refuse("not_found");
  const may = mayRepairAddress(seatOf(actor, agreement));
  if (!may.allowed) return refuse("forbidden", { reason: may.reason });
  const open = mayStillChange(factsNow(agreement).state);
  if (!open.ok) return open;
  const party = partyOf(agreement, params.party);
  if (party === undefined) return refuse("not_a_party");
  if (await queries.holdsAccount(tx, party.personId)) return refuse("own_account");
  if (!(await queries.correctAddress(tx, party.personId, body))) return refuse("address_taken");
  await endLinks(context, agreement, party.personId);
  await leaveTrace(context, agreement, {
    deed: "repair-address",
    change: {
      party: party.party,
      known: body.known,
      from: party.email === null ? null : maskAddress(party.email),
      to: maskAddress(body.email),
    },
  });
  const sentTo = await write(context, agreement, { ...party, email: body.email }, "sign");
  return accept({ sentTo: sentTo ?? maskAddress(body.email) });
});

/** Another person of the same side signs, by a mandate that the signature keeps. */
export const nameDeputyRoute = deed(nameDeputy, async (context, { params, body }) => {
  const { tx, actor, at } = context;
  const agreement = await lockAgreement(tx, actor, params.agreementId);
  if (agreement === undefined) return refuse("not_found");
  const may = mayNameDeputy(seatOf(actor, agreement), params.party);
  if (!may.allowed) return refuse("forbidden", { reason: may.reason });
  const open = mayStillChange(factsNow(agreement).state);
  if (!open.ok) return open;
  const party = partyOf(agreement, params.party);
  if (party === undefined) return refuse("not_a_party");
  if (party.signedAt !== null) return refuse("nothing_to_sign");
  const deputy = await chooseDeputy(context, agreement, params.party, body.deputy);
  if (!deputy.ok) return deputy;
  if (agreement.parties.some(({ personId }) => personId === deputy.value)) {
    return refuse("same_signer");
  }
  const notedBy = actor.actingName ?? `${actor.givenName} ${actor.familyName}`;
  await queries.replaceSigner(tx, agreement, params.party, {
    personId: deputy.value,
    mandate: { from: nameOf(party), notedBy, at: at.toString(), known: body.known },
  });
  await endLinks(context, agreement, party.personId);
  await leaveTrace(context, agreement, {
    deed: "name-deputy",
    change: { party: params.party, known: body.known },
  });
  // Who gave the mandate by a link sees the agreement no longer.
  const { given_name, family_name, email, language } = await queries.findPerson(tx, deputy.value);
  const seat = { ...party, personId: deputy.value, email, language };
  const reached = { ...seat, givenName: given_name, familyName: family_name };
  const sentTo = await write(context, agreement, reached, "sign");
  return sentTo === null ? refuse("no_address") : accept({ sentTo });
});

type Deputy = Parameters<typeof chooseEmployer>[2];

async function chooseDeputy(
  { tx }: DeedContext,
  agreement: AgreementRow,
  party: string,
  deputy: Deputy,
) {
  if (party === "employer") return chooseEmployer(tx, agreement, deputy);
  const staff = await listProviderSigners(tx, agreement, agreement.teacher_id);
  const known = "personId" in deputy && staff.some(({ id }) => id === deputy.personId);
  if (!known) return refuse("unknown_choice", { choice: "provider" });
  await ensureSigner(tx, agreement.provider_id, deputy.personId);
  return accept(deputy.personId);
}

async function write(
  context: DeedContext,
  agreement: AgreementRow,
  party: PartyRow,
  kind: LetterKind,
): Promise<string | null> {
  const names = await findNames(context.tx, agreement);
  return writeToParty(context, kind, party, { agreement, ...names });
}

async function leaveTrace(
  context: DeedContext,
  agreement: AgreementRow,
  trace: { readonly deed: string; readonly change: Record<string, unknown> },
): Promise<void> {
  await context.audit({ ...trace, ...subjectOf(agreement) });
  await touchPlacement(context, agreement);
}
