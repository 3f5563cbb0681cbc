import { type PlanContent, type PlanHours, sameHours, taskKey } from "#features/plans/plan.ts";
import type { NamedTask, PlanAmended } from "#features/plans/plan-amended.ts";
import type { AgreementFacts } from "./agreement-facts.ts";
import type { AmendedField } from "./amendment.ts";

type FromTo<From, To> = { readonly from: From; readonly to: To };

/**
 * What an amendment does to placement and plan once everybody it asks has signed. It is part of the text, so what
 * is carried out is what was signed; `from` is how it stood when it was proposed.
 */
export type AmendmentChange = {
  readonly tutor: FromTo<string | null, string> | null;
  readonly workplace: FromTo<string, string> | null;
  readonly hours: FromTo<PlanHours, PlanHours> | null;
  /** Keys of the tasks that the plan had, and the tasks it is to have. */
  readonly tasks: FromTo<readonly string[], readonly NamedTask[]> | null;
  readonly objectives: FromTo<readonly string[], readonly string[]> | null;
};

export type AmendmentFacts = AgreementFacts & { readonly change: AmendmentChange };

/** Where placement and plan stand. */
export type Standing = {
  readonly tutorId: string | null;
  readonly workplaceId: string;
  readonly plan: PlanContent;
};

/** What is asked for, where null means that it stays. */
export type Wanted = {
  readonly tutorId: string | null;
  readonly workplaceId: string | null;
} & PlanAmended;

/** What is asked for and is not so already. */
export function changeFrom(now: Standing, wanted: Wanted): AmendmentChange {
  const { tutorId, workplaceId, hours, tasks, objectives } = wanted;
  const aims = objectivesOf(now.plan);
  const keys = keysOf(now.plan);
  return {
    tutor: tutorId === null || tutorId === now.tutorId ? null : { from: now.tutorId, to: tutorId },
    workplace:
      workplaceId === null || workplaceId === now.workplaceId
        ? null
        : { from: now.workplaceId, to: workplaceId },
    hours:
      hours === null || sameHours(hours, now.plan.hours)
        ? null
        : { from: now.plan.hours, to: hours },
    tasks: tasks === null || sameSet(tasks.map(taskKey), keys) ? null : { from: keys, to: tasks },
    objectives:
      objectives === null || sameSet(objectives, aims) ? null : { from: aims, to: objectives },
  };
}

/**
 * Lines that somebody has changed since the amendment was proposed: what it says of them was written about
 * something else, so it is proposed anew.
 */
export function overtakenLines(change: AmendmentChange, now: Standing): AmendedField[] {
  const { tutor, workplace, hours, tasks, objectives } = change;
  const moved: readonly [AmendedField, boolean][] = [
    ["tutor", tutor !== null && tutor.from !== now.tutorId],
    ["workplace", workplace !== null && workplace.from !== now.workplaceId],
    ["hours", hours !== null && !sameHours(hours.from, now.plan.hours)],
    ["tasks", tasks !== null && !sameSet(tasks.from, keysOf(now.plan))],
    ["objectives", objectives !== null && !sameSet(objectives.from, objectivesOf(now.plan))],
  ];
  return moved.flatMap(([field, isMoved]) => (isMoved ? [field] : []));
}

/** The part of a change that makes a new version of the plan; null when the plan stays as it is. */
export function planPartOf({ hours, tasks, objectives }: AmendmentChange): PlanAmended | null {
  if (hours === null && tasks === null && objectives === null) return null;
  return {
    hours: hours?.to ?? null,
    tasks: tasks?.to ?? null,
    objectives: objectives?.to ?? null,
  };
}

/** What a text carries out; amendments from before this was kept carry nothing but their days. */
export function changeIn(facts: AgreementFacts): AmendmentChange | null {
  return isAmendment(facts) ? facts.change : null;
}

function isAmendment(facts: AgreementFacts): facts is AmendmentFacts {
  return "change" in facts;
}

function keysOf({ tasks }: PlanContent): string[] {
  return tasks.map(taskKey);
}

function objectivesOf({ objectives }: PlanContent): string[] {
  return objectives.map(({ requirementId }) => requirementId);
}

function sameSet(left: readonly string[], right: readonly string[]): boolean {
  const [first, second] = [new Set(left), new Set(right)];
  return first.size === second.size && first.isSubsetOf(second);
}
