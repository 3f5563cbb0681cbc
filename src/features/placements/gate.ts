import type { CoverFacts } from "#features/checklists/insurance.ts";
import { type ClearanceFacts, isForWorkplace, lackingOf } from "#features/clearances/clearances.ts";
import { type Fit, openHits } from "#features/rules/placement-work.ts";
import type { StudentFit } from "#features/suitability/student-fit.ts";
import { judgeFit, judgeInsurance } from "./gate-student.ts";

/**
 * The gate before `running` (product.md §4): named requirements, each met, missing or not needed, with the
 * reason, who can fix it and where. Data in, rows out; never a hidden check. The product says what to
 * check, not that something is lawful. docs/architecture.md tells what a new requirement touches.
 */

export type Verdict = "met" | "missing" | "not_needed";

/** Who signs for the employer, the college or as a guardian is known by name, whatever else they are. */
export type FixerRole = "student" | "tutor" | "teacher" | "coordinator" | SignerRole;
export type SignerRole = "employer" | "provider" | "guardian";

export type GateRow = {
  readonly code: GateCode;
  readonly verdict: Verdict;
  /** Names the sentence: `gate_<code>_<reason>` in the catalogue. */
  readonly reason: string;
  readonly params: Readonly<Record<string, string | number>>;
  /** Who can fix it; several when each of them still has to act. */
  readonly fixers: readonly FixerRole[];
  readonly step:
    | "review_suitability"
    | "name_tutor"
    | "open_plan"
    | "open_checks"
    | "open_checklist"
    | "open_agreement"
    | null;
};

export type GateCode =
  | "suitability"
  | "tutor"
  | "plan"
  | "language"
  | "prior_skill"
  | "young_work"
  | "clearances"
  | "checklist"
  | "insurance"
  | "agreement";

export type GateFacts = {
  readonly startsOn: Temporal.PlainDate;
  /** The day that is judged: the first, or today on a late start and while the placement runs. */
  readonly on: Temporal.PlainDate;
  readonly endsOn: Temporal.PlainDate;
  /** The workplace is suspended or withdrawn at this provider. */
  readonly suspension: "suspended" | "withdrawn" | null;
  readonly suitability: {
    readonly outcome: "suitable" | "with_conditions" | "not_suitable";
    readonly validUntil: Temporal.PlainDate;
    /** Objectives of the newest plan that the decision neither covers nor hands on as an owned gap. */
    readonly uncovered: number;
  } | null;
  readonly tutor: { readonly named: boolean };
  readonly plan: {
    readonly version: number;
    /** Parties who have agreed to the newest version. */
    readonly agreed: readonly ("student" | "tutor" | "teacher")[];
  } | null;
  /** Whether language and prior skill of the student fit this workplace. */
  readonly fit: StudentFit;
  /** What the rules for young workers say of plan and tasks; null when the student is 18 on the first day. */
  readonly youngWork: Fit | null;
  /** The workplace's fields, and what has been noted of cards and clearances. */
  readonly clearances: ClearanceFacts;
  readonly checklist: {
    /** Last day of the workplace's signed general checklist; null when there is none. */
    readonly validUntil: Temporal.PlainDate | null;
    /** What the checklist found that has to be put right by the first day, or by today, and is not. */
    readonly open: number;
  };
  readonly insurance: CoverFacts;
  readonly agreement: {
    /** The placement has started: what bound it then may have been agreed on paper. */
    readonly started: boolean;
    /** The day the first agreement was completed; null while none is. */
    readonly completedOn: Temporal.PlainDate | null;
    /** How the newest agreement stands. */
    readonly newest: "out" | "declined" | null;
    /** Who has not signed the one that is out. */
    readonly missing: readonly FixerRole[];
  };
};

export type Judged = Omit<GateRow, "code">;

/** Workplace judged suitable before the placement starts, for these objectives, on the start day (finland.md §3 rule 1). */
function judgeSuitability({ suitability, startsOn, on, suspension }: GateFacts): Judged {
  const missing = (reason: string, params: GateRow["params"] = {}): Judged => ({
    verdict: "missing",
    reason,
    params,
    fixers: ["teacher"],
    step: "review_suitability",
  });
  if (suspension !== null) return missing(suspension);
  if (suitability === null) return missing("undecided");
  if (suitability.outcome === "not_suitable") return missing("not_suitable");
  const end = endOf(suitability.validUntil, { startsOn, on });
  if (end !== null) return missing(end, { until: suitability.validUntil.toString() });
  if (suitability.uncovered > 0) return missing("uncovered", { count: suitability.uncovered });
  return {
    verdict: "met",
    reason: suitability.outcome,
    params: { until: suitability.validUntil.toString() },
    fixers: [],
    step: null,
  };
}

/** Whether something ends before the first day, or has ended since. */
function endOf(
  validUntil: Temporal.PlainDate,
  { startsOn, on }: Pick<GateFacts, "startsOn" | "on">,
): "expires" | "lapsed" | null {
  if (Temporal.PlainDate.compare(validUntil, startsOn) < 0) return "expires";
  return Temporal.PlainDate.compare(validUntil, on) < 0 ? "lapsed" : null;
}

function judgeTutor({ tutor }: GateFacts): Judged {
  return tutor.named
    ? { verdict: "met", reason: "named", params: {}, fixers: [], step: null }
    : {
        verdict: "missing",
        reason: "nobody",
        params: {},
        fixers: ["teacher", "coordinator"],
        step: "name_tutor",
      };
}

