import { dayAt } from "#server/clock.ts";
import type { Tx } from "#server/database/database.ts";
import { type ViewContext, view } from "#server/deed.ts";
import { type Actor, staffProvidersOf } from "#shared/actor.ts";
import { accept } from "#shared/outcome.ts";
import { localisedText } from "#shared/route.contract.ts";
import { listWorkplaces, type RegisterFilters, readRegisterChoices } from "../register.contract.ts";
import { mayEditRegister } from "../register.policy.ts";
import { WINDOW } from "../register.ts";
import { listRegister } from "../register-list.ts";
import { factsFor } from "./kept-facts.ts";
import { listCovering } from "./register-facts.queries.ts";
import * as queries from "./register-list.queries.ts";

/** Counts are of the providers that the reader works for: a tutor's seat at another one counts nothing. */
export async function groundOf(
  tx: Tx,
  actor: Actor,
  at: Temporal.Instant,
): Promise<queries.Ground> {
  const providerIds = staffProvidersOf(actor);
  const zone = await queries.timeZoneOf(tx, providerIds[0]);
  return { providerIds, today: dayAt(at, zone).toString() };
}

export async function listOf(
  { tx, house }: ViewContext,
  filters: RegisterFilters,
  ground: queries.Ground,
  window: { offset: number; limit: number },
) {
  const facts = await factsFor(house.db, tx, ground.providerIds);
  const { requirement } = filters;
  const covering = requirement ? await listCovering(tx, requirement, ground) : null;
  return listRegister(facts, { filters, today: ground.today, covering }, window);
}

export const listWorkplacesRoute = view(listWorkplaces, async (context, { query }) => {
  const { tx, actor, at } = context;
  const ground = await groundOf(tx, actor, at);
  const { offset, ...filters } = query;
  const window = { offset: offset ?? 0, limit: WINDOW };
  const listed = await listOf(context, filters, ground, window);
  return accept({ ...listed, today: ground.today, abilities: { edit: mayEditRegister(actor) } });
});

export const readRegisterChoicesRoute = view(readRegisterChoices, async ({ tx, actor, at }) => {
  const ground = await groundOf(tx, actor, at);
  const covered = await queries.listCovered(tx, ground);
  return accept({
    fields: await queries.listFields(tx),
    requirements: covered.map(({ lead, ...row }) => ({ ...row, lead: localisedText.parse(lead) })),
  });
});
