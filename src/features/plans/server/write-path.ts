import { relationOf } from "#features/placements/placement.policy.ts";
import { lockVisible, type SeenPlacement } from "#features/placements/server/api.ts";
import { dayAt } from "#server/clock.ts";
import { type DeedContext, deed } from "#server/deed.ts";
import { accept, type Outcome, type Refusal, refuse } from "#shared/outcome.ts";
import { dropProven, endAdaptation, noteProven, writeAdaptation } from "../path.contract.ts";
import { mayWritePath } from "../path.policy.ts";
import * as queries from "./path.queries.ts";
import { findProvider, knownRequirements } from "./plan.queries.ts";

/** The teacher of the placement, or the refusal. */
async function asTeacher(
  { tx, actor }: DeedContext,
  placementId: string,
): Promise<Outcome<SeenPlacement, Refusal<"not_found" | "forbidden">>> {
  const placement = await lockVisible(tx, actor, placementId);
  if (placement === null) return refuse("not_found");
  const may = mayWritePath(relationOf(actor, placement));
  return may.allowed ? accept(placement) : refuse("forbidden", { reason: may.reason });
}

export const noteProvenRoute = deed(noteProven, async (context, { params, body }) => {
  const { tx, actor, at } = context;
  const found = await asTeacher(context, params.placementId);
  if (!found.ok) return found;
  const placement = found.value;
  const known = await knownRequirements(tx, placement, [params.requirementId]);
  if (known.size === 0) return refuse("unknown_requirement");
  const today = dayAt(at, (await findProvider(tx, placement.provider_id)).time_zone);
  if (Temporal.PlainDate.compare(Temporal.PlainDate.from(body.on), today) > 0)
    return refuse("in_future", { today: today.toString() });
  await queries.saveProven(tx, placement, {
    requirementId: params.requirementId,
    ...body,
    notedBy: actor.personId,
    at: at.toString(),
  });
  await keep(
    context,
    placement,
    { deed: "note-proven" },
    {
      requirementId: params.requirementId,
      ...body,
    },
  );
  return accept({ done: true });
});

export const dropProvenRoute = deed(dropProven, async (context, { params }) => {
  const found = await asTeacher(context, params.placementId);
  if (!found.ok) return found;
  const { requirementId } = params;
  const wasThere = await queries.deleteProven(context.tx, found.value, requirementId);
  if (wasThere) await keep(context, found.value, { deed: "drop-proven" }, { requirementId });
  return accept({ done: true });
});

/** Its words are in no history: they may speak of the student's health. */
export const writeAdaptationRoute = deed(writeAdaptation, async (context, { params, body }) => {
  const { tx, actor, at } = context;
  const found = await asTeacher(context, params.placementId);
  if (!found.ok) return found;
  const placement = found.value;
  const { unitId, requirementId, kind, forWorkplace } = body;
  if (!(await queries.knowsUnit(tx, placement, unitId, requirementId)))
    return refuse("unknown_requirement");
  const id = params.adaptationId;
  const isSaved = await queries.saveAdaptation(tx, placement, {
    id,
    ...body,
    writtenBy: actor.personId,
    at: at.toString(),
  });
  if (!isSaved) return refuse("already_saved");
  const change = { id, unitId, requirementId, kind, forWorkplace };
  await keep(context, placement, { deed: "write-adaptation" }, change);
  return accept({ done: true });
});

export const endAdaptationRoute = deed(endAdaptation, async (context, { params }) => {
  const found = await asTeacher(context, params.placementId);
  if (!found.ok) return found;
  const id = params.adaptationId;
  const at = context.at.toString();
  const isEnded = await queries.closeAdaptation(context.tx, found.value, id, at);
  if (isEnded) await keep(context, found.value, { deed: "end-adaptation" }, { id });
  return accept({ done: true });
});

async function keep(
  { audit, touch }: DeedContext,
  placement: SeenPlacement,
  trace: { readonly deed: string },
  change: Readonly<Record<string, unknown>>,
): Promise<void> {
  await audit({
    ...trace,
    subjectKind: "placement",
    subjectId: placement.id,
    placementId: placement.id,
    providerId: placement.provider_id,
    change,
  });
  await touch(`placement:${placement.id}`);
}
