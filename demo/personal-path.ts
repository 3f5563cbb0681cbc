import { heating, shared } from "./requirements.ts";
import type { PersonKey, RequirementCode, UnitCode } from "./story-types.ts";

/** What is a student's own beside the plan: known before, assessed otherwise, and what helps. */
export interface PersonalPath {
  readonly proven: readonly {
    readonly requirement: RequirementCode;
    readonly how: "demonstrated" | "recognised";
  }[];
  readonly adaptations: readonly {
    readonly unit: UnitCode;
    readonly requirement: RequirementCode;
    readonly kind: "individual_criteria" | "deviation";
    readonly text: string;
    readonly forWorkplace: boolean;
  }[];
  /** Between student and teacher; shared: the student has let the workplace know. */
  readonly support: readonly { readonly text: string; readonly shared: boolean }[];
}

export const PATHS: Readonly<Record<PersonKey, PersonalPath>> = {
  "eetu-lahtinen": {
    proven: [
      { requirement: shared.keepsTimes, how: "demonstrated" },
      { requirement: shared.asksAndListens, how: "recognised" },
    ],
    adaptations: [
      {
        unit: heating.unit,
        requirement: heating.handsOver,
        kind: "individual_criteria",
        text: "Kertoo luovutuksen suullisesti. Paperin saa täyttää yhdessä.",
        forWorkplace: true,
      },
    ],
    support: [
      {
        text: "Uusi työ kannattaa näyttää kerran ja kirjoittaa sitten kolmeen kohtaan.",
        shared: true,
      },
      { text: "Lukivaikeus. Saa kirjoittaa päivän puhumalla.", shared: false },
    ],
  },
};
