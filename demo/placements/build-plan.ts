import type { StoryCalendar, StoryDay } from "../calendar.ts";
import { on } from "../calendar.ts";
import type { CoverageCell, Party, Plan, PlannedTask, Suitability } from "../placement-types.ts";
import type { Moment, PersonKey } from "../story-types.ts";
import type { WorkplaceDraft } from "../workplaces/workplace-draft.ts";
import { coverageOf, taskKey } from "../workplaces/workplace-draft.ts";
import type { PlacementDraft, PlanDraft, SuitabilityDraft } from "./placement-draft.ts";

export function buildPlan(
  calendar: StoryCalendar,
  draft: PlacementDraft,
  plan: PlanDraft,
  workplace: WorkplaceDraft,
  teacher: PersonKey,
): Plan {
  const [dayStartsAt, dayEndsAt, breakMinutes] = draft.hours;
  const { version, writtenBy = "teacher", sent, marks, demonstrations = [], ...rest } = plan;
  const person = (party: Party): PersonKey => {
    const by = { student: draft.student, tutor: draft.tutor, teacher }[party];
    if (by === undefined) throw new RangeError(`${draft.student}: nobody is the ${party}`);
    return by;
  };
  return {
    version,
    writtenBy: person(writtenBy),
    sentAt: calendar.moment(sent, "13:10"),
    tasks: plannedTasks(calendar, draft, workplace),
    dayStartsAt,
    dayEndsAt,
    breakMinutes,
    ...rest,
    demonstrations: demonstrations.map(({ from, to, ...one }) => ({
      ...one,
      startsOn: calendar.day(from),
      endsOn: calendar.day(to),
    })),
    marks: marks.map((party) => ({
      party,
      by: person(party),
      at: party === writtenBy ? calendar.moment(sent, "13:10") : markedAt(calendar, sent, party),
    })),
  };
}

/** The student the same evening, the others the next morning, or late when that is today. */
function markedAt(calendar: StoryCalendar, sent: StoryDay, party: Party): Moment {
  if (party === "student") return calendar.moment(sent, "16:05");
  const next = sent.weekday === 5 ? on(sent.week + 1, 1) : on(sent.week, NEXT[sent.weekday]);
  return calendar.isPast(next) ? calendar.moment(next, "07:20") : calendar.moment(sent, "17:40");
}

const NEXT = { 1: 2, 2: 3, 3: 4, 4: 5 } as const;

/** Tasks begin one after another: first two weeks with the tutor, then alone where that is done. */
function plannedTasks(
  calendar: StoryCalendar,
  draft: PlacementDraft,
  workplace: WorkplaceDraft,
): PlannedTask[] {
  const useful = usefulTasks(draft, workplace);
  const length = draft.ends.week - draft.starts.week + 1;
  return useful.flatMap(({ task, alone }, index) => {
    const from = draft.starts.week + Math.floor((index * length * 0.6) / useful.length);
    const change = alone ? Math.min(from + 2, draft.ends.week + 1) : draft.ends.week + 1;
    return [
      { task, weeks: mondays(calendar, from, change), how: "with_tutor" as const },
      { task, weeks: mondays(calendar, change, draft.ends.week + 1), how: "alone" as const },
    ].filter(({ weeks }) => weeks.length > 0);
  });
}

function usefulTasks(draft: PlacementDraft, workplace: WorkplaceDraft) {
  const cells = coverageOf(workplace, draft.requirements);
  return Object.keys(workplace.tasks)
    .map((name) => taskKey(workplace.key, name))
    .map((task) => ({ task, own: cells.filter((cell) => cell.task === task) }))
    .filter(({ own }) => own.length > 0)
    .map(({ task, own }) => ({ task, alone: mostlyDone(own) }));
}

/** A task whose cells say "with help" as often as "done here" stays with the tutor. */
function mostlyDone(cells: readonly CoverageCell[]): boolean {
  const done = cells.filter((cell) => cell.level === "done").length;
  return done > cells.length - done;
}

function mondays(calendar: StoryCalendar, from: number, before: number): string[] {
  return Array.from({ length: Math.max(0, before - from) }, (_, index) =>
    calendar.monday(from + index),
  );
}

export function buildSuitability(
  calendar: StoryCalendar,
  draft: PlacementDraft,
  decision: SuitabilityDraft,
  workplace: WorkplaceDraft,
  teacher: PersonKey,
): Suitability {
  const coverage = coverageOf(workplace, draft.requirements);
  const gaps = (decision.gaps ?? []).map((gap) => ({ ...gap, dueOn: calendar.day(gap.dueOn) }));
  const conditions = decision.conditions ?? [];
  const outcome = decision.outcome ?? (conditions.length === 0 ? "suitable" : "with_conditions");
  if (outcome !== "not_suitable") refuseUnowned(draft, coverage, gaps);
  return {
    decidedBy: teacher,
    decidedAt: calendar.moment(decision.on, "11:30"),
    outcome,
    reason: decision.reason,
    conditions: conditions.map((condition) => ({
      ...condition,
      dueOn: calendar.day(condition.dueOn),
    })),
    validUntil: calendar.day(decision.validUntil),
    coverage,
    gaps,
  };
}

function refuseUnowned(
  draft: PlacementDraft,
  coverage: readonly CoverageCell[],
  gaps: Suitability["gaps"],
): void {
  const covered = new Set([...coverage, ...gaps].map(({ requirement }) => requirement));
  const unowned = draft.requirements.filter((code) => !covered.has(code));
  if (unowned.length > 0)
    throw new RangeError(`${draft.student}: nobody owns ${unowned.join(" ")}`);
}
