-- General terms with an employer and an induction at a unit are built on an imported workplace too.
create or replace function built_on_import(import uuid) returns table (workplace_id uuid, built text)
  language sql stable security definer set search_path = public, pg_temp
as $$
  select r.workplace_id,
         case
           when w.survivor_id is not null
             or exists (select from workplace_merge m where r.workplace_id in (m.kept_id, m.given_id))
             or exists (select from known_different k where r.workplace_id in (k.left_id, k.right_id))
             or exists (select from workplace x where x.survivor_id = r.workplace_id or x.merged_into = r.workplace_id) then 'merged'
           when r.added and (exists (select from placement x where x.workplace_id = r.workplace_id)
             or exists (select from induction_mark x where x.workplace_id = r.workplace_id)) then 'placements'
           when r.added and (exists (select from suitability_decision x where x.workplace_id = r.workplace_id)
             or exists (select from checklist x where x.workplace_id = r.workplace_id)
             or exists (select from framework_agreement x where x.workplace_id = r.workplace_id)
             or exists (select from workplace_suspension x where x.workplace_id = r.workplace_id)) then 'decisions'
           when r.added and exists (select from relation_entry x where x.workplace_id = r.workplace_id) then 'contacts'
           when r.added and exists (select from workplace_person x where x.workplace_id = r.workplace_id) then 'people'
           when exists (select from workplace_capacity x where x.workplace_id = r.workplace_id
                          and case when x.id = any (r.capacity_ids) then x.version <> coalesce((r.before -> 'places' -> x.id::text ->> 'version')::int + 1, 1)
                                   else r.added end) then 'places'
           when w.version <> r.version
             or r.added and (exists (select from workplace_task x where x.workplace_id = r.workplace_id)
               or exists (select from workplace_tool x where x.workplace_id = r.workplace_id)
               or exists (select from induction_item x where x.workplace_id = r.workplace_id)
               or exists (select from workplace_card x where x.workplace_id = r.workplace_id)
               or exists (select from workplace_document x where x.workplace_id = r.workplace_id and x.id <> all (r.document_ids))) then 'edited'
         end
    from register_import_row r join workplace w on w.id = r.workplace_id
   where r.import_id = $1 and r.provider_id = any (current_providers())
$$;

-- It looks as the tables' owner, whom a forced wall holds too unless it is a superuser.
create policy keeper on framework_agreement for select to current_user using (true);
create policy keeper on induction_mark for select to current_user using (true);
