import type { Debt } from "#features/induction/induction.ts";
import type { Action, Attention, AttentionFacts } from "./attention.ts";
import { need, wait } from "./attention-verdicts.ts";

/** An induction belongs to the first morning; on the third day the teacher asks. */
const INDUCTION_DAYS = 2;

/** From the first day the one whose step it is can be reminded; two days later it is the teacher's business. */
export function inductionLate({ induction, today }: AttentionFacts): Attention | undefined {
  const days = induction === null ? 0 : induction.since.until(today).days;
  return induction === null || days < INDUCTION_DAYS
    ? undefined
    : need("induction_late", ...inductionStep(induction), 4000 + days);
}

export function inductionWaits({ induction }: AttentionFacts): Attention | undefined {
  return induction === null ? undefined : wait("induction_waits", ...inductionStep(induction), 600);
}

function inductionStep({ next, missing, newTasks, since }: Debt): [Action, Attention["params"]] {
  const action = next === "tutor" ? "nudge_tutor" : "nudge_student";
  const kind = newTasks ? "new_tasks" : "first_day";
  return [action, { who: next, count: missing, kind, since: since.toString() }];
}
