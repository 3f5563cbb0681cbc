-- One student at one workplace for one period, for many requirements of one or more units.
create table placement (
  provider_id uuid not null references provider,
  id uuid not null,
  student_id uuid not null references person,
  workplace_id uuid not null references workplace,
  teacher_id uuid not null references person,
  tutor_id uuid references person,
  framework_version_id uuid not null references framework_version,
  basis text not null check (basis in ('training_agreement', 'apprenticeship')),
  part_time_percent smallint not null default 100 check (part_time_percent between 1 and 100),
  state text not null check (state in ('proposed', 'planning', 'agreement_out', 'ready', 'running', 'ended', 'closed', 'cancelled', 'terminated')),
  starts_on date not null,
  ends_on date not null,
  version integer not null default 1,
  state_reason text,
  ending_ground text check (ending_ground in ('joint_consent', 'terms_not_followed', 'student_left', 'place_lost')),
  heard_on date,
  on_probation boolean,
  state_changed_at timestamptz not null,
  created_at timestamptz not null,
  primary key (provider_id, id),
  unique (id),
  check (ends_on >= starts_on),
  check (ends_on <= starts_on + interval '5 years'),
  check (state not in ('cancelled', 'terminated') or state_reason is not null),
  check (state <> 'terminated' or num_nonnulls(ending_ground, heard_on, on_probation) = 3),
  check (state not in ('ready', 'running') or tutor_id is not null)
);
create index placement_student on placement (student_id, starts_on);
create index placement_teacher on placement (teacher_id, state);
create index placement_tutor on placement (tutor_id, state);
create index placement_workplace on placement (workplace_id);
create index placement_start on placement (provider_id, starts_on);

create table placement_unit (
  provider_id uuid not null,
  placement_id uuid not null,
  unit_id uuid not null references unit,
  primary key (provider_id, placement_id, unit_id),
  foreign key (provider_id, placement_id) references placement
);

create table interruption (
  provider_id uuid not null,
  id uuid not null,
  placement_id uuid not null,
  starts_on date not null,
  ends_on date,
  reason text not null check (reason in ('illness', 'family', 'holiday', 'school', 'other')),
  primary key (provider_id, id),
  foreign key (provider_id, placement_id) references placement,
  check (ends_on is null or ends_on >= starts_on),
  exclude using gist (placement_id with =, daterange(starts_on, ends_on, '[]') with &&)
);

create table talk (
  provider_id uuid not null,
  id uuid not null,
  placement_id uuid not null,
  kind text not null check (kind in ('start', 'mid', 'end', 'other')),
  planned_at timestamptz,
  minutes smallint check (minutes between 5 and 240),
  place text check (place in ('workplace', 'video', 'phone', 'school')),
  held_at timestamptz,
  note text check (note <> ''),
  noted_by uuid references person,
  noted_name text,
  primary key (provider_id, id),
  foreign key (provider_id, placement_id) references placement,
  check (num_nonnulls(planned_at, held_at) >= 1),
  check ((held_at is null) or (noted_by is not null))
);
create table talk_confirmation (
  provider_id uuid not null,
  talk_id uuid not null,
  person_id uuid not null references person,
  at timestamptz not null,
  primary key (provider_id, talk_id, person_id),
  foreign key (provider_id, talk_id) references talk
);

create index talk_placement on talk (placement_id, planned_at);
create unique index talk_kind on talk (placement_id, kind) where kind <> 'other';
