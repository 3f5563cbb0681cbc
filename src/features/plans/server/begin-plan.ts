import type { SeenPlacement } from "#features/placements/server/api.ts";
import type { DeedContext } from "#server/deed.ts";
import { copyPlan } from "../plan-copy.ts";
import { listProven } from "./path.queries.ts";
import * as queries from "./plan.queries.ts";
import { contentOf } from "./plan-row.ts";

/** The first version of a new placement's plan from another's newest one. Nobody has agreed to it yet. */
export async function beginPlanFrom(
  { tx, actor, at }: DeedContext,
  source: SeenPlacement,
  made: SeenPlacement,
): Promise<void> {
  const newest = await queries.findNewest(tx, source);
  if (newest === undefined) return;
  const proven = await listProven(tx, made);
  const content = copyPlan(contentOf(newest.content), {
    from: daysOf(source),
    to: daysOf(made),
    sameStudent: source.student_id === made.student_id,
    provenIds: new Set(proven.map(({ requirement_id }) => requirement_id)),
  });
  if (content === null) return;
  await queries.saveVersion(tx, made, {
    number: 1,
    content,
    why: null,
    editedBy: actor.personId,
    actingName: actor.actingName,
    at: at.toString(),
  });
}

function daysOf({ starts_on, ends_on }: SeenPlacement) {
  return {
    startsOn: Temporal.PlainDate.from(starts_on),
    endsOn: Temporal.PlainDate.from(ends_on),
  };
}
