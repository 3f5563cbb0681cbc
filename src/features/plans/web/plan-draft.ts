import { localDay } from "#web/ui/format.ts";
import {
  type PlanContent,
  type PlanHours,
  type PlanTask,
  type TalkKind,
  type TalkPlace,
  taskKey,
} from "../plan.ts";
import { rebasePlan } from "../plan-merge.ts";
import { clockAt, instantAt } from "./local-time.ts";
import type { PlanView } from "./plan-view.ts";

/** A talk as it is being planned: without a day it is not in the plan yet. */
export type TalkRow = {
  readonly id: string;
  readonly kind: TalkKind;
  readonly on: string | null;
  readonly clock: string;
  readonly minutes: number | null;
  readonly place: TalkPlace | null;
  /** Held already: its line no longer changes. */
  readonly held: boolean;
};

/** The next version as it lies on this device until it is sent. */
export type PlanDraft = {
  /** The version it was made from, 0 = none; and what stood there. */
  readonly base: number;
  readonly baseContent: PlanContent | null;
  readonly objectives: readonly string[];
  /** Every task that could be planned; one without weeks is not in the plan. */
  readonly tasks: readonly PlanTask[];
  readonly hours: PlanHours;
  readonly talks: readonly TalkRow[];
  readonly support: string;
  readonly travel: string;
  readonly meals: string;
  readonly why: string;
};

const USUAL_HOURS: PlanHours = {
  minutesPerWeek: 2_250,
  dayStartsAt: "07:00",
  dayEndsAt: "15:00",
  breakMinutes: 30,
};
const USUAL_TALK = { on: null, clock: "09:00", minutes: 30, place: "workplace" } as const;
const MOST_OBJECTIVES = 40;

/** The newest version as a draft; before the first one, what there is to choose from. */
export function startDraft(view: PlanView): PlanDraft {
  const content = view.plan?.content ?? null;
  return {
    ...draftOf(view, content ?? firstContent(view)),
    base: view.version,
    baseContent: content,
  };
}

function firstContent(view: PlanView): PlanContent {
  const all = view.choices.units.flatMap((unit) => unit.requirements);
  return {
    objectives: all.length > MOST_OBJECTIVES ? [] : all.map(({ id }) => ({ requirementId: id })),
    tasks: [],
    hours: USUAL_HOURS,
    talks: [],
    support: null,
    travel: null,
    meals: null,
  };
}

function draftOf(view: PlanView, content: PlanContent): Omit<PlanDraft, "base" | "baseContent"> {
  return {
    objectives: content.objectives.map(({ requirementId }) => requirementId),
    tasks: [...content.tasks, ...unplannedTasks(view, content.tasks)],
    hours: content.hours,
    talks: talkRows(view, content),
    support: content.support ?? "",
    travel: content.travel ?? "",
    meals: content.meals ?? "",
    why: "",
  };
}

/** The workplace's other tasks stand in the table without weeks, so that filling a week adds them. */
function unplannedTasks(view: PlanView, planned: readonly PlanTask[]): PlanTask[] {
  const keys = new Set(planned.map(taskKey));
  return view.choices.tasks
    .filter(({ id, retired }) => !retired && !keys.has(id))
    .map(({ id }) => ({ taskId: id, name: null, aloneWeeks: [], withTutorWeeks: [] }));
}

/** Start, mid and end always have a line, unless they were held without having been planned. */
function talkRows(view: PlanView, content: PlanContent): TalkRow[] {
  const held = new Set(view.heldTalks.map(({ kind }) => kind));
  const planned = content.talks.map(
    (talk): TalkRow => ({
      ...talk,
      id: `${talk.kind} ${talk.at}`,
      on: localDay(talk.at, view.timeZone),
      clock: clockAt(talk.at, view.timeZone),
      held: talk.kind !== "other" && held.has(talk.kind),
    }),
  );
  const missing = (["start", "mid", "end"] as const).filter(
    (kind) => !held.has(kind) && !planned.some((talk) => talk.kind === kind),
  );
  return [
    ...planned,
    ...missing.map((kind) => ({ ...USUAL_TALK, id: kind, kind, held: false })),
  ].toSorted((left, right) => ORDER[left.kind] - ORDER[right.kind]);
}

const ORDER: Readonly<Record<TalkKind, number>> = { start: 0, mid: 1, end: 2, other: 3 };

export function anotherTalk(draft: PlanDraft): PlanDraft {
  const row: TalkRow = { ...USUAL_TALK, id: crypto.randomUUID(), kind: "other", held: false };
  return { ...draft, talks: [...draft.talks, row] };
}

/** What is sent: rows without weeks or days are not in the plan. */
export function contentOf(draft: PlanDraft, timeZone: string): PlanContent {
  return {
    objectives: draft.objectives.map((requirementId) => ({ requirementId })),
    tasks: draft.tasks.filter(
      ({ aloneWeeks, withTutorWeeks }) => aloneWeeks.length + withTutorWeeks.length > 0,
    ),
    hours: draft.hours,
    talks: draft.talks.flatMap(({ kind, on, clock, minutes, place }) =>
      on === null || clock === ""
        ? []
        : [{ kind, at: instantAt(on, clock, timeZone), minutes, place }],
    ),
    support: textOrNull(draft.support),
    travel: textOrNull(draft.travel),
    meals: textOrNull(draft.meals),
  };
}

function textOrNull(text: string): string | null {
  return text.trim() === "" ? null : text.trim();
}

/** The draft on top of the version that came meanwhile: own lines stand, the others' stay. */
export function onNewest(draft: PlanDraft, view: PlanView): PlanDraft {
  const theirs = view.plan?.content ?? null;
  if (theirs === null) return draft;
  const { content } = rebasePlan(draft.baseContent, contentOf(draft, view.timeZone), theirs);
  return { ...draftOf(view, content), why: draft.why, base: view.version, baseContent: theirs };
}

export type WeekCell = "none" | "with-tutor" | "alone";

export function cellOf({ aloneWeeks, withTutorWeeks }: PlanTask, week: string): WeekCell {
  if (aloneWeeks.includes(week)) return "alone";
  return withTutorWeeks.includes(week) ? "with-tutor" : "none";
}

const NEXT_CELL: Readonly<Record<WeekCell, WeekCell>> = {
  none: "with-tutor",
  "with-tutor": "alone",
  alone: "none",
};

/** A press goes round: not, with the tutor, alone. */
export function nextCell(cell: WeekCell): WeekCell {
  return NEXT_CELL[cell];
}

export function withCell(draft: PlanDraft, key: string, week: string, cell: WeekCell): PlanDraft {
  const put = (weeks: readonly string[], is: boolean) =>
    [...weeks.filter((one) => one !== week), ...(is ? [week] : [])].toSorted();
  return {
    ...draft,
    tasks: draft.tasks.map((task) =>
      taskKey(task) === key
        ? {
            ...task,
            aloneWeeks: put(task.aloneWeeks, cell === "alone"),
            withTutorWeeks: put(task.withTutorWeeks, cell === "with-tutor"),
          }
        : task,
    ),
  };
}

/** A task in own words; the same words twice are one. */
export function withOwnTask(draft: PlanDraft, name: string): PlanDraft {
  const task: PlanTask = { taskId: null, name: name.trim(), aloneWeeks: [], withTutorWeeks: [] };
  const isThere = draft.tasks.some((one) => taskKey(one) === taskKey(task));
  return task.name === "" || isThere ? draft : { ...draft, tasks: [...draft.tasks, task] };
}
