import { sql } from "kysely";
import type { Tx } from "#server/database/database.ts";
import type { Present } from "../csv-plan.ts";
import type { PlaceFacts } from "../register-list.ts";

/**
 * How often the list's facts have changed: equal sums stand for equal facts. The triggers of migration 0030
 * are on every table that `readFacts` reads, which a test holds.
 */
export async function countChanges(tx: Tx): Promise<{ changes: string; writes: boolean }> {
  const { rows } = await sql<{ changes: string; writes: boolean }>`
    select coalesce(sum(changes), 0)::text as changes, pg_current_xact_id_if_assigned() is not null as writes
      from register_change`.execute(tx);
  return rows[0] ?? { changes: "0", writes: true };
}

/**
 * What is known of each workplace that stands by itself, in the order of names. Rows of a merged one are counted
 * at the one that it was merged into; each relation is read once for all, which 1,500 single look-ups are not.
 */
export async function readFacts(tx: Tx, providerIds: readonly string[]): Promise<PlaceFacts[]> {
  const { rows } = await factsOf(providerIds).execute(tx);
  return rows;
}

export function factsOf(providerIds: readonly string[]) {
  return sql<PlaceFacts>`
    with standing as materialized (select id, coalesce(survivor_id, id) as place from workplace),
    seats as (
      select s.place, count(distinct p.person_id)::int as tutors
        from workplace_person p join standing s on s.id = p.workplace_id
       where p.role = 'tutor' and p.ended_on is null group by 1),
    students as (
      select s.place, json_agg(json_build_object('running', p.state = 'running', 'from', p.starts_on, 'until', p.ends_on)) as stays
        from placement p join standing s on s.id = p.workplace_id
       where p.provider_id = any(${providerIds}::uuid[])
         and p.state in ('proposed', 'planning', 'agreement_out', 'ready', 'running') group by 1),
    capacity as (
      select s.place, json_agg(json_build_object('at', c.workplace_id, 'field', c.field, 'from', c.starts_on,
               'until', c.ends_on, 'places', c.places)) as agreed
        from workplace_capacity c join standing s on s.id = c.workplace_id
       where c.provider_id = any(${providerIds}::uuid[]) and c.withdrawn_at is null group by 1),
    papers as (
      select place, min(until) as until from (
        select s.place, d.kind, max(coalesce(d.valid_until, 'infinity'::date)) as until
          from workplace_document d join standing s on s.id = d.workplace_id
         where d.removed_at is null group by 1, 2) kinds group by 1),
    contacts as (
      select s.place, max(r.on_day) as on_day from relation_entry r join standing s on s.id = r.workplace_id
       where r.provider_id = any(${providerIds}::uuid[]) and r.withdrawn_at is null and r.kind <> 'note' group by 1),
    decisions as (
      select distinct on (s.place) s.place, d.outcome, d.valid_until
        from suitability_decision d join standing s on s.id = d.workplace_id
       where d.provider_id = any(${providerIds}::uuid[]) and d.superseded_by is null
       order by s.place, d.decided_at desc),
    known_fields as (
      select s.place, array_agg(distinct f.field) as fields
        from workplace_field f join standing s on s.id = f.workplace_id group by 1)
    select w.id, w.name, e.name as "employerName", e.business_id as "businessId", w.municipality,
           coalesce(k.fields, '{}') as fields, coalesce(seats.tutors, 0) as tutors,
           papers.until as "papersUntil", c.on_day as "contactedOn", d.outcome, d.valid_until as "decidedUntil",
           coalesce(a.agreed, '[]') as agreed, coalesce(n.stays, '[]') as stays,
           row_number() over (order by w.municipality, w.name, w.id)::int as "byMunicipality"
      from workplace w join employer e on e.id = w.employer_id
      left join seats on seats.place = w.id left join students n on n.place = w.id
      left join capacity a on a.place = w.id left join papers on papers.place = w.id
      left join contacts c on c.place = w.id left join decisions d on d.place = w.id
      left join known_fields k on k.place = w.id
     where w.survivor_id is null
     order by w.name, w.id`;
}

/** Workplaces where a decision in force covers the requirement, or its namesake in another version of the framework. */
export async function listCovering(
  tx: Tx,
  requirementId: string,
  { providerIds, today }: { readonly providerIds: readonly string[]; readonly today: string },
): Promise<Set<string>> {
  const { rows } = await sql<{ id: string }>`
    select distinct coalesce(w.survivor_id, w.id) as id
      from requirement wanted join unit u on u.id = wanted.unit_id
      join requirement r on r.key = wanted.key
      join unit v on v.id = r.unit_id and v.code = u.code
      join coverage_cell c on c.requirement_id = r.id
      join suitability_decision d on d.provider_id = c.provider_id and d.id = c.decision_id
      join workplace w on w.id = d.workplace_id
     where wanted.id = ${requirementId} and d.provider_id = any(${providerIds}::uuid[])
       and d.superseded_by is null and d.outcome <> 'not_suitable' and d.valid_until >= ${today}::date`.execute(
    tx,
  );
  return new Set(rows.map(({ id }) => id));
}

type Parts = Pick<Present, "capacity" | "papers" | "languages">;

/** Places of one's own college, papers and languages, by workplace, as the import reads them back. */
export async function listParts(
  tx: Tx,
  providerIds: readonly string[],
): Promise<Map<string, Parts>> {
  const { rows } = await sql<Parts & { id: string }>`
    with standing as materialized (select id, coalesce(survivor_id, id) as place from workplace),
    agreed as (
      select s.place, json_agg(json_build_object('field', c.field, 'from', c.starts_on, 'until', c.ends_on, 'places', c.places)
               order by c.starts_on, c.field) as all
        from workplace_capacity c join standing s on s.id = c.workplace_id
       where c.provider_id = any(${providerIds}::uuid[]) and c.withdrawn_at is null group by 1),
    papers as (
      select s.place, json_agg(json_build_object('kind', d.kind, 'until', d.valid_until) order by d.kind, d.valid_until) as all
        from workplace_document d join standing s on s.id = d.workplace_id where d.removed_at is null group by 1),
    spoken as (
      select s.place, json_agg(distinct l.language order by l.language) as all
        from workplace_language l join standing s on s.id = l.workplace_id group by 1)
    select place as id, coalesce(a.all, '[]') as capacity, coalesce(p.all, '[]') as papers, coalesce(l.all, '[]') as languages
      from agreed a full join papers p using (place) full join spoken l using (place)`.execute(tx);
  return new Map(rows.map(({ id, ...parts }) => [id, parts]));
}
