import { ensureTutor } from "#features/people/server/api.ts";
import type { Tx } from "#server/database/database.ts";
import { deed, type Input } from "#server/deed.ts";
import { accept, refuse } from "#shared/outcome.ts";
import { proposePlacement } from "../placement.contract.ts";
import { mayPropose } from "../placement.policy.ts";
import { checkPeriod } from "../placement.ts";
import { guidesAt } from "./name-tutor.queries.ts";

type Proposal = Input<typeof proposePlacement>["body"];

/** Teacher or coordinator proposes: who, where, when, for which units. Nothing is sent to anyone yet. */
export const proposePlacementRoute = deed(
  proposePlacement,
  async ({ tx, actor, at, audit }, { body }) => {
    const may = mayPropose(actor, body.providerId);
    if (!may.allowed) return refuse("forbidden", { reason: may.reason });
    const period = checkPeriod({
      startsOn: Temporal.PlainDate.from(body.startsOn),
      endsOn: Temporal.PlainDate.from(body.endsOn),
    });
    if (!period.ok) return period;
    const unknown = await findUnknownChoice(tx, body);
    if (unknown !== undefined) return refuse("unknown_choice", { choice: unknown });
    const made = await saveProposal(tx, body, at);
    if (!made) return refuse("id_taken");
    await audit({
      deed: "propose-placement",
      subjectKind: "placement",
      subjectId: body.id,
      placementId: body.id,
      providerId: body.providerId,
      change: {
        studentId: body.studentId,
        workplaceId: body.workplaceId,
        startsOn: body.startsOn,
        endsOn: body.endsOn,
      },
    });
    return accept({ id: body.id, version: 1 });
  },
);

/** The first choice that does not belong together: another provider's student, a unit of another qualification. */
export async function findUnknownChoice(tx: Tx, body: Proposal): Promise<string | undefined> {
  if (!(await holds(tx, body.providerId, body.studentId, "student"))) return "student";
  if (!(await holds(tx, body.providerId, body.teacherId, "teacher"))) return "teacher";
  const workplace = await tx
    .selectFrom("workplace")
    .select("id")
    .where("id", "=", body.workplaceId)
    .where("survivor_id", "is", null)
    .executeTakeFirst();
  if (workplace === undefined) return "workplace";
  if (body.tutorId === body.studentId || body.tutorId === body.teacherId) return "tutor";
  if (body.tutorId !== null && !(await guidesAt(tx, body.workplaceId, body.tutorId)))
    return "tutor";
  const units = await tx
    .selectFrom("unit")
    .select("id")
    .where("framework_version_id", "=", body.frameworkVersionId)
    .where("id", "in", body.unitIds)
    .execute();
  return units.length === new Set(body.unitIds).size ? undefined : "unit";
}

async function holds(tx: Tx, providerId: string, personId: string, role: string): Promise<boolean> {
  const found = await tx
    .selectFrom("membership")
    .select("person_id")
    .where("provider_id", "=", providerId)
    .where("person_id", "=", personId)
    .where("role", "=", role)
    .executeTakeFirst();
  return found !== undefined;
}

/** False when the id is another placement's. */
export async function saveProposal(tx: Tx, body: Proposal, at: Temporal.Instant): Promise<boolean> {
  const taken = await tx
    .insertInto("placement")
    .values({
      id: body.id,
      provider_id: body.providerId,
      student_id: body.studentId,
      workplace_id: body.workplaceId,
      teacher_id: body.teacherId,
      tutor_id: body.tutorId,
      framework_version_id: body.frameworkVersionId,
      basis: body.basis,
      part_time_percent: body.partTimePercent,
      state: "planning",
      starts_on: body.startsOn,
      ends_on: body.endsOn,
      state_changed_at: at.toString(),
      created_at: at.toString(),
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  if (taken.numInsertedOrUpdatedRows !== 1n) return false;
  const unitIds = [...new Set(body.unitIds)];
  await tx
    .insertInto("placement_unit")
    .values(
      unitIds.map((unitId) => ({
        provider_id: body.providerId,
        placement_id: body.id,
        unit_id: unitId,
      })),
    )
    .execute();
  if (body.tutorId !== null) await ensureTutor(tx, body.providerId, body.tutorId);
  return true;
}
