import { type ExpressionBuilder, sql } from "kysely";
import { jsonArrayFrom } from "kysely/helpers/postgres";
import type { Tx } from "#server/database/database.ts";
import type { DB } from "#server/database/db-types.ts";
import type { LocalisedText } from "#shared/language.ts";
import type { Owned } from "./week.queries.ts";

/** What a day can be linked to: objectives, tasks of the workplace, the newest plan; and the last chosen audience. */
export function findLinks(tx: Tx, placement: Owned, workplaceId: string) {
  return tx
    .selectFrom("placement")
    .where("placement.provider_id", "=", placement.provider_id)
    .where("placement.id", "=", placement.id)
    .select((eb) => [
      jsonArrayFrom(objectivesOf(eb)).as("objectives"),
      jsonArrayFrom(
        eb
          .selectFrom("workplace_task as t")
          .select(["t.id", "t.name"])
          .where("t.workplace_id", "in", sql<string>`(select workplace_family(${workplaceId}))`)
          .orderBy("t.position"),
      ).as("tasks"),
      eb
        .selectFrom("plan_version as v")
        .select("v.content")
        .whereRef("v.provider_id", "=", "placement.provider_id")
        .whereRef("v.placement_id", "=", "placement.id")
        .orderBy("v.number", "desc")
        .limit(1)
        .as("plan"),
      lastAudience(eb).as("last_audience"),
    ])
    .executeTakeFirstOrThrow();
}

function objectivesOf(eb: ExpressionBuilder<DB, "placement">) {
  return eb
    .selectFrom("placement_objective as o")
    .innerJoin("requirement as r", "r.id", "o.requirement_id")
    .leftJoin("requirement_plain as rp", "rp.requirement_key", "r.key")
    .leftJoin("objective_card as oc", (join) =>
      join.onRef("oc.requirement_key", "=", "r.key").onRef("oc.provider_id", "=", "o.provider_id"),
    )
    .select((objective) => [
      "r.id",
      "r.text",
      sql<LocalisedText | null>`coalesce(oc.plain, rp.plain)`.as("plain"),
      objective
        .exists(
          objective
            .selectFrom("log_entry as e")
            .innerJoin("log_entry_requirement as l", (join) =>
              join.onRef("l.provider_id", "=", "e.provider_id").onRef("l.entry_id", "=", "e.id"),
            )
            .select("l.entry_id")
            .whereRef("e.provider_id", "=", "o.provider_id")
            .whereRef("e.placement_id", "=", "o.placement_id")
            .whereRef("l.requirement_id", "=", "o.requirement_id"),
        )
        .$castTo<boolean>()
        .as("practised"),
    ])
    .whereRef("o.provider_id", "=", "placement.provider_id")
    .whereRef("o.placement_id", "=", "placement.id")
    .orderBy("o.position");
}

/** A new paragraph starts as the last chosen one; row-level security leaves only the writer's own private ones. */
function lastAudience(eb: ExpressionBuilder<DB, "placement">) {
  return eb
    .selectFrom("log_entry as e")
    .innerJoin("log_paragraph as p", (join) =>
      join.onRef("p.provider_id", "=", "e.provider_id").onRef("p.entry_id", "=", "e.id"),
    )
    .select("p.audience")
    .whereRef("e.provider_id", "=", "placement.provider_id")
    .whereRef("e.placement_id", "=", "placement.id")
    .orderBy("e.on_day", "desc")
    .orderBy("p.position", "desc")
    .limit(1);
}
