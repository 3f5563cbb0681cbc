import type { Tx } from "#server/database/database.ts";
import { ANSWERS, type Word } from "../cards.ts";
import { listWords } from "./words.queries.ts";

export { listUnsorted } from "./words.queries.ts";

type Keyed = { readonly id: string; readonly key: string };

/** What the workplace has said of these requirements, whatever version of the framework it was said of. */
export async function wordsOf(
  tx: Tx,
  workplaceId: string,
  requirements: readonly Keyed[],
): Promise<Word[]> {
  const keys = [...new Set(requirements.map(({ key }) => key))];
  const words = new Map((await listWords(tx, workplaceId, keys)).map((word) => [word.key, word]));
  return requirements.flatMap(({ id, key }) => {
    const word = words.get(key);
    const answer = ANSWERS.find((one) => one === word?.answer);
    if (word === undefined || answer === undefined) return [];
    return [{ requirementId: id, answer, taskIds: word.taskIds, by: word.by, at: word.at }];
  });
}
