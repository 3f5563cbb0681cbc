import type { Language } from "#shared/language.ts";
import { weekOf } from "#shared/week.ts";

/**
 * Whether a workplace fits one student by language and prior skill (product.md §5): the student has to be able
 * to follow instructions and to do the work safely from the first day (finland.md §3 rules 9 and 10). Judged at
 * each read, so that a change of student, tasks or workplace is never missed.
 */

export const FIT_SUBJECTS = ["language", "prior_skill"] as const;
export type FitSubject = (typeof FIT_SUBJECTS)[number];

/** What is seen to before a task is first done: so long before. */
const AHEAD_DAYS = 14;

export type FitFacts = {
  readonly language: Language;
  /** Languages the workplace guides in; empty = it has not said. */
  readonly guides: readonly Language[];
  /** What tasks of the workplace need first, and whether the student has shown it. */
  readonly needs: readonly Need[];
  /** Tasks of the newest plan with their weeks. */
  readonly planned: readonly PlannedTask[];
  readonly notes: readonly FitNote[];
};

export type Need = {
  readonly taskId: string;
  readonly requirementId: string;
  readonly proven: boolean;
};
export type PlannedTask = {
  readonly taskId: string | null;
  readonly aloneWeeks: readonly string[];
  readonly withTutorWeeks: readonly string[];
};
/** What has been agreed where something lacks: it holds for what was lacking then, not for more. */
export type FitNote = {
  readonly about: FitSubject;
  readonly lacks: readonly string[];
};

export type FitReason = {
  readonly verdict: "met" | "lacks" | "agreed" | "unknown" | "none";
  /** A language, or `task:requirement`. */
  readonly lacks: readonly string[];
};

export type StudentFit = Readonly<Record<FitSubject, FitReason>>;

/** Nothing is known of the workplace and nothing is asked. */
export const FIT_OPEN: StudentFit = {
  language: { verdict: "unknown", lacks: [] },
  prior_skill: { verdict: "none", lacks: [] },
};

export function judgeStudentFit(facts: FitFacts, on: Temporal.PlainDate): StudentFit {
  return { language: judgeLanguage(facts), prior_skill: judgePriorSkill(facts, on) };
}

function judgeLanguage(facts: FitFacts): FitReason {
  const { language, guides } = facts;
  if (guides.length === 0) return FIT_OPEN.language;
  return judged(facts, "language", guides.includes(language) ? [] : [language]);
}

function judgePriorSkill(facts: FitFacts, on: Temporal.PlainDate): FitReason {
  const by = weekOf(on.add({ days: AHEAD_DAYS }));
  const soon = facts.planned.filter((task) => firstWeek(task) <= by).map(({ taskId }) => taskId);
  const asked = facts.needs.filter(({ taskId }) => soon.includes(taskId));
  if (asked.length === 0) return FIT_OPEN.prior_skill;
  const lacks = asked.filter(({ proven }) => !proven).map(lackOf);
  return judged(facts, "prior_skill", lacks.toSorted());
}

/** A task without weeks is done from the first day. */
function firstWeek({ aloneWeeks, withTutorWeeks }: PlannedTask): string {
  return [...aloneWeeks, ...withTutorWeeks].toSorted()[0] ?? "";
}

function lackOf({ taskId, requirementId }: Omit<Need, "proven">): string {
  return `${taskId}:${requirementId}`;
}

function judged({ notes }: FitFacts, about: FitSubject, lacks: readonly string[]): FitReason {
  if (lacks.length === 0) return { verdict: "met", lacks };
  const agreed = notes.some(
    (note) => note.about === about && lacks.every((one) => note.lacks.includes(one)),
  );
  return { verdict: agreed ? "agreed" : "lacks", lacks };
}
