import type { SeenPlacement } from "#features/placements/server/api.ts";
import { newId } from "#server/clock.ts";
import { type DeedContext, deed, type Input } from "#server/deed.ts";
import { accept, refuse } from "#shared/outcome.ts";
import { signChecklist } from "../checklist.contract.ts";
import { ANSWERS, type AnswerCode, checkSignature, endedBefore } from "../checklist.ts";
import { type LockedChecklist, listAnswers } from "./checklist.queries.ts";
import { leaveTrace, openChecklist } from "./open-checklist.ts";
import { endOne, insertConditions, lockReaching, signOne } from "./sign.queries.ts";

/** Holds from today; the former ends yesterday. Two at once: the second finds it signed, or answered anew since it was read. */
export const signChecklistRoute = deed(signChecklist, async (context, { params, body }) => {
  const open = await openChecklist(context, params.placementId, params.checklistId);
  if (!open.ok) return open;
  const { placement, checklist, template, today } = open.value;
  const { seenVersion } = context;
  if (seenVersion !== null && seenVersion !== checklist.version) {
    return refuse("stale", { version: checklist.version });
  }
  const answers = await listAnswers(context.tx, placement, [checklist.id]);
  const codes = answers.map(({ item_id, answer }) => ({ itemId: item_id, answer: codeOf(answer) }));
  const checked = checkSignature({ template, answers: codes, today, ...body });
  if (!checked.ok) return checked;
  await endFormer(context, placement, checklist, today);
  await signOne(context.tx, placement.provider_id, checklist, {
    by: context.actor.personId,
    at: context.at.toString(),
    from: today.toString(),
    until: body.validUntil,
  });
  await insertConditions(context.tx, conditionRows(placement, checklist, body.conditions));
  const change = {
    field: checklist.field,
    validUntil: body.validUntil,
    conditions: body.conditions.map(({ itemId, owner, dueOn }) => ({ itemId, owner, dueOn })),
  };
  await leaveTrace(context, placement, {
    deed: "sign-checklist",
    subject: "checklist",
    id: checklist.id,
    change,
  });
  return accept({ done: true } as const);
});

function codeOf(text: string): AnswerCode {
  return ANSWERS.find((code) => code === text) ?? "no";
}

async function endFormer(
  { tx }: DeedContext,
  placement: SeenPlacement,
  { field }: LockedChecklist,
  today: Temporal.PlainDate,
): Promise<void> {
  for (const former of await lockReaching(tx, placement, field, today.toString())) {
    if (former.valid_from === null || former.valid_until === null) continue;
    const held = {
      from: Temporal.PlainDate.from(former.valid_from),
      until: Temporal.PlainDate.from(former.valid_until),
    };
    const { until } = endedBefore(held, today);
    await endOne(tx, placement.provider_id, former.id, until.toString());
  }
}

function conditionRows(
  { provider_id }: SeenPlacement,
  { id }: LockedChecklist,
  conditions: Input<typeof signChecklist>["body"]["conditions"],
) {
  return conditions.map(({ itemId, text, owner, dueOn }) => ({
    provider_id,
    id: newId(),
    checklist_id: id,
    item_id: itemId,
    text,
    owner,
    due_on: dueOn,
  }));
}
