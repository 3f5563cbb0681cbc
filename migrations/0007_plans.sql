-- One plan, three marks: it holds when student, tutor and teacher have each agreed to the same version.
create table plan_version (
  provider_id uuid not null,
  placement_id uuid not null,
  number integer not null check (number >= 1),
  content jsonb not null,
  edited_by uuid not null references person,
  acting_name text,
  edited_at timestamptz not null,
  why text,
  primary key (provider_id, placement_id, number),
  foreign key (provider_id, placement_id) references placement
);

create table plan_mark (
  provider_id uuid not null,
  placement_id uuid not null,
  number integer not null,
  party text not null check (party in ('student', 'tutor', 'teacher')),
  person_id uuid not null references person,
  acting_name text,
  at timestamptz not null,
  primary key (provider_id, placement_id, number, party),
  foreign key (provider_id, placement_id, number) references plan_version
);

-- The objectives of the newest version, kept as rows so that they can be joined and counted.
create table placement_objective (
  provider_id uuid not null,
  placement_id uuid not null,
  requirement_id uuid not null references requirement,
  position smallint not null,
  primary key (provider_id, placement_id, requirement_id),
  foreign key (provider_id, placement_id) references placement
);
