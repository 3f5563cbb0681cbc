import { newId } from "#server/clock.ts";
import { deed } from "#server/deed.ts";
import { accept, refuse } from "#shared/outcome.ts";
import { answerItem, carryOver, startChecklist } from "../checklist.contract.ts";
import { hasFile, saveAnswer, setTemplate, startOne } from "./checklist.queries.ts";
import { leaveTrace, newestTemplate, openChecklist, openPlace } from "./open-checklist.ts";

export const startChecklistRoute = deed(startChecklist, async (context, { params, body }) => {
  const place = await openPlace(context, params.placementId);
  if (!place.ok) return place;
  const { placement, today } = place.value;
  const checklistId = await startOne(context.tx, placement, {
    id: newId(),
    field: body.field,
    version: newestTemplate(body.field, today).version,
    by: context.actor.personId,
    at: context.at.toString(),
  });
  const change = { field: body.field };
  await leaveTrace(context, placement, {
    deed: "start-checklist",
    subject: "checklist",
    id: checklistId,
    change,
  });
  return accept({ checklistId });
});

export const answerItemRoute = deed(answerItem, async (context, { params, body }) => {
  const open = await openChecklist(context, params.placementId, params.checklistId);
  if (!open.ok) return open;
  const { placement, checklist, template } = open.value;
  if (!template.items.some(({ id }) => id === body.itemId)) {
    return refuse("unknown_item", { item: body.itemId });
  }
  if (body.fileId !== null && !(await hasFile(context.tx, placement, body.fileId))) {
    return refuse("unknown_file");
  }
  await saveAnswer(context.tx, placement.provider_id, {
    ...body,
    checklistId: checklist.id,
    by: context.actor.personId,
    at: context.at.toString(),
  });
  const change = { item: body.itemId, answer: body.answer, file: body.fileId };
  await leaveTrace(context, placement, {
    deed: "answer-item",
    subject: "checklist",
    id: checklist.id,
    change,
  });
  return accept({ done: true } as const);
});

/** On to the newest template; answers stay in the record also where an item is gone. */
export const carryOverRoute = deed(carryOver, async (context, { params }) => {
  const open = await openChecklist(context, params.placementId, params.checklistId);
  if (!open.ok) return open;
  const { placement, checklist, today } = open.value;
  const { version } = newestTemplate(checklist.field, today);
  if (version <= checklist.template_version) return refuse("newest_already");
  await setTemplate(context.tx, placement.provider_id, checklist.id, version);
  const change = { before: checklist.template_version, version };
  await leaveTrace(context, placement, {
    deed: "carry-over",
    subject: "checklist",
    id: checklist.id,
    change,
  });
  return accept({ done: true } as const);
});
