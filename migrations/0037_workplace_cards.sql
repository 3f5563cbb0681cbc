-- What a workplace says of its own work, card by card. Like its tasks it is the workplace's, shared by every provider
-- with a placement there: the answer, who gave it and when, never for whose student.
create table workplace_card (
  workplace_id uuid not null references workplace,
  requirement_key text not null,
  answer text not null check (answer in ('done', 'help', 'not')),
  task_ids uuid[] not null default '{}',
  said_by uuid not null references person,
  -- The colleague in the seat of said_by, by a forwarded link.
  acting_name text,
  said_at timestamptz not null,
  primary key (workplace_id, requirement_key),
  check (answer <> 'not' or task_ids = '{}')
);
grant select, insert, update, delete on workplace_card to kisalli_app;

-- What the workplace had said when a decision was made: both names stay, whoever changes a cell.
create table coverage_said (
  provider_id uuid not null references provider,
  decision_id uuid not null,
  requirement_id uuid not null references requirement,
  answer text not null check (answer in ('done', 'help', 'not')),
  task_ids uuid[] not null,
  said_by text not null,
  said_at timestamptz not null,
  primary key (provider_id, decision_id, requirement_id),
  foreign key (provider_id, decision_id) references suitability_decision
);
grant select, insert on coverage_said to kisalli_app;
alter table coverage_said enable row level security;
alter table coverage_said force row level security;
create policy own_provider on coverage_said using (provider_id = any ((select current_providers())::uuid[]));

-- The teacher asks the tutor to sort.
alter table nudge drop constraint nudge_about_check;
alter table nudge add constraint nudge_about_check check (about in ('week', 'entry', 'plan', 'talk', 'gate', 'induction', 'cards'));

-- What the workplace has said of a card is built on an imported workplace too.
create or replace function built_on_import(import uuid) returns table (workplace_id uuid, built text)
  language sql stable security definer set search_path = public, pg_temp
as $$
  select r.workplace_id,
         case
           when w.survivor_id is not null
             or exists (select from workplace_merge m where r.workplace_id in (m.kept_id, m.given_id))
             or exists (select from known_different k where r.workplace_id in (k.left_id, k.right_id))
             or exists (select from workplace x where x.survivor_id = r.workplace_id or x.merged_into = r.workplace_id) then 'merged'
           when r.added and (exists (select from placement x where x.workplace_id = r.workplace_id)) then 'placements'
           when r.added and (exists (select from suitability_decision x where x.workplace_id = r.workplace_id)
             or exists (select from checklist x where x.workplace_id = r.workplace_id)
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
