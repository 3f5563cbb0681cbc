import { sql } from "kysely";
import type { Tx } from "#server/database/database.ts";

/** What the story's people have done, as their deeds would have left it: a history to read, and the teachers' looks. */
export async function loadHistory(tx: Tx, at: Temporal.Instant): Promise<void> {
  await sql`
    insert into audit_event
      (id, provider_id, at, person_id, acting_name, means, deed, subject_kind, subject_id, placement_id, change)
    select gen_random_uuid(), provider_id, at, person_id, acting_name, 'demo', deed, 'placement', placement_id,
           placement_id, change
      from (
        select provider_id, placement_id, edited_at as at, edited_by as person_id, acting_name, 'write-plan' as deed,
               jsonb_build_object('number', number) as change from plan_version
        union all
        select provider_id, placement_id, at, person_id, acting_name, 'mark-plan', jsonb_build_object('number', number)
          from plan_mark
        union all
        select provider_id, placement_id, at, confirmed_by, acting_name, 'confirm-week', jsonb_build_object('week', week)
          from week_confirmation
        union all
        select provider_id, placement_id, decided_at, decided_by, null, 'decide-suitability', '{}' from suitability_decision
        union all
        select provider_id, placement_id, received_at, student_id, null, 'write-day',
               jsonb_build_object('day', on_day, 'readers', '["tutor", "teacher"]'::jsonb) from log_entry
      ) told
     where at <= ${at.toString()} order by at`.execute(tx);
  await sql`
    insert into placement_look (provider_id, placement_id, person_id, page, day, relation, first_at, last_at)
    select provider_id, id, teacher_id, page, day::date, 'teacher', day, day
      from placement, unnest(array['placement', 'plan']) page,
           unnest(array[${at.toString()}::timestamptz, ${at.subtract({ hours: 24 }).toString()}::timestamptz]) day
     where state = 'running'`.execute(tx);
}
