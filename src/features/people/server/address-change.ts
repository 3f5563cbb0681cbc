import { m } from "#messages/server";
import { newId, newToken } from "#server/clock.ts";
import type { Tx } from "#server/database/database.ts";
import { type DeedContext, edge } from "#server/deed.ts";
import type { House } from "#server/house.ts";
import { hashToken } from "#server/secrets.ts";
import { isLanguage } from "#shared/language.ts";
import { accept, refuse } from "#shared/outcome.ts";
import { answerAddressChange, lookAtAddressChange } from "../address-change.contract.ts";
import { ADDRESS_WAIT_DAYS, maskAddress } from "../people.ts";
import * as queries from "./address-change.queries.ts";
import { siteAddress } from "./site-address.ts";
import { findByAddress } from "./workplace-person.queries.ts";

export type Known = {
  readonly id: string;
  readonly givenName: string;
  readonly email: string;
  readonly language: string;
};

/**
 * The new address of somebody who has been in waits, and the old one is asked (decision 18). Until then every
 * letter, link and code goes to the old one. Asked again for the same address it waits no longer than before.
 * The caller has locked the person and knows that the address is nobody else's. Says when it takes effect.
 */
export async function askAddressChange(
  context: DeedContext,
  person: Known,
  to: { readonly address: string; readonly providerId: string | null },
): Promise<string> {
  const { tx, at, actor } = context;
  const waiting = await queries.findWaiting(tx, person.id);
  if (waiting?.new_address.toLowerCase() === to.address.toLowerCase()) {
    return waiting.takes_effect_at;
  }
  await queries.endWaiting(tx, person.id, { state: "replaced", at: at.toString() });
  const token = newToken();
  const takesEffectAt = at.add({ hours: ADDRESS_WAIT_DAYS * 24 }).toString();
  await queries.addChange(tx, {
    id: newId(),
    personId: person.id,
    newAddress: to.address,
    oldAddress: person.email,
    tokenHash: hashToken(token),
    askedBy: actor.personId,
    askedFor: to.providerId,
    askedAt: at.toString(),
    takesEffectAt,
  });
  await writeToOld(context, person, { ...to, token });
  return takesEffectAt;
}

/** The new address as its owner recognises it: the letter does not tell a stranger what it is. */
async function writeToOld(
  { actor, house, mail }: DeedContext,
  person: Known,
  to: { readonly address: string; readonly providerId: string | null; readonly token: string },
): Promise<void> {
  const locale = isLanguage(person.language) ? person.language : "fi";
  const words = {
    name: person.givenName,
    sender: `${actor.givenName} ${actor.familyName}`,
    address: maskAddress(to.address),
    count: ADDRESS_WAIT_DAYS,
    link: `${siteAddress(house)}/address/${to.token}`,
  };
  await mail({
    providerId: to.providerId,
    personId: person.id,
    to: person.email,
    language: locale,
    template: "address_asked",
    subject: m.mail_address_asked_subject({}, { locale }),
    body: m.mail_address_asked_body(words, { locale }),
  });
}

/** Whoever set the address by another way has overtaken what waits. */
export function dropWaiting(tx: Tx, at: Temporal.Instant, personId: string): Promise<void> {
  return queries.endWaiting(tx, personId, { state: "replaced", at: at.toString() });
}

export const lookAtAddressChangeRoute = edge(lookAtAddressChange, async ({ house }, { body }) => {
  const change = await queries.findByToken(house.db, hashToken(body.token));
  if (change === undefined) return refuse("link_unknown");
  if (change.state !== "waits") return refuse("address_answered");
  return accept({
    givenName: change.given_name,
    language: isLanguage(change.language) ? change.language : "fi",
    to: maskAddress(change.new_address),
    askedBy: change.asked_by,
    takesEffectAt: change.takes_effect_at,
  });
});

export const answerAddressChangeRoute = edge(
  answerAddressChange,
  async ({ house, at }, { body }) => {
    const found = await queries.findByToken(house.db, hashToken(body.token));
    if (found === undefined) return refuse("link_unknown");
    const ended = await endOne(house, found.id, at, body.right ? "taken" : "objected");
    if (ended === "ended") return refuse("address_answered");
    return ended === "address_taken" ? refuse("address_taken") : accept({ done: true });
  },
);

/** Changes that nobody objected to in time take effect. Idempotent: a doubled run finds nothing left. */
export async function takeDueAddresses(house: House): Promise<void> {
  const at = house.clock.now();
  for (const id of await queries.listDue(house.db, at.toString())) {
    // One person's fault keeps nobody else waiting; the next quarter tries again.
    await endOne(house, id, at, "taken").catch((error: unknown) =>
      house.log.error({ err: error, changeId: id }, "address change"),
    );
  }
}

type Ended = "done" | "ended" | "address_taken";

async function endOne(
  house: House,
  id: string,
  at: Temporal.Instant,
  state: "taken" | "objected",
): Promise<Ended> {
  return house.db.transaction().execute(async (tx) => {
    const change = await queries.lockWaiting(tx, id);
    if (change === undefined) return "ended";
    const { person_id: personId, asked_for: providerId, new_address: address } = change;
    const holder = await findByAddress(tx, address);
    const isFree = holder === undefined || holder.id === personId;
    // Somebody else has the address by now: the change has been overtaken, and nobody has objected to it.
    const ends = state === "taken" && !isFree ? "replaced" : state;
    await queries.endWaiting(tx, personId, { state: ends, at: at.toString() });
    if (ends === "taken") await queries.setAddress(tx, personId, address);
    const event = { id: newId(), providerId, personId, at: at.toString() };
    if (ends === "taken") await queries.noteEnd(tx, { ...event, deed: "take-address" });
    if (ends === "objected") await queries.noteEnd(tx, { ...event, deed: "object-to-address" });
    return ends === state ? "done" : "address_taken";
  });
}
