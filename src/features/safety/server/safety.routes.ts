import type { Route } from "#server/deed.ts";
import { openHeardRoute, takeSafetyStepRoute } from "./follow-safety.ts";
import { nameSafetyLeadRoute, readSafetyLeadRoute } from "./safety-lead.ts";
import { sendSafetyRoute, tellMoreRoute } from "./send-safety.ts";
import { listHeardRoute, readMySafetyRoute } from "./view-safety.ts";

export const safetyRoutes: Route[] = [
  readMySafetyRoute,
  sendSafetyRoute,
  tellMoreRoute,
  listHeardRoute,
  openHeardRoute,
  takeSafetyStepRoute,
  readSafetyLeadRoute,
  nameSafetyLeadRoute,
];
