import type { Route } from "#server/deed.ts";
import { markPlanRoute } from "./mark-plan.ts";
import { readPlanRoute } from "./view-plan.ts";
import { writePlanRoute } from "./write-plan.ts";

export const planRoutes: Route[] = [readPlanRoute, writePlanRoute, markPlanRoute];
