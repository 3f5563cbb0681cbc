-- Induction: what the student is shown at the workplace, confirmed item by item by tutor and student.

-- A workplace's own items beside the usual ones; '' = on arrival, else the task they belong to.
create table induction_item (
  id uuid primary key,
  workplace_id uuid not null references workplace,
  task_key text not null default '',
  text jsonb not null,
  position integer not null,
  added_by uuid not null references person,
  added_at timestamptz not null,
  retired_at timestamptz
);
create index induction_item_workplace on induction_item (workplace_id, task_key, position) where retired_at is null;

create table induction_mark (
  provider_id uuid not null,
  placement_id uuid not null,
  task_key text not null,
  item text not null,
  party text not null check (party in ('tutor', 'student')),
  person_id uuid not null references person,
  acting_name text,
  at timestamptz not null,
  primary key (provider_id, placement_id, task_key, item, party),
  foreign key (provider_id, placement_id) references placement
);

grant select, insert on induction_item to kisalli_app;
grant update (retired_at) on induction_item to kisalli_app;
grant select, insert, delete on induction_mark to kisalli_app;
alter table induction_mark enable row level security;
alter table induction_mark force row level security;
create policy own_provider on induction_mark using (provider_id = any ((select current_providers())::uuid[]));
