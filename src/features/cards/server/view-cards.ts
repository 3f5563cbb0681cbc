import { type Relation, relationOf } from "#features/placements/placement.policy.ts";
import { restEnds } from "#features/placements/placement.ts";
import { findVisible, type SeenPlacement } from "#features/placements/server/api.ts";
import { isOpen } from "#features/plans/plan.ts";
import { type GridRow, listGridRows, listPresentTasks } from "#features/suitability/server/api.ts";
import type { Tx } from "#server/database/database.ts";
import { type Answer, view } from "#server/deed.ts";
import { denied } from "#shared/ability.ts";
import { accept, refuse } from "#shared/outcome.ts";
import { localisedText } from "#shared/route.contract.ts";
import { readCards } from "../cards.contract.ts";
import { mayReadCards, maySort } from "../cards.policy.ts";
import { SECONDS_A_CARD } from "../cards.ts";
import { wordsOf } from "./api.ts";
import * as queries from "./words.queries.ts";

type CardsAnswer = Answer<typeof readCards>;

export const readCardsRoute = view(readCards, async ({ tx, actor }, { params }) => {
  const placement = await findVisible(tx, actor, params.placementId);
  if (placement === null) return refuse("not_found");
  const relation = relationOf(actor, placement);
  const may = mayReadCards(relation);
  if (!may.allowed) return refuse("forbidden", { reason: may.reason });
  const ground = await queries.findGround(tx, placement);
  const cards = await cardsOf(tx, placement);
  const sorted = cards.filter(({ word }) => word !== null).length;
  const { student_id, tutor_id, teacher_id } = placement;
  return accept({
    placementId: placement.id,
    providerName: ground.provider_name,
    workplaceName: ground.workplace_name,
    student: {
      id: student_id,
      givenName: ground.student_name,
      familyName: ground.student_family_name,
    },
    tutor: tutor_id === null ? null : { id: tutor_id, givenName: ground.tutor_name ?? "" },
    teacher: { id: teacher_id, givenName: ground.teacher_name },
    relation,
    sorted,
    seconds: (cards.length - sorted) * SECONDS_A_CARD,
    cards,
    tasks: await listPresentTasks(tx, placement.workplace_id),
    asked: await askedOf(tx, placement),
    abilities: abilitiesOf(relation, actor.named, placement),
  });
});

/** One card for each requirement, however many units have it; unsorted first, then the newest word. */
async function cardsOf(tx: Tx, placement: SeenPlacement): Promise<CardsAnswer["cards"]> {
  const rows = await listGridRows(tx, placement);
  const once = [...new Map(rows.toReversed().map((row) => [row.key, row])).values()].toReversed();
  const words = await wordsOf(tx, placement.workplace_id, once);
  const cards = once.map((row) =>
    asCard(
      row,
      words.find((one) => one.requirementId === row.id),
    ),
  );
  return [
    ...cards.filter(({ word }) => word === null),
    ...cards
      .filter(({ word }) => word !== null)
      .toSorted((left, right) => ((left.word?.at ?? "") < (right.word?.at ?? "") ? 1 : -1)),
  ];
}

type WordOf = Awaited<ReturnType<typeof wordsOf>>[number];

function asCard(row: GridRow, word: WordOf | undefined): CardsAnswer["cards"][number] {
  return {
    requirementId: row.id,
    unitName: row.unit_name,
    lead: localisedText.parse(row.lead),
    text: row.text,
    plain: row.plain,
    seenWhen: row.seen_when,
    usualTasks: [...row.usual_tasks],
    word:
      word === undefined
        ? null
        : { answer: word.answer, taskIds: [...word.taskIds], by: word.by, at: word.at },
  };
}

async function askedOf(tx: Tx, placement: SeenPlacement): Promise<CardsAnswer["asked"]> {
  const { asked, last } = await queries.findAsked(tx, placement);
  if (asked === undefined || last === undefined) return null;
  return { by: asked.by, at: asked.at, nextAt: restEnds(last.at).toString() };
}

function abilitiesOf(
  relation: Relation,
  named: boolean,
  { state, tutor_id }: SeenPlacement,
): CardsAnswer["abilities"] {
  const open = isOpen(state);
  const asks = relation === "teacher" || relation === "coordinator";
  const ask = !asks ? denied("role") : tutor_id === null ? denied("no_tutor") : null;
  return {
    sort: open ? maySort(relation, named) : denied("placement_over"),
    ask: open ? (ask ?? { allowed: true }) : denied("placement_over"),
  };
}
