import type { Tx } from "#server/database/database.ts";
import { OWN_CARDS, type OwnCard, SORTED } from "../../../../demo/cards.ts";
import type { Placement } from "../../../../demo/placement-types.ts";
import type { Story } from "../../../../demo/story-types.ts";
import { insertRows } from "./demo.queries.ts";
import { type Ground, idOf } from "./load-ground.ts";
import { instantOf } from "./story-rows.ts";

/** Cards in the providers' own words, and what the workplaces have said of them. */
export async function loadCards(tx: Tx, story: Story, ground: Ground): Promise<void> {
  const at = `${story.today}T05:00:00Z`;
  await insertRows(
    tx,
    "objective_card",
    OWN_CARDS.map((card) => keysOf(card, ground)),
  );
  await insertRows(
    tx,
    "objective_card_version",
    OWN_CARDS.map((card) => ({
      ...keysOf(card, ground),
      written_by: idOf(ground.people, card.writtenBy),
      written_at: at,
    })),
  );
  await insertRows(
    tx,
    "offered_card",
    OWN_CARDS.filter(({ offered }) => offered).map((card) => {
      const { provider_id, ...words } = keysOf(card, ground);
      return { ...words, offered_by: provider_id, offered_at: at };
    }),
  );
  await insertRows(
    tx,
    "workplace_card",
    story.placements.flatMap((placement) => sortedRows(placement, ground)),
  );
}

function keysOf({ provider, requirement, plain, seenWhen, tasks }: OwnCard, ground: Ground) {
  return {
    provider_id: idOf(ground.providers, provider),
    requirement_key: requirement,
    number: 1,
    plain,
    seen_when: seenWhen,
    typical_tasks: tasks,
  };
}

function sortedRows({ student, tutor, workplace, createdAt }: Placement, ground: Ground) {
  if (tutor === undefined) return [];
  return (SORTED[student] ?? []).map(({ requirement, answer, tasks }) => ({
    workplace_id: idOf(ground.workplaces, workplace),
    requirement_key: requirement,
    answer,
    task_ids: tasks.map((task) => idOf(ground.tasks, task)),
    said_by: idOf(ground.people, tutor),
    acting_name: null,
    said_at: instantOf(createdAt),
  }));
}
