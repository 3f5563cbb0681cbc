import { newId } from "#server/clock.ts";
import { deed } from "#server/deed.ts";
import { accept, refuse } from "#shared/outcome.ts";
import { liftSuspension, suspendWorkplace } from "../standing.contract.ts";
import { maySuspend, providerMeant } from "./may-suspend.ts";
import * as queries from "./standing.queries.ts";

/** From now on nobody starts there; every running student becomes their teacher's task. Two at once suspend once. */
export const suspendWorkplaceRoute = deed(suspendWorkplace, async (context, { params, body }) => {
  const { tx, actor, at, audit, touch } = context;
  const { workplaceId } = params;
  const providerId = providerMeant(actor, body.providerId);
  const place = await queries.findPlace(tx, workplaceId);
  if (place === undefined || providerId === undefined) return refuse("not_found");
  await queries.lockStanding(tx, providerId, workplaceId);
  const placements = await queries.lockPlacementsAt(tx, providerId, workplaceId);
  const may = maySuspend(actor, providerId, placements);
  if (!may.allowed) return refuse("forbidden", { reason: may.reason });
  const open = await queries.findOpenSuspension(tx, providerId, workplaceId);
  if (open !== undefined) return refuse("already_suspended", { kind: open.kind });
  const { kind, reason } = body;
  const suspension = {
    id: newId(),
    provider_id: providerId,
    workplace_id: workplaceId,
    kind,
    reason,
    suspended_by: actor.personId,
    suspended_at: at.toString(),
  };
  await queries.saveSuspension(tx, suspension);
  const running = placements.filter(({ state }) => state === "running").map(({ id }) => id);
  await queries.openRelocations(tx, suspension, running);
  await audit({
    deed: "suspend-workplace",
    subjectKind: "workplace",
    subjectId: workplaceId,
    providerId,
    change: { kind, relocations: running.length },
  });
  for (const placement of placements) await touch(`placement:${placement.id}`);
  return accept({ id: suspension.id, relocations: running.length });
});

export const liftSuspensionRoute = deed(liftSuspension, async (context, { params, body }) => {
  const { tx, actor, at, audit, touch } = context;
  const { workplaceId } = params;
  const providerId = providerMeant(actor, body.providerId);
  if (providerId === undefined || (await queries.findPlace(tx, workplaceId)) === undefined) {
    return refuse("not_found");
  }
  await queries.lockStanding(tx, providerId, workplaceId);
  const placements = await queries.lockPlacementsAt(tx, providerId, workplaceId);
  const may = maySuspend(actor, providerId, placements);
  if (!may.allowed) return refuse("forbidden", { reason: may.reason });
  const open = await queries.findOpenSuspension(tx, providerId, workplaceId);
  if (open === undefined) return refuse("not_suspended");
  const hand = { by: actor.personId, at: at.toString() };
  await queries.saveLift(tx, open.id, {
    lifted_by: hand.by,
    lifted_at: hand.at,
    lifted_reason: body.reason,
  });
  await queries.settleOpen(
    tx,
    { suspensionId: open.id },
    { outcome: "lifted", note: null, settled_by: hand.by, settled_at: hand.at },
  );
  await audit({
    deed: "lift-suspension",
    subjectKind: "workplace",
    subjectId: workplaceId,
    providerId,
  });
  for (const placement of placements) await touch(`placement:${placement.id}`);
  return accept({ done: true } as const);
});
