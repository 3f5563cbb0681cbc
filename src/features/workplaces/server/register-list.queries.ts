import { sql } from "kysely";
import type { Tx } from "#server/database/database.ts";
import type { RegisterFilters } from "../register.contract.ts";
import { USUAL_DAYS } from "../register.ts";

/** Whose relation, room and decisions are meant, on which day. */
export type Ground = { readonly providerIds: readonly string[]; readonly today: string };

export type ListedWorkplace = {
  id: string;
  name: string;
  employerName: string;
  businessId: string;
  municipality: string;
  fields: string[];
  tutors: number;
  running: number;
  coming: number;
  places: number;
  left: number;
  papersUntil: string | null;
  contactedOn: string | null;
  standing: string;
};

export type Counted = { value: string; count: number }[];

type Listed = {
  rows: ListedWorkplace[];
  total: number;
  all: number;
  fields: Counted;
  municipalities: Counted;
  papers: Counted;
  standings: Counted;
  room: number;
  contacted: number;
  not_contacted: number;
};

/**
 * What is known of each workplace that stands by itself. Rows of a merged one are counted at the one that
 * it was merged into; each relation is read once for all, which 1,500 single look-ups are not.
 */
function facts(filters: RegisterFilters, { providerIds, today }: Ground) {
  const from = filters.from ?? today;
  const until = filters.until ?? from;
  const field = filters.field ?? null;
  return sql`
    standing as materialized (select id, coalesce(survivor_id, id) as place from workplace),
    seats as (
      select s.place, count(distinct p.person_id)::int as tutors
        from workplace_person p join standing s on s.id = p.workplace_id
       where p.role = 'tutor' and p.ended_on is null group by 1),
    students as (
      select s.place, count(*) filter (where p.state = 'running')::int as running,
             count(*) filter (where p.state in ('proposed', 'planning', 'agreement_out', 'ready'))::int as coming,
             count(*) filter (where p.state in ('proposed', 'planning', 'agreement_out', 'ready', 'running')
                                and p.starts_on <= ${until}::date and p.ends_on >= ${from}::date)::int as taken
        from placement p join standing s on s.id = p.workplace_id
       where p.provider_id = any(${providerIds}::uuid[]) group by 1),
    agreed as (
      select place, sum(places)::int as places, coalesce(sum(places) filter (where field = ${field}), 0)::int as of_field from (
        select s.place, c.workplace_id, c.field, max(c.places) as places
          from workplace_capacity c join standing s on s.id = c.workplace_id
         where c.provider_id = any(${providerIds}::uuid[]) and c.withdrawn_at is null
           and c.starts_on <= ${until}::date and c.ends_on >= ${from}::date group by 1, 2, 3) each group by 1),
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
        from workplace_field f join standing s on s.id = f.workplace_id group by 1),
    facts as (
      select w.id, w.name, e.name as employer, e.business_id, w.municipality,
             coalesce(k.fields, '{}') as fields, coalesce(seats.tutors, 0) as tutors,
             coalesce(n.running, 0) as running, coalesce(n.coming, 0) as coming,
             case when ${field}::text is null then coalesce(a.places, 0) else coalesce(a.of_field, 0) end as places,
             greatest(0, least(coalesce(a.places, 0) - coalesce(n.taken, 0),
               case when ${field}::text is null then coalesce(a.places, 0) else coalesce(a.of_field, 0) end)) as room,
             papers.until as papers_until,
             case when papers.until is null then 'none' when papers.until < ${today}::date then 'ended' else 'valid' end as papers,
             c.on_day as contacted_on,
             case when d.outcome is null then 'none' when d.valid_until < ${today}::date then 'ended' else d.outcome end as standing
        from workplace w join employer e on e.id = w.employer_id
        left join seats on seats.place = w.id left join students n on n.place = w.id
        left join agreed a on a.place = w.id left join papers on papers.place = w.id
        left join contacts c on c.place = w.id left join decisions d on d.place = w.id
        left join known_fields k on k.place = w.id
       where w.survivor_id is null)`;
}

/** Each filter as a condition on one workplace; one that was not asked for lets everything pass. */
function conditions(filters: RegisterFilters, { providerIds, today }: Ground) {
  const pass = sql<boolean>`true`;
  const find = `%${(filters.find ?? "").replace(/[%_\\]/g, "\\$&")}%`;
  const days = filters.contacted ?? 0;
  const since = sql`(${today}::date - ${Math.abs(days)}::int)`;
  return {
    find: filters.find
      ? sql`concat_ws(' ', name, employer, municipality, business_id) ilike ${find}`
      : pass,
    field: filters.field ? sql`${filters.field} = any(fields)` : pass,
    place: filters.place ? sql`lower(municipality) = lower(${filters.place})` : pass,
    room: filters.room ? sql`room > 0` : pass,
    papers: filters.papers ? sql`papers = ${filters.papers}` : pass,
    contacted:
      days === 0
        ? pass
        : days > 0
          ? sql`coalesce(contacted_on >= ${since}, false)`
          : sql`(contacted_on is null or contacted_on < ${since})`,
    standing: filters.standing ? sql`standing = ${filters.standing}` : pass,
    requirement: filters.requirement
      ? sql`id in (select coalesce(w.survivor_id, w.id)
          from requirement wanted join unit u on u.id = wanted.unit_id
          join requirement r on r.key = wanted.key
          join unit v on v.id = r.unit_id and v.code = u.code
          join coverage_cell c on c.requirement_id = r.id
          join suitability_decision d on d.provider_id = c.provider_id and d.id = c.decision_id
          join workplace w on w.id = d.workplace_id
         where wanted.id = ${filters.requirement} and d.provider_id = any(${providerIds}::uuid[])
           and d.superseded_by is null and d.outcome <> 'not_suitable' and d.valid_until >= ${today}::date)`
      : pass,
  };
}

