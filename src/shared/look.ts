/**
 * Pages of a placement whose opening is noted for its parties to see. The induction is not among them: every page of
 * a placement reads it, so that it was read says nothing.
 */
export const LOOK_PAGES = [
  "placement",
  "plan",
  "week",
  "day",
  "suitability",
  "checklist",
  "checks",
] as const;
export type LookPage = (typeof LOOK_PAGES)[number];
