import { type DeedContext, deed } from "#server/deed.ts";
import { accept, refuse } from "#shared/outcome.ts";
import { mayOffer, mayReadTexts } from "../cards.policy.ts";
import { offerObjectiveCard, writeObjectiveCard } from "../objective-card.contract.ts";
import { tidyCard } from "../objective-card.ts";
import * as queries from "./objective-card.queries.ts";

/** Two who write at once: the second is told the newest text and sees the difference before saving again. */
export const writeObjectiveCardRoute = deed(
  writeObjectiveCard,
  async (context, { params, body }) => {
    const { tx, actor, at, seenVersion } = context;
    if (!mayReadTexts(actor, params.providerId)) return refuse("not_found");
    const requirement = await queries.findRequirement(tx, params.requirementId);
    if (requirement === undefined) return refuse("not_found");
    const card = { providerId: params.providerId, key: requirement.key };
    const newest = await queries.lockCard(tx, card);
    if ((seenVersion ?? 0) !== newest) {
      const [latest] = await queries.listVersions(tx, card);
      return refuse("stale", { version: newest, by: latest?.by ?? null, at: latest?.at ?? null });
    }
    const { takenFrom, ...written } = body;
    const texts = tidyCard(written);
    if (Object.keys(texts.plain).length === 0) return refuse("plain_missing");
    const offers = await queries.listOffers(tx, card.key);
    const isOffered = (providerId: string) => offers.some((one) => one.providerId === providerId);
    if (takenFrom !== null && !isOffered(takenFrom)) return refuse("not_offered");
    const number = newest + 1;
    await queries.saveVersion(tx, {
      ...card,
      number,
      texts,
      takenFrom,
      writtenBy: actor.personId,
      at: at.toString(),
    });
    if (isOffered(card.providerId))
      await queries.offer(tx, card, { number, texts, at: at.toString() });
    await leaveTrace(context, params, {
      deed: "write-objective-card",
      change: { number, takenFrom },
    });
    return accept({ version: number });
  },
);

export const offerObjectiveCardRoute = deed(
  offerObjectiveCard,
  async (context, { params, body }) => {
    const { tx, actor, at } = context;
    if (!mayReadTexts(actor, params.providerId)) return refuse("not_found");
    const may = mayOffer(actor, params.providerId);
    if (!may.allowed) return refuse("forbidden", { reason: may.reason });
    const requirement = await queries.findRequirement(tx, params.requirementId);
    if (requirement === undefined) return refuse("not_found");
    const card = { providerId: params.providerId, key: requirement.key };
    const own = await queries.findCard(tx, card);
    if (own === undefined) return refuse("no_card");
    if (body.offered)
      await queries.offer(tx, card, { number: own.number, texts: own, at: at.toString() });
    else await queries.withdrawOffer(tx, card);
    await leaveTrace(context, params, { deed: "offer-objective-card", change: { ...body } });
    return accept({ offered: body.offered });
  },
);

type Ids = { readonly providerId: string; readonly requirementId: string };
type Trace = { readonly deed: string; readonly change: Readonly<Record<string, unknown>> };

async function leaveTrace({ audit }: DeedContext, ids: Ids, { deed: name, change }: Trace) {
  await audit({
    deed: name,
    subjectKind: "requirement",
    subjectId: ids.requirementId,
    providerId: ids.providerId,
    change,
  });
}
