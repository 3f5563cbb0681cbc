import { type ExpressionBuilder, sql } from "kysely";
import { jsonArrayFrom } from "kysely/helpers/postgres";
import type { Tx } from "#server/database/database.ts";
import type { DB } from "#server/database/db-types.ts";
import type { LocalisedText } from "#shared/language.ts";

/** What the placement's page shows beyond the facts it is judged by; the caller has checked visibility. */
export function findPageRow(tx: Tx, placementId: string) {
  return tx
    .selectFrom("placement as p")
    .innerJoin("person as student", "student.id", "p.student_id")
    .innerJoin("person as teacher", "teacher.id", "p.teacher_id")
    .leftJoin("person as tutor", "tutor.id", "p.tutor_id")
    .leftJoin("workplace_person as seat", (join) =>
      join
        .onRef("seat.workplace_id", "=", "p.workplace_id")
        .onRef("seat.person_id", "=", "p.tutor_id")
        .on("seat.role", "=", "tutor"),
    )
    .innerJoin("workplace", "workplace.id", "p.workplace_id")
    .select([
      "p.version",
      "p.basis",
      "p.part_time_percent",
      "p.state_reason",
      "p.framework_version_id",
      "student.phone as student_phone",
      "student.email as student_email",
      "teacher.phone as teacher_phone",
      "teacher.email as teacher_email",
      "tutor.phone as tutor_phone",
      "tutor.email as tutor_email",
      "seat.title as tutor_title",
      "workplace.street",
      "workplace.municipality",
    ])
    .select((eb) => [
      jsonArrayFrom(
        eb
          .selectFrom("plan_version as pv")
          .select([
            "pv.number",
            "pv.edited_at as editedAt",
            sql<number | null>`(pv.content #>> '{hours,minutesPerWeek}')::int`.as("minutesPerWeek"),
          ])
          .whereRef("pv.placement_id", "=", "p.id")
          .whereRef("pv.provider_id", "=", "p.provider_id")
          .orderBy("pv.number", "desc")
          .limit(1),
      ).as("plan"),
      jsonArrayFrom(
        eb
          .selectFrom("nudge as n")
          .innerJoin("person as by", "by.id", "n.by_person")
          .select(["n.to_person as toPerson", "n.about", "n.at", "by.given_name as by"])
          .whereRef("n.placement_id", "=", "p.id")
          .whereRef("n.provider_id", "=", "p.provider_id")
          .orderBy("n.at", "desc")
          .limit(10),
      ).as("nudges"),
      jsonArrayFrom(
        eb
          .selectFrom("talk as t")
          .leftJoin("person as noter", "noter.id", "t.noted_by")
          .select((talk) => [
            "t.id",
            "t.minutes",
            "t.place",
            "t.note",
            "t.noted_by as notedById",
            sql<string | null>`coalesce(t.noted_name, noter.given_name)`.as("notedBy"),
            jsonArrayFrom(
              talk
                .selectFrom("talk_confirmation as tc")
                .select("tc.person_id as personId")
                .whereRef("tc.talk_id", "=", "t.id")
                .whereRef("tc.provider_id", "=", "t.provider_id"),
            ).as("confirmedBy"),
          ])
          .whereRef("t.placement_id", "=", "p.id")
          .whereRef("t.provider_id", "=", "p.provider_id"),
      ).as("talkNotes"),
      jsonArrayFrom(planMarksOf(eb)).as("planMarks"),
      jsonArrayFrom(confirmersOf(eb)).as("confirmers"),
    ])
    .where("p.id", "=", placementId)
    .executeTakeFirstOrThrow();
}

/** Names for a letter about a placement. */
export async function findWhoAndWhere(tx: Tx, placement: { id: string }) {
  return tx
    .selectFrom("placement as p")
    .innerJoin("person as student", "student.id", "p.student_id")
    .innerJoin("workplace as w", "w.id", "p.workplace_id")
    .select([
      sql<string>`concat_ws(' ', student.given_name, student.family_name)`.as("student"),
      "w.name as workplace",
    ])
    .where("p.id", "=", placement.id)
    .executeTakeFirstOrThrow();
}

type OfPlacement = ExpressionBuilder<DB & { p: DB["placement"] }, "p">;

function planMarksOf(eb: OfPlacement) {
  return eb
    .selectFrom("plan_mark as pm")
    .innerJoin("person as marker", "marker.id", "pm.person_id")
    .select(["pm.number", "pm.party", "pm.at", nameOf("pm.acting_name", "marker").as("name")])
    .whereRef("pm.placement_id", "=", "p.id")
    .whereRef("pm.provider_id", "=", "p.provider_id");
}

function confirmersOf(eb: OfPlacement) {
  return eb
    .selectFrom("week_confirmation as c")
    .innerJoin("person as confirmer", "confirmer.id", "c.confirmed_by")
    .select(["c.week", nameOf("c.acting_name", "confirmer").as("name")])
    .whereRef("c.placement_id", "=", "p.id")
    .whereRef("c.provider_id", "=", "p.provider_id");
}

/** The colleague who acted by a link, else the person whose link or account it was. */
function nameOf(actingName: string, person: string) {
  const [given, family] = [sql.ref(`${person}.given_name`), sql.ref(`${person}.family_name`)];
  return sql<string>`coalesce(${sql.ref(actingName)}, ${given} || ' ' || ${family})`;
}

/** The requirements of the placement's units, marked as objective or not, with the workplace's words for them. */
export function findRequirements(tx: Tx, placementId: string) {
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
    .leftJoin("placement_objective as po", (join) =>
      join
        .onRef("po.requirement_id", "=", "r.id")
        .onRef("po.placement_id", "=", "pu.placement_id")
        .onRef("po.provider_id", "=", "pu.provider_id"),
    )
    .select([
      "r.id",
      "unit.id as unit_id",
      "unit.name as unit_name",
      "r.text",
      sql<LocalisedText | null>`coalesce(card.plain, plain.plain)`.as("plain"),
      sql<LocalisedText | null>`coalesce(card.seen_when, plain.seen_when)`.as("seen_when"),
      "po.position as objective_position",
    ])
    .where("pu.placement_id", "=", placementId)
    .orderBy("unit.position")
    .orderBy("r.position")
    .execute();
}
