import { newId } from "#server/clock.ts";
import type { Tx } from "#server/database/database.ts";
import type { Placement } from "../../../../demo/placement-types.ts";
import { FOLLOWED, UNSIGNED_WORKPLACES } from "../../../../demo/safety.ts";
import type { Story } from "../../../../demo/story-types.ts";
import generalTemplate from "../../checklists/checklist-general.json" with { type: "json" };
import { insertRows } from "./demo.queries.ts";
import { type Ground, idOf } from "./load-ground.ts";
import { instantOf, type Keys } from "./story-rows.ts";

/** Signed this many days ago, for a year. */
const SIGNED_DAYS = 100;
const HELD_DAYS = 365;

/** A signed general checklist for each workplace at each provider, and what it found to be put right. */
export async function loadChecklists(
  tx: Tx,
  story: Story,
  ground: Ground,
  today: Temporal.PlainDate,
): Promise<void> {
  const from = today.subtract({ days: SIGNED_DAYS });
  const pairs = Map.groupBy(
    story.placements,
    ({ provider, workplace }) => `${provider} ${workplace}`,
  );
  const firsts = [...pairs.values()].flatMap(([first]) => first ?? []);
  const signed = firsts
    .filter(({ workplace }) => !UNSIGNED_WORKPLACES.includes(workplace))
    .map((placement) => ({ placement, id: newId() }));
  await insertRows(
    tx,
    "checklist",
    signed.map(({ placement, id }) => checklistRow(placement, id, ground, from)),
  );
  await insertRows(
    tx,
    "checklist_answer",
    signed.flatMap(({ placement, id }) => answerRows(placement, id, ground, from)),
  );
  const conditions = signed.flatMap(({ placement, id }) =>
    conditionRows(placement, id, ground, today),
  );
  await insertRows(tx, "checklist_condition", conditions);
}

function checklistRow(
  { provider, workplace, teacher }: Placement,
  id: string,
  ground: Ground,
  from: Temporal.PlainDate,
) {
  const at = `${from.toString()}T09:00:00Z`;
  const by = idOf(ground.people, teacher);
  return {
    provider_id: idOf(ground.providers, provider),
    id,
    workplace_id: idOf(ground.workplaces, workplace),
    field: "general",
    template_version: 1,
    started_by: by,
    started_at: at,
    signed_by: by,
    signed_at: at,
    valid_from: from.toString(),
    valid_until: from.add({ days: HELD_DAYS }).toString(),
  };
}

function answerRows(
  { provider, workplace, teacher }: Placement,
  id: string,
  ground: Ground,
  from: Temporal.PlainDate,
) {
  const found = (FOLLOWED[workplace] ?? []).map(({ item }) => item);
  return generalTemplate.items.map((item) => ({
    provider_id: idOf(ground.providers, provider),
    checklist_id: id,
    item_id: item.id,
    answer: found.includes(item.id) ? "no" : "yes",
    answered_by: idOf(ground.people, teacher),
    answered_at: `${from.toString()}T09:00:00Z`,
  }));
}

function conditionRows(
  { provider, workplace, teacher }: Placement,
  id: string,
  ground: Ground,
  today: Temporal.PlainDate,
) {
  return (FOLLOWED[workplace] ?? []).map(({ item, text, owner, due, done }) => ({
    provider_id: idOf(ground.providers, provider),
    id: newId(),
    checklist_id: id,
    item_id: item,
    text,
    owner,
    due_on: today.add({ days: due }).toString(),
    done_on: done === null ? null : today.add({ days: done }).toString(),
    done_by: done === null ? null : idOf(ground.people, teacher),
  }));
}

/** Accident by the basis, liability the employer's, as most agreements say. */
export function insuranceRows(placement: Placement, { people }: Ground, keys: Keys) {
  if (UNSIGNED_WORKPLACES.includes(placement.workplace)) return [];
  return [
    {
      ...keys,
      basis: placement.basis,
      accident_bearer: placement.basis === "apprenticeship" ? "employer" : "provider",
      liability_bearer: "employer",
      stated_by: idOf(people, placement.teacher),
      stated_at: instantOf(placement.createdAt),
    },
  ];
}
