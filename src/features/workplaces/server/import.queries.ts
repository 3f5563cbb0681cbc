import { sql } from "kysely";
import { newId } from "#server/clock.ts";
import type { Tx } from "#server/database/database.ts";
import type { Changed, ImportPlan, Present } from "../csv-plan.ts";
import type { WorkplaceRow } from "../csv-row.ts";

/** Two imports at once wait for each other: the second one sees what the first has added. */
export async function lockImports(tx: Tx): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtext('kisalli.register.import'))`.execute(tx);
}

/** Those who agree places or edit these workplaces wait until the import is stored. */
export async function lockWorkplacesOf(tx: Tx, businessIds: readonly string[]): Promise<void> {
  await sql`
    select from workplace w join employer e on e.id = w.employer_id
     where w.survivor_id is null and e.business_id = any(${businessIds}::text[])
     order by w.id for update of w`.execute(tx);
}

/** Workplaces of these employers, as far as they stand by themselves, with one's own college's places. */
export async function listPresent(
  tx: Tx,
  businessIds: readonly string[],
  providerId: string,
): Promise<Present[]> {
  const { rows } = await sql<Present>`
    select w.id, w.name, e.name as "employerName", e.business_id as "businessId", w.street,
           w.postal_code as "postalCode", w.municipality, w.phone, w.email,
           coalesce((select array_agg(f.field) from workplace_field f where f.workplace_id = w.id), '{}') as fields,
           coalesce((select array_agg(l.language) from workplace_language l where l.workplace_id = w.id), '{}') as languages,
           coalesce((select json_agg(json_build_object('field', c.field, 'from', c.starts_on, 'until', c.ends_on, 'places', c.places))
             from workplace_capacity c where c.workplace_id in (select id from workplace x where coalesce(x.survivor_id, x.id) = w.id)
              and c.provider_id = ${providerId}::uuid and c.withdrawn_at is null), '[]') as capacity,
           coalesce((select json_agg(json_build_object('kind', d.kind, 'until', d.valid_until))
             from workplace_document d where d.workplace_id in (select id from workplace x where coalesce(x.survivor_id, x.id) = w.id)
              and d.removed_at is null), '[]') as papers
      from workplace w join employer e on e.id = w.employer_id
     where w.survivor_id is null and e.business_id = any(${businessIds}::text[])`.execute(tx);
  return rows;
}

/** Codes and names of the fields in three languages, each with its code. */
export async function fieldWords(tx: Tx): Promise<Map<string, string>> {
  const rows = await tx.selectFrom("work_field").select(["code", "name"]).execute();
  const words = rows.flatMap(({ code, name }) =>
    [code, ...Object.values(name)].map((word) => [word.toLowerCase(), code] as const),
  );
  return new Map(words);
}

export type Import = {
  readonly id: string;
  readonly providerId: string;
  readonly by: string;
  readonly at: string;
  readonly undoableUntil: string;
  /** What a paper is called that came without a name. */
  readonly titles: Readonly<Record<string, string>>;
};

/** Remembers who imported when; false when the id is taken. */
export async function addImport(tx: Tx, one: Import): Promise<boolean> {
  const added = await tx
    .insertInto("register_import")
    .values({
      id: one.id,
      provider_id: one.providerId,
      imported_by: one.by,
      imported_at: one.at,
      undoable_until: one.undoableUntil,
    })
    .onConflict((conflict) => conflict.column("id").doNothing())
    .returning("id")
    .executeTakeFirst();
  return added !== undefined;
}

type Planned = WorkplaceRow & { readonly id: string };

/** The whole plan in a handful of statements, however long the file is; each workplace with how it was before. */
export async function savePlan(tx: Tx, { added, changed }: ImportPlan, one: Import): Promise<void> {
  await addEmployers(tx, added);
  const rows = added.map((row) => ({ ...row, id: newId() }));
  const all = [...rows, ...changed.map(({ id, row }) => ({ ...row, id }))];
  await rememberRows(tx, one, { rows, changed });
  await sql`
    insert into workplace (id, employer_id, name, street, postal_code, municipality, phone, email)
    select r.id, e.id, r.name, r.street, r."postalCode", r.municipality, r.phone, r.email
      from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
           as r(id uuid, name text, "businessId" text, street text, "postalCode" text, municipality text, phone text, email text)
      join employer e on e.business_id = r."businessId"`.execute(tx);
  await changeWorkplaces(tx, changed);
  const fields = all.flatMap(({ id, fields: codes }) => codes.map((field) => ({ id, field })));
  await sql`
    insert into workplace_field (workplace_id, field)
    select r.id, r.field from jsonb_to_recordset(${JSON.stringify(fields)}::jsonb) as r(id uuid, field text)
    on conflict do nothing`.execute(tx);
  const languages = all.flatMap(({ id, languages: each }) =>
    each.map((language) => ({ id, language })),
  );
  await sql`
    insert into workplace_language (workplace_id, language)
    select r.id, r.language from jsonb_to_recordset(${JSON.stringify(languages)}::jsonb) as r(id uuid, language text)
    on conflict do nothing`.execute(tx);
  await saveParts(tx, all, one);
}

/** How the changed ones are now; ids of places and papers follow when they are stored. */
async function rememberRows(
  tx: Tx,
  one: Import,
  { rows, changed }: { rows: readonly Planned[]; changed: readonly Changed[] },
): Promise<void> {
  const added = rows.map(({ id }) => ({ id }));
  const others = changed.map(({ id, row: { fields, languages } }) => ({ id, fields, languages }));
  await sql`
    insert into register_import_row (provider_id, import_id, workplace_id, added, version, before, capacity_ids, document_ids)
    select ${one.providerId}::uuid, ${one.id}::uuid, r.id, true, 1, '{}'::jsonb, '{}'::uuid[], '{}'::uuid[]
      from jsonb_to_recordset(${JSON.stringify(added)}::jsonb) as r(id uuid)
    union all
    select ${one.providerId}::uuid, ${one.id}::uuid, r.id, false, w.version + 1,
           jsonb_build_object('street', w.street, 'postal_code', w.postal_code, 'municipality', w.municipality, 'phone', w.phone, 'email', w.email,
             'fields', (select coalesce(jsonb_agg(f), '[]') from jsonb_array_elements_text(r.fields) f
                         where not exists (select from workplace_field x where x.workplace_id = r.id and x.field = f)),
             'languages', (select coalesce(jsonb_agg(l), '[]') from jsonb_array_elements_text(r.languages) l
                            where not exists (select from workplace_language x where x.workplace_id = r.id and x.language = l)),
             'places', (select coalesce(jsonb_object_agg(c.id, jsonb_build_object('places', c.places, 'version', c.version)), '{}')
                          from workplace_capacity c where c.workplace_id in (select workplace_family(r.id)) and c.provider_id = ${one.providerId}::uuid and c.withdrawn_at is null)),
           '{}'::uuid[], '{}'::uuid[]
      from jsonb_to_recordset(${JSON.stringify(others)}::jsonb) as r(id uuid, fields jsonb, languages jsonb) join workplace w on w.id = r.id`.execute(
    tx,
  );
}

/** Places of a period that is there get the new number, others are added; papers are added. */
async function saveParts(tx: Tx, rows: readonly Planned[], one: Import): Promise<void> {
  const capacity = rows.flatMap(({ id, capacity: all }) =>
    all.map((each) => ({ ...each, workplace: id, id: newId() })),
  );
  const papers = rows.flatMap(({ id, papers: all }) =>
    all.map((each) => ({ ...each, workplace: id, id: newId(), title: one.titles[each.kind] })),
  );
  await sql`
    with given as (
      select * from jsonb_to_recordset(${JSON.stringify(capacity)}::jsonb)
        as r(id uuid, workplace uuid, field text, "from" date, until date, places smallint)),
    changed as (
      update workplace_capacity c set places = g.places, version = c.version + 1 from given g
       where c.provider_id = ${one.providerId}::uuid and c.workplace_id in (select workplace_family(g.workplace)) and c.field = g.field
         and c.starts_on = g."from" and c.ends_on = g.until and c.withdrawn_at is null returning c.id, g.workplace as workplace_id, g.id as given),
    added as (
      insert into workplace_capacity (provider_id, id, workplace_id, field, starts_on, ends_on, places)
      select ${one.providerId}::uuid, g.id, g.workplace, g.field, g."from", g.until, g.places from given g
       where g.id not in (select given from changed) returning id, workplace_id),
    papers as (
      insert into workplace_document (id, workplace_id, kind, title, valid_until)
      select r.id, r.workplace, r.kind, r.title, r.until from jsonb_to_recordset(${JSON.stringify(papers)}::jsonb)
        as r(id uuid, workplace uuid, kind text, title text, until date) returning id, workplace_id),
    kept as (
      select workplace_id, array_agg(id) as ids from (select id, workplace_id from changed union all select id, workplace_id from added) each group by 1),
    shown as (select workplace_id, array_agg(id) as ids from papers group by 1)
    select k.ids as capacity, s.ids as documents, workplace_id as workplace
      from kept k full join shown s using (workplace_id)`
    .execute(tx)
    .then(({ rows: parts }) => rememberParts(tx, one, parts));
}

async function rememberParts(tx: Tx, one: Import, parts: readonly unknown[]): Promise<void> {
  if (parts.length === 0) return;
  await sql`
    update register_import_row r set capacity_ids = coalesce(p.capacity, '{}'), document_ids = coalesce(p.documents, '{}')
      from jsonb_to_recordset(${JSON.stringify(parts)}::jsonb) as p(workplace uuid, capacity uuid[], documents uuid[])
     where r.provider_id = ${one.providerId}::uuid and r.import_id = ${one.id}::uuid and r.workplace_id = p.workplace`.execute(
    tx,
  );
}

async function addEmployers(tx: Tx, added: readonly WorkplaceRow[]): Promise<void> {
  const byId = new Map(added.map((row) => [row.businessId, row.employerName ?? row.name]));
  const rows = [...byId].map(([businessId, name]) => ({ id: newId(), businessId, name }));
  await sql`
    insert into employer (id, business_id, name)
    select r.id, r."businessId", r.name
      from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r(id uuid, "businessId" text, name text)
    on conflict (business_id) do nothing`.execute(tx);
}

async function changeWorkplaces(tx: Tx, changed: readonly Changed[]): Promise<void> {
  const rows = changed.map(({ id, row }) => ({ ...row, id }));
  await sql`
    update workplace w set street = coalesce(r.street, w.street), postal_code = coalesce(r."postalCode", w.postal_code),
           municipality = r.municipality, phone = coalesce(r.phone, w.phone), email = coalesce(r.email, w.email),
           version = w.version + 1
      from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
           as r(id uuid, street text, "postalCode" text, municipality text, phone text, email text)
     where w.id = r.id`.execute(tx);
}
