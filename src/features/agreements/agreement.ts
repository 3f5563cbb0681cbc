import { type Basis, restEnds } from "#features/placements/placement.ts";
import { accept, type Outcome, type Refusal, refuse } from "#shared/outcome.ts";

/**
 * The life of an agreement (product.md §3, §6; finland.md §3 rules 2-7). It goes out as one text; it is
 * complete exactly when everyone whose duty is to sign has signed that same text. A correction before that
 * makes the next revision of the text and empties the signatures.
 */
export const AGREEMENT_STATES = ["out", "completed", "declined", "withdrawn"] as const;
export type AgreementState = (typeof AGREEMENT_STATES)[number];

/** A placement's agreement, a change of one, or general terms between a provider and an employer. */
export const AGREEMENT_KINDS = ["agreement", "amendment", "framework_agreement"] as const;
export type AgreementKind = (typeof AGREEMENT_KINDS)[number];

export const AGREEMENT_PARTIES = ["provider", "employer", "student", "guardian"] as const;
export type AgreementParty = (typeof AGREEMENT_PARTIES)[number];

/** signs: the text binds them. acknowledges: they have read it. informed: they get a copy. */
export const DUTIES = ["signs", "acknowledges", "informed"] as const;
export type Duty = (typeof DUTIES)[number];

export const SIGNING_ORDERS = ["any", "employer_first", "provider_first"] as const;
export type SigningOrder = (typeof SIGNING_ORDERS)[number];

/** A one-time code for a signature lives this long, and five wrong tries end it (product.md §3). */
export const SIGNING_CODE_MINUTES = 10;
export const SIGNING_CODE_TRIES = 5;
/** Codes one party may ask for in a quarter of an hour, and in a day: who guesses gets 50 tries of a million a day. */
export const SIGNING_CODES_PER_QUARTER = 5;
export const SIGNING_CODES_PER_DAY = 10;

/** A link to sign lives at least this long after it was sent. */
export const SIGNING_LINK_DAYS = 60;

/** Between two reminders of the same party, whoever sends them. */
export const reminderRestEnds = restEnds;

export type DutyOf = { readonly party: AgreementParty; readonly duty: Duty };

/**
 * Whom an agreement binds. Training agreement: provider and employer sign, the student gets it for
 * information (finland.md §3 rule 2). Apprenticeship: student and employer sign the employment, provider and
 * employer their part (rule 4). The guardian of a student under 18 signs or is told, as the provider sets.
 */
export function dutiesOf(
  basis: Basis,
  student: { readonly underage: boolean },
  guardian: "informed" | "signs",
): readonly DutyOf[] {
  const own: DutyOf[] = [
    { party: "provider", duty: "signs" },
    { party: "employer", duty: "signs" },
    { party: "student", duty: basis === "apprenticeship" ? "signs" : "acknowledges" },
  ];
  return student.underage ? [...own, { party: "guardian", duty: guardian }] : own;
}

export type PartyState = DutyOf & { readonly done: boolean };

export type AgreementFactsNow = {
  readonly state: AgreementState;
  readonly order: SigningOrder;
  readonly textHash: string;
  /** `done` is of the text in force: signed or acknowledged. */
  readonly parties: readonly PartyState[];
};

type SignRefusal = Refusal<
  "agreement_closed" | "text_changed" | "not_a_party" | "not_your_turn" | "nothing_to_sign"
>;

/** True when everyone whose duty is to sign has signed the text in force. */
export function isComplete(parties: readonly PartyState[]): boolean {
  const signers = parties.filter(({ duty }) => duty === "signs");
  return signers.length > 0 && signers.every(({ done }) => done);
}

/** Parties that have something to do now: not done, and not behind somebody in the order. */
export function turnsOf({ state, order, parties }: AgreementFactsNow): readonly AgreementParty[] {
  if (state !== "out") return [];
  const first = FIRST[order];
  const waitsForFirst = parties.some(
    ({ party, duty, done }) => party === first && duty === "signs" && !done,
  );
  return parties
    .filter(({ duty, done }) => !done && duty !== "informed")
    .filter(({ party, duty }) => duty !== "signs" || !waitsForFirst || party === first)
    .map(({ party }) => party);
}

const FIRST: Readonly<Record<SigningOrder, AgreementParty | null>> = {
  any: null,
  employer_first: "employer",
  provider_first: "provider",
};

export type Signed = {
  /** The same party pressed again: nothing changes, the present state is told. */
  readonly already: boolean;
  /** This signature is the last that was missing. */
  readonly completes: boolean;
};

/** Whether a party may sign (or acknowledge) the text it has seen, and whether that completes the agreement. */
export function sign(
  facts: AgreementFactsNow,
  party: AgreementParty,
  seenHash: string,
): Outcome<Signed, SignRefusal> {
  const own = facts.parties.find((one) => one.party === party);
  if (own === undefined) return refuse("not_a_party");
  if (own.duty === "informed") return refuse("nothing_to_sign");
  if (own.done && facts.textHash === seenHash) return accept({ already: true, completes: false });
  // An agreement may be complete before the student has found time to read it.
  const open = facts.state === "out" || (facts.state === "completed" && own.duty !== "signs");
  if (!open) return refuse("agreement_closed", { state: facts.state });
  if (facts.textHash !== seenHash) return refuse("text_changed");
  if (facts.state === "out" && !turnsOf(facts).includes(party)) {
    return refuse("not_your_turn", { first: FIRST[facts.order] });
  }
  const after = facts.parties.map((one) => (one.party === party ? { ...one, done: true } : one));
  return accept({ already: false, completes: facts.state === "out" && isComplete(after) });
}

/** Declining, withdrawing and correcting are for a text that is still out. */
export function mayStillChange(state: AgreementState): Outcome<true, Refusal<"agreement_closed">> {
  return state === "out" ? accept(true) : refuse("agreement_closed", { state });
}

export type CodeVerdict = "right" | "code_wrong" | "code_old" | "code_used_up";

/** Whether six digits prove the signer: right, in time (also when a clock was set back), unused, five tries. */
export function judgeSigningCode(
  code: {
    readonly createdAt: Temporal.Instant;
    readonly expiresAt: Temporal.Instant;
    readonly used: boolean;
    readonly tries: number;
  },
  matches: boolean,
  at: Temporal.Instant,
): CodeVerdict {
  const early = Temporal.Instant.compare(at, code.createdAt) < 0;
  if (early || code.used || Temporal.Instant.compare(at, code.expiresAt) >= 0) return "code_old";
  if (code.tries >= SIGNING_CODE_TRIES) return "code_used_up";
  return matches ? "right" : "code_wrong";
}

/** A signature is never earlier than the one before it, whatever the clock says. */
export function notBefore(at: Temporal.Instant, previous: string | null): Temporal.Instant {
  if (previous === null) return at;
  const last = Temporal.Instant.from(previous);
  return Temporal.Instant.compare(at, last) < 0 ? last : at;
}
