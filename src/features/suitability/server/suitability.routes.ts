import type { Route } from "#server/deed.ts";
import { decideSuitabilityRoute } from "./decide-suitability.ts";
import { followUpRoute, sayWorkplaceWordRoute, settleRelocationRoute } from "./follow-up.ts";
import { renewSuitabilityRoute } from "./renew-suitability.ts";
import { agreeOnFitRoute, markTaskNeedsRoute, readStudentFitRoute } from "./student-fit.ts";
import { liftSuspensionRoute, suspendWorkplaceRoute } from "./suspend-workplace.ts";
import { readStandingRoute } from "./view-standing.ts";
import { readSuitabilityRoute } from "./view-suitability.ts";
import { addWorkplaceTasksRoute, readTaskIdeasRoute } from "./workplace-tasks.ts";

export const suitabilityRoutes: Route[] = [
  readSuitabilityRoute,
  decideSuitabilityRoute,
  renewSuitabilityRoute,
  readStandingRoute,
  suspendWorkplaceRoute,
  liftSuspensionRoute,
  settleRelocationRoute,
  sayWorkplaceWordRoute,
  followUpRoute,
  readTaskIdeasRoute,
  addWorkplaceTasksRoute,
  readStudentFitRoute,
  agreeOnFitRoute,
  markTaskNeedsRoute,
];
