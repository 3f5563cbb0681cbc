import { accept, type Outcome, type Refusal, refuse } from "#shared/outcome.ts";

/** The life of a placement (product.md §4). */
export const STATES = [
  "proposed",
  "planning",
  "agreement_out",
  "ready",
  "running",
  "ended",
  "closed",
  "cancelled",
  "terminated",
] as const;
export type PlacementState = (typeof STATES)[number];

export const BASES = ["training_agreement", "apprenticeship"] as const;
export type Basis = (typeof BASES)[number];

/** Grounds for ending early, with the hearing that goes before it (finland.md §3 rule 7). */
export const ENDING_GROUNDS = [
  "joint_consent",
  "terms_not_followed",
  "student_left",
  "place_lost",
] as const;
export type EndingGround = (typeof ENDING_GROUNDS)[number];

/** Both sides are heard before one of them ends it (finland.md §3 rule 7). */
export const HEARD_PARTIES = ["student", "workplace"] as const;
export type HeardParty = (typeof HEARD_PARTIES)[number];

/** Target state -> the states it may be reached from. Everything that is not here is refused. */
export const TRANSITIONS: Readonly<Record<PlacementState, readonly PlacementState[]>> = {
  proposed: [],
  planning: ["proposed"],
  agreement_out: ["planning"],
  ready: ["planning", "agreement_out"],
  running: ["ready"],
  ended: ["running"],
  closed: ["ended", "terminated"],
  cancelled: ["proposed", "planning", "agreement_out", "ready"],
  terminated: ["running"],
};

/** Before these a person may still change what was planned. */
export const BEFORE_START: readonly PlacementState[] = [
  "proposed",
  "planning",
  "agreement_out",
  "ready",
];
export const OVER: readonly PlacementState[] = ["ended", "closed", "cancelled", "terminated"];

/** Periods are at most five years (finland.md §1.5). */
const LONGEST_YEARS = 5;

export type Period = { readonly startsOn: Temporal.PlainDate; readonly endsOn: Temporal.PlainDate };

/** A period a placement may have: the last day is not before the first, and it is at most five years. */
export function checkPeriod({
  startsOn,
  endsOn,
}: Period): Outcome<true, Refusal<"ends_before_start" | "period_too_long">> {
  if (Temporal.PlainDate.compare(endsOn, startsOn) < 0) {
    return refuse("ends_before_start", { startsOn: startsOn.toString() });
  }
  if (Temporal.PlainDate.compare(endsOn, startsOn.add({ years: LONGEST_YEARS })) > 0) {
    return refuse("period_too_long", { latest: startsOn.add({ years: LONGEST_YEARS }).toString() });
  }
  return accept(true);
}

export type Move = {
  readonly to: PlacementState;
  readonly reason: string | null;
  readonly ending: Ending | null;
};

/** How a running placement is terminated: ground, the day the other party was heard, on probation or not. */
export type Ending = {
  readonly ground: EndingGround;
  readonly heardOn: Temporal.PlainDate;
  /** Heard, or given the chance to be. */
  readonly heard: readonly HeardParty[];
  readonly onProbation: boolean;
};

export type MoveFacts = {
  readonly state: PlacementState;
  readonly startsOn: Temporal.PlainDate;
  readonly endsOn: Temporal.PlainDate;
  readonly today: Temporal.PlainDate;
  /** Codes of gate requirements that are still missing. */
  readonly gateMissing: readonly string[];
};

export type MoveRefusal = Refusal<
  | "wrong_state"
  | "gate_closed"
  | "not_yet_first_day"
  | "not_yet_last_day"
  | "reason_missing"
  | "ending_missing"
  | "hearing_missing"
>;

/** Whether the placement may move to another state now; the state it will have, or why not. */
export function move(
  facts: MoveFacts,
  { to, reason, ending }: Move,
): Outcome<PlacementState, MoveRefusal> {
  if (!TRANSITIONS[to].includes(facts.state))
    return refuse("wrong_state", { from: facts.state, to });
  if ((to === "cancelled" || to === "terminated") && reason === null)
    return refuse("reason_missing");
  if (to === "terminated" && ending === null) return refuse("ending_missing");
  if (to === "terminated" && ending !== null && !isHeard(ending)) return refuse("hearing_missing");
  const throughGate = to === "ready" || to === "running";
  if (throughGate && facts.gateMissing.length > 0)
    return refuse("gate_closed", { missing: facts.gateMissing });
  if (to === "running" && Temporal.PlainDate.compare(facts.today, facts.startsOn) < 0) {
    return refuse("not_yet_first_day", { startsOn: facts.startsOn.toString() });
  }
  // Before its last day a placement is terminated, with ground and hearing; it does not just end.
  if (to === "ended" && Temporal.PlainDate.compare(facts.today, facts.endsOn) < 0) {
    return refuse("not_yet_last_day", { endsOn: facts.endsOn.toString() });
  }
  return accept(to);
}

/** Who agrees to the end has been heard in it. */
function isHeard({ ground, heard }: Ending): boolean {
  return ground === "joint_consent" || HEARD_PARTIES.every((party) => heard.includes(party));
}

/** Whole years lived on a day; a birthday on 29 February falls on 1 March in other years. */
export function ageOn(bornOn: Temporal.PlainDate, on: Temporal.PlainDate): number {
  return bornOn.until(on, { largestUnit: "years" }).years;
}

/** Between two reminders of the same person about the same placement; shown to all who could send one. */
const REST_HOURS = 24;

/** When somebody who was reminded may be reminded again. */
export function restEnds(nudgedAt: Temporal.Instant | string): Temporal.Instant {
  return Temporal.Instant.from(nudgedAt).add({ hours: REST_HOURS });
}
