-- Guided days: the student's entry a day, each paragraph with its readers, and the tutor's week.
create table log_entry (
  provider_id uuid not null,
  id uuid not null,
  placement_id uuid not null,
  student_id uuid not null references person,
  on_day date not null,
  minutes integer not null check (minutes between 0 and 960),
  absence text check (absence in ('illness', 'family', 'school')),
  tasks jsonb not null default '[]',
  version integer not null default 1,
  written_at timestamptz not null,
  received_at timestamptz not null,
  primary key (provider_id, id),
  foreign key (provider_id, placement_id) references placement,
  unique (provider_id, placement_id, on_day),
  check (absence is null or minutes = 0)
);
create index log_entry_placement on log_entry (placement_id, on_day);

create table log_paragraph (
  provider_id uuid not null,
  entry_id uuid not null,
  position smallint not null,
  student_id uuid not null references person,
  audience text not null check (audience in ('private', 'teacher', 'all')),
  text text not null check (text <> '' and length(text) <= 4000),
  primary key (provider_id, entry_id, position),
  foreign key (provider_id, entry_id) references log_entry on delete cascade
);

create table log_entry_requirement (
  provider_id uuid not null,
  entry_id uuid not null,
  requirement_id uuid not null references requirement,
  primary key (provider_id, entry_id, requirement_id),
  foreign key (provider_id, entry_id) references log_entry on delete cascade
);

-- A week on its way: written by the student, sent to the tutor, read by the teacher.
create table placement_week (
  provider_id uuid not null,
  placement_id uuid not null,
  week text not null check (week ~ '^\d{4}-W\d{2}$'),
  sent_at timestamptz,
  read_at timestamptz,
  read_by uuid references person,
  primary key (provider_id, placement_id, week),
  foreign key (provider_id, placement_id) references placement
);

create table week_confirmation (
  provider_id uuid not null,
  placement_id uuid not null,
  week text not null check (week ~ '^\d{4}-W\d{2}$'),
  kind text not null check (kind in ('ok', 'exceptions')),
  exceptions jsonb not null default '[]',
  remark text check (remark <> ''),
  confirmed_by uuid not null references person,
  acting_name text,
  at timestamptz not null,
  primary key (provider_id, placement_id, week),
  foreign key (provider_id, placement_id) references placement,
  check ((kind = 'ok') = (jsonb_array_length(exceptions) = 0))
);

create table week_card (
  provider_id uuid not null,
  placement_id uuid not null,
  week text not null,
  requirement_id uuid not null references requirement,
  level text not null check (level in ('alone', 'help', 'not_yet')),
  primary key (provider_id, placement_id, week, requirement_id),
  foreign key (provider_id, placement_id, week) references week_confirmation on delete cascade
);

create table nudge (
  provider_id uuid not null,
  id uuid not null,
  placement_id uuid not null,
  to_person uuid not null references person,
  about text not null check (about in ('week', 'entry', 'plan', 'talk')),
  by_person uuid not null references person,
  at timestamptz not null,
  primary key (provider_id, id),
  foreign key (provider_id, placement_id) references placement
);
create index nudge_placement on nudge (placement_id, to_person, at desc);
