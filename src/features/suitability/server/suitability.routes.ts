import type { Route } from "#server/deed.ts";
import { decideSuitabilityRoute } from "./decide-suitability.ts";
import { readSuitabilityRoute } from "./view-suitability.ts";

export const suitabilityRoutes: Route[] = [readSuitabilityRoute, decideSuitabilityRoute];
