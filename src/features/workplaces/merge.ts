/** Fields of the kept workplace that can be taken from the one that gives way. An address is taken whole. */
export const MERGE_FIELDS = ["name", "employer", "address", "phone", "email"] as const;
export type MergeField = (typeof MERGE_FIELDS)[number];

/** How long a merge can be taken back, in days (issue 3 A). */
export const UNDO_DAYS = 30;

export type Card = {
  readonly name: string;
  readonly employerId: string;
  readonly street: string | null;
  readonly postalCode: string | null;
  readonly municipality: string;
  readonly phone: string | null;
  readonly email: string | null;
};

const PARTS: Readonly<Record<MergeField, readonly (keyof Card)[]>> = {
  name: ["name"],
  employer: ["employerId"],
  address: ["street", "postalCode", "municipality"],
  phone: ["phone"],
  email: ["email"],
};

export type Change = { readonly before: Partial<Card>; readonly after: Partial<Card> };
/** As it is read back: a part that the merge did not touch is missing. */
type StoredCard = { readonly [part in keyof Card]?: Card[part] | undefined };
type StoredChange = { readonly before: StoredCard; readonly after: StoredCard };

/** What of the kept card changes when `take` comes from the other; what is the same in both does not. */
export function changeOf(keep: Card, give: Card, take: readonly MergeField[]): Change {
  const parts = take.flatMap((field) => PARTS[field]).filter((part) => keep[part] !== give[part]);
  return { before: pick(keep, parts), after: pick(give, parts) };
}

/**
 * The card with the merge taken back: a field that still says what the merge wrote gets its old words
 * again; one that somebody has changed since stays.
 */
export function takenBack(present: Card, { before, after }: StoredChange): Card {
  const parts = PART_NAMES.filter((part) => part in before && present[part] === after[part]);
  return { ...present, ...pick(before, parts) };
}

const PART_NAMES = Object.values(PARTS).flat();

function pick(card: StoredCard, parts: readonly (keyof Card)[]): Partial<Card> {
  return Object.fromEntries(parts.map((part) => [part, card[part]]));
}
