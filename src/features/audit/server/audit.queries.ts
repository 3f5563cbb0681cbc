import { sql } from "kysely";
import type { Tx } from "#server/database/database.ts";
import type { AuditFilters } from "../audit.contract.ts";
import { asFarAs, EVENT, type EventRow } from "./history.queries.ts";

export async function findProvider(tx: Tx, providerId: string) {
  const row = await tx
    .selectFrom("provider")
    .select(["slug", "name", "time_zone as timeZone"])
    .where("id", "=", providerId)
    .executeTakeFirst();
  return row ?? null;
}

export type FoundEvent = EventRow & {
  readonly subjectKind: string;
  readonly subjectId: string;
  readonly placementId: string | null;
  readonly hash: string | null;
  /** The student of the placement it was done in. */
  readonly about: string | null;
};

type Asked = AuditFilters & {
  readonly timeZone: string;
  readonly before: string | null;
  readonly limit: number;
};

/** Events of a provider with their links, newest first. They carry no number: a gap
 * would tell of an edit that is not shown. */
export async function searchEvents(
  tx: Tx,
  providerId: string,
  asked: Asked,
): Promise<FoundEvent[]> {
  const { find, deed, from, until, timeZone, before, limit } = asked;
  const sought = find ? `%${find.replace(/[\\%_]/g, "\\$&")}%` : null;
  const { rows } = await sql<FoundEvent>`
    select ${EVENT}, encode(link.hash, 'hex') as hash, event.subject_kind as "subjectKind",
           event.subject_id as "subjectId", event.placement_id as "placementId",
           student.given_name || ' ' || student.family_name as about
      from audit_event event
      left join person on person.id = event.person_id
      left join audit_link link on link.event_id = event.id
      left join placement on placement.provider_id = event.provider_id and placement.id = event.placement_id
      left join person student on student.id = placement.student_id
     where event.provider_id = ${providerId} and ${asFarAs("admin")}
       and (${sought}::text is null or event.acting_name ilike ${sought}
         or person.given_name || ' ' || person.family_name ilike ${sought})
       and (${deed ?? null}::text is null or event.deed = ${deed ?? null})
       and (${from ?? null}::date is null or event.at >= ${from ?? null}::date::timestamp at time zone ${timeZone})
       and (${until ?? null}::date is null
         or event.at < (${until ?? null}::date + 1)::timestamp at time zone ${timeZone})
       and (${before}::uuid is null
         or (event.at, event.id) < (select last.at, last.id from audit_event last where last.id = ${before}))
     order by event.at desc, event.id desc limit ${limit}`.execute(tx);
  return rows;
}

/** The last head of each of the last days, the newest first. */
export async function listHeads(tx: Tx, providerId: string, limit: number) {
  const { rows } = await sql<{
    at: string;
    day: string;
    number: number;
    hash: string | null;
    fault: unknown;
  }>`
    select distinct on (day) kept_at as at, day, number, encode(hash, 'hex') as hash, fault
      from audit_head where chain = ${providerId}
     order by day desc, kept_at desc limit ${limit}`.execute(tx);
  return rows;
}
