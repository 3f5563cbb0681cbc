import { sql } from "kysely";
import { visibleTo } from "#features/placements/server/api.ts";
import type { Tx } from "#server/database/database.ts";
import type { Actor } from "#shared/actor.ts";
import { LANGUAGES, type Language } from "#shared/language.ts";

/** The workplace and those merged into it: what stands at any of them is shown at it. */
export async function familyOf(tx: Tx, workplaceId: string): Promise<string[]> {
  const rows = await tx
    .selectFrom("workplace")
    .select("id")
    .where(sql<boolean>`coalesce(survivor_id, id) = ${workplaceId}`)
    .execute();
  return rows.map(({ id }) => id);
}

export function findWorkplace(tx: Tx, workplaceId: string) {
  return tx
    .selectFrom("workplace as w")
    .innerJoin("employer as e", "e.id", "w.employer_id")
    .leftJoin("workplace as survivor", "survivor.id", "w.survivor_id")
    .select([
      "w.id",
      "w.version",
      "w.name",
      "e.name as employerName",
      "e.business_id as businessId",
      "w.municipality",
      "w.street",
      "w.postal_code as postalCode",
      "w.phone",
      "w.email",
      "survivor.id as survivorId",
      "survivor.name as survivorName",
    ])
    .where("w.id", "=", workplaceId)
    .executeTakeFirst();
}

export async function listFieldsOf(tx: Tx, family: readonly string[]): Promise<string[]> {
  const rows = await tx
    .selectFrom("workplace_field")
    .select("field")
    .distinct()
    .where("workplace_id", "in", family)
    .orderBy("field")
    .execute();
  return rows.map(({ field }) => field);
}

export async function listLanguages(tx: Tx, family: readonly string[]): Promise<Language[]> {
  const rows = await tx
    .selectFrom("workplace_language")
    .select("language")
    .where("workplace_id", "in", family)
    .execute();
  return LANGUAGES.filter((one) => rows.some(({ language }) => language === one));
}

export function listTasks(tx: Tx, family: readonly string[]) {
  return tx
    .selectFrom("workplace_task")
    .select(["id", "name", "retired_on as retiredOn"])
    .where("workplace_id", "in", family)
    .orderBy(sql`retired_on is not null`)
    .orderBy("position")
    .orderBy("id")
    .execute();
}

export function listTools(tx: Tx, family: readonly string[]) {
  return tx
    .selectFrom("workplace_tool")
    .select(["id", "name"])
    .where("workplace_id", "in", family)
    .where("retired_on", "is", null)
    .orderBy("name")
    .execute();
}

/** Those who are there now and those who were; of one who is there twice in the family, the part that holds. */
export async function listSeats(tx: Tx, family: readonly string[]) {
  const rows = await tx
    .selectFrom("workplace_person as seat")
    .innerJoin("person", "person.id", "seat.person_id")
    .leftJoin("address_change as change", (join) =>
      join.onRef("change.person_id", "=", "person.id").on("change.state", "=", "waits"),
    )
    .distinctOn(["seat.role", "person.family_name", "person.id"])
    .select([
      "person.id",
      "person.given_name as givenName",
      "person.family_name as familyName",
      "seat.role",
      "seat.title",
      "seat.ended_on as endedOn",
      "person.phone",
      "person.email",
      "change.new_address as newAddress",
      "change.takes_effect_at as takesEffectAt",
      sql<boolean>`keeps_own_details(person.id)`.as("keepsOwn"),
    ])
    .where("seat.workplace_id", "in", family)
    .orderBy("seat.role", "desc")
    .orderBy("person.family_name")
    .orderBy("person.id")
    .orderBy(sql`seat.ended_on desc nulls first`)
    .execute();
  const people = rows.map(({ endedOn, ...row }) => ({
    endedOn,
    person: {
      ...row,
      role: row.role === "tutor" ? ("tutor" as const) : ("employer_representative" as const),
    },
  }));
  return {
    now: people.flatMap(({ person, endedOn }) => (endedOn === null ? [person] : [])),
    earlier: people.flatMap(({ person, endedOn }) =>
      endedOn === null ? [] : [{ ...shownOf(person), endedOn }],
    ),
  };
}

type Seat = {
  readonly id: string;
  readonly givenName: string;
  readonly familyName: string;
  readonly role: "tutor" | "employer_representative";
  readonly title: string | null;
  readonly phone: string | null;
  readonly email: string | null;
};

/** What everybody on the page sees of somebody. */
export function shownOf({ id, givenName, familyName, role, title, phone, email }: Seat): Seat {
  return { id, givenName, familyName, role, title, phone, email };
}

export function listDocuments(tx: Tx, family: readonly string[]) {
  return tx
    .selectFrom("workplace_document")
    .select(["id", "kind", "title", "valid_from as validFrom", "valid_until as validUntil"])
    .where("workplace_id", "in", family)
    .where("removed_at", "is", null)
    .orderBy("valid_until")
    .orderBy("title")
    .execute();
}

export function listCapacity(tx: Tx, family: readonly string[], providerIds: readonly string[]) {
  return tx
    .selectFrom("workplace_capacity")
    .select(["id", "field", "starts_on as startsOn", "ends_on as endsOn", "places", "version"])
    .where("workplace_id", "in", family)
    .where("provider_id", "=", sql<string>`any(${providerIds}::uuid[])`)
    .where("withdrawn_at", "is", null)
    .orderBy("starts_on", "desc")
    .orderBy("field")
    .limit(100)
    .execute();
}

export function listPlacements(tx: Tx, actor: Actor, family: readonly string[]) {
  return tx
    .selectFrom("placement")
    .innerJoin("person", "person.id", "placement.student_id")
    .select([
      "placement.id",
      sql<string>`person.given_name || ' ' || person.family_name`.as("studentName"),
      "placement.state",
      "placement.starts_on as startsOn",
      "placement.ends_on as endsOn",
    ])
    .where("placement.workplace_id", "in", family)
    .where(visibleTo(actor))
    .orderBy("placement.starts_on", "desc")
    .limit(50)
    .execute();
}

export function listDecisions(tx: Tx, family: readonly string[], providerIds: readonly string[]) {
  return tx
    .selectFrom("suitability_decision as d")
    .innerJoin("person", "person.id", "d.decided_by")
    .select([
      "d.placement_id as placementId",
      "d.outcome",
      "d.decided_on as decidedOn",
      sql<string>`person.given_name || ' ' || person.family_name`.as("decidedBy"),
      "d.valid_until as validUntil",
    ])
    .where("d.workplace_id", "in", family)
    .where("d.provider_id", "=", sql<string>`any(${providerIds}::uuid[])`)
    .where("d.superseded_by", "is", null)
    .orderBy("d.decided_at", "desc")
    .limit(20)
    .execute();
}
