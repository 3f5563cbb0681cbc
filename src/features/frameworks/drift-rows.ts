import { LANGUAGES, type Language, type LocalisedText } from "#shared/language.ts";

/** One comparable text with a key that is stable where the source allows it. */
export type Row = { readonly key: string; readonly text: LocalisedText };

export type RowDrift<R extends Row> = {
  readonly added: readonly R[];
  readonly removed: readonly R[];
  readonly reworded: readonly { before: R; after: R; languages: readonly Language[] }[];
  /** Every row that is in both, changed or not. */
  readonly pairs: readonly { before: R; after: R }[];
};

/**
 * Compares two lists of texts: first by key, then by the very same words, then by likeness, since a text
 * without an identifier of its own gets a new key when it is reworded.
 */
export function compareRows<R extends Row>(before: readonly R[], after: readonly R[]): RowDrift<R> {
  const olds = new Map(before.map((row) => [row.key, row]));
  const pairs: { before: R; after: R }[] = [];
  const news: R[] = [];
  for (const row of after) {
    const old = olds.get(row.key);
    if (old === undefined) news.push(row);
    else pairs.push({ before: old, after: row });
    olds.delete(row.key);
  }
  const rest = pairRest([...olds.values()], news);
  pairs.push(...rest.pairs);
  const reworded = pairs
    .map((pair) => ({ ...pair, languages: changedLanguages(pair.before.text, pair.after.text) }))
    .filter(({ languages }) => languages.length > 0);
  return { added: rest.added, removed: rest.removed, reworded, pairs };
}

export function changedLanguages(before: LocalisedText, after: LocalisedText): Language[] {
  return LANGUAGES.filter((language) => before[language] !== after[language]);
}

/** Beyond this many on each side likeness is not sought: the two have nothing to do with each other. */
const MOST_COMPARED = 300;
const LIKE_ENOUGH = 0.5;

function pairRest<R extends Row>(olds: readonly R[], news: readonly R[]) {
  if (olds.length > MOST_COMPARED || news.length > MOST_COMPARED) {
    return { pairs: [], added: news, removed: olds };
  }
  const candidates = olds.map((row) => ({ row, parts: partsOf(row.text) }));
  const taken = new Set<R>();
  const pairs: { before: R; after: R }[] = [];
  for (const row of news) {
    const parts = partsOf(row.text);
    const best = candidates
      .filter((candidate) => !taken.has(candidate.row))
      .map((candidate) => ({ row: candidate.row, likeness: likenessOf(candidate.parts, parts) }))
      .reduce<{ row?: R; likeness: number }>(
        (top, one) => (one.likeness > top.likeness ? one : top),
        {
          likeness: LIKE_ENOUGH,
        },
      );
    if (best.row === undefined) continue;
    taken.add(best.row);
    pairs.push({ before: best.row, after: row });
  }
  const paired = new Set(pairs.map((pair) => pair.after));
  return {
    pairs,
    added: news.filter((row) => !paired.has(row)),
    removed: olds.filter((row) => !taken.has(row)),
  };
}

/** Three-letter parts of the text in its first language. */
function partsOf(text: LocalisedText): ReadonlySet<string> {
  const words = (text.fi ?? text.sv ?? text.en ?? "").toLowerCase();
  const parts = new Set<string>();
  for (let at = 0; at + 3 <= words.length; at += 1) parts.add(words.slice(at, at + 3));
  return parts;
}

/** Dice's coefficient: 1 for the same parts, 0 for none in common. */
function likenessOf(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
  if (one.size + other.size === 0) return 0;
  return (2 * one.intersection(other).size) / (one.size + other.size);
}
