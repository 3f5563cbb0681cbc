import { relationOf } from "#features/placements/placement.policy.ts";
import { lockVisible } from "#features/placements/server/api.ts";
import { isOpen } from "#features/plans/plan.ts";
import { dayAt, newId } from "#server/clock.ts";
import { deed } from "#server/deed.ts";
import { accept, refuse } from "#shared/outcome.ts";
import { followUp, sayWorkplaceWord, settleRelocation } from "../standing.contract.ts";
import { conditionKey, gapKey } from "../standing.ts";
import { storedConditions } from "../suitability.contract.ts";
import { mayFollowUp, mayGiveWord } from "../suitability.policy.ts";
import * as standing from "./standing.queries.ts";
import * as queries from "./suitability.queries.ts";

/** Where a student of a suspended workplace goes; a move itself is a new placement. */
export const settleRelocationRoute = deed(settleRelocation, async (context, { params, body }) => {
  const { tx, actor, at, audit, touch } = context;
  const placement = await lockVisible(tx, actor, params.placementId);
  if (placement === null) return refuse("not_found");
  const may = mayFollowUp(relationOf(actor, placement));
  if (!may.allowed) return refuse("forbidden", { reason: may.reason });
  const settled = await standing.settleOpen(
    tx,
    { placementId: placement.id },
    { ...body, settled_by: actor.personId, settled_at: at.toString() },
  );
  if (settled.length === 0) return refuse("nothing_to_settle");
  await audit({
    deed: "settle-relocation",
    subjectKind: "placement",
    subjectId: placement.id,
    placementId: placement.id,
    providerId: placement.provider_id,
    change: { outcome: body.outcome },
  });
  await touch(`placement:${placement.id}`);
  return accept({ done: true } as const);
});

/** "Nothing changed" in one tap, or what did; only that is looked at again. */
export const sayWorkplaceWordRoute = deed(sayWorkplaceWord, async (context, { params, body }) => {
  const { tx, actor, at, audit, touch } = context;
  const placement = await lockVisible(tx, actor, params.placementId);
  if (placement === null) return refuse("not_found");
  const may = mayGiveWord(relationOf(actor, placement));
  if (!may.allowed) return refuse("forbidden", { reason: may.reason });
  if (!isOpen(placement.state)) return refuse("placement_over", { state: placement.state });
  await standing.saveWord(tx, {
    provider_id: placement.provider_id,
    id: newId(),
    placement_id: placement.id,
    changed: [...new Set(body.changed)],
    note: body.note,
    said_by: actor.personId,
    acting_name: actor.actingName,
    said_at: at.toString(),
  });
  await audit({
    deed: "say-workplace-word",
    subjectKind: "placement",
    subjectId: placement.id,
    placementId: placement.id,
    providerId: placement.provider_id,
    change: { changed: body.changed },
  });
  await touch(`placement:${placement.id}`);
  return accept({ done: true } as const);
});

/** A gap or condition of the decision in force is seen to, or is not after all. */
export const followUpRoute = deed(followUp, async (context, { params, body }) => {
  const { tx, actor, at, audit, touch } = context;
  const placement = await lockVisible(tx, actor, params.placementId);
  if (placement === null) return refuse("not_found");
  const may = mayFollowUp(relationOf(actor, placement));
  if (!may.allowed) return refuse("forbidden", { reason: may.reason });
  const made = await queries.listDecisions(tx, placement);
  const inForce = made.find(({ superseded_by }) => superseded_by === null);
  if (inForce === undefined) return refuse("nothing_to_decide");
  const gaps = await queries.listGaps(tx, placement.provider_id, inForce.id);
  const known = [
    ...gaps.map(({ requirement_id }) => gapKey(requirement_id)),
    ...storedConditions.parse(inForce.conditions).map((_, index) => conditionKey(index)),
  ];
  if (!known.includes(body.about)) return refuse("unknown_choice", { about: body.about });
  const { time_zone } = await queries.findGround(tx, placement);
  const doneOn = dayAt(at, time_zone).toString();
  await standing.saveFollowUp(
    tx,
    { provider_id: placement.provider_id, decision_id: inForce.id, about: body.about },
    body.done ? { done_on: doneOn, done_by: actor.personId } : null,
  );
  await audit({
    deed: "follow-up",
    subjectKind: "suitability_decision",
    subjectId: inForce.id,
    placementId: placement.id,
    providerId: placement.provider_id,
    change: { about: body.about, done: body.done },
  });
  await touch(`placement:${placement.id}`);
  return accept({ doneOn: body.done ? doneOn : null });
});
