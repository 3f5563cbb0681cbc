import type { Tx } from "#server/database/database.ts";
import type { ConfirmationKind } from "../logbook-week.ts";
import { type Skill, skillOf } from "../week-cards.ts";
import { findSkills, findWeekFacts } from "./progress.queries.ts";
import { asKind, asLevel } from "./week-row.ts";

export { sendDueWeeks } from "./send-due-weeks.ts";

/** One week of a placement for ribbon and board; instants in UTC. */
export type PlacementWeek = {
  readonly placementId: string;
  readonly week: string;
  /** Days with an entry, absences included. */
  readonly entries: number;
  readonly minutes: number;
  readonly sentAt: string | null;
  readonly kind: ConfirmationKind | null;
  readonly confirmedAt: string | null;
  /** The real person: the colleague's own name when one sat in the tutor's seat. */
  readonly confirmedBy: string | null;
  readonly readAt: string | null;
};

/**
 * The weeks of these placements that have an entry, were sent or were confirmed, oldest first.
 * The caller has made sure that the actor may see the placements.
 */
export async function weekFacts(tx: Tx, placementIds: readonly string[]): Promise<PlacementWeek[]> {
  if (placementIds.length === 0) return [];
  const rows = await findWeekFacts(tx, placementIds);
  return rows.flatMap((row) => {
    if (row.placement_id === null || row.week === null) return [];
    return {
      placementId: row.placement_id,
      week: row.week,
      entries: Number(row.entries ?? 0),
      minutes: Number(row.minutes ?? 0),
      sentAt: row.sent_at,
      kind: asKind(row.kind),
      confirmedAt: row.confirmed_at,
      confirmedBy: row.confirmed_by,
      readAt: row.read_at,
    };
  });
}

/** The skill map of a placement: requirement id to how full its square is; what is not in it is "not yet". */
export async function requirementProgress(
  tx: Tx,
  placementId: string,
): Promise<Map<string, Skill>> {
  const rows = await findSkills(tx, placementId);
  const progress = new Map<string, Skill>();
  for (const [requirementId, seen] of Map.groupBy(rows, (row) => row.requirement_id)) {
    const levels = seen.flatMap(({ level }) => (level === null ? [] : (asLevel(level) ?? [])));
    const skill = skillOf({ practised: seen.some(({ level }) => level === null), levels });
    if (skill !== "not_yet") progress.set(requirementId, skill);
  }
  return progress;
}
