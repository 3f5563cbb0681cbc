import type { AnswerOf } from "#web/request.ts";
import { addDays, dayShort, inDays } from "#web/ui/format.ts";
import { useView } from "#web/view.ts";
import type { readPlacement } from "../placement-page.contract.ts";

export type Placement = AnswerOf<typeof readPlacement>;
export type Talk = Placement["talks"][number];
export type Party = "student" | "tutor" | "teacher";

export const PARTIES: readonly Party[] = ["student", "tutor", "teacher"];

/** Reads that change when anything is done in a placement. */
export const PLACEMENT_READS = [
  "/api/placements/{placementId}",
  "/api/placements",
  "/api/board",
  "/api/starts",
  "/api/student/home",
  "/api/tutor/home",
] as const;

/** One placement as the reader may see it; kept fresh by what the others do in it. */
export function usePlacement(placementId: string): Placement {
  return useView<typeof readPlacement>(
    { path: "/api/placements/{placementId}", params: { placementId } },
    [`placement:${placementId}`],
  );
}

export function isParty(role: string): role is Party {
  return PARTIES.some((party) => party === role);
}

/** The present for sentences that say how near something is: the day comes with the data. */
export function noonOf(day: string): string {
  return `${day}T12:00:00Z`;
}

/** "Week 7 of 10" within a sentence. */
export function insideText(text: string): string {
  return text.charAt(0).toLocaleLowerCase() + text.slice(1);
}

export function nameOf(person: { givenName: string; familyName: string }): string {
  return `${person.givenName} ${person.familyName}`;
}

/** Today and the days before it as choices, the newest first. */
export function recentDays(today: string, count: number): { value: string; label: string }[] {
  return Array.from({ length: count }, (_, back) => {
    const value = addDays(today, -back);
    return { value, label: back < 2 ? inDays(value, today) : dayShort(value) };
  });
}
