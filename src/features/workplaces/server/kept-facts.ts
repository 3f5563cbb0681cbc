import type { Database, Tx } from "#server/database/database.ts";
import type { PlaceFacts } from "../register-list.ts";
import { countChanges, readFacts } from "./register-facts.queries.ts";

type Kept = { readonly changes: string; readonly facts: Promise<readonly PlaceFacts[]> };

/** So many sets of providers are kept at a time; hardly anybody works for two. */
const MOST_KEPT = 16;

const keptBy = new WeakMap<Database, Map<string, Kept>>();

/**
 * The register's facts as of this transaction or newer. They are read again only when one of them has changed:
 * the changes are counted before the facts are read, so what is kept is never older than its count.
 */
export async function factsFor(
  db: Database,
  tx: Tx,
  providerIds: readonly string[],
): Promise<readonly PlaceFacts[]> {
  const kept = keptBy.get(db) ?? new Map<string, Kept>();
  keptBy.set(db, kept);
  const key = providerIds.toSorted().join(" ");
  const { changes, writes } = await countChanges(tx);
  // What this transaction has written may yet be rolled back, and another one then reach the same count.
  if (writes) return readFacts(tx, providerIds);
  const there = kept.get(key);
  if (there?.changes === changes) return there.facts.catch(() => readFacts(tx, providerIds));
  const facts = readFacts(tx, providerIds);
  kept.delete(key);
  kept.set(key, { changes, facts });
  const [oldest] = kept.keys();
  if (kept.size > MOST_KEPT && oldest !== undefined) kept.delete(oldest);
  facts.catch(() => kept.delete(key));
  return facts;
}
