import { requiredOf } from "#features/clearances/clearances.ts";
import type { Tx } from "#server/database/database.ts";
import { CARD_NOT_SHOWN } from "../../../../demo/young-work.ts";
import { type Ground, idOf } from "./load-ground.ts";

/** Every student has shown the cards of the workplace's field, but for those the story names. */
export async function loadClearances(tx: Tx, { people }: Ground): Promise<void> {
  const waiting = CARD_NOT_SHOWN.map((person) => idOf(people, person));
  const placements = await tx
    .selectFrom("placement")
    .innerJoin("workplace_field", "workplace_field.workplace_id", "placement.workplace_id")
    .select([
      "placement.provider_id",
      "placement.id",
      "placement.teacher_id",
      "placement.student_id",
      "placement.created_at",
      "workplace_field.field",
    ])
    .where("placement.state", "!=", "proposed")
    .execute();
  const rows = placements
    .filter(({ student_id }) => !waiting.includes(student_id))
    .flatMap(({ provider_id, id, teacher_id, created_at, field }) =>
      requiredOf({ fields: [field], noted: [] }).map(({ code }) => ({
        provider_id,
        placement_id: id,
        clearance: code,
        state: "shown",
        shown_on: created_at.slice(0, 10),
        noted_by: teacher_id,
        noted_at: created_at,
      })),
    );
  await tx
    .insertInto("placement_clearance")
    .values(rows)
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}
