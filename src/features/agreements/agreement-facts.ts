import type { Basis } from "#features/placements/placement.ts";
import type { PlanHours, PlanTalk } from "#features/plans/plan.ts";
import type { LocalisedText } from "#shared/language.ts";
import type { GeneralTerms } from "./framework-agreement.ts";

/**
 * What an agreement is about, frozen when it is sent: the newest plan, the parties and the terms of the basis
 * (finland.md §3 rules 2-4). Days are "2026-11-30", times of day "07:30".
 */
export type AgreementFacts = {
  readonly basis: Basis;
  readonly period: { readonly startsOn: string; readonly endsOn: string };
  readonly partTimePercent: number;
  readonly student: { readonly name: string; readonly underage: boolean };
  readonly provider: { readonly name: LocalisedText; readonly businessId: string };
  readonly employer: {
    readonly name: string;
    readonly businessId: string;
    readonly workplace: string;
    readonly address: string;
  };
  readonly teacher: Contact;
  readonly tutor: Contact;
  readonly qualification: LocalisedText;
  readonly units: readonly LocalisedText[];
  readonly planNumber: number;
  readonly objectives: readonly { readonly requirementId: string; readonly text: LocalisedText }[];
  readonly tasks: readonly LocalisedText[];
  readonly hours: PlanHours;
  readonly talks: readonly PlanTalk[];
  readonly timeZone: string;
  readonly support: string | null;
  readonly travel: string | null;
  readonly meals: string | null;
  readonly insurance: {
    readonly accident: "provider" | "employer";
    readonly liability: "provider" | "employer";
    readonly note: string | null;
  };
  /** Terms of employment; null on a training agreement, which has none. */
  readonly employment: Employment | null;
  /** The framework agreement whose general terms this one refers to; null when it holds all of them itself. */
  readonly generalTerms: GeneralTerms | null;
};

export type Contact = {
  readonly name: string;
  readonly email: string | null;
  readonly phone: string | null;
};

/** Apprenticeship (finland.md §3 rule 4): pay by collective agreement, probation, at least 25 hours a week on average. */
export type Employment = {
  readonly payBasis: string;
  readonly payText: string;
  readonly probationEndsOn: string | null;
  readonly minutesPerWeekOnAverage: number;
  /** Euros a month that the provider pays to the employer for costs of the training; null when nothing is agreed. */
  readonly compensationEuros: number | null;
};

/** Least weekly hours of an apprenticeship, on average (finland.md §3 rule 4). */
export const APPRENTICE_MINUTES_PER_WEEK = 25 * 60;
