import type { readTutorHome } from "#features/placements/placement-views.contract.ts";
import { type AnswerOf, call } from "#web/request.ts";
import type { openLink } from "../people.contract.ts";

type Me = AnswerOf<typeof openLink>["me"];

/**
 * Where a personal link leads once it is open: the newest week of its placement that waits for the
 * tutor, else the placement; a link to all of a workplace's placements leads to the tutor's own page.
 */
export async function firstStop({ onlyPlacementId }: Me): Promise<string> {
  if (onlyPlacementId === null) return "/today";
  const placement = `/placements/${onlyPlacementId}`;
  try {
    const { waiting } = await call<typeof readTutorHome>({
      method: "GET",
      path: "/api/tutor/home",
    });
    const weeks = waiting.flatMap(({ placementId, week }) =>
      placementId === onlyPlacementId && week !== null ? [week] : [],
    );
    const newest = weeks.toSorted().at(-1);
    return newest === undefined ? placement : `${placement}/weeks/${newest}`;
  } catch {
    return placement;
  }
}
