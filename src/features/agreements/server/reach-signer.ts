import { maskAddress } from "#features/people/people.ts";
import { changeContacts, contactsOf, lockOnFile, textTo } from "#features/people/server/api.ts";
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

/** Corrected once, right everywhere: box and phone belong to the person. Who is known by the box is asked there first. */
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
  const repaired = await repairContacts(context, agreement, { ...body, personId: party.personId });
  if (!repaired.ok) return repaired;
  const { waitsUntil, ...contacts } = repaired.value;
  const reached = { ...party, ...contacts };
  await leaveTrace(context, agreement, {
    deed: "repair-address",
    change: {
      party: party.party,
      known: body.known,
      from: maskedOf(context, party),
      to: maskedOf(context, { ...reached, email: body.email ?? reached.email }),
      waitsUntil,
    },
  });
  if (waitsUntil !== null) return accept({ sentTo: maskAddress(body.email ?? ""), waitsUntil });
  const sentTo = await write(context, agreement, reached, "sign");
  return sentTo === null ? refuse("no_address") : accept({ sentTo, waitsUntil });
});

type Repair = {
  readonly personId: string;
  readonly email: string | null;
  readonly phone: string | null;
};

/** What is not given stays, but a box that the receiving server does not know is not kept beside what replaces it. */
async function repairContacts(context: DeedContext, agreement: AgreementRow, repair: Repair) {
  const { tx } = context;
  const { provider_id: providerId } = agreement;
  const { phone } = repair;
  const person = await lockOnFile(tx, repair.personId);
  if (person.keepsOwn) return refuse("own_account");
  if (phone !== null && textTo(phone) === undefined) return refuse("phone_wrong");
  if (repair.email !== null && (await queries.isAddressTaken(tx, person.id, repair.email))) {
    return refuse("address_taken");
  }
  const boxGone = await queries.isBoxGone(tx, person.id, agreement.id);
  const email = repair.email ?? (boxGone ? null : person.email);
  const wanted = { email, phone: phone ?? person.phone, boxGone, providerId };
  const changed = await changeContacts(context, person, wanted);
  if (changed.ok) await queries.saveContacts(tx, person.id, changed.value);
  return changed;
}

/** Another person of the same side signs, by a mandate that the signature keeps. */
export const nameDeputyRoute = deed(nameDeputy, async (context, { params, body }) => {
  const { tx, actor, at } = context;
  const agreement = await lockAgreement(tx, actor, params.agreementId);
  if (agreement === undefined) return refuse("not_found");
  const seat = seatOf(actor, agreement);
  const may = mayNameDeputy(seat, params.party, actor);
  if (!may.allowed) return refuse("forbidden", { reason: may.reason });
  // That the signer has said it themselves is for the signer alone to record.
  const isOwn = seat.parties.includes(params.party);
  if (body.known === "signer" && !isOwn) return refuse("forbidden", { reason: "not_your_part" });
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
  const { given_name, family_name, ...contacts } = await queries.findPerson(tx, deputy.value);
  const name = { givenName: given_name, familyName: family_name };
  const reached = { ...party, ...name, personId: deputy.value, ...contacts };
  const sentTo = await write(context, agreement, reached, "sign");
  return sentTo === null ? refuse("no_address") : accept({ sentTo });
});

function maskedOf({ house }: DeedContext, party: Pick<PartyRow, "email" | "phone">): string {
  return contactsOf(house.config, party)
    .map(({ masked }) => masked)
    .join(", ");
}

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
  return known ? accept(deputy.personId) : refuse("unknown_choice", { choice: "provider" });
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
