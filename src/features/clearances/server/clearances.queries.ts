import { sql } from "kysely";
import type { SeenPlacement } from "#features/placements/server/api.ts";
import type { Tx } from "#server/database/database.ts";

type Place = Pick<SeenPlacement, "id" | "provider_id">;

export function listNoted(tx: Tx, { id, provider_id }: Place) {
  return tx
    .selectFrom("placement_clearance")
    .select(["clearance", "state", "shown_on as shownOn", "valid_until as validUntil"])
    .where("provider_id", "=", provider_id)
    .where("placement_id", "=", id)
    .execute();
}

export async function listFields(tx: Tx, workplaceId: string): Promise<string[]> {
  const rows = await tx
    .selectFrom("workplace_field")
    .select("field")
    .where("workplace_id", "in", sql<string>`(select workplace_family(${workplaceId}))`)
    .execute();
  return rows.map(({ field }) => field);
}

export async function findZone(tx: Tx, providerId: string): Promise<string> {
  const { time_zone } = await tx
    .selectFrom("provider")
    .select("time_zone")
    .where("id", "=", providerId)
    .executeTakeFirstOrThrow();
  return time_zone;
}

export async function saveNote(
  tx: Tx,
  { id, provider_id }: Place,
  clearance: string,
  note: {
    state: string;
    shown_on: string | null;
    valid_until: string | null;
    noted_by: string;
    noted_at: string;
  } | null,
): Promise<void> {
  const keys = { provider_id, placement_id: id, clearance };
  if (note === null) {
    await tx
      .deleteFrom("placement_clearance")
      .where("provider_id", "=", provider_id)
      .where("placement_id", "=", id)
      .where("clearance", "=", clearance)
      .execute();
    return;
  }
  await tx
    .insertInto("placement_clearance")
    .values({ ...keys, ...note })
    .onConflict((conflict) =>
      conflict.columns(["provider_id", "placement_id", "clearance"]).doUpdateSet(note),
    )
    .execute();
}

/** Clearances that the student lets the workplace see in this placement. */
export async function listConsents(tx: Tx, { id, provider_id }: Place): Promise<string[]> {
  const rows = await tx
    .selectFrom("clearance_consent")
    .select("clearance")
    .where("provider_id", "=", provider_id)
    .where("placement_id", "=", id)
    .execute();
  return rows.map(({ clearance }) => clearance);
}

/** Given or taken back; twice is once. */
export async function saveConsent(
  tx: Tx,
  { id, provider_id }: Place,
  clearance: string,
  given: { readonly given_by: string; readonly given_at: string } | null,
): Promise<void> {
  const keys = { provider_id, placement_id: id, clearance };
  if (given === null) {
    await tx
      .deleteFrom("clearance_consent")
      .where("provider_id", "=", provider_id)
      .where("placement_id", "=", id)
      .where("clearance", "=", clearance)
      .execute();
    return;
  }
  await tx
    .insertInto("clearance_consent")
    .values({ ...keys, ...given })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}
