import { type Expression, type ExpressionBuilder, type SqlBool, sql } from "kysely";
import { jsonArrayFrom } from "kysely/helpers/postgres";
import type { Tx } from "#server/database/database.ts";
import type { DB } from "#server/database/db-types.ts";
import type { LocalisedText } from "#shared/language.ts";
import { type IsoWeek, mondayOf } from "#shared/week.ts";
import { weekOfPlacement } from "./week.queries.ts";

type Where = (eb: ExpressionBuilder<DB, "placement">) => Expression<SqlBool>;
type Placed = ExpressionBuilder<DB, "placement">;

/** Characters of a paragraph that the week shows; the day has the whole. */
const TEXT_SHOWN = 160;

/** Everything the page of one week shows, in one statement; `where` says which placements the reader may see. */
export function findWeekPage(tx: Tx, week: IsoWeek, where: Where) {
  const monday = mondayOf(week);
  const span = { first: monday.toString(), last: monday.add({ days: 6 }).toString() };
  return weekOfPlacement(tx, week)
    .innerJoin("workplace", "workplace.id", "placement.workplace_id")
    .innerJoin("person as student", "student.id", "placement.student_id")
    .innerJoin("person as teacher", "teacher.id", "placement.teacher_id")
    .leftJoin("person as tutor", "tutor.id", "placement.tutor_id")
    .where(where)
    .select([
      "placement.student_id",
      "placement.teacher_id",
      "placement.tutor_id",
      "workplace.name as workplace_name",
      "provider.name as provider_name",
      "student.given_name as student_given_name",
      "student.family_name as student_family_name",
      "teacher.given_name as teacher_given_name",
      "teacher.family_name as teacher_family_name",
      "tutor.given_name as tutor_given_name",
      "tutor.family_name as tutor_family_name",
    ])
    .select((eb) => [
      jsonArrayFrom(entriesOf(eb, span)).as("week_entries"),
      jsonArrayFrom(interruptionsOf(eb)).as("interruptions"),
      jsonArrayFrom(objectivesOf(eb, week, span)).as("objectives"),
      jsonArrayFrom(answeredOf(eb, week)).as("answered"),
      eb
        .selectFrom("nudge as n")
        .select((nudge) => nudge.fn.max("n.at").as("at"))
        .whereRef("n.provider_id", "=", "placement.provider_id")
        .whereRef("n.placement_id", "=", "placement.id")
        .whereRef("n.to_person", "=", "placement.tutor_id")
        .where("n.about", "=", "week")
        .as("nudged_at"),
    ])
    .executeTakeFirst();
}

export type WeekPageRow = NonNullable<Awaited<ReturnType<typeof findWeekPage>>>;

type Span = { readonly first: string; readonly last: string };

/** The week's entries; of texts only the beginning of the first paragraph that is for all three. */
function entriesOf(eb: Placed, { first, last }: Span) {
  return eb
    .selectFrom("log_entry as e")
    .select(["e.on_day", "e.minutes", "e.absence", "e.tasks", "e.written_at"])
    .select((entry) => [
      entry
        .selectFrom("log_paragraph as p")
        .select(sql<string>`left(p.text, ${sql.lit(TEXT_SHOWN)})`.as("text"))
        .whereRef("p.provider_id", "=", "e.provider_id")
        .whereRef("p.entry_id", "=", "e.id")
        .where("p.audience", "=", "all")
        .orderBy("p.position")
        .limit(1)
        .as("text"),
      jsonArrayFrom(
        entry
          .selectFrom("workplace_task as t")
          .select(["t.id", "t.name"])
          .where(sql<boolean>`e.tasks @> jsonb_build_array(jsonb_build_object('taskId', t.id))`)
          .where(
            "t.workplace_id",
            "in",
            sql<string>`(select workplace_family(placement.workplace_id))`,
          ),
      ).as("task_names"),
    ])
    .whereRef("e.provider_id", "=", "placement.provider_id")
    .whereRef("e.placement_id", "=", "placement.id")
    .where("e.on_day", ">=", first)
    .where("e.on_day", "<=", last)
    .orderBy("e.on_day");
}

function interruptionsOf(eb: Placed) {
  return eb
    .selectFrom("interruption as i")
    .select(["i.starts_on", "i.ends_on"])
    .whereRef("i.provider_id", "=", "placement.provider_id")
    .whereRef("i.placement_id", "=", "placement.id");
}

/** The provider's own words, else those that came with the qualification. */
const CARD_WORDS = [
  sql<LocalisedText | null>`coalesce(oc.plain, rp.plain)`.as("plain"),
  sql<LocalisedText | null>`coalesce(oc.seen_when, rp.seen_when)`.as("seen_when"),
] as const;

/** Objectives of the plan with what is known of each, for the cards to ask about. */
function objectivesOf(eb: Placed, week: IsoWeek, { first, last }: Span) {
  return eb
    .selectFrom("placement_objective as o")
    .innerJoin("requirement as r", "r.id", "o.requirement_id")
    .leftJoin("requirement_plain as rp", "rp.requirement_key", "r.key")
    .leftJoin("objective_card as oc", (join) =>
      join.onRef("oc.requirement_key", "=", "r.key").onRef("oc.provider_id", "=", "o.provider_id"),
    )
    .select(["r.id", "r.text", "o.position", ...CARD_WORDS])
    .select((objective) => [
      objective
        .selectFrom("log_entry as e")
        .innerJoin("log_entry_requirement as l", (join) =>
          join.onRef("l.provider_id", "=", "e.provider_id").onRef("l.entry_id", "=", "e.id"),
        )
        .select((linked) => linked.fn.countAll<number>().as("count"))
        .whereRef("e.provider_id", "=", "o.provider_id")
        .whereRef("e.placement_id", "=", "o.placement_id")
        .whereRef("l.requirement_id", "=", "o.requirement_id")
        .where("e.on_day", ">=", first)
        .where("e.on_day", "<=", last)
        .as("days_this_week"),
      jsonArrayFrom(
        objective
          .selectFrom("week_card as k")
          .select("k.level")
          .whereRef("k.provider_id", "=", "o.provider_id")
          .whereRef("k.placement_id", "=", "o.placement_id")
          .whereRef("k.requirement_id", "=", "o.requirement_id")
          .where("k.week", "<>", week),
      ).as("other_cards"),
    ])
    .whereRef("o.provider_id", "=", "placement.provider_id")
    .whereRef("o.placement_id", "=", "placement.id")
    .orderBy("o.position");
}

/** Texts of the cards that were answered: the plan may have changed since, the answers stay readable. */
function answeredOf(eb: Placed, week: IsoWeek) {
  return eb
    .selectFrom("week_card as k")
    .innerJoin("requirement as r", "r.id", "k.requirement_id")
    .leftJoin("requirement_plain as rp", "rp.requirement_key", "r.key")
    .leftJoin("objective_card as oc", (join) =>
      join.onRef("oc.requirement_key", "=", "r.key").onRef("oc.provider_id", "=", "k.provider_id"),
    )
    .select(["r.id", "r.text", "k.level", ...CARD_WORDS])
    .whereRef("k.provider_id", "=", "placement.provider_id")
    .whereRef("k.placement_id", "=", "placement.id")
    .where("k.week", "=", week)
    .orderBy("r.position");
}
