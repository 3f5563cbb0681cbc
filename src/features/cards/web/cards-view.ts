import { m } from "#messages/web";
import { type Texts, textOf } from "#web/i18n/language.ts";
import type { AnswerOf } from "#web/request.ts";
import type { CellKind } from "#web/ui/cell-mark.tsx";
import type { readCards } from "../cards.contract.ts";
import type { CardAnswer } from "../cards.ts";

export const CARDS_PATH = "/api/placements/{placementId}/cards";

/** The reads in which a sorted card is seen. */
export const CARDS_READS = [
  CARDS_PATH,
  "/api/placements/{placementId}/suitability",
  "/api/tutor/home",
];

export type CardsView = AnswerOf<typeof readCards>;
export type SortingCard = CardsView["cards"][number];

/** The workplace's own words where there are some, else the official sentence. */
export function cardText({ plain, text }: SortingCard): Texts {
  return textOf(plain) && plain ? plain : text;
}

export function answerWord(answer: CardAnswer): string {
  const words = { done: m.cards_done, help: m.cards_help, not: m.cards_not };
  return words[answer]();
}

export const ANSWER_MARKS: Readonly<Record<CardAnswer, CellKind>> = {
  done: "done",
  help: "help",
  not: "not-here",
};

/** "2 minutes", and one at the least. */
export function minutesOf(seconds: number): number {
  return Math.max(1, Math.round(seconds / 60));
}
