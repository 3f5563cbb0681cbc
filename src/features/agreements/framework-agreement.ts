import { BASES, type Basis } from "#features/placements/placement.ts";
import type { LocalisedText } from "#shared/language.ts";
import { accept, type Outcome, type Refusal, refuse } from "#shared/outcome.ts";
import type { AgreementState } from "./agreement.ts";
import type { Wording } from "./agreement-template.ts";

/**
 * A framework agreement: general terms between a provider and an employer that later placements' agreements
 * refer to. Student, period, hours, tutor and objectives stay in each placement's own agreement, which provider
 * and employer sign as before (finland.md §3 rules 2-4).
 */

/** Nobody is bound by terms that have no end: it is made anew at least this often. */
const LONGEST_YEARS = 5;
/** So many days before its end those who look after it are told. */
const ENDS_SOON_DAYS = 60;

/** What a framework agreement says, frozen when it is sent. Days are "2027-01-01". */
export type FrameworkFacts = {
  readonly number: number;
  readonly bases: readonly Basis[];
  readonly period: { readonly startsOn: string; readonly endsOn: string };
  readonly provider: { readonly name: LocalisedText; readonly businessId: string };
  readonly employer: { readonly name: string; readonly businessId: string };
  readonly timeZone: string;
};

/** Whose agreements it may cover, as it is chosen. */
export const COVERED = [...BASES, "both"] as const;
export type Covered = (typeof COVERED)[number];

export function basesOf(covered: Covered): readonly Basis[] {
  return covered === "both" ? BASES : [covered];
}

/** The signed framework agreement whose general terms a placement's agreement refers to. */
export type GeneralTerms = {
  readonly number: number;
  readonly signedOn: string;
  readonly textHash: string;
  /** What its text is divided into: a placement's agreement leaves out what is said there. */
  readonly sections: readonly { readonly id: string; readonly heading: Wording }[];
};

/** What says for which placements a framework agreement holds. */
export type Validity = {
  readonly state: AgreementState;
  readonly bases: readonly Basis[];
  readonly validFrom: string;
  readonly validUntil: string;
  /** The last day of one that a party has terminated. */
  readonly terminatedOn: string | null;
};

/** The last day on which a placement may begin under it. */
export function lastDayOf({ validUntil, terminatedOn }: Validity): string {
  return terminatedOn ?? validUntil;
}

/** Whether a placement that is agreed today refers to it: signed, not over, and begun within its days. */
export function covers(
  framework: Validity,
  placement: { readonly basis: Basis; readonly startsOn: string },
  today: string,
): boolean {
  const last = lastDayOf(framework);
  return (
    framework.state === "completed" &&
    framework.bases.includes(placement.basis) &&
    today <= last &&
    framework.validFrom <= placement.startsOn &&
    placement.startsOn <= last
  );
}

export const STANDINGS = [
  "out",
  "declined",
  "withdrawn",
  "coming",
  "in_force",
  "ends_soon",
  "terminated",
  "ended",
] as const;
export type Standing = (typeof STANDINGS)[number];

/** How it stands on a day, for those who look after it. */
export function standingOn(framework: Validity, today: string): Standing {
  if (framework.state !== "completed") return framework.state;
  const last = lastDayOf(framework);
  if (last < today) return framework.terminatedOn === null ? "ended" : "terminated";
  if (framework.validFrom > today) return "coming";
  if (framework.terminatedOn !== null) return "ends_soon";
  return daysUntil(last, today) <= ENDS_SOON_DAYS ? "ends_soon" : "in_force";
}

function daysUntil(last: string, today: string): number {
  return Temporal.PlainDate.from(today).until(last).days;
}

type BadValidity = Refusal<"ends_before_start" | "validity_past" | "validity_too_long">;

/** The days of a new one: an end that is still to come, five years after its beginning at most. */
export function checkValidity(
  { startsOn, endsOn }: FrameworkFacts["period"],
  today: string,
): Outcome<true, BadValidity> {
  if (endsOn < startsOn) return refuse("ends_before_start", { startsOn });
  if (endsOn < today) return refuse("validity_past", { today });
  const latest = Temporal.PlainDate.from(startsOn).add({ years: LONGEST_YEARS }).toString();
  return endsOn > latest ? refuse("validity_too_long", { latest }) : accept(true);
}

type NotTerminated = Refusal<"agreement_closed" | "day_past" | "ends_after_validity">;

/**
 * A party ends it before its time, from today on at the earliest: what was agreed under it stays. Once; the
 * other party's later word changes nothing.
 */
export function checkTermination(
  framework: Validity,
  lastDay: string,
  today: string,
): Outcome<true, NotTerminated> {
  const { state, terminatedOn, validUntil } = framework;
  if (state !== "completed") return refuse("agreement_closed", { state });
  if (terminatedOn !== null || validUntil < today) {
    return refuse("agreement_closed", { state: "ended" });
  }
  if (lastDay < today) return refuse("day_past", { today });
  return lastDay > validUntil ? refuse("ends_after_validity", { validUntil }) : accept(true);
}
