import { relationOf } from "#features/placements/placement.policy.ts";
import { findVisible, lockVisible, type SeenPlacement } from "#features/placements/server/api.ts";
import { dayAt } from "#server/clock.ts";
import type { Tx } from "#server/database/database.ts";
import { deed, view } from "#server/deed.ts";
import { accept, refuse } from "#shared/outcome.ts";
import { agreeOnFit, markTaskNeeds, readStudentFit } from "../student-fit.contract.ts";
import { FIT_SUBJECTS, type FitFacts, judgeStudentFit } from "../student-fit.ts";
import { mayDecide, mayMarkNeeds } from "../suitability.policy.ts";
import * as queries from "./student-fit.queries.ts";

/** Language and prior skill of the student against what this workplace offers and its tasks need. */
export const readStudentFitRoute = view(readStudentFit, async ({ tx, actor, at }, { params }) => {
  const placement = await findVisible(tx, actor, params.placementId);
  if (placement === null) return refuse("not_found");
  const relation = relationOf(actor, placement);
  const { fit, reasons } = await judgedFit(tx, placement, at);
  const notes = await queries.listNotes(tx, placement);
  const requirements = await queries.listRequirements(
    tx,
    placement.framework_version_id,
    fit.needs.map(({ requirementId }) => requirementId),
  );
  return accept({
    language: fit.language,
    guides: [...fit.guides],
    reasons: FIT_SUBJECTS.map((about) => {
      const { verdict, lacks } = reasons[about];
      const note = verdict === "agreed" ? noteOf(notes, about) : null;
      return { about, verdict, lacks: [...lacks], note };
    }),
    tasks: (await queries.listPlannedTasks(tx, placement)).map((task) => ({
      ...task,
      needs: needsOf(fit, task.id, requirements),
    })),
    requirements: requirements
      .filter(({ own }) => own)
      .map(({ id, unitName, text }) => ({ id, unitName, text })),
    abilities: { agree: mayDecide(relation), mark: mayMarkNeeds(relation) },
  });
});

async function judgedFit(tx: Tx, placement: SeenPlacement, at: Temporal.Instant) {
  const { fit, time_zone, starts_on } = await queries.findFit(tx, placement);
  const today = dayAt(at, time_zone);
  const first = Temporal.PlainDate.from(starts_on);
  const on = Temporal.PlainDate.compare(today, first) > 0 ? today : first;
  return { fit, reasons: judgeStudentFit(fit, on) };
}

function noteOf(notes: Awaited<ReturnType<typeof queries.listNotes>>, about: string) {
  const found = notes.find((note) => note.about === about);
  return found === undefined ? null : { how: found.how, byName: found.byName, at: found.at };
}

type Requirements = Awaited<ReturnType<typeof queries.listRequirements>>;

function needsOf({ needs }: FitFacts, wanted: string, requirements: Requirements) {
  return needs.flatMap(({ taskId, requirementId, proven }) => {
    const text = requirements.find(({ id }) => id === requirementId)?.text;
    return taskId === wanted && text !== undefined ? [{ requirementId, text, proven }] : [];
  });
}

/** The teacher writes how it is seen to; it holds for what was lacking then. */
export const agreeOnFitRoute = deed(agreeOnFit, async (context, { params, body }) => {
  const { tx, actor, at, audit, touch } = context;
  const placement = await lockVisible(tx, actor, params.placementId);
  if (placement === null) return refuse("not_found");
  const may = mayDecide(relationOf(actor, placement));
  if (!may.allowed) return refuse("forbidden", { reason: may.reason });
  const { reasons } = await judgedFit(tx, placement, at);
  const { lacks } = reasons[params.about];
  const seen = new Set(body.lacks);
  if (lacks.length === 0 || lacks.length !== seen.size || !lacks.every((one) => seen.has(one))) {
    return refuse("fit_changed");
  }
  const hand = { by: actor.personId, at: at.toString() };
  await queries.saveNote(tx, placement, { about: params.about, lacks, how: body.how, ...hand });
  await audit({
    deed: "agree-on-fit",
    subjectKind: "placement",
    subjectId: placement.id,
    placementId: placement.id,
    providerId: placement.provider_id,
    change: { about: params.about, count: lacks.length },
  });
  await touch(`placement:${placement.id}`);
  return accept({ done: true } as const);
});

export const markTaskNeedsRoute = deed(markTaskNeeds, async (context, { params, body }) => {
  const { tx, actor, at, audit, touch } = context;
  const placement = await lockVisible(tx, actor, params.placementId);
  if (placement === null) return refuse("not_found");
  const may = mayMarkNeeds(relationOf(actor, placement));
  if (!may.allowed) return refuse("forbidden", { reason: may.reason });
  const tasks = await queries.listPlannedTasks(tx, placement);
  if (!tasks.some(({ id }) => id === params.taskId)) return refuse("unknown_task");
  const { framework_version_id: frameworkVersionId } = placement;
  const known = await queries.listRequirements(tx, frameworkVersionId, []);
  const requirementIds = [...new Set(body.requirementIds)];
  const strange = requirementIds.find((one) => !known.some(({ id }) => id === one));
  if (strange !== undefined) return refuse("unknown_requirement", { requirementId: strange });
  const hand = { by: actor.personId, at: at.toString() };
  await queries.saveNeeds(tx, params.taskId, { requirementIds, frameworkVersionId, ...hand });
  await audit({
    deed: "mark-task-needs",
    subjectKind: "workplace_task",
    subjectId: params.taskId,
    placementId: placement.id,
    providerId: placement.provider_id,
    change: { count: requirementIds.length },
  });
  await touch(`placement:${placement.id}`);
  return accept({ done: true } as const);
});
