import {
  type Guidance,
  type PlanContent,
  type PlanDemonstration,
  type PlanHours,
  type PlanShift,
  type PlanTalk,
  type PlanTask,
  sameHours,
  sameTalk,
  type TalkKind,
  type TaskWeeks,
  TERMS,
  type Term,
  talkKey,
  taskKey,
} from "./plan.ts";

/** One line in which two versions differ; null = the line is not there. */
export type Difference =
  | {
      readonly kind: "task";
      readonly taskId: string | null;
      readonly name: string | null;
      readonly before: TaskWeeks | null;
      readonly after: TaskWeeks | null;
    }
  | {
      readonly kind: "objective";
      readonly requirementId: string;
      readonly before: boolean;
      readonly after: boolean;
    }
  | { readonly kind: "hours"; readonly before: PlanHours | null; readonly after: PlanHours }
  | {
      readonly kind: "talk";
      readonly talk: TalkKind;
      readonly before: PlanTalk | null;
      readonly after: PlanTalk | null;
    }
  | {
      readonly kind: "shifts";
      readonly before: readonly PlanShift[];
      readonly after: readonly PlanShift[];
    }
  | {
      readonly kind: "demonstration";
      readonly id: string;
      readonly before: PlanDemonstration | null;
      readonly after: PlanDemonstration | null;
    }
  | {
      readonly kind: "guidance";
      readonly before: Guidance | null;
      readonly after: Guidance | null;
    }
  | { readonly kind: Term; readonly before: string | null; readonly after: string | null };

/** Every line in which `after` differs from `before`, tasks first; with no `before`, all its lines. */
export function diffPlans(before: PlanContent | null, after: PlanContent): Difference[] {
  return [
    ...diffTasks(before?.tasks ?? [], after.tasks),
    ...diffObjectives(before?.objectives ?? [], after.objectives),
    ...diffHours(before?.hours ?? null, after.hours),
    ...diffShifts(before?.shifts ?? [], after.shifts),
    ...diffTalks(before?.talks ?? [], after.talks),
    ...diffDemonstrations(before?.demonstrations ?? [], after.demonstrations),
    ...diffGuidance(before?.guidance ?? null, after.guidance),
    ...TERMS.flatMap((term) => diffTerm(term, before?.[term] ?? null, after[term])),
  ];
}

function diffTasks(before: readonly PlanTask[], after: readonly PlanTask[]): Difference[] {
  return pair(before, after, taskKey).flatMap(([old, now]) => {
    const task = now ?? old;
    if (task === undefined || (old !== undefined && now !== undefined && sameWeeks(old, now)))
      return [];
    return [
      {
        kind: "task",
        taskId: task.taskId,
        name: task.name,
        before: weeksOf(old),
        after: weeksOf(now),
      } as const,
    ];
  });
}

function weeksOf(task: PlanTask | undefined): TaskWeeks | null {
  if (task === undefined) return null;
  return { aloneWeeks: task.aloneWeeks, withTutorWeeks: task.withTutorWeeks };
}

function sameWeeks(left: TaskWeeks, right: TaskWeeks): boolean {
  return (
    sameSet(left.aloneWeeks, right.aloneWeeks) && sameSet(left.withTutorWeeks, right.withTutorWeeks)
  );
}

function sameSet(left: readonly string[], right: readonly string[]): boolean {
  return new Set(left).symmetricDifference(new Set(right)).size === 0;
}

type Objectives = PlanContent["objectives"];

/** Which requirements are aimed at; their order is the requirements' own and is nobody's agreement. */
function diffObjectives(before: Objectives, after: Objectives): Difference[] {
  return pair(before, after, ({ requirementId }) => requirementId).flatMap(([old, now]) => {
    const requirementId = (now ?? old)?.requirementId;
    if (requirementId === undefined || (old !== undefined && now !== undefined)) return [];
    return [
      {
        kind: "objective",
        requirementId,
        before: old !== undefined,
        after: now !== undefined,
      } as const,
    ];
  });
}

function diffHours(before: PlanHours | null, after: PlanHours): Difference[] {
  const same = before !== null && sameHours(before, after);
  return same ? [] : [{ kind: "hours", before, after }];
}

function diffTalks(before: readonly PlanTalk[], after: readonly PlanTalk[]): Difference[] {
  return pair(before, after, talkKey).flatMap(([old = null, now = null]) => {
    const talk = (now ?? old)?.kind;
    if (talk === undefined || sameTalk(old, now)) return [];
    return [{ kind: "talk", talk, before: old, after: now } as const];
  });
}

