import type { Route } from "#server/deed.ts";
import { checkAuditRoute } from "./check-audit.ts";
import { exportAuditRoute } from "./export-audit.ts";
import { readAuditRoute } from "./view-audit.ts";
import { readHistoryRoute } from "./view-history.ts";

export const auditRoutes: Route[] = [
  readHistoryRoute,
  readAuditRoute,
  checkAuditRoute,
  exportAuditRoute,
];
