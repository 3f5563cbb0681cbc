import { accept, type Outcome, type Refusal, refuse } from "#shared/outcome.ts";
import type { Relation } from "./placement.policy.ts";
import type { Period, PlacementState } from "./placement.ts";

/** Why a student is away for a time; the workplace learns that they are, never why (finland.md §3 rule 13). */
export const AWAY_REASONS = ["illness", "family", "holiday", "school", "other"] as const;
export type AwayReason = (typeof AWAY_REASONS)[number];

/** A dated time inside a running placement when it does not go on (product.md §4); null = nobody knows yet until when. */
export type Away = {
  readonly startsOn: Temporal.PlainDate;
  readonly endsOn: Temporal.PlainDate | null;
};

export type AwayFacts = Period & {
  readonly state: PlacementState;
  /** Every other interruption of the placement. */
  readonly others: readonly Away[];
  /** Days on which the student has written hours. */
  readonly workedOn: readonly Temporal.PlainDate[];
};

type AwayRefusal = Refusal<
  "away_not_running" | "away_outside" | "away_overlaps" | "away_worked" | "ends_before_start"
>;

/** Whether a placement may have this interruption beside its others; an open one is the last. */
export function judgeAway(facts: AwayFacts, away: Away): Outcome<true, AwayRefusal> {
  if (facts.state !== "running" && facts.state !== "ended") return refuse("away_not_running");
  const { startsOn, endsOn } = away;
  if (endsOn !== null && isAfter(startsOn, endsOn)) {
    return refuse("ends_before_start", { startsOn: startsOn.toString() });
  }
  const last = endsOn ?? startsOn;
  if (isAfter(facts.startsOn, startsOn) || isAfter(last, facts.endsOn)) {
    return refuse("away_outside", {
      from: facts.startsOn.toString(),
      to: facts.endsOn.toString(),
    });
  }
  const other = facts.others.find((one) => meet(one, away));
  if (other !== undefined) {
    return refuse("away_overlaps", {
      startsOn: other.startsOn.toString(),
      endsOn: other.endsOn?.toString() ?? null,
    });
  }
  const worked = facts.workedOn.find((day) => meet({ startsOn: day, endsOn: day }, away));
  return worked === undefined ? accept(true) : refuse("away_worked", { day: worked.toString() });
}

/** Ending is for one that is open: the student is back the day after its last day. */
export function endAway(
  facts: AwayFacts,
  away: Away,
  endsOn: Temporal.PlainDate,
): Outcome<true, AwayRefusal | Refusal<"away_not_open">> {
  return away.endsOn === null
    ? judgeAway(facts, { ...away, endsOn })
    : refuse("away_not_open", { endsOn: away.endsOn.toString() });
}

/** One that has not begun may be taken away; what has been is corrected, not forgotten. */
export function removeAway(
  { startsOn }: Away,
  today: Temporal.PlainDate,
): Outcome<true, Refusal<"away_begun">> {
  return isAfter(startsOn, today)
    ? accept(true)
    : refuse("away_begun", { startsOn: startsOn.toString() });
}

/** What a reader is told of the reason: it may be the student's health, which is no matter of the workplace. */
export function reasonFor(relation: Relation, reason: string): string | null {
  return relation === "tutor" ? null : reason;
}

function meet(left: Away, right: Away): boolean {
  const leftFirst = left.endsOn === null || !isAfter(right.startsOn, left.endsOn);
  const rightFirst = right.endsOn === null || !isAfter(left.startsOn, right.endsOn);
  return leftFirst && rightFirst;
}

function isAfter(left: Temporal.PlainDate, right: Temporal.PlainDate): boolean {
  return Temporal.PlainDate.compare(left, right) > 0;
}
