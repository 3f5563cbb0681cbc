-- Rules for young workers: what kinds of work a task holds, and what somebody has seen to for a student.

-- Null while nobody has looked; empty when the work is ordinary.
alter table workplace_task add column kinds text[];
alter table workplace_task add column kinds_by uuid references person;
alter table workplace_task add column kinds_at timestamptz;

-- Tasks that a plan names in own words.
create table placement_task_kinds (
  provider_id uuid not null,
  placement_id uuid not null,
  task_key text not null check (task_key like 'own:%'),
  kinds text[] not null,
  noted_by uuid not null references person,
  noted_at timestamptz not null,
  primary key (provider_id, placement_id, task_key),
  foreign key (provider_id, placement_id) references placement
);

-- "The notice has been made", "the guardian has been told": for one kind of work, or for all ('').
create table placement_settled (
  provider_id uuid not null,
  placement_id uuid not null,
  fact text not null,
  kind text not null default '',
  on_day date not null,
  noted_by uuid not null references person,
  noted_at timestamptz not null,
  primary key (provider_id, placement_id, fact, kind),
  foreign key (provider_id, placement_id) references placement
);

-- A provider's own versions of a rule pack. One is in use, one at most is being written.
create table rule_pack_version (
  provider_id uuid not null references provider,
  id uuid not null,
  pack text not null,
  number integer not null check (number >= 1),
  state text not null check (state in ('draft', 'in_use', 'retired')),
  content jsonb not null,
  version integer not null default 1,
  written_by uuid not null references person,
  written_at timestamptz not null,
  published_by uuid references person,
  published_at timestamptz,
  primary key (provider_id, id),
  unique (provider_id, pack, number),
  check ((state = 'draft') = (published_at is null)),
  check ((published_at is null) = (published_by is null))
);
create unique index rule_pack_in_use on rule_pack_version (provider_id, pack) where state = 'in_use';
create unique index rule_pack_draft on rule_pack_version (provider_id, pack) where state = 'draft';

-- Cases kept with the answer they gave, tried again before a version is taken into use.
create table rule_case (
  provider_id uuid not null references provider,
  id uuid not null,
  pack text not null,
  asked jsonb not null,
  answer jsonb not null,
  kept_by uuid not null references person,
  kept_at timestamptz not null,
  primary key (provider_id, id)
);

grant select, insert, update on placement_task_kinds to kisalli_app;
grant select, insert, delete on placement_settled to kisalli_app;
grant select, insert, update, delete on rule_pack_version to kisalli_app;
grant select, insert, update, delete on rule_case to kisalli_app;

do $$
declare
  owned text;
begin
  foreach owned in array array['placement_task_kinds', 'placement_settled', 'rule_pack_version', 'rule_case']
  loop
    execute format('alter table %I enable row level security', owned);
    execute format('alter table %I force row level security', owned);
    execute format('create policy own_provider on %I using (provider_id = any ((select current_providers())::uuid[]))', owned);
  end loop;
end
$$;