/** One plan, three marks: all three have agreed to the same, newest version. */
function judgePlan({ plan }: GateFacts): Judged {
  if (plan === null) {
    return {
      verdict: "missing",
      reason: "unwritten",
      params: {},
      fixers: ["teacher"],
      step: "open_plan",
    };
  }
  const waiting = (["student", "tutor", "teacher"] as const).filter(
    (party) => !plan.agreed.includes(party),
  );
  return waiting.length === 0
    ? {
        verdict: "met",
        reason: "agreed",
        params: { version: plan.version },
        fixers: [],
        step: null,
      }
    : {
        verdict: "missing",
        reason: "waits",
        params: { version: plan.version },
        fixers: waiting,
        step: "open_plan",
      };
}

/** Work and hours of a student under 18: every task read, notices made, hours within limits (product.md §4). */
function judgeYoungWork({ youngWork }: GateFacts): Judged {
  const none = { params: {}, fixers: [], step: null } as const;
  if (youngWork === null || !youngWork.young) {
    return { verdict: "not_needed", reason: "adult", ...none };
  }
  const missing = (reason: string, count: number): Judged => ({
    verdict: "missing",
    reason,
    params: { count },
    fixers: ["teacher"],
    step: "open_checks",
  });
  if (youngWork.unread.length > 0) return missing("unread", youngWork.unread.length);
  const open = openHits(youngWork);
  for (const effect of ["forbidden", "needs-notice", "limit"] as const) {
    const count = open.filter(({ finding }) => finding.rule.effect === effect).length;
    if (count > 0) return missing(effect.replace("-", "_"), count);
  }
  return { verdict: "met", reason: "clear", ...none };
}

/** Cards and clearances shown, and holding on the first day and after it (product.md §4). */
function judgeClearances({ clearances, startsOn, on }: GateFacts): Judged {
  const none = { params: {}, fixers: [], step: null } as const;
  const { missing, expired } = lackingOf(clearances, on);
  const open = (reason: string, codes: readonly string[]): Judged => {
    const named = codes.filter((code) => isForWorkplace(code));
    return {
      verdict: "missing",
      // What the workplace may not see is not named in a row that it reads.
      reason: named.length === 0 ? "private" : reason,
      params: { count: named.length, codes: named.join(" ") },
      fixers: ["teacher", "coordinator"],
      step: "open_checks",
    };
  };
  if (missing.length > 0) return open("unseen", missing);
  if (expired.length > 0)
    return open(Temporal.PlainDate.compare(on, startsOn) > 0 ? "lapsed" : "ended", expired);
  const some = clearances.noted.some(({ state }) => state === "shown");
  return some
    ? { verdict: "met", reason: "shown", ...none }
    : { verdict: "not_needed", reason: "none", ...none };
}

/** A signed checklist of the workplace's safety that holds on the first day, nothing overdue (finland.md §3 rules 9-12). */
function judgeChecklist({ checklist: { validUntil, open }, startsOn, on }: GateFacts): Judged {
  const missing = (reason: string, params: GateRow["params"] = {}): Judged => ({
    verdict: "missing",
    reason,
    params,
    fixers: ["teacher", "coordinator"],
    step: "open_checklist",
  });
  if (validUntil === null) return missing("unsigned");
  const until = { until: validUntil.toString() };
  const end = endOf(validUntil, { startsOn, on });
  if (end !== null) return missing(end, until);
  if (open > 0) return missing("open", { count: open });
  return { verdict: "met", reason: "signed", params: until, fixers: [], step: null };
}

/** Signed by everyone it binds before the first day (finland.md §3 rule 3). */
function judgeAgreement({ agreement }: GateFacts): Judged {
  const { started, completedOn, newest, missing } = agreement;
  const none = { fixers: [], step: null } as const;
  if (completedOn !== null) {
    const params = { day: completedOn.toString() };
    return { verdict: "met", reason: "completed", params, ...none };
  }
  if (started) return { verdict: "not_needed", reason: "started", params: {}, ...none };
  const open = { verdict: "missing", params: {}, step: "open_agreement" } as const;
  if (newest === "out") return { ...open, reason: "waits", fixers: missing };
  return { ...open, reason: newest ?? "none", fixers: ["teacher"] };
}

const REQUIREMENTS: readonly { code: GateCode; judge: (facts: GateFacts) => Judged }[] = [
  { code: "suitability", judge: judgeSuitability },
  { code: "tutor", judge: judgeTutor },
  { code: "plan", judge: judgePlan },
  { code: "language", judge: (facts) => judgeFit(facts, "language") },
  { code: "prior_skill", judge: (facts) => judgeFit(facts, "prior_skill") },
  { code: "young_work", judge: judgeYoungWork },
  { code: "clearances", judge: judgeClearances },
  { code: "checklist", judge: judgeChecklist },
  { code: "insurance", judge: judgeInsurance },
  { code: "agreement", judge: judgeAgreement },
];

const ORDER: Readonly<Record<Verdict, number>> = { missing: 0, met: 1, not_needed: 2 };

/** Every requirement with its verdict, what is missing first. */
export function judgeGate(facts: GateFacts): GateRow[] {
  return REQUIREMENTS.map(({ code, judge }) => ({ code, ...judge(facts) })).toSorted(
    (left, right) => ORDER[left.verdict] - ORDER[right.verdict],
  );
}

export function missingOf(rows: readonly GateRow[]): GateCode[] {
  return rows.filter(({ verdict }) => verdict === "missing").map(({ code }) => code);
}
