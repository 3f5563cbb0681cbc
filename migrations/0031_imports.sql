-- Imports of the register that can be taken back, and who keeps own details.

-- Students, teachers and other staff of any provider keep their own name and address. The wall hides other
-- providers' memberships from the server's role, so it asks this way and learns yes or no.
create function keeps_own_details(person_id uuid) returns boolean
  language sql stable security definer set search_path = public, pg_temp
as $$
  select exists (select from membership m where m.person_id = $1 and m.role <> 'tutor')
$$;

create table register_import (
  provider_id uuid not null references provider,
  id uuid not null,
  imported_by uuid not null references person,
  imported_at timestamptz not null,
  undoable_until timestamptz not null,
  undone_by uuid references person,
  undone_at timestamptz,
  primary key (provider_id, id),
  unique (id),
  check ((undone_by is null) = (undone_at is null))
);

-- What one import did to one workplace. No foreign key: a workplace that was taken back is gone, its row tells so.
create table register_import_row (
  provider_id uuid not null,
  import_id uuid not null,
  workplace_id uuid not null,
  added boolean not null,
  -- The workplace's version as the import left it: another one means that somebody has edited it since.
  version integer not null,
  -- Of a changed one: its columns before, the fields that were added, and places as they were.
  before jsonb not null,
  capacity_ids uuid[] not null,
  document_ids uuid[] not null,
  primary key (provider_id, import_id, workplace_id),
  foreign key (provider_id, import_id) references register_import
);

grant select, insert on register_import, register_import_row to kisalli_app;
grant update (undone_by, undone_at) on register_import to kisalli_app;
grant update (capacity_ids, document_ids) on register_import_row to kisalli_app;

do $$
declare
  owned text;
begin
  foreach owned in array array['register_import', 'register_import_row']
  loop
    execute format('alter table %I enable row level security', owned);
    execute format('alter table %I force row level security', owned);
    execute format('create policy own_provider on %I using (provider_id = any ((select current_providers())::uuid[]))', owned);
  end loop;
end
$$;

-- Why a row of one's own import stays; null = nothing has been built on it. Other providers' rows count,
-- which the wall hides from the server's role: it learns the kind of thing and no more.
create function built_on_import(import uuid) returns table (workplace_id uuid, built text)
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
               or exists (select from workplace_document x where x.workplace_id = r.workplace_id and x.id <> all (r.document_ids))) then 'edited'
         end
    from register_import_row r join workplace w on w.id = r.workplace_id
   where r.import_id = $1 and r.provider_id = any (current_providers())
$$;

-- Takes away what the import added and nobody has built on. The server's role may delete no workplace otherwise.
create function remove_imported(import uuid) returns integer
  language plpgsql security definer set search_path = public, pg_temp
as $$
declare
  gone uuid[];
  employers uuid[];
begin
  if not exists (select from register_import i where i.id = import and i.provider_id = any (current_providers()) and i.undone_at is null) then
    raise exception 'this import is not to be taken back';
  end if;
  select coalesce(array_agg(r.workplace_id), '{}'), coalesce(array_agg(distinct w.employer_id), '{}') into gone, employers
    from register_import_row r join built_on_import(import) b using (workplace_id) join workplace w on w.id = r.workplace_id
   where r.import_id = import and r.added and b.built is null;
  delete from workplace_field x where x.workplace_id = any (gone);
  delete from workplace_document x where x.workplace_id = any (gone);
  delete from workplace_capacity x where x.workplace_id = any (gone);
  delete from workplace x where x.id = any (gone);
  delete from employer e where e.id = any (employers) and not exists (select from workplace x where x.employer_id = e.id);
  return cardinality(gone);
end
$$;

-- Removing a workplace looks for whatever points to it, also for what was withdrawn or removed.
create index workplace_document_of on workplace_document (workplace_id);
create index workplace_capacity_of on workplace_capacity (workplace_id);
create index relation_entry_of on relation_entry (workplace_id);
create index induction_item_of on induction_item (workplace_id);
create index workplace_suspension_of on workplace_suspension (workplace_id);
create index known_different_right on known_different (right_id);
create index known_different_left on known_different (left_id);
create index workplace_survivor on workplace (survivor_id) where survivor_id is not null;
