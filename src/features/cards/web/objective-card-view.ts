import { m } from "#messages/web";
import type { Role } from "#shared/actor.ts";
import type { Language } from "#shared/language.ts";
import type { AnswerOf } from "#web/request.ts";
import { useMe } from "#web/session.ts";
import type { listMissingCards, readObjectiveCard } from "../objective-card.contract.ts";

export const OBJECTIVE_CARD_PATH = "/api/providers/{providerId}/cards/{requirementId}";
export const MISSING_PATH = "/api/providers/{providerId}/missing-cards";

/** The reads in which a card's words are seen. */
export const OBJECTIVE_CARD_READS = [
  OBJECTIVE_CARD_PATH,
  MISSING_PATH,
  "/api/framework-versions/{versionId}/units/{unitId}",
];

export type ObjectiveCardView = AnswerOf<typeof readObjectiveCard>;
export type MissingView = AnswerOf<typeof listMissingCards>;

const WRITERS: readonly Role[] = ["coordinator", "provider_admin", "teacher"];

/** The provider whose cards the reader writes. */
export function useCardsProvider(): string | undefined {
  const me = useMe();
  return me?.memberships.find(({ role }) => WRITERS.includes(role))?.providerId;
}

export function cardHref(requirementId: string): string {
  return `/qualifications/cards/${requirementId}`;
}

export function languageWord(language: Language): string {
  const words = { fi: m.cards_language_fi, sv: m.cards_language_sv, en: m.cards_language_en };
  return words[language]();
}
