import { localDay } from "#web/ui/format.ts";
import {
  type Guidance,
  type PlanContent,
  type PlanDemonstration,
  type PlanHours,
  type PlanShift,
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

/** A demonstration as it is being planned: without its work, days and requirements the plan cannot be sent. */
export type DemonstrationRow = Omit<
  PlanDemonstration,
  "startsOn" | "endsOn" | "place" | "schoolAssessor" | "workAssessor"
> & {
  readonly startsOn: string | null;
  readonly endsOn: string | null;
  readonly place: string;
  readonly schoolAssessor: string;
  readonly workAssessor: string;
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
  readonly shifts: readonly PlanShift[];
  readonly talks: readonly TalkRow[];
  readonly demonstrations: readonly DemonstrationRow[];
  readonly guidance: Guidance | null;
  readonly breaks: string;
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
  const proven = new Set(view.choices.proven.map(({ requirementId }) => requirementId));
  const all = view.choices.units
    .flatMap((unit) => unit.requirements)
    .filter(({ id }) => !proven.has(id));
  return {
    objectives: all.length > MOST_OBJECTIVES ? [] : all.map(({ id }) => ({ requirementId: id })),
    tasks: [],
    hours: USUAL_HOURS,
    shifts: [],
    talks: [],
    demonstrations: [],
    guidance: null,
    breaks: null,
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
    shifts: content.shifts,
    talks: talkRows(view, content),
    demonstrations: content.demonstrations.map((one) => ({
      ...one,
      place: one.place ?? "",
      schoolAssessor: one.schoolAssessor ?? "",
      workAssessor: one.workAssessor ?? "",
    })),
    guidance: content.guidance,
    breaks: content.breaks ?? "",
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
    shifts: draft.shifts.map((shift) => ({ ...shift, on: shift.on.trim() })),
    demonstrations: draft.demonstrations.flatMap(demonstrationOf),
    guidance: draft.guidance && {
      ...draft.guidance,
      note: textOrNull(draft.guidance.note ?? ""),
    },
    breaks: textOrNull(draft.breaks),
    support: textOrNull(draft.support),
    travel: textOrNull(draft.travel),
    meals: textOrNull(draft.meals),
  };
}

function demonstrationOf(row: DemonstrationRow): PlanDemonstration[] {
  const { startsOn, endsOn } = row;
  if (startsOn === null) return [];
  return [
    {
      ...row,
      work: row.work.trim(),
      startsOn,
      endsOn: endsOn ?? startsOn,
      place: textOrNull(row.place),
      schoolAssessor: textOrNull(row.schoolAssessor),
      workAssessor: textOrNull(row.workAssessor),
    },
  ];
}

export function anotherDemonstration(draft: PlanDraft, view: PlanView): PlanDraft {
  const row: DemonstrationRow = {
    id: crypto.randomUUID(),
    work: "",
    startsOn: null,
    endsOn: null,
    place: "",
    requirementIds: [],
    schoolAssessor: `${view.teacher.givenName} ${view.teacher.familyName}`,
    workAssessor: view.tutor ? `${view.tutor.givenName} ${view.tutor.familyName}` : "",
  };
  return { ...draft, demonstrations: [...draft.demonstrations, row] };
}

export function anotherShift(draft: PlanDraft): PlanDraft {
  const shift = { dayStartsAt: "14:00", dayEndsAt: "22:00", breakMinutes: 30, on: "" };
  return { ...draft, shifts: [...draft.shifts, shift] };
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

/** A task in own words; the same words twice are one. */
export function withOwnTask(draft: PlanDraft, name: string): PlanDraft {
  const task: PlanTask = { taskId: null, name: name.trim(), aloneWeeks: [], withTutorWeeks: [] };
  const isThere = draft.tasks.some((one) => taskKey(one) === taskKey(task));
  return task.name === "" || isThere ? draft : { ...draft, tasks: [...draft.tasks, task] };
}
