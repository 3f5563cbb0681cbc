import type { SeenPlacement } from "#features/placements/server/api.ts";
import { newId } from "#server/clock.ts";
import type { Tx } from "#server/database/database.ts";
import type { PlanTalk } from "../plan.ts";

type Place = Pick<SeenPlacement, "id" | "provider_id">;

/** Plans a talk, or moves the one it was, if that is not held yet. */
export async function planTalk(
  tx: Tx,
  placement: Place,
  talk: PlanTalk,
  before: PlanTalk | null,
): Promise<void> {
  const planned = { planned_at: talk.at, minutes: talk.minutes, place: talk.place };
  if (talk.kind !== "other" || before !== null) {
    const moved = await tx
      .updateTable("talk")
      .set(planned)
      .where("provider_id", "=", placement.provider_id)
      .where("placement_id", "=", placement.id)
      .where("kind", "=", talk.kind)
      .$if(talk.kind === "other", (others) =>
        others.where("held_at", "is", null).where("planned_at", "=", before?.at ?? talk.at),
      )
      .executeTakeFirst();
    if (moved.numUpdatedRows > 0n) return;
  }
  await tx
    .insertInto("talk")
    .values({
      id: newId(),
      provider_id: placement.provider_id,
      placement_id: placement.id,
      kind: talk.kind,
      ...planned,
    })
    .execute();
}

/** Takes a talk out of the calendar; one that has been held stays. */
export async function dropTalk(tx: Tx, placement: Place, talk: PlanTalk | null): Promise<void> {
  if (talk === null) return;
  const planned = tx
    .deleteFrom("talk")
    .where("provider_id", "=", placement.provider_id)
    .where("placement_id", "=", placement.id)
    .where("kind", "=", talk.kind)
    .where("held_at", "is", null);
  await (talk.kind === "other" ? planned.where("planned_at", "=", talk.at) : planned).execute();
}
