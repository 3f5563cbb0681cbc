import { type Expression, type SqlBool, sql } from "kysely";
import type { Tx } from "#server/database/database.ts";

/** Every week of these placements that has an entry, was sent or was confirmed, oldest first. */
export function findWeekFacts(tx: Tx, placementIds: readonly string[]) {
  return tx
    .with("written", (db) =>
      db
        .selectFrom("log_entry as e")
        .select((eb) => [
          "e.provider_id",
          "e.placement_id",
          sql<string>`to_char(e.on_day, 'IYYY-"W"IW')`.as("week"),
          eb.fn.countAll<number>().as("entries"),
          eb.fn.sum<number>("e.minutes").as("minutes"),
        ])
        .where("e.placement_id", "in", [...placementIds])
        .groupBy(["e.provider_id", "e.placement_id", "week"]),
    )
    .with("passed", (db) =>
      db
        .selectFrom("placement_week as w")
        .select(["w.provider_id", "w.placement_id", "w.week", "w.sent_at", "w.read_at"])
        .where("w.placement_id", "in", [...placementIds]),
    )
    .selectFrom("written")
    .fullJoin("passed", (join) =>
      join
        .onRef("passed.provider_id", "=", "written.provider_id")
        .onRef("passed.placement_id", "=", "written.placement_id")
        .onRef("passed.week", "=", "written.week"),
    )
    .leftJoin("week_confirmation as c", (join) =>
      join
        .on(
          (eb): Expression<SqlBool> =>
            eb("c.provider_id", "=", eb.fn.coalesce("written.provider_id", "passed.provider_id")),
        )
        .on(
          (eb): Expression<SqlBool> =>
            eb(
              "c.placement_id",
              "=",
              eb.fn.coalesce("written.placement_id", "passed.placement_id"),
            ),
        )
        .on(
          (eb): Expression<SqlBool> =>
            eb("c.week", "=", eb.fn.coalesce("written.week", "passed.week")),
        ),
    )
    .leftJoin("person as confirmer", "confirmer.id", "c.confirmed_by")
    .select((eb) => [
      eb.fn.coalesce("written.placement_id", "passed.placement_id").as("placement_id"),
      eb.fn.coalesce("written.week", "passed.week").as("week"),
      "written.entries",
      "written.minutes",
      "passed.sent_at",
      "passed.read_at",
      "c.kind",
      "c.at as confirmed_at",
      sql<
        string | null
      >`coalesce(c.acting_name, confirmer.given_name || ' ' || confirmer.family_name)`.as(
        "confirmed_by",
      ),
    ])
    .orderBy("placement_id")
    .orderBy("week")
    .execute();
}

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
