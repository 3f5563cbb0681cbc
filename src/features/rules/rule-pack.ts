import type { LocalisedText } from "#shared/language.ts";

/**
 * A rule pack is data: what to check when somebody works at a certain age, with its source, how sure we are
 * of it, and since when it holds. It names what to check; it never says that something is lawful.
 */
export type RulePack = {
  readonly code: string;
  readonly country: string;
  /** Local wall time of the rules and of the logged hours. */
  readonly zone: string;
  readonly name: LocalisedText;
  /** How new the texts are that the rules were read from; shown with every answer. */
  readonly seen: LocalisedText;
  /** Short names of acts, decrees and authority pages, used in `Rule.sources`. */
  readonly works: Readonly<Record<string, LocalisedText>>;
  /** What may be known about a case beyond age, basis and hours. */
  readonly facts: Readonly<Record<string, LocalisedText>>;
  /** Texts made ready for a placement, with {places}: the notice to the authority and the guardian's message. */
  readonly letters: { readonly notice: LocalisedText; readonly guardian: LocalisedText };
  readonly rules: readonly Rule[];
  readonly tasks: readonly TaskKind[];
};

/** What follows from a hit, strongest first. */
export const EFFECTS = ["forbidden", "needs-notice", "limit", "information"] as const;
export type Effect = (typeof EFFECTS)[number];

/** Under which relation the work is done; nothing known is a case of its own. */
export const BASES = [
  "training-agreement",
  "apprenticeship",
  "employment",
  "school",
  "unknown",
] as const;
export type Basis = (typeof BASES)[number];

/** A: read in the statute. B: page of an authority or union. G: general knowledge, not verified. */
export const CERTAINTIES = ["A", "B", "G"] as const;
export type Certainty = (typeof CERTAINTIES)[number];

export type Rule = {
  /** Unique in the pack; several rows may carry out one rule. */
  readonly id: string;
  /** The rule's number in the pack's source, as `H9`. */
  readonly rule: string;
  readonly effect: Effect;
  readonly who: Who;
  readonly measure: Measure;
  readonly title: LocalisedText;
  /** With {places} for what was measured. */
  readonly because: LocalisedText;
  readonly allowedWhen: LocalisedText | null;
  /** Who does what by when. */
  readonly doer: LocalisedText | null;
  readonly sources: readonly { readonly work: string; readonly at: string }[];
  readonly certainty: Certainty;
  readonly validFrom: string;
  readonly validTo: string | null;
};

export type Who = {
  /** Full years, judged at each moment of the work; the 18th birthday begins at 00:00. */
  readonly from?: number;
  readonly below?: number;
  /** Age reached by the end of the calendar year instead of on the day. */
  readonly atYearEnd?: boolean;
  readonly bases?: readonly Basis[];
  /** At least one of these is known. */
  readonly when?: readonly string[];
  /** None of these is known. */
  readonly unless?: readonly string[];
};

/** Lengths in minutes. "regular" is the regular day of this workplace (8 hours when nobody says). */
export type Measure =
  | HoursMeasure
  | {
      readonly kind: "overtime-a-year";
      readonly minutes: number;
      readonly day: number;
      readonly week: number;
    }
  | { readonly kind: "between"; readonly from: string; readonly to: string }
  | { readonly kind: "daily-rest"; readonly minutes: number }
  | { readonly kind: "weekly-rest"; readonly minutes: number }
  | { readonly kind: "break"; readonly after: number; readonly atLeast: number }
  | { readonly kind: "unrecorded-break"; readonly after: number }
  | { readonly kind: "task"; readonly hazards: readonly string[] }
  | { readonly kind: "any-work" };

export type HoursMeasure = {
  readonly kind: "hours-a-day" | "hours-a-week";
  readonly minutes: number | "regular";
  readonly theory: boolean;
  /** Whether a long unbroken row is taken to hold a break that nobody recorded. */
  readonly breaks: "counted" | "assumed";
};

/** A kind of work that a rule speaks of. A workplace's task is of no, one or several kinds. */
export type TaskKind = {
  readonly code: string;
  /** Group of the official list, or of the pack's own. */
  readonly group: string;
  readonly name: LocalisedText;
  /** What rules call it by. */
  readonly hazards: readonly string[];
  /** Beginnings of words that suggest it in a task's name; a person confirms. */
  readonly words: readonly string[];
};

/** Facts the engine derives by itself. */
export const REGULAR_HOURS_KNOWN = "regular-hours-known";
