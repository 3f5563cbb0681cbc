import type { Tx } from "#server/database/database.ts";
import type { AwayReason } from "../interruption.ts";
import type { SeenPlacement } from "./api.ts";

type Place = Pick<SeenPlacement, "id" | "provider_id">;

export function listInterruptions(tx: Tx, placement: Place) {
  return tx
    .selectFrom("interruption")
    .select(["id", "starts_on", "ends_on", "reason"])
    .where("provider_id", "=", placement.provider_id)
    .where("placement_id", "=", placement.id)
    .execute();
}

export async function isIdTaken(tx: Tx, id: string): Promise<boolean> {
  const found = await tx
    .selectFrom("interruption")
    .select("id")
    .where("id", "=", id)
    .executeTakeFirst();
  return found !== undefined;
}

/** Days with hours on them: the student was at work. */
export async function listWorkedDays(tx: Tx, placement: Place): Promise<string[]> {
  const rows = await tx
    .selectFrom("log_entry")
    .select("on_day")
    .where("provider_id", "=", placement.provider_id)
    .where("placement_id", "=", placement.id)
    .where("minutes", ">", 0)
    .orderBy("on_day")
    .execute();
  return rows.map(({ on_day }) => on_day);
}

export async function saveInterruption(
  tx: Tx,
  placement: Place,
  row: { id: string; startsOn: string; endsOn: string | null; reason: AwayReason },
): Promise<void> {
  const values = { starts_on: row.startsOn, ends_on: row.endsOn, reason: row.reason };
  await tx
    .insertInto("interruption")
    .values({
      id: row.id,
      provider_id: placement.provider_id,
      placement_id: placement.id,
      ...values,
    })
    .onConflict((conflict) => conflict.columns(["provider_id", "id"]).doUpdateSet(values))
    .execute();
}

export async function setLastDay(tx: Tx, { provider_id }: Place, id: string, endsOn: string) {
  await tx
    .updateTable("interruption")
    .set({ ends_on: endsOn })
    .where("provider_id", "=", provider_id)
    .where("id", "=", id)
    .execute();
}

export async function deleteInterruption(tx: Tx, { provider_id }: Place, id: string) {
  await tx
    .deleteFrom("interruption")
    .where("provider_id", "=", provider_id)
    .where("id", "=", id)
    .execute();
}
