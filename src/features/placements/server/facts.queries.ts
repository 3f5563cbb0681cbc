import { type Expression, type ExpressionBuilder, type SqlBool, sql } from "kysely";
import { jsonArrayFrom } from "kysely/helpers/postgres";
import { agreementColumn } from "#features/agreements/server/api.ts";
import { safetyColumn } from "#features/checklists/server/api.ts";
import { inductionColumn } from "#features/induction/server/api.ts";
import { youngWorkColumn } from "#features/rules/server/api.ts";
import { fitColumn, renewalColumn } from "#features/suitability/server/api.ts";
import type { Tx } from "#server/database/database.ts";
import type { DB } from "#server/database/db-types.ts";

type Where = (eb: ExpressionBuilder<DB, "placement">) => Expression<SqlBool>;

/**
 * Everything gate, ribbon and board are judged from, one row a placement, in one statement.
 * `where` is a visibility predicate (visibleTo) and what the page narrows it to.
 */
export function placementFacts(tx: Tx, where: Where) {
  return tx
    .selectFrom("placement")
    .innerJoin("person as student", "student.id", "placement.student_id")
    .innerJoin("person as teacher", "teacher.id", "placement.teacher_id")
    .leftJoin("person as tutor", "tutor.id", "placement.tutor_id")
    .innerJoin("workplace", "workplace.id", "placement.workplace_id")
    .innerJoin("employer", "employer.id", "workplace.employer_id")
    .innerJoin("provider", "provider.id", "placement.provider_id")
    .where(where)
    .select([
      "placement.id",
      "placement.provider_id",
      "placement.state",
      "placement.basis",
      "placement.starts_on",
      "placement.ends_on",
      "placement.student_id",
      "placement.teacher_id",
      "placement.tutor_id",
      "placement.workplace_id",
      "student.given_name as student_given_name",
      "student.family_name as student_family_name",
      "student.born_on as student_born_on",
      "teacher.given_name as teacher_given_name",
      "teacher.family_name as teacher_family_name",
      "tutor.given_name as tutor_given_name",
      "tutor.family_name as tutor_family_name",
      "tutor.phone as tutor_phone",
      "workplace.name as workplace_name",
      "employer.name as employer_name",
      "provider.name as provider_name",
      "provider.time_zone",
    ])
    .select((eb) => [
      eb
        .selectFrom("placement_unit as pu")
        .innerJoin("unit", "unit.id", "pu.unit_id")
        .select("unit.name")
        .whereRef("pu.placement_id", "=", "placement.id")
        .whereRef("pu.provider_id", "=", "placement.provider_id")
        .orderBy("unit.position", "desc")
        .limit(1)
        .as("unit_name"),
      eb
        .selectFrom("plan_version as pv")
        .select((plan) => plan.fn.max("pv.number").as("number"))
        .whereRef("pv.placement_id", "=", "placement.id")
        .whereRef("pv.provider_id", "=", "placement.provider_id")
        .as("plan_number"),
      jsonArrayFrom(
        eb
          .selectFrom("plan_mark as pm")
          .select(["pm.number", "pm.party"])
          .whereRef("pm.placement_id", "=", "placement.id")
          .whereRef("pm.provider_id", "=", "placement.provider_id"),
      ).as("plan_marks"),
      jsonArrayFrom(suitabilityOf(eb)).as("suitability"),
      jsonArrayFrom(talksOf(eb)).as("talks"),
      jsonArrayFrom(
        eb
          .selectFrom("interruption as i")
          .select(["i.id", "i.starts_on as startsOn", "i.ends_on as endsOn", "i.reason"])
          .whereRef("i.placement_id", "=", "placement.id")
          .whereRef("i.provider_id", "=", "placement.provider_id")
          .orderBy("i.starts_on"),
      ).as("interruptions"),
      jsonArrayFrom(weeksOf(eb)).as("weeks"),
      eb
        .selectFrom("log_entry as e")
        .select((entry) => entry.fn.max("e.on_day").as("on_day"))
        .whereRef("e.placement_id", "=", "placement.id")
        .whereRef("e.provider_id", "=", "placement.provider_id")
        .as("last_entry_on"),
      youngWorkColumn().as("young_work"),
      sql<"suspended" | "withdrawn" | null>`(select kind from workplace_suspension as ws
        where ws.provider_id = placement.provider_id and ws.lifted_at is null
          and ws.workplace_id in (select workplace_family(placement.workplace_id))
        order by ws.kind = 'withdrawn' desc limit 1)`.as("suspension"),
      sql<string[]>`array(select distinct wf.field from workplace_field as wf
        where wf.workplace_id in (select workplace_family(placement.workplace_id)))`.as("fields"),
      jsonArrayFrom(
        eb
          .selectFrom("placement_clearance as pc")
          .select(["pc.clearance", "pc.state", "pc.valid_until as validUntil"])
          .whereRef("pc.placement_id", "=", "placement.id")
          .whereRef("pc.provider_id", "=", "placement.provider_id"),
      ).as("clearances"),
      sql<string[]>`array(select kind from safety_answered as sa
        where sa.provider_id = placement.provider_id and sa.placement_id = placement.id)`.as(
        "safety_answered",
      ),
      sql<string | null>`(select min(opened_at) from relocation as re
        where re.provider_id = placement.provider_id and re.placement_id = placement.id
          and re.outcome is null)`.as("relocation_since"),
      renewalColumn().as("renewal"),
      fitColumn().as("fit"),
      safetyColumn().as("safety"),
      agreementColumn().as("agreement"),
      inductionColumn().as("induction"),
      sql<string[]>`array(
        select p.due_on::text from suitability_decision as d cross join lateral (
          select 'gap:' || r.requirement_id as about, r.gap_due_on as due_on from coverage_row as r
           where r.provider_id = d.provider_id and r.decision_id = d.id and r.gap_due_on is not null
          union all
          select 'condition:' || (c.place - 1), (c.one ->> 'dueOn')::date
            from jsonb_array_elements(d.conditions) with ordinality as c(one, place)) as p
         where d.provider_id = placement.provider_id and d.placement_id = placement.id
           and d.superseded_by is null
           and not exists (select from decision_follow_up as f
             where f.provider_id = d.provider_id and f.decision_id = d.id and f.about = p.about))`.as(
        "promised_by",
      ),
    ]);
}

