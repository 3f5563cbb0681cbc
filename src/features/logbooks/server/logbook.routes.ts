import type { Route } from "#server/deed.ts";
import { confirmWeekRoute } from "./confirm-week.ts";
import { markWeekReadRoute } from "./mark-week-read.ts";
import { sendWeekRoute } from "./send-week.ts";
import { undoConfirmationRoute } from "./undo-confirmation.ts";
import { readDayRoute } from "./view-day.ts";
import { readWeekRoute } from "./view-week.ts";
import { writeDayRoute } from "./write-day.ts";

export const logbookRoutes: Route[] = [
  readDayRoute,
  writeDayRoute,
  readWeekRoute,
  sendWeekRoute,
  confirmWeekRoute,
  undoConfirmationRoute,
  markWeekReadRoute,
];
