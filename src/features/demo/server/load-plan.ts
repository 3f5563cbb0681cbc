import { newId } from "#server/clock.ts";
import type { Placement } from "../../../../demo/placement-types.ts";
import { type Ground, idOf } from "./load-ground.ts";
import { instantOf, type Keys, type Rows, weekOfDay } from "./story-rows.ts";

/** The newest version of the plan with its marks, and its objectives as rows. */
export function planRows(placement: Placement, ground: Ground, keys: Keys): Rows {
  const { plan } = placement;
  if (plan === undefined) return {};
  const content = {
    objectives: placement.requirements.map((code) => ({
      requirementId: idOf(ground.requirements, code),
    })),
    tasks: plan.tasks.map(({ task, weeks, how }) => ({
      taskId: idOf(ground.tasks, task),
      weeks: weeks.map(weekOfDay),
      how,
    })),
    hours: {
      perWeek: placement.hoursPerWeek * 60,
      dayStartsAt: plan.dayStartsAt,
      dayEndsAt: plan.dayEndsAt,
      breakMinutes: plan.breakMinutes,
    },
    talks: placement.talks
      .filter(({ kind }) => kind !== "other")
      .map((talk) => ({ kind: talk.kind, at: instantOf(talk.at) })),
    support: plan.support ?? null,
    travel: plan.travel ?? null,
    meals: plan.meals ?? null,
  };
  const versions = Array.from({ length: plan.version }, (_, index) => index + 1);
  return {
    plan_version: versions.map((number) => ({
      ...keys,
      number,
      content: content,
      edited_by: idOf(ground.people, plan.writtenBy),
      edited_at: instantOf(plan.sentAt ?? placement.createdAt),
    })),
    plan_mark: plan.marks.map((mark) => ({
      ...keys,
      number: plan.version,
      party: mark.party,
      person_id: idOf(ground.people, mark.by),
      at: instantOf(mark.at),
    })),
    placement_objective: placement.requirements.map((code, position) => ({
      ...keys,
      requirement_id: idOf(ground.requirements, code),
      position,
    })),
  };
}

/** The decision with its grid: a row for each objective, owned gaps where no task covers it. */
export function suitabilityRows(placement: Placement, ground: Ground, keys: Keys): Rows {
  const { suitability } = placement;
  if (suitability === undefined) return {};
  const decision = { provider_id: keys.provider_id, decision_id: newId() };
  const gaps = new Map(suitability.gaps.map((gap) => [gap.requirement, gap]));
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
    coverage_row: placement.requirements.map((code) => {
      const gap = gaps.get(code);
      return {
        ...decision,
        requirement_id: idOf(ground.requirements, code),
        gap_owner: gap?.owner ?? null,
        gap_due_on: gap?.dueOn ?? null,
        gap_note: gap?.note ?? null,
      };
    }),
    coverage_cell: suitability.coverage.map((cell) => ({
      ...decision,
      requirement_id: idOf(ground.requirements, cell.requirement),
      task_id: idOf(ground.tasks, cell.task),
      level: cell.level,
    })),
  };
}
