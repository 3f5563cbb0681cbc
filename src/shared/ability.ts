/** The answer of a policy: allowed, or denied with the reason code a sentence is made of. */
export type Ability =
  | { readonly allowed: true }
  | { readonly allowed: false; readonly reason: string };

export const ALLOWED: Ability = { allowed: true };

export function denied(reason: string): Ability {
  return { allowed: false, reason };
}
