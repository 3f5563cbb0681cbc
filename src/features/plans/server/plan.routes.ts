import type { Route } from "#server/deed.ts";
import { markPlanRoute } from "./mark-plan.ts";
import { readPathRoute } from "./view-path.ts";
import { readPlanRoute } from "./view-plan.ts";
import {
  dropProvenRoute,
  endAdaptationRoute,
  noteProvenRoute,
  writeAdaptationRoute,
} from "./write-path.ts";
import { writePlanRoute } from "./write-plan.ts";
import { endSupportRoute, shareSupportRoute, writeSupportRoute } from "./write-support.ts";

export const planRoutes: Route[] = [
  readPlanRoute,
  writePlanRoute,
  markPlanRoute,
  readPathRoute,
  noteProvenRoute,
  dropProvenRoute,
  writeAdaptationRoute,
  endAdaptationRoute,
  writeSupportRoute,
  endSupportRoute,
  shareSupportRoute,
];
