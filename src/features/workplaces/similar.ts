/** What is compared when two records may be the same workplace. */
export type Comparable = {
  readonly id: string;
  readonly name: string;
  readonly businessId: string;
  readonly street: string | null;
  readonly municipality: string;
};

export type Pair = {
  readonly leftId: string;
  readonly rightId: string;
  readonly sameBusinessId: boolean;
  readonly sameAddress: boolean;
  /** 0 to 100. */
  readonly alike: number;
};

/** Names of companies end in their form, which says nothing of which company it is. */
const FORMS = new Set([
  "oy",
  "oyj",
  "ab",
  "abp",
  "ky",
  "kb",
  "tmi",
  "fma",
  "ry",
  "rf",
  "osk",
  "oü",
]);
const SAME_EMPLOYER_ALIKE = 55;
const SAME_ADDRESS_ALIKE = 45;
const SAME_TOWN_ALIKE = 80;
/** A word that so many share tells nobody apart. */
const COMMON_WORD = 40;

/** "Sähkö-Timonen Oy, halli" -> "sähkö timonen halli" */
export function plainName(name: string): string {
  return name
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== "" && !FORMS.has(word))
    .join(" ");
}

/** "Teollisuuskatu 8 B" and "teollisuusk. 8b" stand at the same door as far as street stem and number say. */
export function plainStreet(street: string | null, municipality: string): string | null {
  const match = /^\s*(\p{L}[\p{L} .-]*?)[. ]*(\d+)/u.exec((street ?? "").toLowerCase());
  if (match === null) return null;
  const stem = (match[1] ?? "").replace(/(katu|k|tie|t|gatan|g|vägen|v)$/u, "").trim();
  return `${stem} ${match[2]}, ${municipality.trim().toLowerCase()}`;
}

/** How alike two names are, 0 to 100: shared pairs of letters (Sørensen and Dice). */
export function likeness(left: string, right: string): number {
  const [some, others] = [bigrams(plainName(left)), bigrams(plainName(right))];
  if (some.size + others.size === 0) return 0;
  const shared = [...some].filter((pair) => others.has(pair)).length;
  return Math.round((200 * shared) / (some.size + others.size));
}

function bigrams(text: string): Set<string> {
  const padded = ` ${text.replaceAll(" ", "")} `;
  return new Set(
    text === ""
      ? []
      : Array.from({ length: padded.length - 1 }, (_, at) => padded.slice(at, at + 2)),
  );
}

/** Whether two records may be the same workplace, and why; null = nothing points to it. */
export function compare(left: Comparable, right: Comparable): Pair | null {
  const sameBusinessId = left.businessId === right.businessId;
  const [street, other] = [left, right].map((one) => plainStreet(one.street, one.municipality));
  const sameAddress = street !== null && street === other;
  const sameTown = left.municipality.toLowerCase() === right.municipality.toLowerCase();
  const alike = likeness(left.name, right.name);
  const suspicious =
    (sameBusinessId && (sameAddress || alike >= SAME_EMPLOYER_ALIKE)) ||
    (sameAddress && alike >= SAME_ADDRESS_ALIKE) ||
    (sameTown && alike >= SAME_TOWN_ALIKE);
  if (!suspicious || keptApartByStreet(sameBusinessId, street ?? null, other ?? null)) return null;
  const [leftId, rightId] = left.id < right.id ? [left.id, right.id] : [right.id, left.id];
  return { leftId, rightId, sameBusinessId, sameAddress, alike };
}

/** An employer with units at two known doors has two workplaces, however alike their names. */
function keptApartByStreet(sameEmployer: boolean, left: string | null, right: string | null) {
  return sameEmployer && left !== null && right !== null && left !== right;
}

/** All pairs that may be the same, most certain first; only records that share a door, an ID or a rare word are compared. */
export function findSimilar(all: readonly Comparable[]): Pair[] {
  const groups = Map.groupBy(
    all.flatMap((one) => keysOf(one).map((key) => ({ key, one }))),
    ({ key }) => key,
  );
  const found = [...groups.values()]
    .filter((group) => group.length > 1 && group.length <= COMMON_WORD)
    .flatMap((group) => pairsIn(group.map(({ one }) => one)));
  const pairs = new Map(found.map((pair) => [`${pair.leftId} ${pair.rightId}`, pair]));
  return [...pairs.values()].toSorted(
    (left, right) => certainty(right) - certainty(left) || (left.leftId < right.leftId ? -1 : 1),
  );
}

function pairsIn(group: readonly Comparable[]): Pair[] {
  return group.flatMap((one, at) =>
    group.slice(at + 1).flatMap((other) => compare(one, other) ?? []),
  );
}

function keysOf(one: Comparable): string[] {
  const street = plainStreet(one.street, one.municipality);
  const words = new Set(plainName(one.name).split(" "));
  return [
    `id ${one.businessId}`,
    ...(street === null ? [] : [`at ${street}`]),
    ...[...words].map((word) => `word ${word}`),
  ];
}

function certainty({ sameBusinessId, sameAddress, alike }: Pair): number {
  return alike + (sameBusinessId ? 100 : 0) + (sameAddress ? 50 : 0);
}
