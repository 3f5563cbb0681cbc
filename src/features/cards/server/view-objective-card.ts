import { view } from "#server/deed.ts";
import { ALLOWED, denied } from "#shared/ability.ts";
import { accept, refuse } from "#shared/outcome.ts";
import { mayOffer, mayReadTexts } from "../cards.policy.ts";
import { listMissingCards, readObjectiveCard } from "../objective-card.contract.ts";
import * as queries from "./objective-card.queries.ts";

export const readObjectiveCardRoute = view(
  readObjectiveCard,
  async ({ tx, actor }, { params: { providerId, requirementId } }) => {
    if (!mayReadTexts(actor, providerId)) return refuse("not_found");
    const requirement = await queries.findRequirement(tx, requirementId);
    if (requirement === undefined) return refuse("not_found");
    const { key, plain, seenWhen, tasks, ...official } = requirement;
    const card = { providerId, key };
    const own = await queries.findCard(tx, card);
    const common =
      plain === null ? null : { plain, seenWhen: seenWhen ?? {}, tasks: [...(tasks ?? [])] };
    const offers = await queries.listOffers(tx, key);
    const may = mayOffer(actor, providerId);
    return accept({
      official,
      version: own?.number ?? 0,
      card:
        own === undefined
          ? common
          : { plain: own.plain, seenWhen: own.seenWhen, tasks: [...own.tasks] },
      own: own !== undefined,
      offered: offers.some((one) => one.providerId === providerId),
      versions: await queries.listVersions(tx, card),
      offers: offers.filter((one) => one.providerId !== providerId),
      placements: await queries.countPlacements(tx, card),
      abilities: {
        write: ALLOWED,
        offer: may.allowed && own === undefined ? denied("no_card") : may,
      },
    });
  },
);

export const listMissingCardsRoute = view(
  listMissingCards,
  async ({ tx, actor }, { params: { providerId }, query }) => {
    if (!mayReadTexts(actor, providerId)) return refuse("not_found");
    const language = query.language ?? actor.language;
    const counts = await queries.countMissing(tx, providerId);
    return accept({ language, counts, rows: await queries.listMissing(tx, providerId, language) });
  },
);
