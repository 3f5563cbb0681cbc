/** What happens to a decision about a workplace after it has been made (product.md §5). */

export const SUSPENSIONS = ["suspended", "withdrawn"] as const;
export type SuspensionKind = (typeof SUSPENSIONS)[number];

/** How a running student's relocation ends; `lifted` when the suspension ends before anything else does. */
export const RELOCATIONS = ["moved", "stays", "ended"] as const;
export type Relocation = (typeof RELOCATIONS)[number];

/** What a workplace may say has changed since it was last looked at; none of them = nothing changed. */
export const CHANGES = ["tasks", "people", "tools", "premises", "hours"] as const;
export type Change = (typeof CHANGES)[number];

/**
 * From this long before a decision ends the workplace is asked whether anything has changed: a month holds
 * a holiday of the tutor, the answer, and a visit where something has changed.
 */
export const RENEWAL_DAYS = 30;
/** Who has not answered by now is asked once more; then the teacher calls. */
export const LAST_CALL_DAYS = 7;
/** Two letters are never nearer to each other than this. */
const LETTER_REST_DAYS = 3;
const OFFICE_HOURS = { from: 8, to: 16 };
const FRIDAY = 5;

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

export type AskRound = 1 | 2;
export type LetterFacts = RenewalFacts & {
  /** Letters that have gone about this decision, and the day of the last. */
  readonly rounds: readonly number[];
  readonly askedOn: Temporal.PlainDate | null;
};

/** The letter that is due today: the first, the last, or none. */
export function letterRound(facts: LetterFacts): AskRound | null {
  const { today, validUntil, rounds, askedOn } = facts;
  if (validUntil === null || !asksForWord(facts)) return null;
  const left = today.until(validUntil).days;
  if (left < 0 || (askedOn !== null && askedOn.until(today).days < LETTER_REST_DAYS)) return null;
  const round = left <= LAST_CALL_DAYS ? 2 : 1;
  return rounds.includes(round) ? null : round;
}

/** Letters go in office hours, in the provider's zone (product.md §7). */
export function isAskingTime({ dayOfWeek, hour }: Temporal.ZonedDateTime): boolean {
  return dayOfWeek <= FRIDAY && hour >= OFFICE_HOURS.from && hour < OFFICE_HOURS.to;
}

type Said = { readonly changed: readonly string[]; readonly said_at: string };

/** A decision that is no refusal is renewed as it is once the workplace has said, after it, that nothing has changed. */
export function mayRenew(
  former: { readonly outcome: string; readonly decided_at: string },
  word: Said | null,
): boolean {
  if (former.outcome === "not_suitable" || word === null || word.changed.length > 0) return false;
  const [said, decided] = [word.said_at, former.decided_at].map((at) => Temporal.Instant.from(at));
  return said !== undefined && decided !== undefined && Temporal.Instant.compare(said, decided) > 0;
}

/** To the placement's last day, as far as a decision may hold. */
export function renewedUntil(
  endsOn: Temporal.PlainDate,
  latest: Temporal.PlainDate,
): Temporal.PlainDate {
  return Temporal.PlainDate.compare(endsOn, latest) < 0 ? endsOn : latest;
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