export type PlacementFacts = Awaited<
  ReturnType<ReturnType<typeof placementFacts>["execute"]>
>[number];

/** The decision in force, and how many objectives it neither covers nor hands on as an owned gap. */
function suitabilityOf(eb: ExpressionBuilder<DB, "placement">) {
  return eb
    .selectFrom("suitability_decision as sd")
    .select((decision) => [
      "sd.outcome",
      "sd.valid_until as validUntil",
      decision
        .selectFrom("placement_objective as po")
        .select((objective) => objective.fn.countAll<number>().as("count"))
        .whereRef("po.placement_id", "=", "sd.placement_id")
        .whereRef("po.provider_id", "=", "sd.provider_id")
        .where((objective) =>
          objective.not(
            objective.exists(
              objective
                .selectFrom("coverage_cell as c")
                .select("c.task_id")
                .whereRef("c.decision_id", "=", "sd.id")
                .whereRef("c.provider_id", "=", "sd.provider_id")
                .whereRef("c.requirement_id", "=", "po.requirement_id"),
            ),
          ),
        )
        .where((objective) =>
          objective.not(
            objective.exists(
              objective
                .selectFrom("coverage_row as r")
                .select("r.requirement_id")
                .whereRef("r.decision_id", "=", "sd.id")
                .whereRef("r.provider_id", "=", "sd.provider_id")
                .whereRef("r.requirement_id", "=", "po.requirement_id")
                .where("r.gap_owner", "is not", null),
            ),
          ),
        )
        .as("uncovered"),
    ])
    .whereRef("sd.placement_id", "=", "placement.id")
    .whereRef("sd.provider_id", "=", "placement.provider_id")
    .where("sd.superseded_by", "is", null);
}

function talksOf(eb: ExpressionBuilder<DB, "placement">) {
  return eb
    .selectFrom("talk as t")
    .select(["t.id", "t.kind", "t.planned_at as plannedAt", "t.held_at as heldAt"])
    .whereRef("t.placement_id", "=", "placement.id")
    .whereRef("t.provider_id", "=", "placement.provider_id")
    .orderBy(sql`coalesce(t.planned_at, t.held_at)`);
}

function weeksOf(eb: ExpressionBuilder<DB, "placement">) {
  return eb
    .selectFrom("placement_week as w")
    .leftJoin("week_confirmation as c", (join) =>
      join
        .onRef("c.provider_id", "=", "w.provider_id")
        .onRef("c.placement_id", "=", "w.placement_id")
        .onRef("c.week", "=", "w.week"),
    )
    .select([
      "w.week",
      "w.sent_at as sentAt",
      "w.read_at as readAt",
      "c.kind",
      "c.at as confirmedAt",
    ])
    .whereRef("w.placement_id", "=", "placement.id")
    .whereRef("w.provider_id", "=", "placement.provider_id")
    .orderBy("w.week");
}
