import { newId } from "#server/clock.ts";
import { deed } from "#server/deed.ts";
import { accept, refuse } from "#shared/outcome.ts";
import { answerItem, carryOver, removeAttachment, startChecklist } from "../checklist.contract.ts";
import { mayReplace, templateOn } from "../checklist.ts";
import { TEMPLATES } from "../templates.ts";
import { findAnswer, forgetAttachment, saveAnswer } from "./answer.queries.ts";
import { hasFile, lockChecklist, setTemplate, startOne } from "./checklist.queries.ts";
import {
  leaveTrace,
  newerTemplate,
  openChecklist,
  openPlace,
  templateOf,
} from "./open-checklist.ts";

export const startChecklistRoute = deed(startChecklist, async (context, { params, body }) => {
  const place = await openPlace(context, params.placementId);
  if (!place.ok) return place;
  const { placement, today } = place.value;
  const checklistId = await startOne(context.tx, placement, {
    id: newId(),
    field: body.field,
    version: templateOn(TEMPLATES, body.field, today)?.version ?? null,
    by: context.actor.personId,
    at: context.at.toString(),
  });
  if (checklistId === undefined) return refuse("list_retired");
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
  const standing = await findAnswer(context.tx, placement, checklist.id, body.itemId);
  const next = { answer: body.answer, remark: body.remark === "" ? null : body.remark };
  if (!mayReplace(standing ?? null, body.seen, next)) {
    return refuse("answered_meanwhile", { ...standing });
  }
  await saveAnswer(context.tx, placement.provider_id, {
    ...next,
    itemId: body.itemId,
    fileId: body.fileId,
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

/** Whoever fills takes away what was attached by mistake; what has been signed stays as it was signed. */
export const removeAttachmentRoute = deed(removeAttachment, async (context, { params }) => {
  const place = await openPlace(context, params.placementId);
  if (!place.ok) return place;
  const { placement } = place.value;
  const checklist = await lockChecklist(context.tx, placement, params.checklistId);
  if (checklist === undefined) return refuse("not_found");
  if (checklist.signed_at !== null) return refuse("signed_stays");
  if (!templateOf(checklist).items.some(({ id }) => id === params.itemId)) {
    return refuse("unknown_item", { item: params.itemId });
  }
  const fileId = await forgetAttachment(context.tx, placement, checklist.id, params.itemId);
  if (fileId === null) return accept({ done: true } as const);
  const change = { item: params.itemId, file: fileId };
  await leaveTrace(context, placement, {
    deed: "remove-attachment",
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
  const newer = newerTemplate(checklist, today);
  if (newer === undefined) return refuse("newest_already");
  await setTemplate(context.tx, placement.provider_id, checklist.id, newer.version);
  const change = { before: checklist.template_version, version: newer.version };
  await leaveTrace(context, placement, {
    deed: "carry-over",
    subject: "checklist",
    id: checklist.id,
    change,
  });
  return accept({ done: true } as const);
});
