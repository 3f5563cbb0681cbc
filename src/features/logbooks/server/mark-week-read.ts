import { relationOf } from "#features/placements/placement.policy.ts";
import { lockVisible } from "#features/placements/server/api.ts";
import { deed } from "#server/deed.ts";
import { accept, refuse } from "#shared/outcome.ts";
import { parseWeek } from "#shared/week.ts";
import { markWeekRead } from "../logbook.contract.ts";
import { mayReadWeek } from "../logbook.policy.ts";
import { judgeReading } from "../logbook-week.ts";
import * as queries from "./week.queries.ts";
import { weekFactsOf } from "./week-row.ts";

export const markWeekReadRoute = deed(markWeekRead, async (context, { params }) => {
  const { tx, actor, at, audit, touch } = context;
  const week = parseWeek(params.week);
  const placement = await lockVisible(tx, actor, params.placementId);
  if (placement === null || week === undefined) return refuse("not_found");
  const may = mayReadWeek(relationOf(actor, placement));
  if (!may.allowed) return refuse("forbidden", { reason: may.reason });
  const facts = weekFactsOf(await queries.findWeek(tx, placement, week), week, at);
  const judged = judgeReading(facts);
  if (!judged.ok) return judged;
  if (facts.readAt !== null) return accept({ readAt: facts.readAt.toString() });
  await queries.setReading(tx, placement, week, {
    read_at: at.toString(),
    read_by: actor.personId,
  });
  await audit({
    deed: "read-week",
    subjectKind: "placement",
    subjectId: placement.id,
    providerId: placement.provider_id,
    placementId: placement.id,
    change: { week },
  });
  await touch(`placement:${placement.id}`);
  return accept({ readAt: at.toString() });
});
