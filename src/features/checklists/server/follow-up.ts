import { deed } from "#server/deed.ts";
import { accept, refuse } from "#shared/outcome.ts";
import { closeCondition, stateInsurance } from "../checklist.contract.ts";
import { findPlace } from "./checklist.queries.ts";
import { leaveTrace, openPlace } from "./open-checklist.ts";
import { closeOne, lockCondition, saveInsurance } from "./sign.queries.ts";

export const closeConditionRoute = deed(closeCondition, async (context, { params }) => {
  const place = await openPlace(context, params.placementId);
  if (!place.ok) return place;
  const { placement, today } = place.value;
  const condition = await lockCondition(context.tx, placement, params.conditionId);
  if (condition === undefined) return refuse("not_found");
  const hand = { by: context.actor.personId, on: today.toString() };
  if (condition.done_on === null) {
    await closeOne(context.tx, placement.provider_id, condition.id, hand);
  }
  await leaveTrace(context, placement, {
    deed: "close-condition",
    subject: "checklist_condition",
    id: condition.id,
    change: { before: condition.done_on, doneOn: condition.done_on ?? hand.on },
  });
  return accept({ done: true } as const);
});

export const stateInsuranceRoute = deed(stateInsurance, async (context, { params, body }) => {
  const place = await openPlace(context, params.placementId);
  if (!place.ok) return place;
  const { placement } = place.value;
  const { basis } = await findPlace(context.tx, placement.id);
  await saveInsurance(context.tx, {
    provider_id: placement.provider_id,
    placement_id: placement.id,
    basis,
    accident_bearer: body.accident,
    liability_bearer: body.liability,
    note: body.note === "" ? null : body.note,
    stated_by: context.actor.personId,
    stated_at: context.at.toString(),
  });
  const change = { accident: body.accident, liability: body.liability, basis };
  await leaveTrace(context, placement, {
    deed: "state-insurance",
    subject: "placement",
    id: placement.id,
    change,
  });
  return accept({ done: true } as const);
});
