import { relationOf } from "#features/placements/placement.policy.ts";
import { lockVisible } from "#features/placements/server/api.ts";
import { dayAt } from "#server/clock.ts";
import { deed } from "#server/deed.ts";
import { accept, refuse } from "#shared/outcome.ts";
import { settleWork } from "../young-work.contract.ts";
import { maySettle } from "../young-work.policy.ts";
import { packOf } from "./api.ts";
import { findWork, settle, unsettle } from "./young-work.queries.ts";

/** A notice made, the guardian told: noted once however often it is sent, and taken back the same way. */
export const settleWorkRoute = deed(settleWork, async (context, { params, body }) => {
  const { tx, actor, at, audit, touch } = context;
  const placement = await lockVisible(tx, actor, params.placementId);
  if (placement === null) return refuse("not_found");
  const may = maySettle(relationOf(actor, placement));
  if (!may.allowed) return refuse("forbidden", { reason: may.reason });
  const { young_work: work, time_zone } = await findWork(tx, placement.id);
  const pack = packOf({ pack: work?.pack ?? null });
  if (!(body.fact in pack.facts)) return refuse("unknown_fact", { fact: body.fact });
  if (body.kind !== null && !pack.tasks.some(({ code }) => code === body.kind)) {
    return refuse("unknown_kind", { kind: body.kind });
  }
  const keys = { provider_id: placement.provider_id, placement_id: placement.id };
  const kind = body.kind ?? "";
  const hand = { by: actor.personId, at: at.toString(), on: dayAt(at, time_zone).toString() };
  if (body.settled) await settle(tx, keys, { fact: body.fact, kind, ...hand });
  else await unsettle(tx, keys, body.fact, kind);
  await audit({
    deed: "settle-work",
    subjectKind: "placement",
    subjectId: placement.id,
    placementId: placement.id,
    providerId: placement.provider_id,
    change: { fact: body.fact, kind: body.kind, settled: body.settled },
  });
  await touch(`placement:${placement.id}`);
  return accept({ done: true } as const);
});
