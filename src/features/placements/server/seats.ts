import { ensureTutor } from "#features/people/server/api.ts";
import type { DeedContext } from "#server/deed.ts";
import type { SeenPlacement } from "./api.ts";

type Place = Pick<SeenPlacement, "id" | "provider_id">;

/** The placement's tutor from now on. The former one's links to it end. */
export async function seatTutor(
  { tx, at }: Pick<DeedContext, "tx" | "at">,
  placement: Place,
  tutorId: string,
): Promise<void> {
  await ensureTutor(tx, placement.provider_id, tutorId);
  await tx
    .updateTable("placement")
    .set((eb) => ({ tutor_id: tutorId, version: eb("version", "+", 1) }))
    .where("id", "=", placement.id)
    .execute();
  await tx
    .updateTable("personal_link")
    .set({ revoked_at: at.toString() })
    .where("placement_id", "=", placement.id)
    .where("person_id", "!=", tutorId)
    .where("revoked_at", "is", null)
    .execute();
}

/** Another unit of the employer. What was decided and shown at the former one does not count there. */
export async function moveToUnit(
  { tx }: Pick<DeedContext, "tx">,
  placement: Place,
  workplaceId: string,
): Promise<void> {
  await tx
    .updateTable("placement")
    .set((eb) => ({ workplace_id: workplaceId, version: eb("version", "+", 1) }))
    .where("id", "=", placement.id)
    .execute();
}
