-- Merges are of the shared record, so every coordinator reads them and may take one back.
create table workplace_merge (
  id uuid primary key,
  kept_id uuid not null references workplace,
  given_id uuid not null references workplace,
  reason text check (reason <> ''),
  -- Fields of the kept workplace before and after, as far as they were taken from the other.
  before jsonb not null,
  after jsonb not null,
  merged_by uuid not null references person,
  merged_at timestamptz not null,
  undoable_until timestamptz not null,
  undone_by uuid references person,
  undone_at timestamptz,
  check (kept_id <> given_id),
  check ((undone_by is null) = (undone_at is null))
);
create unique index workplace_merge_in_force on workplace_merge (given_id) where undone_at is null;
create index workplace_merge_kept on workplace_merge (kept_id);

create table known_different (
  provider_id uuid not null references provider,
  left_id uuid not null references workplace,
  right_id uuid not null references workplace,
  said_by uuid not null references person,
  said_at timestamptz not null,
  primary key (provider_id, left_id, right_id),
  check (left_id < right_id)
);

grant select, insert on workplace_merge to kisalli_app;
grant update (undone_by, undone_at) on workplace_merge to kisalli_app;
grant select, insert, delete on known_different to kisalli_app;

do $$
declare
  owned text;
begin
  foreach owned in array array['workplace_capacity', 'relation_entry', 'saved_view', 'known_different']
  loop
    execute format('alter table %I enable row level security', owned);
    execute format('alter table %I force row level security', owned);
    execute format('create policy own_provider on %I using (provider_id = any ((select current_providers())::uuid[]))', owned);
  end loop;
end
$$;

-- What one person keeps for oneself is not the colleagues' either.
drop policy own_provider on saved_view;
create policy own_provider on saved_view
  using (provider_id = any ((select current_providers())::uuid[])
    and (shared or owner_id = (select current_person())));

-- The workplace, what it was merged into and what was merged into it: one place to whoever reads.
create function workplace_family(workplace uuid) returns setof uuid
  language sql stable
begin atomic
  select w.id from workplace w
   where coalesce(w.survivor_id, w.id) = (select coalesce(s.survivor_id, s.id) from workplace s where s.id = workplace);
end;
