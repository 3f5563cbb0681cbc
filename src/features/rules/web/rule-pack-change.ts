import type { Language } from "#shared/language.ts";
import type { PackRule } from "./rule-pack-view.ts";

/** Changes of one rule in the form; what is left empty is left out of the rule. */
export function changeWords(
  rule: PackRule,
  key: "title" | "because" | "allowedWhen" | "doer",
  language: Language,
  text: string,
): PackRule {
  const words = rule[key];
  return words === null ? rule : { ...rule, [key]: { ...words, [language]: text } };
}

/** Where in its act or page the rule is written. */
export function changeSource(rule: PackRule, index: number, at: string): PackRule {
  const sources = rule.sources.map((one, other) => (other === index ? { ...one, at } : one));
  return { ...rule, sources };
}

export function changeAge(rule: PackRule, edge: "from" | "below", years: number): PackRule {
  const { [edge]: _former, ...who } = rule.who;
  return { ...rule, who: Number.isNaN(years) ? who : { ...who, [edge]: years } };
}

/** The length a rule measures, in minutes, when it measures one. */
export function lengthOf({ measure }: PackRule): number | undefined {
  if (measure.kind === "break") return measure.atLeast;
  return "minutes" in measure && measure.minutes !== "regular" ? measure.minutes : undefined;
}

export function changeLength(rule: PackRule, minutes: number): PackRule {
  if (Number.isNaN(minutes)) return rule;
  const { measure } = rule;
  if (measure.kind === "break") return { ...rule, measure: { ...measure, atLeast: minutes } };
  return "minutes" in measure ? { ...rule, measure: { ...measure, minutes } } : rule;
}
