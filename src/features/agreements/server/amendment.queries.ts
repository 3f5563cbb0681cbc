import { sql } from "kysely";
import { jsonArrayFrom } from "kysely/helpers/postgres";
import type { SeenPlacement } from "#features/placements/server/api.ts";
import type { Tx } from "#server/database/database.ts";
import type { LocalisedText } from "#shared/language.ts";
import { seatHolds } from "./guardian.queries.ts";

type Place = Pick<SeenPlacement, "id" | "provider_id" | "workplace_id">;

const MOST_UNITS = 50;

/** The units of the placement's employer, its own first: who can supervise there, what is done, what is in order. */
export function listUnitsOfEmployer(tx: Tx, { provider_id, workplace_id }: Place) {
  return tx
    .selectFrom("workplace as w")
    .innerJoin("workplace as here", (join) =>
      join.onRef("here.employer_id", "=", "w.employer_id").on("here.id", "=", workplace_id),
    )
    .select((eb) => [
      "w.id",
      "w.name",
      sql<string>`concat_ws(', ', w.street, concat_ws(' ', w.postal_code, w.municipality))`.as(
        "address",
      ),
      jsonArrayFrom(
        eb
          .selectFrom("workplace_person as seat")
          .innerJoin("person", "person.id", "seat.person_id")
          .select([
            "person.id",
            "person.given_name as givenName",
            "person.family_name as familyName",
            "seat.title",
          ])
          .distinctOn("person.id")
          .where("seat.workplace_id", "in", sql<string>`(select workplace_family(w.id))`)
          .where("seat.role", "=", "tutor")
          .where("seat.ended_on", "is", null),
      ).as("tutors"),
      jsonArrayFrom(
        eb
          .selectFrom("workplace_task as task")
          .select(["task.id", sql<LocalisedText>`task.name`.as("name")])
          .where("task.workplace_id", "in", sql<string>`(select workplace_family(w.id))`)
          .where("task.retired_on", "is", null)
          .orderBy("task.position"),
      ).as("tasks"),
      sql<boolean>`exists (select from workplace_suspension s where s.provider_id = ${provider_id}
        and s.lifted_at is null and s.workplace_id in (select workplace_family(w.id)))`.as(
        "suspended",
      ),
      sql<
        string | null
      >`(select max(c.valid_until) from checklist c where c.provider_id = ${provider_id}
        and c.field = 'general' and c.valid_until >= c.valid_from
        and c.workplace_id in (select workplace_family(w.id)))`.as("checked_until"),
    ])
    .where((eb) => eb.or([eb("w.survivor_id", "is", null), eb("w.id", "=", workplace_id)]))
    .orderBy(sql`w.id = ${workplace_id}`, "desc")
    .orderBy("w.name")
    .limit(MOST_UNITS)
    .execute();
}

export type UnitRow = Awaited<ReturnType<typeof listUnitsOfEmployer>>[number];

/** What the placement's units ask for; with it, what the plan aims at already. */
export function listAims(tx: Tx, { id, provider_id }: Place) {
  return tx
    .selectFrom("placement_unit as pu")
    .innerJoin("unit", "unit.id", "pu.unit_id")
    .innerJoin("requirement as r", "r.unit_id", "unit.id")
    .leftJoin("requirement_plain as plain", "plain.requirement_key", "r.key")
    .leftJoin("objective_card as card", (join) =>
      join
        .onRef("card.requirement_key", "=", "r.key")
        .onRef("card.provider_id", "=", "pu.provider_id"),
    )
    .select([
      "r.id",
      "unit.name as unitName",
      sql<LocalisedText>`coalesce(card.plain, plain.plain, r.text)`.as("text"),
    ])
    .where("pu.provider_id", "=", provider_id)
    .where("pu.placement_id", "=", id)
    .orderBy("unit.position")
    .orderBy("r.position")
    .execute();
}

export function findContact(tx: Tx, personId: string) {
  return tx
    .selectFrom("person")
    .select([sql<string>`concat_ws(' ', given_name, family_name)`.as("name"), "email", "phone"])
    .where("id", "=", personId)
    .executeTakeFirstOrThrow();
}

/**
 * Who sits in the agreement and its amendments that hold: the duty as in the agreement itself, the person as in the
 * newest text they were asked of. An amendment that did not ask somebody has not taken their seat away.
 */
export function listSeatsInForce(tx: Tx, { id, provider_id }: Place) {
  return tx
    .selectFrom("agreement_party as p")
    .innerJoin("agreement as a", (join) =>
      join.onRef("a.provider_id", "=", "p.provider_id").onRef("a.id", "=", "p.agreement_id"),
    )
    .distinctOn("p.party")
    .select((eb) => [
      "p.party",
      "p.person_id as personId",
      "p.acting_for as actingFor",
      eb
        .selectFrom("agreement_party as first")
        .innerJoin("agreement as root", (join) =>
          join
            .onRef("root.provider_id", "=", "first.provider_id")
            .onRef("root.id", "=", "first.agreement_id"),
        )
        .select("first.duty")
        .whereRef("first.party", "=", "p.party")
        .where("root.provider_id", "=", provider_id)
        .where("root.placement_id", "=", id)
        .where("root.kind", "=", "agreement")
        .where("root.state", "=", "completed")
        .orderBy("root.number", "desc")
        .limit(1)
        .as("duty"),
    ])
    .where("a.provider_id", "=", provider_id)
    .where("a.placement_id", "=", id)
    .where("a.state", "=", "completed")
    .where(seatHolds("p", "a"))
    .orderBy("p.party")
    .orderBy("a.number", "desc")
    .execute();
}
