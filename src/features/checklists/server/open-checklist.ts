import { relationOf } from "#features/placements/placement.policy.ts";
import { lockVisible, type SeenPlacement } from "#features/placements/server/api.ts";
import { dayAt } from "#server/clock.ts";
import type { DeedContext } from "#server/deed.ts";
import { accept, refuse } from "#shared/outcome.ts";
import { mayCheck } from "../checklist.policy.ts";
import type { Field, Template } from "../checklist.ts";
import { FIELDS, newerThan } from "../checklist.ts";
import { TEMPLATES } from "../templates.ts";
import { findPlace, lockChecklist } from "./checklist.queries.ts";

/** The first gates of every deed here: seen, staff of it, and what day it is at the provider. */
export async function openPlace({ tx, actor, at }: DeedContext, placementId: string) {
  const placement = await lockVisible(tx, actor, placementId);
  if (placement === null) return refuse("not_found");
  const may = mayCheck(relationOf(actor, placement));
  if (!may.allowed) return refuse("forbidden", { reason: may.reason });
  const { time_zone } = await findPlace(tx, placement.id);
  return accept({ placement, today: dayAt(at, time_zone) });
}

/** The same, with the checklist locked and still being filled. */
export async function openChecklist(
  context: DeedContext,
  placementId: string,
  checklistId: string,
) {
  const place = await openPlace(context, placementId);
  if (!place.ok) return place;
  const checklist = await lockChecklist(context.tx, place.value.placement, checklistId);
  if (checklist === undefined) return refuse("not_found");
  if (checklist.signed_at !== null) return refuse("already_signed");
  return accept({ ...place.value, checklist, template: templateOf(checklist) });
}

type Kept = { readonly field: string; readonly template_version: number };

export function templateOf({ field, template_version }: Kept): Template {
  const found = TEMPLATES.find((one) => one.field === field && one.version === template_version);
  if (found === undefined) throw new Error(`no template ${field} ${template_version}`);
  return found;
}

export function newerTemplate(kept: Kept, today: Temporal.PlainDate): Template | undefined {
  const { field, template_version: version } = kept;
  return newerThan(TEMPLATES, { field: fieldOf(field), version }, today);
}

export function fieldOf(field: string): Field {
  const known = FIELDS.find((one) => one === field);
  if (known === undefined) throw new Error(`unknown field ${field}`);
  return known;
}

/** One audit row and word to those who look at the placement. */
export async function leaveTrace(
  { audit, touch }: DeedContext,
  placement: SeenPlacement,
  {
    deed,
    subject,
    id,
    change,
  }: { deed: string; subject: string; id: string; change: Record<string, unknown> },
): Promise<void> {
  await audit({
    deed,
    subjectKind: subject,
    subjectId: id,
    placementId: placement.id,
    providerId: placement.provider_id,
    change,
  });
  await touch(`placement:${placement.id}`);
}
