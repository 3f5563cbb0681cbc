import { sql } from "kysely";
import type { Tx } from "#server/database/database.ts";
import type { EntryKind } from "../register.ts";

type Key = {
  readonly id: string;
  readonly providerId: string;
  readonly withdrawnAt: string | null;
};
type Entry = Key & {
  readonly workplaceId: string;
  readonly kind: EntryKind;
  readonly onDay: string;
  readonly text: string;
};

export function findEntry(tx: Tx, providerIds: readonly string[], id: string) {
  return tx
    .selectFrom("relation_entry")
    .select(["provider_id", "written_by", "workplace_id"])
    .where("id", "=", id)
    .where("provider_id", "=", sql<string>`any(${[...providerIds]}::uuid[])`)
    .executeTakeFirst();
}

/** False when another college's entry has this id. */
export async function addEntry(
  tx: Tx,
  entry: Entry,
  written: { by: string; at: string },
): Promise<boolean> {
  const added = await tx
    .insertInto("relation_entry")
    .values({
      provider_id: entry.providerId,
      id: entry.id,
      workplace_id: entry.workplaceId,
      kind: entry.kind,
      on_day: entry.onDay,
      text: entry.text,
      written_by: written.by,
      written_at: written.at,
      withdrawn_at: entry.withdrawnAt,
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  return added.numInsertedOrUpdatedRows === 1n;
}

export async function markWithdrawn(tx: Tx, entry: Key): Promise<void> {
  await tx
    .updateTable("relation_entry")
    .set({ withdrawn_at: entry.withdrawnAt })
    .where("id", "=", entry.id)
    .where("provider_id", "=", entry.providerId)
    .execute();
}
