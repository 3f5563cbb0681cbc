import type { Debt } from "#features/induction/induction.ts";
import { RULES } from "./attention-rules.ts";
import { calm } from "./attention-verdicts.ts";
import { daysSinceTalk } from "./dialogue-debt.ts";
import type { GateRow } from "./gate.ts";
import type { PlacementState } from "./placement.ts";
import type { Interval, RibbonWeek } from "./weeks.ts";

/**
 * Who needs the teacher first, and why (product.md §7). Every placement gets one reason: the first rule
 * that speaks. Rules are in the order of urgency; within a rule the longest wait comes first.
 */

export type Group = "needs_me" | "waits_for_others" | "in_order";

export type Attention = {
  readonly group: Group;
  /** Names the sentence and its second line in the catalogue: `attention_<reason>`. */
  readonly reason: Reason;
  readonly params: Readonly<Record<string, string | number>>;
  readonly action: Action;
  /** Larger = more urgent inside the group. */
  readonly weight: number;
};

export type Reason =
  | "relocation"
  | "safety_unanswered"
  | "gate_suitability"
  | "gate_tutor"
  | "gate_language"
  | "gate_prior_skill"
  | "gate_young_work"
  | "gate_clearances"
  | "gate_checklist"
  | "gate_insurance"
  | "insurance_ends"
  | "gate_agreement"
  | "agreement_waits"
  | "amendment_waits"
  | "agreement_declined"
  | "induction_late"
  | "induction_waits"
  | "promise_late"
  | "renewal_answered"
  | "renewal_unanswered"
  | "renewal_asked"
  | "plan_mine"
  | "talk_late"
  | "no_talk"
  | "tutor_silent"
  | "week_exceptions"
  | "no_entries"
  | "not_started"
  | "plan_waits"
  | "week_waits"
  | "gate_later"
  | "starts"
  | "next_talk"
  | "week_to_read"
  | "all_in_order"
  | "over"
  | "to_close";

export type Action =
  | "review_suitability"
  | "name_tutor"
  | "open_plan"
  | "open_checks"
  | "open_checklist"
  | "open_agreement"
  | "open_promises"
  | "note_talk"
  | "call_tutor"
  | "open_week"
  | "ask_student"
  | "nudge_tutor"
  | "nudge_student"
  | "open";

export type AttentionFacts = {
  readonly state: PlacementState;
  readonly startsOn: Temporal.PlainDate;
  readonly endsOn: Temporal.PlainDate;
  readonly today: Temporal.PlainDate;
  readonly now: Temporal.Instant;
  readonly gate: readonly GateRow[];
  /** The workplace was suspended while the student is there, and nobody has settled where they go. */
  readonly relocation: boolean;
  /** What is missing of the induction since the first day, or since new tasks; null = nothing. */
  readonly induction: Debt | null;
  /** How many safety checks have stayed unanswered for two days. */
  readonly unanswered: number;
  /** Days by which open gaps and conditions of the decision in force were to be seen to. */
  readonly promisedBy: readonly Temporal.PlainDate[];
  /** A decision in force that ends before the placement does; null when none does. */
  readonly renewal: RenewalFacts | null;
  /** The newest agreement was declined, and none has ever been complete. */
  readonly declined: boolean;
  /** A change of the signed agreement that is out: who has not signed, and whether the teacher is one of them. */
  readonly amendment: { readonly names: string; readonly mine: boolean } | null;
  readonly talks: readonly TalkFacts[];
  readonly weeks: readonly WeekWait[];
  readonly ribbon: readonly RibbonWeek[];
  readonly lastEntryOn: Temporal.PlainDate | null;
  readonly interruptions: readonly Interval[];
};

export type RenewalFacts = {
  readonly validUntil: Temporal.PlainDate;
  /** When the workplace was last asked whether anything has changed. */
  readonly askedAt: string | null;
  /** How much it told of; null = it has not answered. */
  readonly changed: number | null;
};

export type TalkFacts = {
  readonly kind: string;
  readonly plannedAt: string | null;
  readonly heldAt: string | null;
};
export type WeekWait = {
  readonly week: string;
  readonly sentAt: string | null;
  readonly confirmedAt: string | null;
  readonly kind: string | null;
  readonly readAt: string | null;
};

export function attentionOf(facts: AttentionFacts): Attention {
  for (const rule of RULES) {
    const found = rule(facts);
    if (found !== undefined) return found;
  }
  return calm("all_in_order", {}, daysSinceTalk(facts) ?? 0);
}
