import type { SeenPlacement } from "#features/placements/server/api.ts";
import type { Tx } from "#server/database/database.ts";
import { weeksBetween } from "#shared/week.ts";
import type { PlanContent } from "../plan.ts";
import { type PlanChoices, requirementsIn } from "../plan-check.ts";
import { listProvenIds } from "./path.queries.ts";
import * as queries from "./plan.queries.ts";
import { talkKindNamed } from "./plan-row.ts";

/** What a plan of this placement may be made of, for what `content` names. */
export async function choicesOf(
  tx: Tx,
  placement: SeenPlacement,
  content: PlanContent,
  former: PlanContent | null,
): Promise<PlanChoices> {
  const asked = requirementsIn(content);
  const requirementIds = await queries.knownRequirements(tx, placement, asked);
  const tasks = await queries.listTasks(tx, placement.workplace_id);
  const held = await queries.listHeldTalks(tx, placement);
  const startsOn = Temporal.PlainDate.from(placement.starts_on);
  const endsOn = Temporal.PlainDate.from(placement.ends_on);
  const kept = new Set(former?.tasks.map(({ taskId }) => taskId));
  return {
    requirementIds,
    provenIds: await listProvenIds(tx, placement),
    taskIds: new Set(
      tasks.filter(({ id, retired_on }) => retired_on === null || kept.has(id)).map(({ id }) => id),
    ),
    weeks: new Set(weeksBetween(startsOn, endsOn)),
    startsOn,
    endsOn,
    timeZone: (await queries.findProvider(tx, placement.provider_id)).time_zone,
    heldTalks: new Set(held.map(({ kind }) => talkKindNamed(kind))),
    former,
  };
}
