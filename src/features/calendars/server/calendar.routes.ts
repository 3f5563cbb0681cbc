import type { Route } from "#server/deed.ts";
import { changeFeedRoute, endFeedRoute, makeFeedRoute, readOwnFeedRoute } from "./own-feed.ts";
import { readFeedRoute } from "./read-feed.ts";
import { readTalkFileRoute } from "./talk-file.ts";

export const calendarRoutes: Route[] = [
  readTalkFileRoute,
  readOwnFeedRoute,
  makeFeedRoute,
  changeFeedRoute,
  endFeedRoute,
  readFeedRoute,
];
