import { m } from "#messages/web";
import type { AnswerOf } from "#web/request.ts";
import { useMe } from "#web/session.ts";
import type { Effect, Rule } from "../rule-pack.ts";
import type { readRulePack } from "../rule-packs.contract.ts";

export const RULE_PACK_PATH = "/api/rule-packs/{providerId}";

export type RulePackView = AnswerOf<typeof readRulePack>;
/** The pack as it is read and written: texts in three languages. */
export type PackRule = RulePackView["pack"]["rules"][number];

const READERS = ["provider_admin", "coordinator", "teacher"] as const;

/** The provider whose rules the reader looks after; the first one they work for. */
export function useRulesProvider(): string | undefined {
  const me = useMe();
  return READERS.flatMap((role) => me?.memberships.filter((one) => one.role === role) ?? [])[0]
    ?.providerId;
}

export function effectText(effect: Effect): string {
  const words: Record<Effect, () => string> = {
    forbidden: m.checks_forbidden,
    "needs-notice": m.checks_needs_notice,
    limit: m.checks_limit,
    information: m.checks_information,
  };
  return words[effect]();
}

/** "15–17 v.", "alle 18 v.", "18 v. –". */
export function agesText({ who: { from, below } }: Pick<Rule, "who">): string {
  if (from !== undefined && below !== undefined) {
    return below - from === 1 ? m.rules_age_one({ from }) : m.rules_ages({ from, to: below - 1 });
  }
  if (below !== undefined) return m.rules_age_below({ below });
  return from === undefined ? m.rules_age_any() : m.rules_age_from({ from });
}
