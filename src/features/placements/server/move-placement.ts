import { takeBackOut } from "#features/agreements/server/api.ts";
import { tellCalendars } from "#features/calendars/server/api.ts";
import { type DeedContext, deed } from "#server/deed.ts";
import { accept, refuse } from "#shared/outcome.ts";
import { missingOf } from "../gate.ts";
import { movePlacement } from "../placement.contract.ts";
import { mayMove, relationOf } from "../placement.policy.ts";
import { type Ending, type Move, move } from "../placement.ts";
import { lockVisible } from "./api.ts";
import { placementFacts } from "./facts.queries.ts";
import { judge, stateOf } from "./judge.ts";
import { tellOfEnding } from "./tell-ending.ts";

/** Moves the placement along its life; the gate is judged inside the same lock that the move takes. */
export const movePlacementRoute = deed(movePlacement, async (context, { params, body }) => {
  const { tx, actor, at, house, seenVersion, audit, touch } = context;
  const placement = await lockVisible(tx, actor, params.placementId);
  if (placement === null) return refuse("not_found");
  const may = mayMove(relationOf(actor, placement));
  if (!may.allowed) return refuse("forbidden", { reason: may.reason });
  if (placement.state === body.to) return accept({ state: body.to, version: placement.version });
  if (seenVersion !== null && seenVersion !== placement.version) {
    return refuse("stale", { state: placement.state, version: placement.version });
  }
  const facts = await placementFacts(tx, (eb) =>
    eb("placement.id", "=", placement.id),
  ).executeTakeFirstOrThrow();
  const { gate, startsOn, endsOn, today } = judge(facts, at);
  const ending: Ending | null = body.ending && {
    ...body.ending,
    heardOn: Temporal.PlainDate.from(body.ending.heardOn),
  };
  const moved = move(
    { state: stateOf(placement), startsOn, endsOn, today, gateMissing: missingOf(gate) },
    { to: body.to, reason: body.reason, ending },
  );
  if (!moved.ok) return moved;
  const version = placement.version + 1;
  await saveMove(context, placement.id, { to: body.to, reason: body.reason, ending }, version);
  await audit({
    deed: "move-placement",
    subjectKind: "placement",
    subjectId: placement.id,
    placementId: placement.id,
    providerId: placement.provider_id,
    change: { from: placement.state, to: body.to },
  });
  await touch(`placement:${placement.id}`);
  await tellCalendars(house, tx, placement);
  if (body.to === "cancelled" || body.to === "terminated") await takeBackOut(context, placement);
  if (body.to === "terminated" && ending !== null) await tellOfEnding(context, placement, ending);
  return accept({ state: moved.value, version });
});

async function saveMove(
  { tx, at }: DeedContext,
  placementId: string,
  { to, reason, ending }: Move,
  version: number,
): Promise<void> {
  // Closing later keeps why it was cancelled or terminated.
  const reasoned = reason === null ? {} : { state_reason: reason };
  const ended = ending && {
    ending_ground: ending.ground,
    heard_on: ending.heardOn.toString(),
    heard_parties: [...ending.heard],
    on_probation: ending.onProbation,
  };
  await tx
    .updateTable("placement")
    .set({ state: to, ...reasoned, state_changed_at: at.toString(), version, ...ended })
    .where("id", "=", placementId)
    .execute();
}
