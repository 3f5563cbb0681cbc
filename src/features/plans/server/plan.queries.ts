import { type SqlBool, sql } from "kysely";
import type { SeenPlacement } from "#features/placements/server/api.ts";
import type { Tx } from "#server/database/database.ts";
import type { LocalisedText } from "#shared/language.ts";
import type { Party, PlanContent } from "../plan.ts";

type Place = Pick<SeenPlacement, "id" | "provider_id">;

/** Every version without its content, the newest first. */
export function listVersions(tx: Tx, placement: Place) {
  return tx
    .selectFrom("plan_version as v")
    .innerJoin("person", "person.id", "v.edited_by")
    .leftJoin("agreement", (join) =>
      join
        .onRef("agreement.provider_id", "=", "v.provider_id")
        .onRef("agreement.id", "=", "v.agreement_id"),
    )
    .select([
      "agreement.id as agreement_id",
      "agreement.number as agreement_number",
      "v.number",
      "v.edited_by",
      "v.acting_name",
      "v.edited_at",
      "v.why",
      "person.given_name",
      "person.family_name",
    ])
    .where("v.provider_id", "=", placement.provider_id)
    .where("v.placement_id", "=", placement.id)
    .orderBy("v.number", "desc")
    .execute();
}

export type VersionRow = Awaited<ReturnType<typeof listVersions>>[number];

/** Contents from this version on, the oldest first. */
export function listContents(tx: Tx, placement: Place, from: number) {
  return tx
    .selectFrom("plan_version")
    .select(["number", "content"])
    .where("provider_id", "=", placement.provider_id)
    .where("placement_id", "=", placement.id)
    .where("number", ">=", from)
    .orderBy("number")
    .execute();
}

export function findNewest(tx: Tx, placement: Place) {
  return tx
    .selectFrom("plan_version")
    .select(["number", "content", "agreement_id"])
    .where("provider_id", "=", placement.provider_id)
    .where("placement_id", "=", placement.id)
    .orderBy("number", "desc")
    .limit(1)
    .executeTakeFirst();
}

/** Marks of every version, in the order in which they were given. */
export function listMarks(tx: Tx, placement: Place) {
  return tx
    .selectFrom("plan_mark as mark")
    .innerJoin("person", "person.id", "mark.person_id")
    .select([
      "mark.number",
      "mark.party",
      "mark.person_id",
      "mark.acting_name",
      "mark.at",
      "person.given_name",
      "person.family_name",
    ])
    .where("mark.provider_id", "=", placement.provider_id)
    .where("mark.placement_id", "=", placement.id)
    .orderBy("mark.at")
    .execute();
}

export type MarkRow = Awaited<ReturnType<typeof listMarks>>[number];

/** Requirements of the placement's units, and others named by `also`, which an earlier plan may hold. */
export function listRequirements(tx: Tx, placement: SeenPlacement, also: readonly string[]) {
  return tx
    .selectFrom("requirement")
    .innerJoin("unit", "unit.id", "requirement.unit_id")
    .leftJoin("requirement_plain as words", "words.requirement_key", "requirement.key")
    .leftJoin("objective_card as card", (join) =>
      join
        .onRef("card.requirement_key", "=", "requirement.key")
        .on("card.provider_id", "=", placement.provider_id),
    )
    .select([
      "requirement.id",
      "requirement.text",
      "requirement.lead",
      "requirement.group_title",
      sql<LocalisedText | null>`coalesce(card.plain, words.plain)`.as("plain"),
      sql<LocalisedText | null>`coalesce(card.seen_when, words.seen_when)`.as("seen_when"),
      "unit.id as unit_id",
      "unit.name as unit_name",
    ])
    .where("unit.framework_version_id", "=", placement.framework_version_id)
    .where(
      sql<SqlBool>`(requirement.id = any(${also}::uuid[]) or unit.id in (
         select unit_id from placement_unit
          where provider_id = ${placement.provider_id} and placement_id = ${placement.id}))`,
    )
    .orderBy("unit.position")
    .orderBy("requirement.position")
    .execute();
}

