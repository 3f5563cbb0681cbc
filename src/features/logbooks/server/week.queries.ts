import type { ExpressionBuilder } from "kysely";
import { jsonArrayFrom } from "kysely/helpers/postgres";
import type { Tx } from "#server/database/database.ts";
import type { DB } from "#server/database/db-types.ts";
import { type IsoWeek, mondayOf } from "#shared/week.ts";
import type { WeekException } from "../logbook-week.ts";

/** A placement by its whole key: every table of a provider is keyed by both. */
export type Owned = { readonly provider_id: string; readonly id: string };

/** What the rules of a week are judged from, in one statement; the placement is one the actor may see. */
export function findWeek(tx: Tx, placement: Owned, week: IsoWeek) {
  return weekOfPlacement(tx, week)
    .where("placement.provider_id", "=", placement.provider_id)
    .where("placement.id", "=", placement.id)
    .executeTakeFirstOrThrow();
}

export type WeekRow = Awaited<ReturnType<typeof findWeek>>;

/** Placements beside one of their weeks; whoever calls narrows it to what the actor may see. */
export function weekOfPlacement(tx: Tx, week: IsoWeek) {
  const monday = mondayOf(week);
  const [first, last] = [monday.toString(), monday.add({ days: 6 }).toString()];
  return tx
    .selectFrom("placement")
    .innerJoin("provider", "provider.id", "placement.provider_id")
    .leftJoin("placement_week as pw", (join) =>
      join
        .onRef("pw.provider_id", "=", "placement.provider_id")
        .onRef("pw.placement_id", "=", "placement.id")
        .on("pw.week", "=", week),
    )
    .leftJoin("week_confirmation as wc", (join) =>
      join
        .onRef("wc.provider_id", "=", "placement.provider_id")
        .onRef("wc.placement_id", "=", "placement.id")
        .on("wc.week", "=", week),
    )
    .leftJoin("person as confirmer", "confirmer.id", "wc.confirmed_by")
    .leftJoinLateral(
      (eb) =>
        eb
          .selectFrom("log_entry as e")
          .select((entry) => [
            entry.fn.countAll<number>().as("entries"),
            entry.fn.coalesce(entry.fn.sum<number>("e.minutes"), entry.lit(0)).as("minutes"),
            entry.fn.max("e.received_at").as("arrived_at"),
            entry.fn.max("e.edited_for_tutor_at").as("edited_for_tutor_at"),
          ])
          .whereRef("e.provider_id", "=", "placement.provider_id")
          .whereRef("e.placement_id", "=", "placement.id")
          .where("e.on_day", ">=", first)
          .where("e.on_day", "<=", last)
          .as("written"),
      (join) => join.onTrue(),
    )
    .select([
      "placement.id",
      "placement.provider_id",
      "placement.state",
      "placement.starts_on",
      "placement.ends_on",
      "provider.time_zone",
      "written.entries",
      "written.minutes",
      "written.arrived_at",
      "written.edited_for_tutor_at",
      "pw.sent_at",
      "pw.read_at",
      "wc.kind",
      "wc.at as confirmed_at",
      "wc.confirmed_by",
      "wc.acting_name",
      "wc.exceptions",
      "wc.remark",
      "confirmer.given_name as confirmer_given_name",
      "confirmer.family_name as confirmer_family_name",
    ])
    .select((eb) => jsonArrayFrom(cardsOf(eb, week)).as("confirmed_cards"));
}

function cardsOf(eb: ExpressionBuilder<DB, "placement">, week: IsoWeek) {
  return eb
    .selectFrom("week_card as k")
    .select(["k.requirement_id", "k.level"])
    .whereRef("k.provider_id", "=", "placement.provider_id")
    .whereRef("k.placement_id", "=", "placement.id")
    .where("k.week", "=", week)
    .orderBy("k.requirement_id");
}

/**
 * Marks the week as sent at `at`, if it is still as `seen`: sent then, or not yet. True for the one caller
 * that did; whoever comes second at the same time waits for the first and then changes nothing.
 */
