import { sql } from "kysely";
import { visibleTo } from "#features/placements/server/api.ts";
import type { Tx } from "#server/database/database.ts";
import { type Actor, staffProvidersOf } from "#shared/actor.ts";
import type { EntryKind, TimelineKind, TimelineWhat } from "../register.ts";

export type Moment = {
  key: string;
  kind: TimelineKind;
  what: TimelineWhat;
  on: string;
  who: string | null;
  about: string | null;
  placementId: string | null;
  entryId: string | null;
  entryKind: EntryKind | null;
  text: string | null;
  writerId: string | null;
  /** The college that the entry is of. */
  entryOf: string | null;
};

type Window = { readonly kind: TimelineKind | null; readonly limit: number };
type Asked = { readonly actor: Actor; readonly family: readonly string[]; readonly zone: string };

/**
 * Everything of one's own college at these workplaces as one list. Placements and letters are of those that the
 * reader may open; a decision or a word is told to all staff, without its student.
 */
function momentsOf(tx: Tx, { actor, family, zone }: Asked) {
  const own = sql`any(${staffProvidersOf(actor)}::uuid[])`;
  const here = sql`any(${[...family]}::uuid[])`;
  const seen = tx
    .selectFrom("placement")
    .innerJoin("person", "person.id", "placement.student_id")
    .select([
      "placement.id",
      "placement.state",
      "placement.starts_on",
      "placement.ends_on",
      "placement.created_at",
      "placement.state_changed_at",
      sql<string>`person.given_name || ' ' || person.family_name`.as("student"),
    ])
    .where("placement.workplace_id", "in", family)
    .where(visibleTo(actor));
  const on = (at: string) => sql`(${sql.ref(at)} at time zone ${zone})::date`;
  const name = (person: string) =>
    sql`(select given_name || ' ' || family_name from person where id = ${sql.ref(person)})`;
  return sql`
    seen as materialized ${seen},
    moments (at, "on", kind, what, who, about, "placementId", "entryId", "entryKind", text, "writerId") as (
      select written_at, on_day, 'contact', 'entry', ${name("e.written_by")}, null, null::uuid, e.id, e.kind, e.text, e.written_by
        from relation_entry e where e.workplace_id = ${here} and e.provider_id = ${own} and e.withdrawn_at is null
      union all
      select a.at, ${on("a.at")}, 'letter', case a.deed when 'invite-tutor' then 'link_sent' else 'week_sent' end, ${name("a.person_id")},
             (select given_name || ' ' || family_name from person where id = (a.change ->> 'tutorId')::uuid), a.placement_id, null, null, null, null
        from audit_event a join seen on seen.id = a.placement_id where a.deed in ('invite-tutor', 'send-week')
      union all
      select n.at, ${on("n.at")}, 'letter', 'nudged', ${name("n.by_person")}, ${name("n.to_person")}, n.placement_id, null, null, null, null
        from nudge n join seen on seen.id = n.placement_id
       where n.to_person in (select person_id from workplace_person where workplace_id = ${here})
      union all
      select seen.created_at, ${on("seen.created_at")}, 'placement', 'proposed', null, student, id, null, null, null, null from seen
      union all
      select starts_on::timestamptz, starts_on, 'placement', 'started', null, student, id, null, null, null, null
        from seen where state in ('running', 'ended', 'closed', 'terminated')
      union all
      select ends_on::timestamptz, ends_on, 'placement', 'ended', null, student, id, null, null, null, null
        from seen where state in ('ended', 'closed')
      union all
      select state_changed_at, ${on("seen.state_changed_at")}, 'placement', state, null, student, id, null, null, null, null
        from seen where state in ('cancelled', 'terminated')
      union all
      select d.decided_at, d.decided_on, 'suitability', d.outcome, ${name("d.decided_by")}, null,
             (select id from seen where id = d.placement_id), null, null, null, null
        from suitability_decision d where d.workplace_id = ${here} and d.provider_id = ${own}
      union all
      select s.suspended_at, ${on("s.suspended_at")}, 'suitability', s.kind, ${name("s.suspended_by")}, null, null, null, null, null, null
        from workplace_suspension s where s.workplace_id = ${here} and s.provider_id = ${own}
      union all
      select s.lifted_at, ${on("s.lifted_at")}, 'suitability', 'lifted', ${name("s.lifted_by")}, null, null, null, null, null, null
        from workplace_suspension s where s.workplace_id = ${here} and s.provider_id = ${own} and s.lifted_at is not null
      union all
      select w.said_at, ${on("w.said_at")}, 'suitability', case when w.changed = '{}' then 'word_same' else 'word_changed' end,
             coalesce(w.acting_name, ${name("w.said_by")}), null, (select id from seen where id = w.placement_id), null, null, null, null
        from workplace_word w join placement p on p.provider_id = w.provider_id and p.id = w.placement_id
       where p.workplace_id = ${here} and w.provider_id = ${own}
      union all
      select c.signed_at, ${on("c.signed_at")}, 'safety', 'checklist_signed', ${name("c.signed_by")}, c.field, null, null, null, null, null
        from checklist c where c.workplace_id = ${here} and c.provider_id = ${own} and c.signed_at is not null
      union all
      select m.merged_at, ${on("m.merged_at")}, 'record', 'merged', ${name("m.merged_by")},
             (select w.name from workplace w where w.id = m.given_id), null, null, null, null, null
        from workplace_merge m where m.kept_id = ${here} or m.given_id = ${here}
      union all
      select m.undone_at, ${on("m.undone_at")}, 'record', 'merge_undone', ${name("m.undone_by")},
             (select w.name from workplace w where w.id = m.given_id), null, null, null, null, null
        from workplace_merge m where (m.kept_id = ${here} or m.given_id = ${here}) and m.undone_at is not null
      union all
      select a.at, ${on("a.at")}, 'record',
             case when a.deed = 'add-workplace-person' then 'person_added' when a.deed in ('correct-person', 'set-address') then 'person_corrected'
                  when (a.change ->> 'ended')::boolean then 'person_ended' else 'person_back' end,
             ${name("a.person_id")}, (select given_name || ' ' || family_name from person where id = (a.change ->> 'personId')::uuid),
             null, null, null, null, null
        from audit_event a where a.subject_kind = 'workplace' and a.subject_id = ${here} and a.provider_id = ${own}
         and a.deed in ('add-workplace-person', 'put-workplace-part', 'correct-person', 'set-address'))`;
}

/** The newest moments of one kind or of all, and how many each kind has. */
export async function readMoments(tx: Tx, asked: Asked, { kind, limit }: Window) {
  const { rows } = await sql<{
    moments: Moment[];
    counts: { kind: TimelineKind; count: number }[];
  }>`
    with ${momentsOf(tx, asked)},
    shown as (
      select row_number() over (order by "on" desc, at desc, what, about, "entryId") as nth, moments.*,
             (select e.provider_id from relation_entry e where e.id = moments."entryId") as "entryOf"
        from moments where ${kind}::text is null or kind = ${kind}
       order by nth limit ${limit})
    select coalesce((select json_agg(to_jsonb(shown) - 'at' - 'nth' || jsonb_build_object('key', concat_ws(' ', "on", at, what, about, "entryId"))
             order by nth) from shown), '[]') as moments,
           coalesce((select json_agg(json_build_object('kind', kind, 'count', n)) from
             (select kind, count(*)::int as n from moments group by 1) each), '[]') as counts`.execute(
    tx,
  );
  return rows[0] ?? { moments: [], counts: [] };
}
