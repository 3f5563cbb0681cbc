import type { Language } from "./language.ts";

/**
 * Roles a person holds at a provider (product.md §2). A tutor's comes from being named in a placement, a
 * signer's from being asked to sign an agreement for an employer or as a guardian.
 */
export const ROLES = [
  "student",
  "teacher",
  "coordinator",
  "provider_admin",
  "desk_adviser",
  "tutor",
  "signer",
] as const;
export type Role = (typeof ROLES)[number];

/** How the person proved who they are, weakest first (product.md §3). */
export const MEANS = ["link", "demo", "code"] as const;
export type Means = (typeof MEANS)[number];

export type Membership = { readonly providerId: string; readonly role: Role };

/**
 * Whoever acts, built once at the edge from a session or a personal link.
 * Below the edge nobody asks how the person signed in, only what the actor says here.
 */
export type Actor = {
  readonly sessionId: string;
  readonly personId: string;
  readonly givenName: string;
  readonly familyName: string;
  readonly language: Language;
  readonly means: Means;
  /** A colleague acting in this person's seat, by a forwarded link; null = the person. */
  readonly actingName: string | null;
  /** True once the one who acts has said who they are on this device. */
  readonly named: boolean;
  readonly memberships: readonly Membership[];
  /** A personal link opens one placement, or one workplace's placements; null = all of the person's. */
  readonly onlyPlacementId: string | null;
  readonly onlyWorkplaceId: string | null;
  /** A link to sign opens that agreement and no placement. */
  readonly onlyAgreementId: string | null;
};

export function hasRole(actor: Actor, role: Role, providerId?: string): boolean {
  return actor.memberships.some(
    (membership) =>
      membership.role === role &&
      (providerId === undefined || membership.providerId === providerId),
  );
}

export function providersOf(actor: Actor): string[] {
  return [...new Set(actor.memberships.map((membership) => membership.providerId))];
}

/** Providers where the actor works; being somebody's tutor, student or signer there is not that. */
export function staffProvidersOf(actor: Actor): string[] {
  const outside: readonly Role[] = ["tutor", "student", "signer"];
  const working = actor.memberships.filter(({ role }) => !outside.includes(role));
  return [...new Set(working.map(({ providerId }) => providerId))];
}
