import type { SeenPlacement } from "#features/placements/server/api.ts";
import type { Tx } from "#server/database/database.ts";

/** The newest completed agreement or amendment of a placement: its facts are what holds now. */
export function findInForce(tx: Tx, placement: Pick<SeenPlacement, "id" | "provider_id">) {
  return tx
    .selectFrom("agreement as a")
    .innerJoin("agreement_text as t", (join) =>
      join
        .onRef("t.provider_id", "=", "a.provider_id")
        .onRef("t.agreement_id", "=", "a.id")
        .onRef("t.revision", "=", "a.revision"),
    )
    .select(["a.id", "a.number", "t.text", "t.text_hash"])
    .where("a.provider_id", "=", placement.provider_id)
    .where("a.placement_id", "=", placement.id)
    .where("a.state", "=", "completed")
    .orderBy("a.completed_at", "desc")
    .orderBy("a.number", "desc")
    .limit(1)
    .executeTakeFirst();
}

/** What everyone has signed holds for the placement: its days are those of the text. */
export async function applyPeriod(
  tx: Tx,
  placementId: string,
  { startsOn, endsOn }: { readonly startsOn: string; readonly endsOn: string },
): Promise<void> {
  await tx
    .updateTable("placement")
    .set((eb) => ({ starts_on: startsOn, ends_on: endsOn, version: eb("version", "+", 1) }))
    .where("id", "=", placementId)
    .where((eb) => eb.or([eb("starts_on", "!=", startsOn), eb("ends_on", "!=", endsOn)]))
    .execute();
}
