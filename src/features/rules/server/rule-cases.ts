import { newId } from "#server/clock.ts";
import { deed } from "#server/deed.ts";
import { accept, refuse } from "#shared/outcome.ts";
import { answersOf, tryCase } from "../pack-versions.ts";
import { dropRuleCase, keepRuleCase } from "../rule-packs.contract.ts";
import { mayKeepCases, mayReadRules } from "../rule-packs.policy.ts";
import { dayHours } from "../work-log.contract.ts";
import { packStateOf } from "./pack-state.ts";
import * as queries from "./rule-packs.queries.ts";
import { asTrial } from "./view-rule-pack.ts";

const MOST_CASES = 500;

export const keepRuleCaseRoute = deed(keepRuleCase, async (context, { params, body }) => {
  const { tx, actor, at, audit } = context;
  const { providerId } = params;
  if (!mayReadRules(actor, providerId)) return refuse("not_found");
  const may = mayKeepCases(actor, providerId);
  if (!may.allowed) return refuse("forbidden", { reason: may.reason });
  if (body.hours !== null && !dayHours.safeParse(body.hours).success) {
    return refuse("case_impossible", { why: "hours" });
  }
  const { keys, pack } = await packStateOf(tx, providerId);
  const tried = tryCase(pack, asTrial(body));
  if (!tried.ok) return tried;
  if ((await queries.listCases(tx, keys)).length >= MOST_CASES) return refuse("too_many_cases");
  const id = newId();
  const answer = answersOf(pack, asTrial(body));
  const hand = { by: actor.personId, at: at.toString() };
  await queries.keepCase(tx, keys, { id, asked: body, answer, ...hand });
  await audit({ deed: "keep-rule-case", subjectKind: "rule_case", subjectId: id, providerId });
  return accept({ id });
});

export const dropRuleCaseRoute = deed(dropRuleCase, async ({ tx, actor, audit }, { params }) => {
  const { providerId, caseId } = params;
  if (!mayReadRules(actor, providerId)) return refuse("not_found");
  const may = mayKeepCases(actor, providerId);
  if (!may.allowed) return refuse("forbidden", { reason: may.reason });
  const dropped = await queries.dropCase(tx, { provider_id: providerId, pack: "" }, caseId);
  if (!dropped) return refuse("not_found");
  await audit({ deed: "drop-rule-case", subjectKind: "rule_case", subjectId: caseId, providerId });
  return accept({ done: true } as const);
});
