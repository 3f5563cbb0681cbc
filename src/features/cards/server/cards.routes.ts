import type { Route } from "#server/deed.ts";
import { sortCardRoute } from "./sort-card.ts";
import { readCardsRoute } from "./view-cards.ts";
import { listMissingCardsRoute, readObjectiveCardRoute } from "./view-objective-card.ts";
import { offerObjectiveCardRoute, writeObjectiveCardRoute } from "./write-card.ts";

export const cardRoutes: Route[] = [
  readCardsRoute,
  sortCardRoute,
  readObjectiveCardRoute,
  writeObjectiveCardRoute,
  offerObjectiveCardRoute,
  listMissingCardsRoute,
];
