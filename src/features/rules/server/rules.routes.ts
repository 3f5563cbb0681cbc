import type { Route } from "#server/deed.ts";
import { markTaskKindsRoute } from "./mark-task-kinds.ts";
import { publishRulesRoute } from "./publish-rules.ts";
import { dropRuleCaseRoute, keepRuleCaseRoute } from "./rule-cases.ts";
import { settleWorkRoute } from "./settle-work.ts";
import { readRulePackRoute, tryRulePackRoute } from "./view-rule-pack.ts";
import { readYoungWorkRoute } from "./view-young-work.ts";
import { dropRuleDraftRoute, writeRuleRoute } from "./write-rule.ts";

export const ruleRoutes: Route[] = [
  readYoungWorkRoute,
  markTaskKindsRoute,
  settleWorkRoute,
  readRulePackRoute,
  tryRulePackRoute,
  writeRuleRoute,
  dropRuleDraftRoute,
  publishRulesRoute,
  keepRuleCaseRoute,
  dropRuleCaseRoute,
];
