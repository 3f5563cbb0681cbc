import { sql } from "kysely";
import type { Tx } from "#server/database/database.ts";
import type { LocalisedText } from "#shared/language.ts";
import type { ObjectiveSet, Unit } from "../framework.ts";

export function findUnit(tx: Tx, versionId: string, unitId: string) {
  return tx
    .selectFrom("unit")
    .select(["id", "code", "name", "kind", "state", "scale_key as scaleKey"])
    .select([
      sql<Unit["points"]>`points`.as("points"),
      sql<LocalisedText>`description`.as("description"),
      sql<LocalisedText>`demonstration`.as("demonstration"),
      sql<LocalisedText>`requirement_text`.as("requirementText"),
    ])
    .where("framework_version_id", "=", versionId)
    .where("id", "=", unitId)
    .executeTakeFirst();
}

export function listSubAreas(tx: Tx, unitId: string) {
  return tx
    .selectFrom("sub_area")
    .select(["id", "scale_key as scaleKey"])
    .select([
      sql<LocalisedText>`name`.as("name"),
      sql<LocalisedText>`description`.as("description"),
      sql<Omit<ObjectiveSet, "groups">[]>`objectives`.as("objectives"),
    ])
    .where("unit_id", "=", unitId)
    .orderBy("position")
    .execute();
}

/** With the words of the reader's provider, else those that came with the qualification. */
export function listRequirements(tx: Tx, unitId: string, providerId: string | null) {
  return tx
    .selectFrom("requirement")
    .leftJoin("requirement_plain as words", "words.requirement_key", "requirement.key")
    .leftJoin("objective_card as card", (join) =>
      join
        .onRef("card.requirement_key", "=", "requirement.key")
        .on("card.provider_id", "=", providerId),
    )
    .select([
      "requirement.id",
      "requirement.key",
      "requirement.number",
      "requirement.text",
      "requirement.sub_area_id",
      "requirement.objective_set",
      sql<LocalisedText | null>`coalesce(card.plain, words.plain)`.as("plain"),
      sql<LocalisedText | null>`coalesce(card.seen_when, words.seen_when)`.as("seenWhen"),
    ])
    .select([
      sql<LocalisedText>`requirement.group_title`.as("title"),
      sql<LocalisedText>`requirement.lead`.as("lead"),
    ])
    .where("requirement.unit_id", "=", unitId)
    .orderBy("requirement.position")
    .execute();
}

export function listOwnCriteria(tx: Tx, unitId: string) {
  return tx
    .selectFrom("criterion")
    .innerJoin("requirement", "requirement.id", "criterion.requirement_id")
    .select(["requirement.id as owner", "criterion.level"])
    .select([
      sql<LocalisedText>`criterion.level_name`.as("level_name"),
      sql<LocalisedText>`criterion.text`.as("text"),
    ])
    .where("requirement.unit_id", "=", unitId)
    .orderBy("requirement.position")
    .orderBy("criterion.position")
    .execute();
}

export function listScales(tx: Tx, versionId: string) {
  return tx
    .selectFrom("generic_scale")
    .select(["id", "key", sql<LocalisedText>`lead`.as("lead")])
    .where("framework_version_id", "=", versionId)
    .execute();
}

export function listScaleCriteria(tx: Tx, versionId: string) {
  return tx
    .selectFrom("criterion")
    .innerJoin("generic_scale", "generic_scale.id", "criterion.scale_id")
    .select(["generic_scale.id as owner", "criterion.level"])
    .select([
      sql<LocalisedText>`criterion.level_name`.as("level_name"),
      sql<LocalisedText>`criterion.text`.as("text"),
    ])
    .where("generic_scale.framework_version_id", "=", versionId)
    .orderBy("generic_scale.key")
    .orderBy("criterion.position")
    .execute();
}
