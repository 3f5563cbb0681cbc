import { sql } from "kysely";
import type { Tx } from "#server/database/database.ts";

/** The placement a student speaks from: the running one, else the newest. */
export function findStudentPlacement(tx: Tx, studentId: string) {
  return groundRows(tx)
    .where("placement.student_id", "=", studentId)
    .where("placement.state", "in", ["ready", "running", "ended"])
    .orderBy(sql`placement.state = 'running'`, "desc")
    .orderBy("placement.starts_on", "desc")
    .limit(1)
    .executeTakeFirst();
}

export function findGround(tx: Tx, placementId: string) {
  return groundRows(tx).where("placement.id", "=", placementId).executeTakeFirstOrThrow();
}

function groundRows(tx: Tx) {
  return tx
    .selectFrom("placement")
    .innerJoin("workplace", "workplace.id", "placement.workplace_id")
    .innerJoin("provider", "provider.id", "placement.provider_id")
    .innerJoin("person as teacher", "teacher.id", "placement.teacher_id")
    .leftJoin("person as tutor", "tutor.id", "placement.tutor_id")
    .leftJoin("person as lead", (join) =>
      join
        .onRef("lead.id", "=", "provider.safety_lead_id")
        // One who has left the college hears nothing new.
        .on(sql<boolean>`exists (select from membership where provider_id = provider.id
          and person_id = lead.id and role not in ('student', 'tutor', 'signer'))`),
    )
    .select([
      "placement.id",
      "placement.provider_id",
      "placement.state",
      "placement.starts_on",
      "placement.ends_on",
      "workplace.name as workplace_name",
      "provider.name as provider_name",
      "provider.time_zone",
      "teacher.id as teacher_id",
      "tutor.id as tutor_id",
      "lead.id as lead_id",
      "teacher.phone as teacher_phone",
      "tutor.phone as tutor_phone",
      "lead.phone as lead_phone",
      sql<string>`concat(teacher.given_name, ' ', teacher.family_name)`.as("teacher_name"),
      sql<string>`concat(tutor.given_name, ' ', tutor.family_name)`.as("tutor_name"),
      sql<string>`concat(lead.given_name, ' ', lead.family_name)`.as("lead_name"),
    ]);
}

export type Ground = Awaited<ReturnType<typeof findGround>>;

export async function listAnswered(tx: Tx, placementId: string): Promise<string[]> {
  const rows = await tx
    .selectFrom("safety_answered")
    .select("kind")
    .where("placement_id", "=", placementId)
    .execute();
  return rows.map(({ kind }) => kind);
}

/** Reports that row-level security lets this transaction's person see. */
function reports(tx: Tx) {
  return tx
    .selectFrom("safety_report as r")
    .innerJoin("person as student", "student.id", "r.student_id")
    .innerJoin("placement", "placement.id", "r.placement_id")
    .innerJoin("workplace", "workplace.id", "placement.workplace_id")
    .select([
      "r.id",
      "r.provider_id",
      "r.placement_id",
      "r.student_id",
      "r.kind",
      "r.answers",
      "r.words",
      "r.call_me",
      "r.state",
      "r.version",
      "r.written_at",
      "r.answer_by",
      "r.circle",
      "student.given_name",
      "student.family_name",
      "student.phone",
      "workplace.name as workplace_name",
    ]);
}

export type ReportRow = Awaited<ReturnType<typeof listReports>>[number];

export function listReports(tx: Tx, who: { studentId: string } | { hearerId: string }) {
  const all = reports(tx).orderBy("r.written_at", "desc").limit(100);
  return "studentId" in who
    ? all.where("r.student_id", "=", who.studentId).execute()
    : all
        .where(sql<boolean>`${who.hearerId} = any(r.circle)`)
        .where("r.student_id", "!=", who.hearerId)
        .execute();
}

/** Held until the transaction ends: two steps at once come one after the other. */
export function lockReport(tx: Tx, id: string) {
  return reports(tx).where("r.id", "=", id).forUpdate("r").executeTakeFirst();
}

