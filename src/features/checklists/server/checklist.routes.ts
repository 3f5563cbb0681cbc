import type { Route } from "#server/deed.ts";
import {
  answerItemRoute,
  carryOverRoute,
  removeAttachmentRoute,
  startChecklistRoute,
} from "./fill-checklist.ts";
import { closeConditionRoute, stateInsuranceRoute } from "./follow-up.ts";
import { signChecklistRoute } from "./sign-checklist.ts";
import { readChecklistsRoute } from "./view-checklists.ts";

export const checklistRoutes: Route[] = [
  readChecklistsRoute,
  startChecklistRoute,
  answerItemRoute,
  removeAttachmentRoute,
  carryOverRoute,
  signChecklistRoute,
  closeConditionRoute,
  stateInsuranceRoute,
];
