import { bareDay } from "#features/checklists/insurance.ts";
import type { FitSubject } from "#features/suitability/student-fit.ts";
import type { GateFacts, Judged } from "./gate.ts";

/** What the gate asks of one student at one workplace, beside age and cards: fit and insurance. */

/** The student can follow what is said and do what is asked, or it is agreed how (finland.md §3 rules 9-10). */
export function judgeFit({ fit }: GateFacts, about: FitSubject): Judged {
  const { verdict, lacks } = fit[about];
  const params = lacks.length > 0 ? { count: lacks.length } : {};
  if (verdict === "lacks") {
    return {
      verdict: "missing",
      reason: verdict,
      params,
      fixers: ["teacher"],
      step: "open_checks",
    };
  }
  const isAsked = verdict === "met" || verdict === "agreed";
  return {
    verdict: isAsked ? "met" : "not_needed",
    reason: verdict,
    params,
    fixers: [],
    step: null,
  };
}

/**
 * Somebody has named who bears accident and liability on this basis (finland.md §3 rule 14), and where that is the
 * employer, a paper in the register holds on each day; a workplace whose papers nobody has brought in is taken at
 * its word.
 */
export function judgeInsurance({ insurance, on, endsOn }: GateFacts): Judged {
  const { stated, basis } = insurance;
  const missing = (reason: string, params: Judged["params"] = {}): Judged => ({
    verdict: "missing",
    reason,
    params,
    fixers: ["teacher", "coordinator"],
    step: "open_checklist",
  });
  if (stated === null) return missing("unstated");
  if (stated.basis !== basis) return missing("other_basis");
  const bare = bareDay(insurance, on, endsOn);
  if (bare === null) {
    return { verdict: "met", reason: "stated", params: {}, fixers: [], step: null };
  }
  const params = { day: bare.toString() };
  if (bare.equals(on)) return missing("bare", params);
  return {
    verdict: "met",
    reason: "ends",
    params,
    fixers: ["teacher", "coordinator"],
    step: "open_checklist",
  };
}
