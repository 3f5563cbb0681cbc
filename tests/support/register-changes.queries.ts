import { type RawBuilder, sql } from "kysely";
import type { Database } from "#server/database/database.ts";

/** The tables that a statement reads, by name, as the database's own plan tells. */
export async function explainedTables(
  db: Database,
  statement: RawBuilder<unknown>,
): Promise<string[]> {
  const { rows } = await sql<{ plan: string }>`
    explain (format json) ${statement}`.execute(db);
  const plan = JSON.stringify(rows);
  const names = plan.matchAll(/"Relation Name":"(\w+)"/g).map(([, name = ""]) => name);
  return [...new Set(names)].toSorted();
}

/** The tables whose changes are counted for the register's list. */
export async function watchedTables(db: Database): Promise<string[]> {
  const { rows } = await sql<{ name: string }>`
    select c.relname as name from pg_trigger t join pg_class c on c.oid = t.tgrelid
     where t.tgname = 'register_change' order by 1`.execute(db);
  return rows.map(({ name }) => name);
}

/** Tables with a foreign key to workplace that the undo of an import does not look at. */
export async function unaskedTables(db: Database): Promise<string[]> {
  const { rows } = await sql<{ name: string }>`
    select distinct c.conrelid::regclass::text as name from pg_constraint c
     where c.contype = 'f' and c.confrelid = 'workplace'::regclass
       and position(c.conrelid::regclass::text in
         pg_get_functiondef('built_on_import'::regproc) || pg_get_functiondef('remove_imported'::regproc)) = 0`.execute(
    db,
  );
  return rows.map(({ name }) => name);
}