export function listHearers(tx: Tx, ids: readonly string[]) {
  if (ids.length === 0) return [];
  return tx
    .selectFrom("safety_hearer as h")
    .innerJoin("person", "person.id", "h.person_id")
    .select([
      "h.report_id",
      "h.person_id",
      "h.part",
      "h.told_at",
      "h.opened_at",
      "h.reminded_at",
      sql<string>`concat(person.given_name, ' ', person.family_name)`.as("name"),
    ])
    .where("h.report_id", "in", [...ids])
    .orderBy("h.told_at")
    .execute();
}

export function listSteps(tx: Tx, ids: readonly string[]) {
  if (ids.length === 0) return [];
  return tx
    .selectFrom("safety_step as s")
    .innerJoin("person", "person.id", "s.person_id")
    .select(["s.report_id", "s.what", "s.words", "s.at", "person.given_name as name"])
    .where("s.report_id", "in", [...ids])
    .orderBy("s.at")
    .execute();
}

export type NewReport = {
  readonly provider_id: string;
  readonly id: string;
  readonly placement_id: string;
  readonly student_id: string;
  readonly kind: string;
  readonly answers: string[];
  readonly words: string | null;
  readonly call_me: boolean;
  readonly state: string;
  readonly written_at: string;
  readonly answer_by: string | null;
  readonly circle: string[];
};

export async function saveReport(tx: Tx, report: NewReport): Promise<void> {
  await tx.insertInto("safety_report").values(report).execute();
}

/** False when this check had been answered. */
export async function saveAnswered(
  tx: Tx,
  row: { readonly provider_id: string; readonly placement_id: string; readonly kind: string },
): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto("safety_answered")
    .values(row)
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  return (numInsertedOrUpdatedRows ?? 0n) > 0n;
}

export async function saveHearers(
  tx: Tx,
  rows: readonly {
    readonly provider_id: string;
    readonly report_id: string;
    readonly person_id: string;
    readonly part: string;
    readonly told_at: string;
  }[],
): Promise<void> {
  if (rows.length === 0) return;
  await tx
    .insertInto("safety_hearer")
    .values([...rows])
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

export async function changeReport(
  tx: Tx,
  id: string,
  change: { state?: string; version: number; answer_by?: string | null; circle?: string[] },
): Promise<void> {
  await tx.updateTable("safety_report").set(change).where("id", "=", id).execute();
}

export async function markOpened(
  tx: Tx,
  { reportId, personId, at }: { reportId: string; personId: string; at: string },
): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable("safety_hearer")
    .set({ opened_at: sql`coalesce(opened_at, ${at}::timestamptz)` })
    .where("report_id", "=", reportId)
    .where("person_id", "=", personId)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

/** When to look whether these have answered; asked twice it is one row. */
export async function startClocks(
  tx: Tx,
  personIds: readonly string[],
  due_at: string,
): Promise<void> {
  if (personIds.length === 0) return;
  await tx
    .insertInto("hearer_clock")
    .values(personIds.map((person_id) => ({ person_id, due_at })))
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

/** Marks what this person has left unanswered too long as reminded, each once; whose it was. */
export async function markReminded(tx: Tx, personId: string, at: string): Promise<string[]> {
  const rows = await tx
    .updateTable("safety_hearer as h")
    .from("safety_report as r")
    .set({ reminded_at: at })
    .whereRef("r.provider_id", "=", "h.provider_id")
    .whereRef("r.id", "=", "h.report_id")
    .where("h.person_id", "=", personId)
    .where("h.reminded_at", "is", null)
    .where("r.state", "=", "told")
    .where("r.answer_by", "<=", at)
    .returning("r.student_id")
    .execute();
  return rows.map(({ student_id }) => student_id);
}

export async function saveStep(
  tx: Tx,
  step: {
    readonly provider_id: string;
    readonly id: string;
    readonly report_id: string;
    readonly person_id: string;
    readonly what: string;
    readonly words: string | null;
    readonly at: string;
  },
): Promise<void> {
  await tx.insertInto("safety_step").values(step).execute();
}
