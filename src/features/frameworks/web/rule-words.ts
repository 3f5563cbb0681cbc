import { m } from "#messages/web";
import { number } from "#web/ui/format.ts";
import { pointsWord } from "./framework-words.ts";
import type { RuleRow } from "./rule-branches.ts";

type Range = { min: number | null; max: number | null };

/** "competence area, at least 145 points"; how many units where the rule counts those. */
export function ruleWords({ role, points, unitCount }: RuleRow): string {
  const unitsWord = (count: number) => m.framework_units({ count, text: number(count) });
  return [
    roleWord(role),
    points && rangeWords(points, pointsWord),
    unitCount && rangeWords(unitCount, unitsWord),
  ]
    .filter(Boolean)
    .join(", ");
}

function roleWord(role: RuleRow["role"]): string | null {
  if (role === "competence_area") return m.framework_rule_competence_area();
  if (role === "qualification_title") return m.framework_rule_qualification_title();
  return role === "external" ? m.framework_rule_external() : null;
}

/** Files give 0 as the least where anything will do; then only the most is worth saying. */
function rangeWords({ min, max }: Range, word: (count: number) => string): string | null {
  if (min !== null && max !== null && min === max) return word(min);
  if (min === null || min === 0)
    return max === null ? null : m.framework_rule_at_most({ amount: word(max) });
  if (max === null) return m.framework_rule_at_least({ amount: word(min) });
  return m.framework_rule_range({ from: number(min), amount: word(max) });
}
