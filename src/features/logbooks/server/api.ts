import type { Tx } from "#server/database/database.ts";
import { type Skill, skillOf } from "../week-cards.ts";
import { findSkills } from "./progress.queries.ts";
import { asLevel } from "./week-row.ts";

export { sendDueWeeks } from "./send-due-weeks.ts";

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
