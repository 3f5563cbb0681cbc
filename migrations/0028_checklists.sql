-- Safety checklists of workplaces, and who bears accident and liability in a placement.

-- A checklist is being filled until it is signed; the signed one holds from day to day.
create table checklist (
  provider_id uuid not null references provider,
  id uuid not null,
  workplace_id uuid not null references workplace,
  field text not null,
  template_version integer not null,
  started_by uuid not null references person,
  started_at timestamptz not null,
  signed_by uuid references person,
  signed_at timestamptz,
  valid_from date,
  valid_until date,
  version integer not null default 1,
  primary key (provider_id, id),
  check ((signed_at is null) = (signed_by is null)),
  check ((signed_at is null) = (valid_from is null)),
  check ((signed_at is null) = (valid_until is null)),
  check (valid_until >= valid_from - 1 and valid_until <= valid_from + interval '1 year'),
  constraint one_signed_at_a_time exclude using gist (
    provider_id with =, workplace_id with =, field with =, daterange(valid_from, valid_until, '[]') with &&
  ) where (signed_at is not null and valid_until >= valid_from)
);
create unique index checklist_being_filled on checklist (provider_id, workplace_id, field) where signed_at is null;
create index checklist_workplace on checklist (workplace_id, provider_id, field);

create table checklist_answer (
  provider_id uuid not null,
  checklist_id uuid not null,
  item_id text not null,
  answer text not null check (answer in ('yes', 'no', 'na')),
  remark text check (remark <> ''),
  file_id uuid,
  answered_by uuid not null references person,
  answered_at timestamptz not null,
  primary key (provider_id, checklist_id, item_id),
  foreign key (provider_id, checklist_id) references checklist on delete cascade,
  foreign key (provider_id, file_id) references file
);

-- What has to be put right, by whom and by when; followed until done.
create table checklist_condition (
  provider_id uuid not null,
  id uuid not null,
  checklist_id uuid not null,
  item_id text not null,
  text text not null check (text <> ''),
  owner text not null check (owner in ('teacher', 'workplace')),
  due_on date not null,
  done_on date,
  done_by uuid references person,
  primary key (provider_id, id),
  foreign key (provider_id, checklist_id) references checklist,
  check ((done_on is null) = (done_by is null))
);
create index checklist_condition_of on checklist_condition (provider_id, checklist_id);

create table placement_insurance (
  provider_id uuid not null,
  placement_id uuid not null,
  accident_bearer text not null check (accident_bearer in ('provider', 'employer')),
  liability_bearer text not null check (liability_bearer in ('provider', 'employer')),
  note text check (note <> ''),
  stated_by uuid not null references person,
  stated_at timestamptz not null,
  primary key (provider_id, placement_id),
  foreign key (provider_id, placement_id) references placement
);

grant select, insert, update on checklist, checklist_answer, checklist_condition, placement_insurance to kisalli_app;

do $$
declare
  owned text;
begin
  foreach owned in array array['checklist', 'checklist_answer', 'checklist_condition', 'placement_insurance']
  loop
    execute format('alter table %I enable row level security', owned);
    execute format('alter table %I force row level security', owned);
    execute format('create policy own_provider on %I using (provider_id = any ((select current_providers())::uuid[]))', owned);
  end loop;
end
$$;
