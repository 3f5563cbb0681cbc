import { accept, type Outcome, type Refusal, refuse } from "#shared/outcome.ts";
import {
  minutesPerDay,
  type PlanContent,
  sameTalk,
  type TalkKind,
  talkKey,
  taskKey,
} from "./plan.ts";

/** A talk may be held before the first day, and a talk or demonstration after the last one, within these days. */
const TALK_DAYS_BEFORE = 60;
const DAYS_AFTER = 30;

/** What a plan of this placement may be made of. */
export type PlanChoices = {
  readonly requirementIds: ReadonlySet<string>;
  /** Proven or recognised already: no longer to be learned, though an earlier plan may hold them. */
  readonly provenIds: ReadonlySet<string>;
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

/** What can be wrong with the lines that an agreement has too. */
export type AmendedRefusal = Refusal<
  "unknown_requirement" | "requirement_proven" | "unknown_task" | "task_twice" | "hours_impossible"
>;
export type PlanRefusal =
  | AmendedRefusal
  | Refusal<
      | "week_outside"
      | "week_twice"
      | "talk_twice"
      | "talk_outside"
      | "talk_held"
      | "demonstration_twice"
      | "demonstration_outside"
    >;

type Checked = Outcome<true, PlanRefusal>;
type CheckedLine = Outcome<true, AmendedRefusal>;

/** Whether tidy content can be the plan of this placement; the first line that cannot is named. */
export function checkPlan(content: PlanContent, choices: PlanChoices): Checked {
  return checkAll<PlanRefusal>(content, choices, [
    checkObjectives,
    checkProven,
    checkTasks,
    checkWeeks,
    checkHours,
    checkTalks,
    checkHeldTalks,
    checkDemonstrations,
  ]);
}

/** The same of the lines that an amendment may change; weeks and talks are as the three have agreed them. */
export function checkAmended(content: PlanContent, choices: PlanChoices): CheckedLine {
  return checkAll(content, choices, [checkObjectives, checkProven, checkTasks, checkHours]);
}

function checkAll<R extends Refusal>(
  content: PlanContent,
  choices: PlanChoices,
  checks: readonly ((content: PlanContent, choices: PlanChoices) => Outcome<true, R>)[],
): Outcome<true, R> {
  for (const check of checks) {
    const checked = check(content, choices);
    if (!checked.ok) return checked;
  }
  return accept(true);
}

function checkObjectives(content: PlanContent, { requirementIds }: PlanChoices): CheckedLine {
  const unknown = requirementsIn(content).filter((id) => !requirementIds.has(id));
  return unknown.length === 0
    ? accept(true)
    : refuse("unknown_requirement", { requirementIds: unknown });
}

/** Every requirement that a plan names, aimed at or to be demonstrated. */
export function requirementsIn({ objectives, demonstrations }: PlanContent): string[] {
  const aimedAt = objectives.map(({ requirementId }) => requirementId);
  return [...new Set([...aimedAt, ...demonstrations.flatMap((one) => one.requirementIds)])];
}

/** What is proven is left out of what is to be learned (finland.md §1.1); a plan from before may keep its line. */
function checkProven({ objectives }: PlanContent, { provenIds, former }: PlanChoices): CheckedLine {
  const before = new Set(former?.objectives.map(({ requirementId }) => requirementId));
  const proven = objectives
    .map(({ requirementId }) => requirementId)
    .filter((id) => provenIds.has(id) && !before.has(id));
  return proven.length === 0
    ? accept(true)
    : refuse("requirement_proven", { requirementIds: proven });
}

function checkTasks({ tasks }: PlanContent, { taskIds }: PlanChoices): CheckedLine {
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
function checkHours({ hours, shifts }: PlanContent): CheckedLine {
  const empty = shifts.map(minutesPerDay).find((minutes) => minutes <= 0);
  const day = empty ?? minutesPerDay(hours);
  if (day <= 0 || hours.minutesPerWeek > 7 * day) {
    return refuse("hours_impossible", { minutesPerDay: day, minutesPerWeek: hours.minutesPerWeek });
  }
  return accept(true);
}

function checkTalks({ talks }: PlanContent, choices: PlanChoices): Checked {
  const earliest = choices.startsOn.subtract({ days: TALK_DAYS_BEFORE });
  const latest = choices.endsOn.add({ days: DAYS_AFTER });
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

/** A demonstration may come after the last day: it is no part of the period (finland.md §1.3). */
function checkDemonstrations({ demonstrations }: PlanContent, choices: PlanChoices): Checked {
  const earliest = choices.startsOn;
  const latest = choices.endsOn.add({ days: DAYS_AFTER });
  for (const { startsOn, endsOn } of demonstrations) {
    const [from, to] = [Temporal.PlainDate.from(startsOn), Temporal.PlainDate.from(endsOn)];
    const fits =
      Temporal.PlainDate.compare(earliest, from) <= 0 &&
      Temporal.PlainDate.compare(from, to) <= 0 &&
      Temporal.PlainDate.compare(to, latest) <= 0;
    if (!fits)
      return refuse("demonstration_outside", {
        earliest: earliest.toString(),
        latest: latest.toString(),
      });
  }
  const twice = firstRepeated(demonstrations.map(({ id }) => id));
  return twice === undefined ? accept(true) : refuse("demonstration_twice", { id: twice });
}

function firstRepeated(keys: readonly string[]): string | undefined {
  return keys.find((key, index) => keys.indexOf(key) !== index);
}
