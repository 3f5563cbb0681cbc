import { createContext, useContext } from "react";
import type { Means, Role } from "#shared/actor.ts";
import type { Language } from "#shared/language.ts";
import type { Texts } from "./i18n/language.ts";

/** The person at this browser, as the server tells it (people.contract.ts). */
export type Me = {
  readonly personId: string;
  readonly givenName: string;
  readonly familyName: string;
  readonly language: Language;
  readonly means: Means;
  /** A colleague in this person's seat, by a forwarded link; null = the person. */
  readonly actingName: string | null;
  readonly memberships: readonly {
    readonly providerId: string;
    readonly role: Role;
    readonly providerName: Texts;
  }[];
  readonly onlyPlacementId: string | null;
  readonly onlyAgreementId: string | null;
};

/** undefined = not known yet, null = nobody is signed in. */
export const MeContext = createContext<Me | null | undefined>(undefined);

export function useMe(): Me | null | undefined {
  return useContext(MeContext);
}

const STAFF: readonly Role[] = ["teacher", "coordinator", "provider_admin", "desk_adviser"];

/** Staff see the bar with words; students and tutors the plain one. A link never makes anybody staff. */
export function isStaff(me: Me | null | undefined): boolean {
  return holds(me, ...STAFF) && me?.means !== "link";
}

export function holds(me: Me | null | undefined, ...roles: Role[]): boolean {
  return me?.memberships.some(({ role }) => roles.includes(role)) ?? false;
}

/** "demo": invented people only, and a visitor may be any of them. */
export function isDemo(): boolean {
  return document.documentElement.dataset.mode === "demo";
}
