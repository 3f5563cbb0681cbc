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
  await loadHealth(tx, placements);
}

type Noted = {
  readonly provider_id: string;
  readonly id: string;
  readonly teacher_id: string;
  readonly student_id: string;
  readonly created_at: string;
  readonly field: string;
};

/** In care the matter of health is in order; every second student lets the workplace see that it is. */
async function loadHealth(tx: Tx, placements: readonly Noted[]): Promise<void> {
  const care = placements.filter(({ field }) => field === "care");
  const keysOf = ({ provider_id, id }: Noted) => {
    return { provider_id, placement_id: id, clearance: "health-fit" };
  };
  const noted = care.map((one) => ({
    ...keysOf(one),
    state: "shown",
    shown_on: one.created_at.slice(0, 10),
    noted_by: one.teacher_id,
    noted_at: one.created_at,
  }));
  const given = care
    .filter((_, index) => index % 2 === 0)
    .map((one) => ({ ...keysOf(one), given_by: one.student_id, given_at: one.created_at }));
  if (care.length === 0) return;
  await tx.insertInto("placement_clearance").values(noted).execute();
  await tx.insertInto("clearance_consent").values(given).execute();
}
