import type { Route } from "#server/deed.ts";
import { confirmInductionRoute } from "./confirm-induction.ts";
import { addInductionItemRoute, retireInductionItemRoute } from "./induction-items.ts";
import { readInductionDebtsRoute, readInductionRoute } from "./view-induction.ts";

export const inductionRoutes: Route[] = [
  readInductionRoute,
  readInductionDebtsRoute,
  confirmInductionRoute,
  addInductionItemRoute,
  retireInductionItemRoute,
];
