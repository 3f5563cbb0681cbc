import { sql } from "kysely";
import { newId } from "#server/clock.ts";
import type { Tx } from "#server/database/database.ts";
import type { Changed, ImportPlan, Present } from "../csv-plan.ts";
import type { WorkplaceRow } from "../csv-row.ts";

/** Two imports at once wait for each other: the second one sees what the first has added. */
export async function lockImports(tx: Tx): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtext('kisalli.register.import'))`.execute(tx);
}

/** Workplaces of these employers, as far as they stand by themselves. */
export async function listPresent(tx: Tx, businessIds: readonly string[]): Promise<Present[]> {
  const { rows } = await sql<Present>`
    select w.id, w.name, e.name as "employerName", e.business_id as "businessId", w.street,
           w.postal_code as "postalCode", w.municipality, w.phone, w.email,
           coalesce((select array_agg(f.field) from workplace_field f where f.workplace_id = w.id), '{}') as fields
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

/** The whole plan in a handful of statements, however long the file is. */
export async function savePlan(tx: Tx, { added, changed }: ImportPlan): Promise<void> {
  await addEmployers(tx, added);
  const rows = added.map((row) => ({ ...row, id: newId() }));
  await sql`
    insert into workplace (id, employer_id, name, street, postal_code, municipality, phone, email)
    select r.id, e.id, r.name, r.street, r."postalCode", r.municipality, r.phone, r.email
      from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
           as r(id uuid, name text, "businessId" text, street text, "postalCode" text, municipality text, phone text, email text)
      join employer e on e.business_id = r."businessId"`.execute(tx);
  await changeWorkplaces(tx, changed);
  const fields = [...rows, ...changed.map(({ id, row }) => ({ ...row, id }))].flatMap(
    ({ id, fields: codes }) => codes.map((field) => ({ id, field })),
  );
  await sql`
    insert into workplace_field (workplace_id, field)
    select r.id, r.field from jsonb_to_recordset(${JSON.stringify(fields)}::jsonb) as r(id uuid, field text)
    on conflict do nothing`.execute(tx);
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
