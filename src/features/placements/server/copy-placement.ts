import { beginPlanFrom } from "#features/plans/server/api.ts";
import type { Tx } from "#server/database/database.ts";
import { type DeedContext, deed, type Input } from "#server/deed.ts";
import { hasRole } from "#shared/actor.ts";
import { accept, refuse } from "#shared/outcome.ts";
import { copyPlacement, type proposePlacement } from "../placement.contract.ts";
import { mayPropose } from "../placement.policy.ts";
import { BASES, checkPeriod } from "../placement.ts";
import { findVisible, type SeenPlacement } from "./api.ts";
import { guidesAt } from "./name-tutor.queries.ts";
import { findUnknownChoice, saveProposal } from "./propose-placement.ts";

type Proposal = Input<typeof proposePlacement>["body"];
type Body = Input<typeof copyPlacement>["body"];

/**
 * The next placement from one that is known: the same student's next period, or another student at the same
 * workplace. Units, tutor, hours and tasks come along, to be edited; nothing is sent to anyone yet.
 */
export const copyPlacementRoute = deed(copyPlacement, async (context, { params, body }) => {
  const { tx, actor, at, audit } = context;
  const source = await findVisible(tx, actor, params.placementId);
  if (source === null) return refuse("not_found");
  const may = mayPropose(actor, source.provider_id);
  if (!may.allowed) return refuse("forbidden", { reason: may.reason });
  const period = checkPeriod({
    startsOn: Temporal.PlainDate.from(body.startsOn),
    endsOn: Temporal.PlainDate.from(body.endsOn),
  });
  if (!period.ok) return period;
  const proposal = await proposalFrom(context, source, body);
  const unknown = await findUnknownChoice(tx, proposal);
  if (unknown !== undefined) return refuse("unknown_choice", { choice: unknown });
  if (!(await saveProposal(tx, proposal, at))) {
    const made = await findVisible(tx, actor, body.id);
    return made !== null && isSame(made, proposal)
      ? accept({ id: made.id, version: made.version })
      : refuse("id_taken");
  }
  await beginPlanFrom(context, source, madeOf(source, proposal));
  await audit({
    deed: "copy-placement",
    subjectKind: "placement",
    subjectId: body.id,
    placementId: body.id,
    providerId: source.provider_id,
    change: { from: source.id, startsOn: body.startsOn, endsOn: body.endsOn },
  });
  return accept({ id: body.id, version: 1 });
});

/** The form pressed again has the same id: it is the placement that was made, not another one. */
function isSame(made: SeenPlacement, wanted: Proposal): boolean {
  return (
    made.provider_id === wanted.providerId &&
    made.student_id === wanted.studentId &&
    made.workplace_id === wanted.workplaceId &&
    made.starts_on === wanted.startsOn &&
    made.ends_on === wanted.endsOn
  );
}

async function proposalFrom(
  { tx, actor }: DeedContext,
  source: SeenPlacement,
  { id, studentId, startsOn, endsOn }: Body,
): Promise<Proposal> {
  const { basis, partTimePercent, unitIds } = await findTerms(tx, source);
  // Another student is, for the time being, the one's who makes the placement.
  const isOwn = studentId === source.student_id;
  const isTeacher = hasRole(actor, "teacher", source.provider_id);
  return {
    id,
    providerId: source.provider_id,
    studentId,
    workplaceId: source.workplace_id,
    teacherId: !isOwn && isTeacher ? actor.personId : source.teacher_id,
    tutorId: await stillGuides(tx, source),
    frameworkVersionId: source.framework_version_id,
    unitIds,
    basis,
    startsOn,
    endsOn,
    partTimePercent,
  };
}

async function findTerms(tx: Tx, source: SeenPlacement) {
  const { basis, part_time_percent } = await tx
    .selectFrom("placement")
    .select(["basis", "part_time_percent"])
    .where("id", "=", source.id)
    .executeTakeFirstOrThrow();
  const units = await tx
    .selectFrom("placement_unit")
    .select("unit_id")
    .where("placement_id", "=", source.id)
    .execute();
  return {
    basis: BASES.find((known) => known === basis) ?? "training_agreement",
    partTimePercent: part_time_percent,
    unitIds: units.map(({ unit_id }) => unit_id),
  } as const;
}

/** A tutor who has left the workplace is not carried along; another is named. */
async function stillGuides(tx: Tx, { workplace_id, tutor_id }: SeenPlacement) {
  if (tutor_id === null) return null;
  return (await guidesAt(tx, workplace_id, tutor_id)) ? tutor_id : null;
}

function madeOf(source: SeenPlacement, proposal: Proposal): SeenPlacement {
  return {
    ...source,
    id: proposal.id,
    student_id: proposal.studentId,
    teacher_id: proposal.teacherId,
    tutor_id: proposal.tutorId,
    state: "planning",
    starts_on: proposal.startsOn,
    ends_on: proposal.endsOn,
    version: 1,
  };
}
