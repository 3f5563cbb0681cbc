import { sql } from "kysely";
import type { SeenPlacement } from "#features/placements/server/api.ts";
import type { Tx } from "#server/database/database.ts";
import { ADAPTATIONS, type AdaptationKind, PROOFS, type Proof } from "../path.ts";

type Place = Pick<SeenPlacement, "id" | "provider_id">;

export function proofNamed(text: string): Proof {
  return PROOFS.find((proof) => proof === text) ?? "recognised";
}

export function adaptationNamed(text: string): AdaptationKind {
  return ADAPTATIONS.find((kind) => kind === text) ?? "deviation";
}

/** What the student has proven at this provider, of the placement's qualification. */
export function listProven(tx: Tx, placement: SeenPlacement) {
  return tx
    .selectFrom("proven_requirement as proven")
    .innerJoin("requirement", "requirement.id", "proven.requirement_id")
    .innerJoin("unit", "unit.id", "requirement.unit_id")
    .select(["proven.requirement_id", "proven.how", "proven.proven_on"])
    .where("proven.provider_id", "=", placement.provider_id)
    .where("proven.student_id", "=", placement.student_id)
    .where("unit.framework_version_id", "=", placement.framework_version_id)
    .orderBy("unit.position")
    .orderBy("requirement.position")
    .execute();
}

/** Requirements that the student has proven or that were recognised. */
export async function listProvenIds(
  tx: Tx,
  placement: SeenPlacement,
): Promise<ReadonlySet<string>> {
  const rows = await listProven(tx, placement);
  return new Set(rows.map(({ requirement_id }) => requirement_id));
}

type NewProof = {
  readonly requirementId: string;
  readonly how: Proof;
  readonly on: string;
  readonly notedBy: string;
  readonly at: string;
};

export async function saveProven(tx: Tx, placement: SeenPlacement, proof: NewProof): Promise<void> {
  const said = {
    how: proof.how,
    proven_on: proof.on,
    noted_by: proof.notedBy,
    noted_at: proof.at,
  };
  await tx
    .insertInto("proven_requirement")
    .values({
      provider_id: placement.provider_id,
      student_id: placement.student_id,
      requirement_id: proof.requirementId,
      ...said,
    })
    .onConflict((conflict) =>
      conflict.columns(["provider_id", "student_id", "requirement_id"]).doUpdateSet(said),
    )
    .execute();
}

export async function deleteProven(
  tx: Tx,
  placement: SeenPlacement,
  requirementId: string,
): Promise<boolean> {
  const gone = await tx
    .deleteFrom("proven_requirement")
    .where("provider_id", "=", placement.provider_id)
    .where("student_id", "=", placement.student_id)
    .where("requirement_id", "=", requirementId)
    .executeTakeFirst();
  return gone.numDeletedRows === 1n;
}

const writerName = sql<string>`writer.given_name || ' ' || writer.family_name`;

/** Row-level security shows each reader theirs; the workplace only what the teacher marked for it. */
export function listAdaptations(tx: Tx, placement: Place) {
  return tx
    .selectFrom("adaptation")
    .innerJoin("person as writer", "writer.id", "adaptation.written_by")
    .select([
      "adaptation.id",
      "unit_id",
      "requirement_id",
      "kind",
      "text",
      "for_workplace",
      "written_at",
      writerName.as("by_name"),
    ])
    .where("provider_id", "=", placement.provider_id)
    .where("placement_id", "=", placement.id)
    .where("ended_at", "is", null)
    .orderBy("written_at")
    .execute();
}

type NewAdaptation = {
  readonly id: string;
  readonly unitId: string;
  readonly requirementId: string | null;
  readonly kind: AdaptationKind;
  readonly text: string;
  readonly forWorkplace: boolean;
  readonly writtenBy: string;
  readonly at: string;
};

/** False when the id is taken: what was written stays as it was. */
export async function saveAdaptation(
  tx: Tx,
  placement: Place,
  one: NewAdaptation,
): Promise<boolean> {
  const saved = await tx
    .insertInto("adaptation")
    .values({
      provider_id: placement.provider_id,
      placement_id: placement.id,
      id: one.id,
      unit_id: one.unitId,
      requirement_id: one.requirementId,
      kind: one.kind,
      text: one.text,
      for_workplace: one.forWorkplace,
      written_by: one.writtenBy,
      written_at: one.at,
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  return saved.numInsertedOrUpdatedRows === 1n;
}

export async function closeAdaptation(
  tx: Tx,
  placement: Place,
  id: string,
  at: string,
): Promise<boolean> {
  const ended = await tx
    .updateTable("adaptation")
    .set({ ended_at: at })
    .where("provider_id", "=", placement.provider_id)
    .where("placement_id", "=", placement.id)
    .where("id", "=", id)
    .where("ended_at", "is", null)
    .executeTakeFirst();
  return ended.numUpdatedRows === 1n;
}

/** Whether the unit is one of the placement's, and the requirement, if any, one of the unit's. */
export async function knowsUnit(
  tx: Tx,
  placement: Place,
  unitId: string,
  requirementId: string | null,
): Promise<boolean> {
  const found = await tx
    .selectFrom("placement_unit as pu")
    .select("pu.unit_id")
    .where("pu.provider_id", "=", placement.provider_id)
    .where("pu.placement_id", "=", placement.id)
    .where("pu.unit_id", "=", unitId)
    .$if(requirementId !== null, (ours) =>
      ours.where((eb) =>
        eb.exists(
          eb
            .selectFrom("requirement")
            .select("requirement.id")
            .where("requirement.id", "=", requirementId)
            .whereRef("requirement.unit_id", "=", "pu.unit_id"),
        ),
      ),
    )
    .executeTakeFirst();
  return found !== undefined;
}

/** Row-level security shows the tutor only lines that the student has opened to them, and nobody else any. */
export function listSupport(tx: Tx, placement: Place) {
  return tx
    .selectFrom("support_note")
    .innerJoin("person as writer", "writer.id", "support_note.written_by")
    .select(["support_note.id", "text", "shared_at", "written_at", writerName.as("by_name")])
    .where("provider_id", "=", placement.provider_id)
    .where("placement_id", "=", placement.id)
    .where("ended_at", "is", null)
    .orderBy("written_at")
    .execute();
}

type NewSupport = {
  readonly id: string;
  readonly text: string;
  readonly writtenBy: string;
  readonly at: string;
};

export async function saveSupport(tx: Tx, placement: Place, note: NewSupport): Promise<boolean> {
  const saved = await tx
    .insertInto("support_note")
    .values({
      provider_id: placement.provider_id,
      placement_id: placement.id,
      id: note.id,
      text: note.text,
      written_by: note.writtenBy,
      written_at: note.at,
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  return saved.numInsertedOrUpdatedRows === 1n;
}

export async function changeSupport(
  tx: Tx,
  placement: Place,
  id: string,
  change: { shared_at: string | null } | { ended_at: string },
): Promise<boolean> {
  const changed = await tx
    .updateTable("support_note")
    .set(change)
    .where("provider_id", "=", placement.provider_id)
    .where("placement_id", "=", placement.id)
    .where("id", "=", id)
    .where("ended_at", "is", null)
    .executeTakeFirst();
  return changed.numUpdatedRows === 1n;
}
