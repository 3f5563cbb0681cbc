import { tellCalendars } from "#features/calendars/server/api.ts";
import type { SeenPlacement } from "#features/placements/server/api.ts";
import type { Tx } from "#server/database/database.ts";
import type { House } from "#server/house.ts";
import type { PlanTalk } from "../plan.ts";
import type { Difference } from "../plan-differences.ts";
import * as queries from "./planned-talk.queries.ts";

type Moved = { readonly before: PlanTalk | null; readonly after: PlanTalk | null };

/** The calendar follows the plan: only the talks this edit changed, never one that has been held. */
export async function saveTalks(
  house: House,
  tx: Tx,
  placement: SeenPlacement,
  differences: readonly Difference[],
): Promise<void> {
  const moves = movesIn(differences);
  for (const { before, after } of moves) {
    if (after === null) await queries.dropTalk(tx, placement, before);
    else await queries.planTalk(tx, placement, after, before);
  }
  if (moves.length > 0) await tellCalendars(house, tx, placement);
}

/**
 * Talks beside start, mid and end are told apart by their time, so a moved one reads as one gone and one
 * new. Here it is one talk that moved, which people's calendars then move too.
 */
function movesIn(differences: readonly Difference[]): Moved[] {
  const talks = differences.filter((difference) => difference.kind === "talk");
  const others = talks.filter(({ talk }) => talk === "other");
  const gone = others.flatMap(({ before, after }) => (after === null && before ? [before] : []));
  const come = others.flatMap(({ before, after }) => (before === null && after ? [after] : []));
  const pairs = Array.from({ length: Math.max(gone.length, come.length) }, (_, place) => ({
    before: gone[place] ?? null,
    after: come[place] ?? null,
  }));
  return [
    ...talks.filter(
      ({ talk, before, after }) => talk !== "other" || (before !== null && after !== null),
    ),
    ...pairs,
  ];
}
