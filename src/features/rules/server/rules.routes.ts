import type { Route } from "#server/deed.ts";
import { markTaskKindsRoute } from "./mark-task-kinds.ts";
import { settleWorkRoute } from "./settle-work.ts";
import { readYoungWorkRoute } from "./view-young-work.ts";

export const ruleRoutes: Route[] = [readYoungWorkRoute, markTaskKindsRoute, settleWorkRoute];