/** Shifts are few and have no name: the list is one line. */
function diffShifts(before: readonly PlanShift[], after: readonly PlanShift[]): Difference[] {
  const same =
    before.length === after.length &&
    after.every((shift, place) => {
      const old = before[place];
      return (
        old?.dayStartsAt === shift.dayStartsAt &&
        old.dayEndsAt === shift.dayEndsAt &&
        old.breakMinutes === shift.breakMinutes &&
        old.on === shift.on
      );
    });
  return same ? [] : [{ kind: "shifts", before, after }];
}

function diffDemonstrations(
  before: readonly PlanDemonstration[],
  after: readonly PlanDemonstration[],
): Difference[] {
  return pair(before, after, ({ id }) => id).flatMap(([old = null, now = null]) => {
    const id = (now ?? old)?.id;
    if (id === undefined || sameDemonstration(old, now)) return [];
    return [{ kind: "demonstration", id, before: old, after: now } as const];
  });
}

function sameDemonstration(
  left: PlanDemonstration | null,
  right: PlanDemonstration | null,
): boolean {
  if (left === null || right === null) return left === right;
  return (
    left.work === right.work &&
    left.startsOn === right.startsOn &&
    left.endsOn === right.endsOn &&
    left.place === right.place &&
    left.schoolAssessor === right.schoolAssessor &&
    left.workAssessor === right.workAssessor &&
    sameSet(left.requirementIds, right.requirementIds)
  );
}

function diffGuidance(before: Guidance | null, after: Guidance | null): Difference[] {
  const same =
    before?.every === after?.every && before?.by === after?.by && before?.note === after?.note;
  return same ? [] : [{ kind: "guidance", before, after }];
}

function diffTerm(kind: Term, before: string | null, after: string | null): Difference[] {
  return before === after ? [] : [{ kind, before, after }];
}

/** Old and new line with the same key side by side, in the order of `after`, then what was taken away. */
function pair<T>(
  before: readonly T[],
  after: readonly T[],
  keyOf: (line: T) => string,
): [T | undefined, T | undefined][] {
  const old = new Map(before.map((line) => [keyOf(line), line]));
  const kept = new Set(after.map(keyOf));
  return [
    ...after.map((line): [T | undefined, T | undefined] => [old.get(keyOf(line)), line]),
    ...before
      .filter((line) => !kept.has(keyOf(line)))
      .map((line): [T | undefined, T | undefined] => [line, undefined]),
  ];
}

/** Names the line a difference is about, the same in every comparison of two versions. */
export function lineOf(difference: Difference): string {
  switch (difference.kind) {
    case "task":
      return `task:${taskKey(difference)}`;
    case "objective":
      return `objective:${difference.requirementId}`;
    case "demonstration":
      return `demonstration:${difference.id}`;
    case "talk": {
      const talk = difference.after ?? difference.before;
      return `talk:${talk === null ? difference.talk : talkKey(talk)}`;
    }
    default:
      return difference.kind;
  }
}

export type NumberedPlan = { readonly number: number; readonly content: PlanContent };

/**
 * What changed from the first to the last of these versions (in order, no gaps), each line with the
 * version that last touched it: its editor, time and reason are the ones to show.
 */
export function changesThrough(
  versions: readonly NumberedPlan[],
): { readonly difference: Difference; readonly number: number }[] {
  const first = versions.at(0);
  const last = versions.at(-1);
  if (first === undefined || last === undefined) return [];
  const touched = new Map<string, number>();
  for (const [index, version] of versions.entries()) {
    const former = versions[index - 1];
    if (former === undefined) continue;
    for (const difference of diffPlans(former.content, version.content)) {
      touched.set(lineOf(difference), version.number);
    }
  }
  return diffPlans(first.content, last.content).map((difference) => ({
    difference,
    number: touched.get(lineOf(difference)) ?? last.number,
  }));
}

/** The differences as the audit keeps them: codes, ids, weeks and times, no free text. */
export function traceOf(differences: readonly Difference[]): Readonly<Record<string, unknown>>[] {
  return differences.map((difference) => {
    switch (difference.kind) {
      case "task": {
        const { kind, taskId, before, after } = difference;
        return { kind, taskId, before, after };
      }
      case "talk":
      case "objective":
      case "hours":
        return { ...difference };
      case "demonstration":
        return { kind: difference.kind, id: difference.id };
      default:
        return { kind: difference.kind };
    }
  });
}
