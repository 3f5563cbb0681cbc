import { sql } from "kysely";
import { jsonArrayFrom } from "kysely/helpers/postgres";
import type { Database, Tx } from "#server/database/database.ts";
import type { DB } from "#server/database/db-types.ts";
import { isLanguage } from "#shared/language.ts";

/** Everybody who belongs to a provider, with the role the picker shows them under. */
export function findDemoPeople(db: Database) {
  return db
    .selectFrom("person as p")
    .select((eb) => [
      "p.id",
      "p.given_name",
      "p.family_name",
      "p.language",
      "p.born_on",
      sql<string>`(select m.role from membership m where m.person_id = p.id
         order by array_position(array['provider_admin','coordinator','teacher','desk_adviser','tutor','student'], m.role) limit 1)`.as(
        "role",
      ),
      jsonArrayFrom(
        eb
          .selectFrom("provider")
          .select("provider.name")
          .where("provider.id", "in", (inner) =>
            inner
              .selectFrom("membership as m")
              .select("m.provider_id")
              .whereRef("m.person_id", "=", "p.id"),
          ),
      ).as("providers"),
      sql<string | null>`coalesce(
         (select w.name from workplace_person s join workplace w on w.id = s.workplace_id where s.person_id = p.id limit 1),
         (select w.name from placement q join workplace w on w.id = q.workplace_id
           where q.student_id = p.id order by q.state = 'running' desc, q.starts_on desc limit 1))`.as(
        "workplace_name",
      ),
    ])
    .where((eb) =>
      eb.exists(
        eb.selectFrom("membership as m").select("m.role").whereRef("m.person_id", "=", "p.id"),
      ),
    )
    .orderBy("p.family_name")
    .orderBy("p.given_name")
    .execute();
}

export async function countDemo(db: Database): Promise<{ students: number; workplaces: number }> {
  const row = await db
    .selectNoFrom((eb) => [
      eb
        .selectFrom("membership")
        .select((m) => m.fn.countAll<number>().as("n"))
        .where("role", "=", "student")
        .as("students"),
      eb
        .selectFrom("workplace")
        .select((w) => w.fn.countAll<number>().as("n"))
        .as("workplaces"),
    ])
    .executeTakeFirstOrThrow();
  return { students: Number(row.students ?? 0), workplaces: Number(row.workplaces ?? 0) };
}

export async function findDemoMessages(db: Database) {
  const rows = await db
    .selectFrom("mail_message as letter")
    .leftJoin("person", "person.id", "letter.person_id")
    .select([
      "letter.id",
      "letter.channel",
      "letter.to_address",
      "letter.language",
      "letter.template",
      "letter.subject",
      "letter.body",
      "letter.state",
      "letter.created_at",
      "person.given_name",
      "person.family_name",
    ])
    .orderBy("letter.created_at", "desc")
    .limit(200)
    .execute();
  return rows.map((row) => ({
    id: row.id,
    channel: row.channel === "sms" ? ("sms" as const) : ("mail" as const),
    to: row.to_address,
    personName: row.given_name === null ? null : `${row.given_name} ${row.family_name ?? ""}`,
    language: isLanguage(row.language) ? row.language : ("fi" as const),
    template: row.template,
    subject: row.subject,
    body: row.body ?? "",
    state: row.state,
    at: row.created_at,
  }));
}

/** Any number of rows of one table in one statement; all have the columns of the first. */
export async function insertRows(tx: Tx, table: keyof DB, rows: readonly object[]): Promise<void> {
  const first = rows[0];
  if (first === undefined) return;
  const columns = sql.join(Object.keys(first).map((name) => sql.ref(name)));
  await sql`insert into ${sql.table(table)} (${columns})
    select ${columns} from jsonb_populate_recordset(null::${sql.table(table)}, ${JSON.stringify(rows)}::jsonb)`.execute(
    tx,
  );
}

/** Any number of our own: two servers that start at once on one database load the demo once. */
const LOCK = 4_711_2027;

export async function lockDemo(tx: Tx): Promise<void> {
  await sql`select pg_advisory_xact_lock(${LOCK})`.execute(tx);
}

/** Empties every table of people, workplaces and qualifications, and whatever hangs on them. */
export async function forgetAll(tx: Tx): Promise<void> {
  await sql`truncate provider, person, employer, framework, requirement_plain cascade`.execute(tx);
}