/** Those of these requirements that belong to the placement's framework version. */
export async function knownRequirements(
  tx: Tx,
  placement: SeenPlacement,
  ids: readonly string[],
): Promise<ReadonlySet<string>> {
  const rows = await tx
    .selectFrom("requirement")
    .innerJoin("unit", "unit.id", "requirement.unit_id")
    .select("requirement.id")
    .where("requirement.id", "in", [...ids])
    .where("unit.framework_version_id", "=", placement.framework_version_id)
    .execute();
  return new Set(rows.map(({ id }) => id));
}

/** The workplace's tasks in its own order, retired ones too: an earlier plan may hold them. */
export function listTasks(tx: Tx, workplaceId: string) {
  return tx
    .selectFrom("workplace_task")
    .select(["id", "name", "retired_on"])
    .where("workplace_id", "in", sql<string>`(select workplace_family(${workplaceId}))`)
    .orderBy("position")
    .execute();
}

export function listInterruptions(tx: Tx, placement: Place) {
  return tx
    .selectFrom("interruption")
    .select(["starts_on as startsOn", "ends_on as endsOn"])
    .where("provider_id", "=", placement.provider_id)
    .where("placement_id", "=", placement.id)
    .execute();
}

export function listHeldTalks(tx: Tx, placement: Place) {
  return tx
    .selectFrom("talk")
    .select(["kind", "held_at"])
    .where("provider_id", "=", placement.provider_id)
    .where("placement_id", "=", placement.id)
    .where("held_at", "is not", null)
    .execute();
}

/** Planned and not held: what can still be put into a calendar. */
export function listOpenTalks(tx: Tx, placement: Place) {
  return tx
    .selectFrom("talk")
    .select(["id", "kind", "planned_at"])
    .where("provider_id", "=", placement.provider_id)
    .where("placement_id", "=", placement.id)
    .where("held_at", "is", null)
    .execute();
}

export function findProvider(tx: Tx, providerId: string) {
  return tx
    .selectFrom("provider")
    .select(["name", "time_zone"])
    .where("id", "=", providerId)
    .executeTakeFirstOrThrow();
}

export function listPeople(tx: Tx, ids: readonly string[]) {
  return tx
    .selectFrom("person")
    .select(["id", "given_name", "family_name", "email", "language"])
    .where("id", "in", [...ids])
    .execute();
}

export type PersonRow = Awaited<ReturnType<typeof listPeople>>[number];

export async function findWorkplaceName(tx: Tx, workplaceId: string): Promise<string> {
  const workplace = await tx
    .selectFrom("workplace")
    .select("name")
    .where("id", "=", workplaceId)
    .executeTakeFirstOrThrow();
  return workplace.name;
}

export type NewVersion = {
  readonly number: number;
  readonly content: PlanContent;
  readonly why: string | null;
  readonly editedBy: string;
  readonly actingName: string | null;
  readonly at: string;
  /** The amendment that made it. */
  readonly agreementId?: string;
};

/** The version, and its objectives as rows in place of the former version's. */
export async function saveVersion(tx: Tx, placement: Place, version: NewVersion): Promise<void> {
  const keys = { provider_id: placement.provider_id, placement_id: placement.id };
  await tx
    .insertInto("plan_version")
    .values({
      ...keys,
      number: version.number,
      content: JSON.stringify(version.content),
      edited_by: version.editedBy,
      acting_name: version.actingName,
      edited_at: version.at,
      why: version.why,
      agreement_id: version.agreementId ?? null,
    })
    .execute();
  await tx
    .deleteFrom("placement_objective")
    .where("provider_id", "=", keys.provider_id)
    .where("placement_id", "=", keys.placement_id)
    .execute();
  await tx
    .insertInto("placement_objective")
    .values(
      version.content.objectives.map(({ requirementId }, position) => ({
        ...keys,
        requirement_id: requirementId,
        position,
      })),
    )
    .execute();
}

export type NewMark = {
  readonly number: number;
  readonly party: Party;
  readonly personId: string;
  readonly actingName: string | null;
  readonly at: string;
};

export async function saveMark(tx: Tx, placement: Place, mark: NewMark): Promise<void> {
  await tx
    .insertInto("plan_mark")
    .values({
      provider_id: placement.provider_id,
      placement_id: placement.id,
      number: mark.number,
      party: mark.party,
      person_id: mark.personId,
      acting_name: mark.actingName,
      at: mark.at,
    })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}
