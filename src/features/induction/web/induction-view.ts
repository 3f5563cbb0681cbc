import type { AnswerOf } from "#web/request.ts";
import type { readInduction } from "../induction.contract.ts";
import type { Party } from "../induction.ts";

export const INDUCTION_PATH = "/api/placements/{placementId}/induction";

export type InductionView = AnswerOf<typeof readInduction>;
type Group = InductionView["groups"][number];
export type ShownItem = Group["items"][number] & {
  /** One key in the whole induction. */
  readonly key: string;
  readonly taskKey: string;
  readonly taskName: Group["taskName"];
};

export function itemsOf({ groups }: InductionView): ShownItem[] {
  return groups.flatMap(({ taskKey, taskName, items }) =>
    items.map((item) => ({ ...item, key: `${taskKey} ${item.id}`, taskKey, taskName })),
  );
}

export function markOf(item: ShownItem, party: Party) {
  return item.marks.find((mark) => mark.party === party);
}

/** What the reader should confirm next: for a student first what the tutor has shown already. */
export function nextOf(
  { party }: InductionView,
  items: readonly ShownItem[],
  waiting: readonly string[],
): ShownItem | undefined {
  if (party === null) return undefined;
  const open = items.filter(
    (item) => markOf(item, party) === undefined && !waiting.includes(item.key),
  );
  return open.find((item) => party === "student" && markOf(item, "tutor")) ?? open[0];
}
