import { type ExpressionBuilder, sql } from "kysely";
import { jsonArrayFrom, jsonObjectFrom } from "kysely/helpers/postgres";
import type { Tx } from "#server/database/database.ts";
import type { DB } from "#server/database/db-types.ts";
import type { Audience, DayContent, Paragraph } from "../logbook.ts";
import type { Owned } from "./week.queries.ts";

/**
 * Placements beside one of their days, with the paragraphs of these audiences only; whoever calls narrows
 * it to what the actor may see. Row-level security hides private paragraphs from everyone but the writer too.
 */
export function dayOfPlacement(tx: Tx, day: string, week: string, audiences: readonly Audience[]) {
  return tx
    .selectFrom("placement")
    .innerJoin("provider", "provider.id", "placement.provider_id")
    .leftJoin("week_confirmation as wc", (join) =>
      join
        .onRef("wc.provider_id", "=", "placement.provider_id")
        .onRef("wc.placement_id", "=", "placement.id")
        .on("wc.week", "=", week),
    )
    .select([
      "placement.state",
      "placement.starts_on",
      "placement.ends_on",
      "provider.time_zone",
      "wc.kind",
      "wc.at as confirmed_at",
    ])
    .select((eb) => [
      jsonArrayFrom(interruptionsOf(eb)).as("interruptions"),
      jsonObjectFrom(entryOf(eb, day, audiences)).as("entry"),
    ]);
}

function interruptionsOf(eb: ExpressionBuilder<DB, "placement">) {
  return eb
    .selectFrom("interruption as i")
    .select(["i.starts_on", "i.ends_on"])
    .whereRef("i.provider_id", "=", "placement.provider_id")
    .whereRef("i.placement_id", "=", "placement.id");
}

function entryOf(
  eb: ExpressionBuilder<DB, "placement">,
  day: string,
  audiences: readonly Audience[],
) {
  return eb
    .selectFrom("log_entry as e")
    .select([
      "e.id",
      "e.version",
      "e.minutes",
      "e.absence",
      "e.tasks",
      "e.written_at",
      "e.received_at",
      "e.edited_at",
      "e.edited_for_tutor_at",
    ])
    .select((entry) => [
      jsonArrayFrom(
        entry
          .selectFrom("log_paragraph as p")
          .select(["p.audience", "p.text"])
          .whereRef("p.provider_id", "=", "e.provider_id")
          .whereRef("p.entry_id", "=", "e.id")
          .where((paragraph) =>
            paragraph("p.audience", "=", paragraph.fn.any(paragraph.val([...audiences]))),
          )
          .orderBy("p.position"),
      ).as("paragraphs"),
      jsonArrayFrom(
        entry
          .selectFrom("log_entry_requirement as r")
          .select("r.requirement_id")
          .whereRef("r.provider_id", "=", "e.provider_id")
          .whereRef("r.entry_id", "=", "e.id")
          .orderBy("r.requirement_id"),
      ).as("requirements"),
    ])
    .whereRef("e.provider_id", "=", "placement.provider_id")
    .whereRef("e.placement_id", "=", "placement.id")
    .where("e.on_day", "=", day);
}

/** The day as its writer has it, with what may be linked; the placement is locked by the deed. */
export function findDayToWrite(tx: Tx, placement: Owned, day: string, week: string) {
  return dayOfPlacement(tx, day, week, ["private", "teacher", "all"])
    .where("placement.provider_id", "=", placement.provider_id)
    .where("placement.id", "=", placement.id)
    .select((eb) => [
      jsonArrayFrom(
        eb
          .selectFrom("placement_objective as o")
          .select("o.requirement_id as id")
          .whereRef("o.provider_id", "=", "placement.provider_id")
          .whereRef("o.placement_id", "=", "placement.id"),
      ).as("objectives"),
      jsonArrayFrom(
        eb
          .selectFrom("workplace_task as t")
          .select("t.id")
          .where(
            "t.workplace_id",
            "in",
            sql<string>`(select workplace_family(placement.workplace_id))`,
          ),
      ).as("tasks"),
    ])
    .executeTakeFirstOrThrow();
}

export type EntryKey = {
  readonly provider_id: string;
  readonly id: string;
  readonly student_id: string;
};

/** False when the id is another entry's already: ids are made by the student's device. */
export async function insertEntry(
  tx: Tx,
  key: EntryKey,
  entry: { placement_id: string; on_day: string; written_at: string; received_at: string },
  content: DayContent,
): Promise<boolean> {
  const { minutes, absence, tasks } = content;
  const inserted = await tx
    .insertInto("log_entry")
    .values({ ...key, ...entry, minutes, absence, tasks: JSON.stringify(tasks) })
    .onConflict((conflict) => conflict.columns(["provider_id", "id"]).doNothing())
    .executeTakeFirst();
  return inserted.numInsertedOrUpdatedRows === 1n;
}

/** When the entry was last edited, as its readers see it: all of them but the writer, and the tutor. */
export type Edited = {
  readonly edited_at: string | null;
  readonly edited_for_tutor_at: string | null;
};

/** Moves the entry on by one version; the moment of its first writing stays. */
export async function updateEntry(
  tx: Tx,
  key: EntryKey,
  edited: Edited,
  { minutes, absence, tasks }: DayContent,
): Promise<void> {
  await tx
    .updateTable("log_entry")
    .set((eb) => ({
      minutes,
      absence,
      tasks: JSON.stringify(tasks),
      version: eb("version", "+", 1),
      ...edited,
    }))
    .where("provider_id", "=", key.provider_id)
    .where("id", "=", key.id)
    .execute();
}

/** Paragraphs and links are replaced whole: they have no life of their own. */
export async function deleteParts(tx: Tx, key: EntryKey): Promise<void> {
  await tx
    .deleteFrom("log_paragraph")
    .where("provider_id", "=", key.provider_id)
    .where("entry_id", "=", key.id)
    .execute();
  await tx
    .deleteFrom("log_entry_requirement")
    .where("provider_id", "=", key.provider_id)
    .where("entry_id", "=", key.id)
    .execute();
}

export async function insertParts(
  tx: Tx,
  key: EntryKey,
  paragraphs: readonly Paragraph[],
  requirementIds: readonly string[],
): Promise<void> {
  const { provider_id, id: entry_id, student_id } = key;
  if (paragraphs.length > 0) {
    const rows = paragraphs.map(({ audience, text }, position) => ({
      provider_id,
      entry_id,
      student_id,
      position,
      audience,
      text,
    }));
    await tx.insertInto("log_paragraph").values(rows).execute();
  }
  if (requirementIds.length > 0) {
    const rows = requirementIds.map((requirement_id) => ({
      provider_id,
      entry_id,
      requirement_id,
    }));
    await tx.insertInto("log_entry_requirement").values(rows).execute();
  }
}
