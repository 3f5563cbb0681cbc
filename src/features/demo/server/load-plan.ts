import type { PlanContent } from "#features/plans/plan.ts";
import { newId } from "#server/clock.ts";
import type { Placement } from "../../../../demo/placement-types.ts";
import { type Ground, idOf } from "./load-ground.ts";
import { instantOf, type Keys, type Rows, weekOfDay } from "./story-rows.ts";

type StoryPlan = NonNullable<Placement["plan"]>;

/** The plan's versions with their marks, and the newest one's objectives as rows. */
export function planRows(placement: Placement, ground: Ground, keys: Keys): Rows {
  const { plan } = placement;
  if (plan === undefined) return {};
  const newest = contentOf(placement, plan, ground);
  const earlier = earlierThan(newest);
  const versions = Array.from({ length: plan.version }, (_, index) => index + 1);
  const writtenBy = idOf(ground.people, plan.writtenBy);
  return {
    plan_version: versions.map((number) => ({
      ...keys,
      number,
      content: number === plan.version ? newest : earlier,
      edited_by: writtenBy,
      edited_at: instantOf(
        number === plan.version ? (plan.sentAt ?? placement.createdAt) : placement.createdAt,
      ),
    })),
    plan_mark: [...marksOf(plan, ground, keys), ...formerMarks(placement, plan, ground, keys)],
    placement_objective: placement.requirements.map((code, position) => ({
      ...keys,
      requirement_id: idOf(ground.requirements, code),
      position,
    })),
  };
}

function contentOf(placement: Placement, plan: StoryPlan, ground: Ground): PlanContent {
  return {
    objectives: placement.requirements.map((code) => ({
      requirementId: idOf(ground.requirements, code),
    })),
    tasks: tasksOf(plan, ground),
    hours: {
      minutesPerWeek: placement.hoursPerWeek * 60,
      dayStartsAt: plan.dayStartsAt,
      dayEndsAt: plan.dayEndsAt,
      breakMinutes: plan.breakMinutes,
    },
    talks: placement.talks.flatMap(({ kind, at, minutes, place }) =>
      kind === "other" ? [] : [{ kind, at: instantOf(at), minutes, place }],
    ),
    shifts: plan.shifts ?? [],
    demonstrations: (plan.demonstrations ?? []).map(({ requirements, ...one }) => ({
      ...one,
      id: newId(),
      requirementIds: requirements.map((code) => idOf(ground.requirements, code)),
    })),
    guidance: plan.guidance ?? null,
    breaks: plan.breaks ?? null,
    support: plan.support ?? null,
    travel: plan.travel ?? null,
    meals: plan.meals ?? null,
  };
}

/** The story tells a task once for its weeks alone and once for those with the tutor; the plan has one line. */
function tasksOf({ tasks }: StoryPlan, ground: Ground): PlanContent["tasks"] {
  const weeksOf = (lines: StoryPlan["tasks"], how: "alone" | "with_tutor") =>
    lines.filter((line) => line.how === how).flatMap(({ weeks }) => weeks.map(weekOfDay));
  return [...Map.groupBy(tasks, ({ task }) => task)].map(([key, lines]) => ({
    taskId: idOf(ground.tasks, key),
    name: null,
    aloneWeeks: weeksOf(lines, "alone"),
    withTutorWeeks: weeksOf(lines, "with_tutor"),
  }));
}

/** What was agreed before the newest edit: the last task ended a week earlier. */
function earlierThan(content: PlanContent): PlanContent {
  const last = content.tasks.at(-1);
  if (last === undefined) return content;
  const shorter = { ...last, aloneWeeks: last.aloneWeeks.slice(0, -1) };
  return { ...content, tasks: [...content.tasks.slice(0, -1), shorter] };
}

function marksOf(plan: StoryPlan, ground: Ground, keys: Keys): NonNullable<Rows["plan_mark"]> {
  return plan.marks.map((mark) => ({
    ...keys,
    number: plan.version,
    party: mark.party,
    person_id: idOf(ground.people, mark.by),
    at: instantOf(mark.at),
  }));
}

/** All three had agreed to the version before the newest one, when there is one. */
function formerMarks(
  placement: Placement,
  plan: StoryPlan,
  ground: Ground,
  keys: Keys,
): NonNullable<Rows["plan_mark"]> {
  const { student, tutor, teacher } = placement;
  if (plan.version === 1 || tutor === undefined) return [];
  return Object.entries({ student, tutor, teacher }).map(([party, person]) => ({
    ...keys,
    number: plan.version - 1,
    party,
    person_id: idOf(ground.people, person),
    at: instantOf(placement.createdAt),
  }));
}

/** The decision with its grid: a row for each objective, owned gaps where no task covers it. */
export function suitabilityRows(placement: Placement, ground: Ground, keys: Keys): Rows {
  const { suitability } = placement;
  if (suitability === undefined) return {};
  const decision = { provider_id: keys.provider_id, decision_id: newId() };
  const conditions = suitability.conditions.map(({ text, owner, dueOn }) => ({
    text,
    owner: ground.givenNames.get(owner) ?? "",
    dueOn,
  }));
  return {
    suitability_decision: [
      {
        id: decision.decision_id,
        ...keys,
        workplace_id: idOf(ground.workplaces, placement.workplace),
        outcome: suitability.outcome,
        reason: suitability.reason,
        conditions,
        decided_by: idOf(ground.people, suitability.decidedBy),
        decided_on: suitability.decidedAt.on,
        decided_at: instantOf(suitability.decidedAt),
        valid_until: suitability.validUntil,
      },
    ],
    ...gridRows(placement.requirements, suitability, ground, decision),
  };
}

type Decision = { readonly provider_id: string; readonly decision_id: string };

function gridRows(
  requirements: Placement["requirements"],
  { gaps, coverage }: NonNullable<Placement["suitability"]>,
  ground: Ground,
  decision: Decision,
): Rows {
  const gapOf = new Map(gaps.map((gap) => [gap.requirement, gap]));
  return {
    coverage_row: requirements.map((code) => ({
      ...decision,
      requirement_id: idOf(ground.requirements, code),
      gap_owner: gapOf.get(code)?.owner ?? null,
      gap_due_on: gapOf.get(code)?.dueOn ?? null,
      gap_note: gapOf.get(code)?.note ?? null,
    })),
    coverage_cell: coverage.map((cell) => ({
      ...decision,
      requirement_id: idOf(ground.requirements, cell.requirement),
      task_id: idOf(ground.tasks, cell.task),
      level: cell.level,
    })),
  };
}
