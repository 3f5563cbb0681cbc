import { relationOf } from "#features/placements/placement.policy.ts";
import { lockVisible } from "#features/placements/server/api.ts";
import { deed } from "#server/deed.ts";
import { accept, refuse } from "#shared/outcome.ts";
import { parseWeek } from "#shared/week.ts";
import { undoConfirmation } from "../logbook.contract.ts";
import { mayConfirmWeek, mayUndoConfirmation } from "../logbook.policy.ts";
import { judgeUndo } from "../logbook-week.ts";
import * as queries from "./week.queries.ts";
import { handOf, myHand, weekFactsOf } from "./week-row.ts";

export const undoConfirmationRoute = deed(undoConfirmation, async (context, { params }) => {
  const { tx, actor, at, audit, touch } = context;
  const week = parseWeek(params.week);
  const placement = await lockVisible(tx, actor, params.placementId);
  if (placement === null || week === undefined) return refuse("not_found");
  const relation = relationOf(actor, placement);
  const seat = mayConfirmWeek(relation, actor.named);
  if (!seat.allowed) return refuse("forbidden", { reason: seat.reason });
  const row = await queries.findWeek(tx, placement, week);
  const judged = judgeUndo(weekFactsOf(row, week, at), at);
  if (judged.ok && judged.value === "present") return accept({ confirmation: null });
  const may = mayUndoConfirmation(relation, myHand(actor), handOf(row));
  if (!may.allowed) return refuse("forbidden", { reason: may.reason });
  if (!judged.ok) return judged;
  await queries.deleteConfirmation(tx, placement, week);
  await audit({
    deed: "undo-confirmation",
    subjectKind: "placement",
    subjectId: placement.id,
    providerId: placement.provider_id,
    placementId: placement.id,
    change: { week, kind: row.kind, confirmedAt: row.confirmed_at },
  });
  await touch(`placement:${placement.id}`);
  return accept({ confirmation: null });
});
