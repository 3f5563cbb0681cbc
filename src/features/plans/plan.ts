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
export const TERMS = ["support", "travel", "meals"] as const;
export type Term = (typeof TERMS)[number];

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
  readonly talks: readonly PlanTalk[];
  readonly support: string | null;
  readonly travel: string | null;
  readonly meals: string | null;
};

const MINUTES_A_DAY = 24 * 60;
/** A talk may be held before the first day or after the last one, within these days. */
const TALK_DAYS_BEFORE = 60;
const TALK_DAYS_AFTER = 30;

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
  };
}

/** Minutes of work in one usual day, the unpaid break taken out. */
export function minutesPerDay({ dayStartsAt, dayEndsAt, breakMinutes }: PlanHours): number {
  const start = Temporal.PlainTime.from(dayStartsAt);
  const span = start.until(Temporal.PlainTime.from(dayEndsAt)).total("minutes");
  return (span > 0 ? span : span + MINUTES_A_DAY) - breakMinutes;
}

/** What a plan of this placement may be made of. */
export type PlanChoices = {
  readonly requirementIds: ReadonlySet<string>;
  /** Present tasks of the workplace, and those that the former version already had. */
  readonly taskIds: ReadonlySet<string>;
  readonly weeks: ReadonlySet<string>;
  readonly startsOn: Temporal.PlainDate;
  readonly endsOn: Temporal.PlainDate;
  readonly timeZone: string;
  /** Kinds that are held already; their line in the plan no longer changes. */
  readonly heldTalks: ReadonlySet<TalkKind>;
  readonly former: PlanContent | null;
};

export type PlanRefusal = Refusal<
  | "unknown_requirement"
  | "unknown_task"
  | "task_twice"
  | "week_outside"
  | "week_twice"
  | "hours_impossible"
  | "talk_twice"
  | "talk_outside"
  | "talk_held"
>;

type Checked = Outcome<true, PlanRefusal>;

/** Whether tidy content can be the plan of this placement; the first line that cannot is named. */
export function checkPlan(content: PlanContent, choices: PlanChoices): Checked {
  const checks = [checkObjectives, checkTasks, checkWeeks, checkHours, checkTalks, checkHeldTalks];
  for (const check of checks) {
    const checked = check(content, choices);
    if (!checked.ok) return checked;
  }
  return accept(true);
}

function checkObjectives({ objectives }: PlanContent, { requirementIds }: PlanChoices): Checked {
  const unknown = objectives
    .map((one) => one.requirementId)
    .filter((id) => !requirementIds.has(id));
  return unknown.length === 0
    ? accept(true)
    : refuse("unknown_requirement", { requirementIds: unknown });
}

function checkTasks({ tasks }: PlanContent, { taskIds }: PlanChoices): Checked {
  const unknown = tasks.flatMap(({ taskId }) =>
    taskId === null || taskIds.has(taskId) ? [] : [taskId],
  );
  if (unknown.length > 0) return refuse("unknown_task", { taskIds: unknown });
  const twice = firstRepeated(tasks.map(taskKey));
  const found = tasks.find((task) => taskKey(task) === twice);
  if (found === undefined) return accept(true);
  return refuse("task_twice", { taskId: found.taskId, name: found.name });
}

function checkWeeks({ tasks }: PlanContent, { weeks }: PlanChoices): Checked {
  for (const { taskId, name, aloneWeeks, withTutorWeeks } of tasks) {
    const all = [...aloneWeeks, ...withTutorWeeks];
    const outside = all.find((week) => !weeks.has(week));
    if (outside !== undefined) return refuse("week_outside", { week: outside, taskId, name });
    const twice = firstRepeated(all);
    if (twice !== undefined) return refuse("week_twice", { week: twice, taskId, name });
  }
  return accept(true);
}

/** A day has work in it, and a week is at most seven such days. What is lawful is for the rule packs to say. */
function checkHours({ hours }: PlanContent): Checked {
  const day = minutesPerDay(hours);
  if (day <= 0 || hours.minutesPerWeek > 7 * day) {
    return refuse("hours_impossible", { minutesPerDay: day, minutesPerWeek: hours.minutesPerWeek });
  }
  return accept(true);
}

function checkTalks({ talks }: PlanContent, choices: PlanChoices): Checked {
  const earliest = choices.startsOn.subtract({ days: TALK_DAYS_BEFORE });
  const latest = choices.endsOn.add({ days: TALK_DAYS_AFTER });
  for (const { kind, at } of talks) {
    const day = Temporal.Instant.from(at).toZonedDateTimeISO(choices.timeZone).toPlainDate();
    const outside =
      Temporal.PlainDate.compare(day, earliest) < 0 || Temporal.PlainDate.compare(day, latest) > 0;
    if (outside)
      return refuse("talk_outside", {
        kind,
        earliest: earliest.toString(),
        latest: latest.toString(),
      });
  }
  const twice = firstRepeated(talks.map(talkKey));
  return twice === undefined
    ? accept(true)
    : refuse("talk_twice", { kind: twice.split(":")[0] ?? twice });
}

/** What has been held is told by its note; the plan keeps the line that was agreed before it. */
function checkHeldTalks({ talks }: PlanContent, { heldTalks, former }: PlanChoices): Checked {
  const before = former?.talks ?? [];
  for (const kind of heldTalks) {
    const planned = before.find((talk) => talk.kind === kind);
    const now = talks.find((talk) => talk.kind === kind);
    if (kind !== "other" && !sameTalk(planned ?? null, now ?? null))
      return refuse("talk_held", { kind });
  }
  return accept(true);
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

function firstRepeated(keys: readonly string[]): string | undefined {
  return keys.find((key, index) => keys.indexOf(key) !== index);
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
