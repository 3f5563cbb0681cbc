import { newId } from "#server/clock.ts";
import { type Tx, takeSight } from "#server/database/database.ts";
import { PATHS, type PersonalPath } from "../../../../demo/personal-path.ts";
import { insertRows } from "./demo.queries.ts";
import { type Ground, idOf } from "./load-ground.ts";

/** Written in each student's sight: the wall lets nobody else but their teacher write what helps. */
export async function loadPaths(tx: Tx, ground: Ground): Promise<void> {
  const providerIds = [...ground.providers.values()];
  for (const [student, path] of Object.entries(PATHS)) {
    const personId = idOf(ground.people, student);
    await takeSight(tx, { personId, providerIds });
    const placements = await tx
      .selectFrom("placement")
      .select(["id", "provider_id", "student_id", "teacher_id", "created_at"])
      .where("student_id", "=", personId)
      .where("state", "=", "running")
      .execute();
    for (const placement of placements) await loadPath(tx, ground, path, placement);
  }
  await takeSight(tx, { personId: null, providerIds });
}

type PlacementRow = {
  readonly id: string;
  readonly provider_id: string;
  readonly student_id: string;
  readonly teacher_id: string;
  readonly created_at: string;
};

async function loadPath(
  tx: Tx,
  { requirements, units }: Ground,
  path: PersonalPath,
  { id, provider_id, student_id, teacher_id, created_at }: PlacementRow,
): Promise<void> {
  const keys = { provider_id, placement_id: id };
  const written = { written_by: teacher_id, written_at: created_at };
  const noted = { noted_by: teacher_id, noted_at: created_at, proven_on: created_at.slice(0, 10) };
  const proven = path.proven.map(({ requirement, how }) => ({
    provider_id,
    student_id,
    requirement_id: idOf(requirements, requirement),
    how,
    ...noted,
  }));
  await insertRows(tx, "proven_requirement", proven);
  await insertRows(
    tx,
    "adaptation",
    path.adaptations.map(({ unit, requirement, kind, text, forWorkplace }) => ({
      ...keys,
      ...written,
      id: newId(),
      unit_id: idOf(units, unit),
      requirement_id: idOf(requirements, requirement),
      kind,
      text,
      for_workplace: forWorkplace,
    })),
  );
  const support = path.support.map(({ text, shared }) => ({
    ...keys,
    ...written,
    id: newId(),
    text,
    shared_at: shared ? created_at : null,
  }));
  await insertRows(tx, "support_note", support);
}
