/** The tutor's cards of a week and what they make of the skill map. */

export const CARD_LEVELS = ["alone", "help", "not_yet"] as const;
export type CardLevel = (typeof CARD_LEVELS)[number];

/** A tutor answers in 20 seconds: never more cards than this in a week. */
export const MOST_CARDS = 3;

export type Objective = {
  readonly requirementId: string;
  readonly position: number;
  /** Days of this week whose entry is linked to it. */
  readonly daysThisWeek: number;
  /** Cards about it in other weeks. */
  readonly timesAsked: number;
  /** A tutor has seen it done alone in another week. */
  readonly doneAlone: boolean;
};

/**
 * The cards to ask about: practised this week first, of these the ones not yet seen done alone, then those
 * asked about least; the plan's order decides between equals. What was neither practised nor is still to be
 * learnt is not asked.
 */
export function proposeCards(objectives: readonly Objective[]): string[] {
  return objectives
    .filter(({ daysThisWeek, doneAlone }) => daysThisWeek > 0 || !doneAlone)
    .toSorted(
      (left, right) =>
        Number(right.daysThisWeek > 0) - Number(left.daysThisWeek > 0) ||
        Number(left.doneAlone) - Number(right.doneAlone) ||
        left.timesAsked - right.timesAsked ||
        right.daysThisWeek - left.daysThisWeek ||
        left.position - right.position,
    )
    .slice(0, MOST_CARDS)
    .map(({ requirementId }) => requirementId);
}

export type Skill = "not_yet" | "practised" | "confirmed";

/**
 * A square of the skill map (ui.md §8.4): confirmed at work by one card "alone", practised by an entry or a
 * card "with help". "Not yet" takes nothing away: a square never loses fullness.
 */
export function skillOf(seen: {
  readonly practised: boolean;
  readonly levels: readonly CardLevel[];
}): Skill {
  if (seen.levels.includes("alone")) return "confirmed";
  return seen.practised || seen.levels.includes("help") ? "practised" : "not_yet";
}
