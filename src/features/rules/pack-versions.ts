import { accept, type Outcome, type Refusal, refuse } from "#shared/outcome.ts";
import { judgeCase } from "./judge-case.ts";
import { readCase } from "./read-case.ts";
import type { Basis, Rule, RulePack } from "./rule-pack.ts";
import type { Finding } from "./work-case.ts";

/** One day of one person, tried against a pack. */
export type Trial = {
  readonly birth: string;
  readonly on: string;
  readonly hours: readonly (readonly [string, string])[];
  readonly task: string | null;
  readonly basis: Basis;
};

export function tryCase(
  pack: RulePack,
  { birth, on, hours, task, basis }: Trial,
): Outcome<Finding[], Refusal<"case_impossible">> {
  const read = readCase(pack, {
    birth,
    basis,
    facts: [],
    regularMinutes: null,
    on: [on],
    rows: hours.map(([start, end]) => ({ date: on, start, end })),
    tasks: task === null ? [] : [task],
  });
  return read.ok
    ? accept(judgeCase(pack, read.value))
    : refuse("case_impossible", { why: read.refusal.code });
}

/** What a case says in short: "F1 needs-notice", each once; nothing when it cannot be asked any more. */
export function answersOf(pack: RulePack, trial: Trial): string[] {
  const tried = tryCase(pack, trial);
  if (!tried.ok) return [];
  return [...new Set(tried.value.map(({ rule }) => `${rule.rule} ${rule.effect}`))].toSorted();
}

/** The pack with one rule in another wording; undefined when it has no such rule. */
export function withRule(pack: RulePack, rule: Rule): RulePack | undefined {
  if (!pack.rules.some(({ id }) => id === rule.id)) return undefined;
  return { ...pack, rules: pack.rules.map((one) => (one.id === rule.id ? rule : one)) };
}

/** Ids of rules that are not the same in both. */
export function changedRules(before: RulePack, after: RulePack): string[] {
  const known = new Map(before.rules.map((rule) => [rule.id, JSON.stringify(rule)]));
  return after.rules
    .filter((rule) => known.get(rule.id) !== JSON.stringify(rule))
    .map(({ id }) => id);
}
