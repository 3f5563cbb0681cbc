import { sql } from "kysely";
import type { Tx } from "#server/database/database.ts";
import type { Built } from "../import.contract.ts";

type Undo = { readonly importId: string; readonly providerId: string };

/** Own college's import, locked: of two who take it back at once one does. */
export function lockImport(tx: Tx, importId: string, providerIds: readonly string[]) {
  return tx
    .selectFrom("register_import")
    .select(["provider_id", "undoable_until", "undone_at"])
    .where("id", "=", importId)
    .where("provider_id", "=", sql<string>`any(${[...providerIds]}::uuid[])`)
    .forUpdate()
    .executeTakeFirst();
}

/** Until the transaction ends nobody builds anything on these workplaces. */
export async function lockRows(tx: Tx, { importId, providerId }: Undo): Promise<void> {
  await sql`
    select from workplace w join register_import_row r on r.workplace_id = w.id
     where r.provider_id = ${providerId}::uuid and r.import_id = ${importId}::uuid
     order by w.id for update of w`.execute(tx);
}

/** Workplaces that stay as they are, with the reason. */
export async function listBuilt(tx: Tx, importId: string) {
  const { rows } = await sql<{ workplaceId: string; name: string; why: Built }>`
    select w.id as "workplaceId", w.name, b.built as why
      from built_on_import(${importId}::uuid) b join workplace w on w.id = b.workplace_id
     where b.built is not null order by w.name, w.id`.execute(tx);
  return rows;
}

/** Changed ones get back what they had; added ones go. Those that something was built on are left alone. */
export async function takeBack(
  tx: Tx,
  undo: Undo,
  at: string,
): Promise<{ removed: number; restored: number }> {
  const free = sql`(select r.* from register_import_row r join built_on_import(${undo.importId}::uuid) b using (workplace_id)
    where r.provider_id = ${undo.providerId}::uuid and r.import_id = ${undo.importId}::uuid and not r.added and b.built is null)`;
  const { rows } = await sql<{ restored: number }>`
    with free as materialized ${free},
    fields as (
      delete from workplace_field f using free where f.workplace_id = free.workplace_id and free.before -> 'fields' ? f.field),
    languages as (
      delete from workplace_language l using free where l.workplace_id = free.workplace_id and free.before -> 'languages' ? l.language),
    renumbered as (
      update workplace_capacity c set places = (free.before -> 'places' -> c.id::text ->> 'places')::smallint, version = c.version + 1
        from free where c.id = any(free.capacity_ids) and free.before -> 'places' ? c.id::text),
    withdrawn as (
      update workplace_capacity c set withdrawn_at = ${at}::timestamptz, version = c.version + 1
        from free where c.id = any(free.capacity_ids) and not free.before -> 'places' ? c.id::text),
    papers as (
      update workplace_document d set removed_at = ${at}::timestamptz from free where d.id = any(free.document_ids)),
    restored as (
      update workplace w set street = free.before ->> 'street', postal_code = free.before ->> 'postal_code',
             municipality = free.before ->> 'municipality', phone = free.before ->> 'phone', email = free.before ->> 'email',
             version = w.version + 1
        from free where w.id = free.workplace_id returning w.id)
    select count(*)::int as restored from restored`.execute(tx);
  const gone = await sql<{ removed: number }>`
    select remove_imported(${undo.importId}::uuid) as removed`.execute(tx);
  return { removed: gone.rows[0]?.removed ?? 0, restored: rows[0]?.restored ?? 0 };
}

/** Imports that may still be taken back, newest first. */
export async function listImports(tx: Tx, providerIds: readonly string[], at: string) {
  const { rows } = await sql<{
    id: string;
    importedBy: string;
    importedAt: string;
    undoableUntil: string;
    added: number;
    changed: number;
  }>`
    select i.id, p.given_name || ' ' || p.family_name as "importedBy", i.imported_at as "importedAt", i.undoable_until as "undoableUntil",
           (select count(*)::int from register_import_row r where r.import_id = i.id and r.added) as added,
           (select count(*)::int from register_import_row r where r.import_id = i.id and not r.added) as changed
      from register_import i join person p on p.id = i.imported_by
     where i.provider_id = any(${[...providerIds]}::uuid[]) and i.undone_at is null and i.undoable_until >= ${at}::timestamptz
     order by i.imported_at desc limit 10`.execute(tx);
  return rows;
}
