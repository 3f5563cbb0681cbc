import type { Basis, Rule, TaskKind } from "./rule-pack.ts";
import { REGULAR_HOURS_KNOWN } from "./rule-pack.ts";
import { ageOn, birthdayOf, minuteOf, type Stretch } from "./worked-time.ts";

/** What is judged: somebody of an age, on some days, doing some kinds of work. */
export type WorkCase = {
  readonly birth: Temporal.PlainDate;
  readonly basis: Basis;
  readonly facts: readonly string[];
  /** The regular day followed at this workplace. */
  readonly regularMinutes: number | null;
  /** Days asked about, with or without hours. */
  readonly days: readonly string[];
  readonly stretches: readonly Stretch[];
  readonly tasks: readonly TaskKind[];
};

/** A hit: which rule, on which day, and what was measured (minutes and names, for the words). */
export type Finding = {
  readonly rule: Rule;
  readonly date: string;
  readonly task: TaskKind | null;
  readonly measured: Readonly<Record<string, number | string>>;
};

const GENERAL_DAY = 8 * 60;

export const regularDayOf = ({ regularMinutes }: WorkCase) => regularMinutes ?? GENERAL_DAY;

/** Whether a rule is about this kind of case at all; age and day are asked later. */
export function concerns({ who }: Rule, { basis, facts, regularMinutes }: WorkCase): boolean {
  const known = new Set(facts);
  if (regularMinutes !== null) known.add(REGULAR_HOURS_KNOWN);
  if (who.bases !== undefined && !who.bases.includes(basis)) return false;
  if (who.when !== undefined && !who.when.some((fact) => known.has(fact))) return false;
  return who.unless === undefined || !who.unless.some((fact) => known.has(fact));
}

/** Whether the rule is about somebody of this age on this day, and in force then. */
export function holdsOn(rule: Rule, birth: Temporal.PlainDate, date: string): boolean {
  if (!inForce(rule, date)) return false;
  const { from = 0, below = Number.POSITIVE_INFINITY, atYearEnd = false } = rule.who;
  const day = Temporal.PlainDate.from(date);
  const age = ageOn(birth, atYearEnd ? day.with({ month: 12, day: 31 }) : day);
  return age >= from && age < below;
}

function inForce({ validFrom, validTo }: Rule, date: string): boolean {
  return validFrom <= date && (validTo === null || date <= validTo);
}

/**
 * The parts of the stretches that lie in the ages of the rule and in its validity. A shift that passes
 * midnight into the birthday is cut there: each hour is judged by the age it is worked at.
 */
export function partsInAge(rule: Rule, { birth, stretches }: WorkCase, zone: string): Stretch[] {
  const { from, below } = rule.who;
  const at = (years: number) => minuteOf(birthdayOf(birth, years), "00:00", zone);
  const opens = from === undefined ? Number.NEGATIVE_INFINITY : at(from);
  const closes = below === undefined ? Number.POSITIVE_INFINITY : at(below);
  return stretches
    .filter(({ date }) => inForce(rule, date))
    .map((part) => ({
      ...part,
      start: Math.max(part.start, opens),
      end: Math.min(part.end, closes),
    }))
    .filter(({ start, end }) => end > start);
}
