import { useLocation } from "@tanstack/react-router";
import { m } from "#messages/web";
import type { Role } from "#shared/actor.ts";
import { isLanguage, type Language } from "#shared/language.ts";
import { useLanguage } from "#web/i18n/language.ts";
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

export function cardHref(requirementId: string, language: Language): string {
  return `/qualifications/cards/${requirementId}?language=${language}`;
}

/** The language that is being written: as the address says, else the reader's. */
export function useWrittenLanguage(): Language {
  const asked = useLocation({
    select: ({ searchStr }) => new URLSearchParams(searchStr).get("language"),
  });
  const mine = useLanguage();
  return isLanguage(asked) ? asked : mine;
}

export function languageWord(language: Language): string {
  const words = { fi: m.cards_language_fi, sv: m.cards_language_sv, en: m.cards_language_en };
  return words[language]();
}
