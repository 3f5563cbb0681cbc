import { sql } from "kysely";
import { CLEARANCES } from "#features/clearances/clearances.ts";
import type { Relation } from "#features/placements/placement.policy.ts";
import type { SeenPlacement } from "#features/placements/server/api.ts";
import type { Tx } from "#server/database/database.ts";
import { type Group, ofWorkplace, shownTo, sightOfDay, within } from "../deeds.ts";

export type EventRow = {
  readonly id: string;
  readonly at: string;
  readonly deed: string;
  readonly means: string;
  readonly actingName: string | null;
  readonly name: string | null;
  readonly change: unknown;
};

export const EVENT = sql`event.id, event.at, event.deed, event.means, event.acting_name as "actingName",
  person.given_name || ' ' || person.family_name as name, event.change`;

/** Of a day's changes only those that the reader sees the difference of; of clearances what the workplace may know. */
export function asFarAs(reader: Relation | "admin") {
  const sight = sightOfDay(reader);
  const open = CLEARANCES.filter(({ workplaceSees }) => workplaceSees).map(({ code }) => code);
  const days = sight === null ? sql`true` : sql`event.change -> 'readers' ? ${sight}`;
  const cards =
    reader === "tutor" ? sql`event.change ->> 'clearance' = any (${open}::text[])` : sql`true`;
  const two = reader === "student" || reader === "teacher" ? sql`true` : sql`false`;
  return sql`(event.deed <> all (${within("two")}::text[]) or ${two})
    and (event.deed <> all (${within("change")}::text[]) or ${days})
    and (event.deed <> all (${within("clearance")}::text[]) or ${cards})`;
}

type Asked = {
  readonly group: Group | null;
  readonly before: string | null;
  readonly limit: number;
};

/** Events of one placement, and of its workplace where the table of deeds says so, newest first. */
export async function listEvents(
  tx: Tx,
  placement: SeenPlacement,
  reader: Relation,
  { group, before, limit }: Asked,
): Promise<EventRow[]> {
  const { rows } = await sql<EventRow>`
    select ${EVENT}
      from audit_event event left join person on person.id = event.person_id
     where event.provider_id = ${placement.provider_id}
       and event.deed = any (${shownTo(reader, group)}::text[])
       and (event.placement_id = ${placement.id}
         or (event.subject_kind = 'workplace' and event.subject_id = ${placement.workplace_id}
             and event.deed = any (${ofWorkplace()}::text[])))
       and ${asFarAs(reader)}
       and (${before}::uuid is null
         or (event.at, event.id) < (select last.at, last.id from audit_event last where last.id = ${before}))
     order by event.at desc, event.id desc limit ${limit}`.execute(tx);
  return rows;
}

export async function findNames(tx: Tx, placement: SeenPlacement) {
  const { rows } = await sql<{
    providerName: unknown;
    timeZone: string;
    studentName: string;
    workplaceName: string;
  }>`
    select provider.name as "providerName", provider.time_zone as "timeZone",
           person.given_name || ' ' || person.family_name as "studentName", workplace.name as "workplaceName"
      from provider, person, workplace
     where provider.id = ${placement.provider_id} and person.id = ${placement.student_id}
       and workplace.id = ${placement.workplace_id}`.execute(tx);
  const row = rows[0];
  if (row === undefined) throw new Error("a placement has a provider, a student and a workplace");
  return row;
}

/** Who looked at which page since `since`; each person and page once, with its days, the newest first. */
export async function listLooks(tx: Tx, placement: SeenPlacement, since: string) {
  const { rows } = await sql<{
    name: string;
    actingName: string;
    relation: "tutor" | "teacher" | "coordinator";
    page: string;
    days: string[];
  }>`
    select person.given_name || ' ' || person.family_name as name, look.acting_name as "actingName",
           max(look.relation) as relation, look.page, array_agg(look.day::text order by look.day desc) as days
      from placement_look look join person on person.id = look.person_id
     where look.provider_id = ${placement.provider_id} and look.placement_id = ${placement.id} and look.day >= ${since}
     group by person.id, look.acting_name, look.page
     order by max(look.day) desc, name, look.page`.execute(tx);
  return rows;
}
