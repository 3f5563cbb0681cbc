import { OVER } from "#features/placements/placement.ts";
import { accept, type Outcome, type Refusal, refuse } from "#shared/outcome.ts";

/** One plan, three marks: it holds when all three have agreed to the same version (product.md §6). */
export const PARTIES = ["student", "tutor", "teacher"] as const;
export type Party = (typeof PARTIES)[number];

export const TALK_KINDS = ["start", "mid", "end", "other"] as const;
export type TalkKind = (typeof TALK_KINDS)[number];

export const TALK_PLACES = ["workplace", "video", "phone", "school"] as const;
export type TalkPlace = (typeof TALK_PLACES)[number];

/** Free text of the plan, in the order in which it is written in an agreement (finland.md §3 rule 3). */
export const TERMS = ["breaks", "support", "travel", "meals"] as const;
export type Term = (typeof TERMS)[number];
export const LONGEST_TERM = 1_000;

/** ISO weeks in which a task is done, on one's own or beside the tutor; no week is in both. */
export type TaskWeeks = {
  readonly aloneWeeks: readonly string[];
  readonly withTutorWeeks: readonly string[];
};

/** A task of the workplace, or one in own words: exactly one of `taskId` and `name` is given. */
export type PlanTask = TaskWeeks & { readonly taskId: string | null; readonly name: string | null };

/** The usual working day on the workplace's clock; one that ends at or before its start ends the next day. */
export type PlanHours = {
  readonly minutesPerWeek: number;
  readonly dayStartsAt: string;
  readonly dayEndsAt: string;
  readonly breakMinutes: number;
};

/** Working hours of another kind than the usual day, and when they are done: "weeks 50 and 52, Friday". */
export type PlanShift = {
  readonly dayStartsAt: string;
  readonly dayEndsAt: string;
  readonly breakMinutes: number;
  readonly on: string;
};

/** How often teacher and tutor speak of how it goes, and by which means (finland.md §2 row 4). */
export const RHYTHMS = ["week", "two_weeks", "month"] as const;
export const MEANS = ["phone", "message", "video", "visit"] as const;
export type Guidance = {
  readonly every: (typeof RHYTHMS)[number];
  readonly by: (typeof MEANS)[number];
  readonly note: string | null;
};

/** Where skill is to be shown in real work, what of it, and which two assess (finland.md §1.3, rules 17 and 20). */
export type PlanDemonstration = {
  readonly id: string;
  /** The work in which it is shown. */
  readonly work: string;
  readonly startsOn: string;
  readonly endsOn: string;
  /** Null: at the workplace. */
  readonly place: string | null;
  readonly requirementIds: readonly string[];
  readonly schoolAssessor: string | null;
  readonly workAssessor: string | null;
};

export type PlanTalk = {
  readonly kind: TalkKind;
  /** An instant. */
  readonly at: string;
  readonly minutes: number | null;
  readonly place: TalkPlace | null;
};

export type PlanContent = {
  readonly objectives: readonly { readonly requirementId: string }[];
  readonly tasks: readonly PlanTask[];
  readonly hours: PlanHours;
  readonly shifts: readonly PlanShift[];
  readonly talks: readonly PlanTalk[];
  readonly demonstrations: readonly PlanDemonstration[];
  readonly guidance: Guidance | null;
  readonly breaks: string | null;
  readonly support: string | null;
  readonly travel: string | null;
  readonly meals: string | null;
};

const MINUTES_A_DAY = 24 * 60;

/** One key per task however it is spelled: the workplace's own id, else the words. */
export function taskKey({ taskId, name }: Pick<PlanTask, "taskId" | "name">): string {
  return taskId ?? `own:${(name ?? "").trim().toLowerCase()}`;
}

/** The same plan in one way of writing it, so that two editors who mean the same write the same. */
export function tidyPlan(content: PlanContent): PlanContent {
  return {
    ...content,
    tasks: content.tasks.map((task) => ({
      ...task,
      aloneWeeks: [...new Set(task.aloneWeeks)].toSorted(),
      withTutorWeeks: [...new Set(task.withTutorWeeks)].toSorted(),
    })),
    talks: content.talks
      .map((talk) => ({ ...talk, at: Temporal.Instant.from(talk.at).toString() }))
      .toSorted((left, right) => Temporal.Instant.compare(left.at, right.at)),
    demonstrations: content.demonstrations
      .map((one) => ({ ...one, requirementIds: [...new Set(one.requirementIds)].toSorted() }))
      .toSorted((left, right) => left.startsOn.localeCompare(right.startsOn)),
  };
}

/** Minutes of work in one usual day, the unpaid break taken out. */
export function minutesPerDay({
  dayStartsAt,
  dayEndsAt,
  breakMinutes,
}: PlanHours | PlanShift): number {
  const start = Temporal.PlainTime.from(dayStartsAt);
  const span = start.until(Temporal.PlainTime.from(dayEndsAt)).total("minutes");
  return (span > 0 ? span : span + MINUTES_A_DAY) - breakMinutes;
}

export function sameHours(left: PlanHours, right: PlanHours): boolean {
  return (
    left.minutesPerWeek === right.minutesPerWeek &&
    left.dayStartsAt === right.dayStartsAt &&
    left.dayEndsAt === right.dayEndsAt &&
    left.breakMinutes === right.breakMinutes
  );
}

/** Start, mid and end are one each; further talks are told apart by their time. Of tidy plans. */
export function talkKey({ kind, at }: Pick<PlanTalk, "kind" | "at">): string {
  return kind === "other" ? `other:${at}` : kind;
}

/** Of tidy plans: instants are compared as they are written, so that browsers without Temporal can. */
export function sameTalk(left: PlanTalk | null, right: PlanTalk | null): boolean {
  if (left === null || right === null) return left === right;
  return (
    left.kind === right.kind &&
    left.at === right.at &&
    left.minutes === right.minutes &&
    left.place === right.place
  );
}

/** The newest version and who has agreed to it. */
export type PlanState = { readonly number: number; readonly agreed: readonly Party[] };

/** It holds when student, tutor and teacher have each agreed to the same version. */
export function holds({ agreed }: PlanState): boolean {
  return PARTIES.every((party) => agreed.includes(party));
}

/** Whose marks an edit by this party empties: everybody else's on the version before it. */
export function emptiedBy(editor: Party, before: PlanState | null): Party[] {
  return PARTIES.filter((party) => party !== editor && (before?.agreed.includes(party) ?? false));
}

/**
 * A party agrees to the version they read. An older one is refused, so nobody agrees to what they have
 * not seen; a mark that is there already stays as it is.
 */
export function agree(
  plan: PlanState,
  party: Party,
  number: number,
): Outcome<{ readonly state: PlanState; readonly completed: boolean }, Refusal<"stale">> {
  if (number !== plan.number) return refuse("stale", { seen: number, newest: plan.number });
  if (plan.agreed.includes(party)) return accept({ state: plan, completed: false });
  const state = { ...plan, agreed: [...plan.agreed, party] };
  return accept({ state, completed: holds(state) });
}

/** A plan lives with its placement: written and agreed until the placement is over. */
export function isOpen(state: string): boolean {
  return !OVER.some((over) => over === state);
}
