import type { Answer } from "#server/deed.ts";
import type { readWeek } from "../logbook.contract.ts";
import { MOST_CARDS, proposeCards } from "../week-cards.ts";
import type { WeekPageRow } from "./week-page.queries.ts";
import { asLevel, type ConfirmationAnswer } from "./week-row.ts";

type CardAnswers = Answer<typeof readWeek>["cards"];

/** The cards of the week: those answered, else the ones proposed; a corrected week keeps its answers to change. */
export function cardsOf(row: WeekPageRow, confirmation: ConfirmationAnswer | null): CardAnswers {
  const answered = row.answered.map((card) => ({
    ...textsOf(card),
    level: asLevel(card.level) ?? null,
  }));
  if (confirmation !== null && confirmation.lookAgain === null) return answered;
  const chosen = proposeCards(
    row.objectives.map(({ id, position, days_this_week, other_cards }) => ({
      requirementId: id,
      position,
      daysThisWeek: Number(days_this_week ?? 0),
      timesAsked: other_cards.length,
      doneAlone: other_cards.some(({ level }) => level === "alone"),
    })),
  );
  const proposed = chosen.flatMap((requirementId) => {
    const objective = row.objectives.find(({ id }) => id === requirementId);
    return objective === undefined ? [] : [{ ...textsOf(objective), level: null }];
  });
  const known = new Set(answered.map(({ requirementId }) => requirementId));
  return [...answered, ...proposed.filter(({ requirementId }) => !known.has(requirementId))].slice(
    0,
    MOST_CARDS,
  );
}

type Texts = Pick<WeekPageRow["objectives"][number], "id" | "text" | "plain" | "seen_when">;

/** Plain words where the requirement has them, else the official text. */
function textsOf({ id, text, plain, seen_when }: Texts) {
  return { requirementId: id, name: plain ?? text, seenWhen: seen_when };
}