export async function claimSending(
  tx: Tx,
  placement: Owned,
  week: IsoWeek,
  { at, seen }: { at: string; seen: string | null },
): Promise<boolean> {
  const claimed = await tx
    .insertInto("placement_week")
    .values({
      provider_id: placement.provider_id,
      placement_id: placement.id,
      week,
      sent_at: at,
    })
    .onConflict((conflict) =>
      conflict
        .columns(["provider_id", "placement_id", "week"])
        .doUpdateSet({ sent_at: at })
        .where("placement_week.sent_at", "is not distinct from", seen),
    )
    .returning("week")
    .executeTakeFirst();
  return claimed !== undefined;
}

export async function findLastWeekNudge(
  tx: Tx,
  placement: Owned,
  toPerson: string,
): Promise<string | null> {
  const found = await tx
    .selectFrom("nudge")
    .select((eb) => eb.fn.max("at").as("at"))
    .where("provider_id", "=", placement.provider_id)
    .where("placement_id", "=", placement.id)
    .where("to_person", "=", toPerson)
    .where("about", "=", "week")
    .executeTakeFirst();
  return found?.at ?? null;
}

export async function insertWeekNudge(
  tx: Tx,
  placement: Owned,
  nudge: { id: string; to_person: string; by_person: string; at: string },
): Promise<void> {
  await tx
    .insertInto("nudge")
    .values({
      ...nudge,
      provider_id: placement.provider_id,
      placement_id: placement.id,
      about: "week",
    })
    .execute();
}

export type NewConfirmation = {
  readonly week: IsoWeek;
  readonly kind: "ok" | "exceptions";
  readonly exceptions: readonly WeekException[];
  readonly remark: string | null;
  readonly confirmed_by: string;
  readonly acting_name: string | null;
  readonly at: string;
};

/** The confirmation; the week gets its row on the ribbon also when it was never sent. */
export async function insertConfirmation(
  tx: Tx,
  placement: Owned,
  confirmation: NewConfirmation,
): Promise<void> {
  const key = {
    provider_id: placement.provider_id,
    placement_id: placement.id,
    week: confirmation.week,
  };
  await tx
    .insertInto("placement_week")
    .values(key)
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  await tx
    .insertInto("week_confirmation")
    .values({ ...confirmation, ...key, exceptions: JSON.stringify(confirmation.exceptions) })
    .execute();
}

/** Keeps the cards that are about objectives of the placement's plan and returns how many these were. */
export async function insertCards(
  tx: Tx,
  placement: Owned,
  week: IsoWeek,
  cards: readonly { requirementId: string; level: string }[],
): Promise<number> {
  if (cards.length === 0) return 0;
  const levels = new Map(cards.map(({ requirementId, level }) => [requirementId, level]));
  const objectives = await tx
    .selectFrom("placement_objective")
    .select("requirement_id")
    .where("provider_id", "=", placement.provider_id)
    .where("placement_id", "=", placement.id)
    .where("requirement_id", "in", [...levels.keys()])
    .execute();
  if (objectives.length < cards.length) return objectives.length;
  await tx
    .insertInto("week_card")
    .values(
      cards.map(({ requirementId, level }) => ({
        provider_id: placement.provider_id,
        placement_id: placement.id,
        week,
        requirement_id: requirementId,
        level,
      })),
    )
    .execute();
  return cards.length;
}

/** Takes the confirmation and its cards away. */
export async function deleteConfirmation(tx: Tx, placement: Owned, week: IsoWeek): Promise<void> {
  await tx
    .deleteFrom("week_confirmation")
    .where("provider_id", "=", placement.provider_id)
    .where("placement_id", "=", placement.id)
    .where("week", "=", week)
    .execute();
}

export async function setReading(
  tx: Tx,
  placement: Owned,
  week: IsoWeek,
  reading: { read_at: string | null; read_by: string | null },
): Promise<void> {
  await tx
    .insertInto("placement_week")
    .values({ provider_id: placement.provider_id, placement_id: placement.id, week, ...reading })
    .onConflict((conflict) =>
      conflict.columns(["provider_id", "placement_id", "week"]).doUpdateSet(reading),
    )
    .execute();
}
