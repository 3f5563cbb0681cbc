/** How a requirement came to be proven before this placement (finland.md §1.1: acquired earlier). */
export const PROOFS = ["demonstrated", "recognised"] as const;
export type Proof = (typeof PROOFS)[number];

/** What is assessed otherwise than the requirements say (finland.md rule 23). */
export const ADAPTATIONS = ["individual_criteria", "deviation"] as const;
export type AdaptationKind = (typeof ADAPTATIONS)[number];
