import { sql } from "kysely";
import type { Tx } from "#server/database/database.ts";

/** Requirements that an entry or a card of this placement speaks of. */
export function findSkills(tx: Tx, placementId: string) {
  return tx
    .selectFrom("log_entry as e")
    .innerJoin("log_entry_requirement as l", (join) =>
      join.onRef("l.provider_id", "=", "e.provider_id").onRef("l.entry_id", "=", "e.id"),
    )
    .select(["l.requirement_id", sql<string | null>`null`.as("level")])
    .where("e.placement_id", "=", placementId)
    .union((eb) =>
      eb
        .selectFrom("week_card as k")
        .select(["k.requirement_id", sql<string | null>`k.level`.as("level")])
        .where("k.placement_id", "=", placementId),
    )
    .execute();
}
