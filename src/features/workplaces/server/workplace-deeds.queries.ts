import { sql } from "kysely";
import type { Tx } from "#server/database/database.ts";
import type { Language } from "#shared/language.ts";
import { refuse } from "#shared/outcome.ts";

/** The workplace's row, locked until the transaction ends; parts of it are changed under this lock. */
function lockWorkplace(tx: Tx, workplaceId: string) {
  return tx
    .selectFrom("workplace")
    .selectAll()
    .where("id", "=", workplaceId)
    .forUpdate()
    .executeTakeFirst();
}

/** Locked, or the refusal: a merged one is no longer edited, its survivor is. */
export async function lockStanding(tx: Tx, workplaceId: string) {
  const workplace = await lockWorkplace(tx, workplaceId);
  if (workplace === undefined) return refuse("not_found");
  if (workplace.survivor_id !== null) {
    return refuse("workplace_merged", { workplaceId: workplace.survivor_id });
  }
  return { ok: true, value: workplace } as const;
}

/** The same, and as the caller saw it. */
export async function lockAsSeen(tx: Tx, workplaceId: string, seenVersion: number | null) {
  const locked = await lockStanding(tx, workplaceId);
  if (!locked.ok) return locked;
  const { version } = locked.value;
  return version === seenVersion ? locked : refuse("stale", { version });
}

/** The next version of the shared record. */
export async function bumpVersion(tx: Tx, workplaceId: string): Promise<number> {
  const { version } = await tx
    .updateTable("workplace")
    .set({ version: sql<number>`version + 1` })
    .where("id", "=", workplaceId)
    .returning("version")
    .executeTakeFirstOrThrow();
  return version;
}

/** Fields become exactly these; false when one of them does not exist. */
export async function saveFields(
  tx: Tx,
  workplaceId: string,
  fields: readonly string[],
): Promise<boolean> {
  const codes = [...new Set(fields)];
  const { rows } = await sql<{ code: string }>`
    select code from work_field where code = any(${codes}::text[])`.execute(tx);
  if (rows.length !== codes.length) return false;
  await tx.deleteFrom("workplace_field").where("workplace_id", "=", workplaceId).execute();
  if (codes.length > 0) {
    await tx
      .insertInto("workplace_field")
      .values(codes.map((field) => ({ workplace_id: workplaceId, field })))
      .execute();
  }
  return true;
}

/** Languages of guidance become exactly these. */
export async function saveLanguages(
  tx: Tx,
  workplaceId: string,
  languages: readonly Language[],
): Promise<void> {
  await tx.deleteFrom("workplace_language").where("workplace_id", "=", workplaceId).execute();
  const rows = [...new Set(languages)].map((language) => ({ workplace_id: workplaceId, language }));
  if (rows.length > 0) await tx.insertInto("workplace_language").values(rows).execute();
}

/** The employer of a Business ID, added when nobody knows it yet. Two adding at once get the same one. */
export async function employerOf(
  tx: Tx,
  employer: { id: string; businessId: string; name: string },
): Promise<string> {
  await tx
    .insertInto("employer")
    .values({ id: employer.id, business_id: employer.businessId, name: employer.name })
    .onConflict((conflict) => conflict.column("business_id").doNothing())
    .execute();
  const { id } = await tx
    .selectFrom("employer")
    .select("id")
    .where("business_id", "=", employer.businessId)
    .executeTakeFirstOrThrow();
  return id;
}

export async function hasField(tx: Tx, code: string): Promise<boolean> {
  const row = await tx
    .selectFrom("work_field")
    .select("code")
    .where("code", "=", code)
    .executeTakeFirst();
  return row !== undefined;
}

/** The employer's workplace of this name, under a lock on the employer: two adding at once make one. */
export async function isNameTaken(
  tx: Tx,
  employerId: string,
  name: string,
): Promise<string | null> {
  await tx
    .selectFrom("employer")
    .select("id")
    .where("id", "=", employerId)
    .forUpdate()
    .executeTakeFirst();
  const row = await tx
    .selectFrom("workplace")
    .select("id")
    .where("employer_id", "=", employerId)
    .where(sql<boolean>`lower(name) = lower(${name})`)
    .where("survivor_id", "is", null)
    .executeTakeFirst();
  return row?.id ?? null;
}

/** Whether the part stands at the workplace or at one merged into it. */
export async function standsAt(tx: Tx, partOf: string, workplaceId: string): Promise<boolean> {
  if (partOf === workplaceId) return true;
  const row = await tx
    .selectFrom("workplace")
    .select("id")
    .where("id", "=", partOf)
    .where("survivor_id", "=", workplaceId)
    .executeTakeFirst();
  return row !== undefined;
}

/** Where the next task stands in the list. */
async function nextPosition(tx: Tx, workplaceId: string): Promise<number> {
  const { last } = await tx
    .selectFrom("workplace_task")
    .select(sql<number>`coalesce(max(position), -1)`.as("last"))
    .where("workplace_id", "=", workplaceId)
    .executeTakeFirstOrThrow();
  return last + 1;
}

/** A new task comes last; one that is there keeps its place. */
export async function saveTask(
  tx: Tx,
  workplaceId: string,
  task: { id: string; name: string; retired_on: string | null },
): Promise<void> {
  const { id, ...values } = task;
  const position = await nextPosition(tx, workplaceId);
  await tx
    .insertInto("workplace_task")
    .values({ id, workplace_id: workplaceId, position, ...values })
    .onConflict((conflict) => conflict.column("id").doUpdateSet(values))
    .execute();
}
