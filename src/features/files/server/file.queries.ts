import type { Insertable } from "kysely";
import type { Tx } from "#server/database/database.ts";
import type { DB } from "#server/database/db-types.ts";

export async function insertFile(tx: Tx, file: Insertable<DB["file"]>): Promise<void> {
  await tx.insertInto("file").values(file).execute();
}

export function findFile(tx: Tx, placementId: string, fileId: string) {
  return tx
    .selectFrom("file")
    .select(["name", "media_type", "bytes"])
    .where("id", "=", fileId)
    .where("placement_id", "=", placementId)
    .executeTakeFirst();
}