const ORDERS = {
  name: sql`name, id`,
  municipality: sql`municipality, name, id`,
  room: sql`room desc, name, id`,
  papers: sql`papers_until nulls first, name, id`,
  contacted: sql`contacted_on nulls first, name, id`,
} as const;

/** The window of the list and the counts of the other filters, in one statement. */
export async function listRegister(
  tx: Tx,
  filters: RegisterFilters,
  ground: Ground,
  window: { offset: number; limit: number },
): Promise<Listed> {
  const is = conditions(filters, ground);
  const order = ORDERS[filters.sort ?? "name"];
  const recent = sql`(${ground.today}::date - ${USUAL_DAYS}::int)`;
  const but = (name: string) =>
    sql.join(
      ["find", "field", "place", "room", "papers", "contacted", "standing", "requirement"]
        .filter((one) => one !== name)
        .map((one) => sql`${sql.ref(`is_${one}`)}`),
      sql` and `,
    );
  const { rows } = await sql<Listed>`
    with ${facts(filters, ground)},
    judged as materialized (
      select *, ${is.find} as is_find, ${is.field} as is_field, ${is.place} as is_place, ${is.room} as is_room,
             ${is.papers} as is_papers, ${is.contacted} as is_contacted, ${is.standing} as is_standing,
             ${is.requirement} as is_requirement from facts),
    shown as (select * from judged where ${but("")} order by ${order} limit ${window.limit} offset ${window.offset})
    select coalesce((select json_agg(json_build_object('id', id, 'name', name, 'employerName', employer,
             'businessId', business_id, 'municipality', municipality, 'fields', fields, 'tutors', tutors,
             'running', running, 'coming', coming, 'places', places, 'left', room,
             'papersUntil', nullif(papers_until, 'infinity'::date), 'contactedOn', contacted_on,
             'standing', standing) order by ${order}) from shown), '[]') as rows,
           (select count(*) from judged where ${but("")})::int as total,
           (select count(*) from judged)::int as all,
           ${countedBy("field", sql`judged, unnest(fields) as value`, sql`value`, but("field"))} as fields,
           ${countedBy("place", sql`judged`, sql`municipality`, but("place"))} as municipalities,
           ${countedBy("papers", sql`judged`, sql`papers`, but("papers"))} as papers,
           ${countedBy("standing", sql`judged`, sql`standing`, but("standing"))} as standings,
           (select count(*) from judged where room > 0 and ${but("room")})::int as room,
           (select count(*) from judged where contacted_on >= ${recent} and ${but("contacted")})::int as contacted,
           (select count(*) from judged where (contacted_on is null or contacted_on < ${recent}) and ${but("contacted")})::int as not_contacted
  `.execute(tx);
  const [listed] = rows;
  if (listed === undefined) throw new Error("the list of the register answers with one row");
  return listed;
}

type Part = ReturnType<typeof sql>;

function countedBy(name: string, source: Part, value: Part, passes: Part) {
  return sql`coalesce((select json_agg(json_build_object('value', value, 'count', n) order by n desc, value)
    from (select ${value} as value, count(*)::int as n from ${source} where ${passes} group by 1) ${sql.ref(`by_${name}`)}), '[]')`;
}

/** Requirements that a decision in force covers somewhere, for the filter. */
export async function listCovered(tx: Tx, { providerIds, today }: Ground) {
  return tx
    .selectFrom("requirement")
    .innerJoin("unit", "unit.id", "requirement.unit_id")
    .select(["requirement.id", "unit.name as unitName", "requirement.lead", "requirement.text"])
    .where(
      sql<boolean>`requirement.id in (select c.requirement_id from coverage_cell c
        join suitability_decision d on d.provider_id = c.provider_id and d.id = c.decision_id
       where d.provider_id = any(${[...providerIds]}::uuid[]) and d.superseded_by is null
         and d.outcome <> 'not_suitable' and d.valid_until >= ${today}::date)`,
    )
    .orderBy("unit.position")
    .orderBy("requirement.position")
    .limit(1_000)
    .execute();
}

export function listFields(tx: Tx) {
  return tx.selectFrom("work_field").select(["code", "name"]).orderBy("position").execute();
}

/** The day it is at the reader's college. */
export async function timeZoneOf(tx: Tx, providerId: string | undefined): Promise<string> {
  const row = await tx
    .selectFrom("provider")
    .select("time_zone")
    .where("id", "=", providerId ?? null)
    .executeTakeFirst();
  return row?.time_zone ?? "Europe/Helsinki";
}
