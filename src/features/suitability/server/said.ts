import { ANSWERS, type Word } from "#features/cards/cards.ts";
import { wordsOf } from "#features/cards/server/api.ts";
import type { Relation } from "#features/placements/placement.policy.ts";
import type { SeenPlacement } from "#features/placements/server/api.ts";
import type { Tx } from "#server/database/database.ts";
import { mayReadWords } from "../suitability.policy.ts";
import * as queries from "./suitability.queries.ts";

export type Reader = {
  readonly tx: Tx;
  readonly relation: Relation;
  readonly placement: SeenPlacement;
};

/** What the workplace had said when it was decided, and what it has said since; undecided: what it says now. */
export async function saidOf(
  { tx, relation, placement }: Reader,
  rows: readonly queries.GridRow[],
  decision: queries.DecisionRow | undefined,
) {
  if (!mayReadWords(relation)) return { said: [], since: [] };
  const now = (await wordsOf(tx, placement.workplace_id, rows)).map(asSaid);
  if (decision === undefined) return { said: now, since: [] };
  const then = await queries.listSaid(tx, placement.provider_id, decision.id);
  const kept = then.flatMap((row) => {
    const answer = ANSWERS.find((one) => one === row.answer);
    return answer === undefined ? [] : [asSaid({ ...row, answer })];
  });
  if (kept.length > 0) return { said: kept, since: now.filter((word) => !isAmong(word, kept)) };
  // A decision with which no words were kept, perhaps from before there were any: the time tells.
  const since = newerThan(now, decision.decided_at);
  return { said: now.filter((word) => !since.includes(word)), since };
}

function isAmong(word: Word, kept: readonly Word[]): boolean {
  return kept.some(
    ({ requirementId, at }) => requirementId === word.requirementId && at === word.at,
  );
}

function asSaid({ taskIds, ...word }: Word) {
  return { ...word, taskIds: [...taskIds] };
}

/** Said after an instant; all when there is none. */
export function newerThan<W extends Pick<Word, "at">>(
  words: readonly W[],
  at: string | undefined,
): W[] {
  if (at === undefined) return [...words];
  return words.filter(
    (word) =>
      Temporal.Instant.compare(Temporal.Instant.from(word.at), Temporal.Instant.from(at)) > 0,
  );
}
