import type { readTutorHome } from "#features/placements/placement-views.contract.ts";
import { type AnswerOf, call } from "#web/request.ts";
import type { openLink } from "../people.contract.ts";

type Me = AnswerOf<typeof openLink>["me"];

/**
 * Where a personal link leads once it is open: the newest week of its placement that waits for the
 * tutor, else the cards somebody has asked to sort, else the placement; a link to all of a workplace's
 * placements leads to the tutor's own page.
 */
export async function firstStop({ onlyPlacementId, onlyAgreementId }: Me): Promise<string> {
  if (onlyAgreementId !== null) return `/agreements/${onlyAgreementId}`;
  if (onlyPlacementId === null) return "/today";
  const placement = `/placements/${onlyPlacementId}`;
  try {
    const { waiting } = await call<typeof readTutorHome>({
      method: "GET",
      path: "/api/tutor/home",
    });
    const here = waiting.filter(({ placementId }) => placementId === onlyPlacementId);
    const weeks = here.flatMap(({ week }) => (week === null ? [] : [week]));
    const newest = weeks.toSorted().at(-1);
    if (newest !== undefined) return `${placement}/weeks/${newest}`;
    return here.some(({ kind }) => kind === "cards") ? `${placement}/cards` : placement;
  } catch {
    return placement;
  }
}
