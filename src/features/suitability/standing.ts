/** What happens to a decision about a workplace after it has been made (product.md §5). */

export const SUSPENSIONS = ["suspended", "withdrawn"] as const;
export type SuspensionKind = (typeof SUSPENSIONS)[number];

/** How a running student's relocation ends; `lifted` when the suspension ends before anything else does. */
export const RELOCATIONS = ["moved", "stays", "ended"] as const;
export type Relocation = (typeof RELOCATIONS)[number];

/** What a workplace may say has changed since it was last looked at; none of them = nothing changed. */
export const CHANGES = ["tasks", "people", "tools", "premises", "hours"] as const;
export type Change = (typeof CHANGES)[number];

/** From this long before a decision ends the workplace is asked whether anything has changed. */
const RENEWAL_DAYS = 30;

export type RenewalFacts = {
  readonly today: Temporal.PlainDate;
  readonly endsOn: Temporal.PlainDate;
  readonly isOpen: boolean;
  readonly validUntil: Temporal.PlainDate | null;
  /** Day of the workplace's newest word about this placement. */
  readonly saidOn: Temporal.PlainDate | null;
  /** There is a decision about the same workplace to build on. */
  readonly known: boolean;
};

/**
 * Whether the workplace is asked now: a known one before its first decision for this student, or when
 * the decision ends before the placement does; not again within the same thirty days.
 */
export function asksForWord(facts: RenewalFacts): boolean {
  const { today, endsOn, isOpen, validUntil, saidOn, known } = facts;
  if (!isOpen) return false;
  if (saidOn !== null && saidOn.until(today).days < RENEWAL_DAYS) return false;
  if (validUntil === null) return known;
  const endsTooEarly = Temporal.PlainDate.compare(validUntil, endsOn) < 0;
  return endsTooEarly && today.until(validUntil).days <= RENEWAL_DAYS;
}

export const gapKey = (requirementId: string) => `gap:${requirementId}`;
export const conditionKey = (position: number) => `condition:${position}`;

/** The decision that was in force on a day: the newest made on that day or before. */
export function decisionOn<D extends { readonly decided_on: string; readonly decided_at: string }>(
  made: readonly D[],
  day: string,
): D | undefined {
  return made
    .filter(({ decided_on }) => decided_on <= day)
    .toSorted((left, right) => (left.decided_at < right.decided_at ? 1 : -1))[0];
}
