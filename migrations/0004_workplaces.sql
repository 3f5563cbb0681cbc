-- Employers and their workplaces are shared by all providers: one tutor has one inbox for every school.
create table employer (
  id uuid primary key,
  business_id text not null unique check (business_id ~ '^\d{7}-\d$'),
  name text not null check (name <> ''),
  created_at timestamptz not null default now()
);

create table workplace (
  id uuid primary key,
  employer_id uuid not null references employer,
  name text not null check (name <> ''),
  street text,
  postal_code text,
  municipality text not null,
  created_at timestamptz not null default now()
);
create index workplace_employer on workplace (employer_id);

create table workplace_person (
  workplace_id uuid not null references workplace,
  person_id uuid not null references person,
  role text not null check (role in ('tutor', 'employer_representative')),
  title text,
  ended_on date,
  primary key (workplace_id, person_id, role)
);
create index workplace_person_person on workplace_person (person_id);

create table workplace_task (
  id uuid primary key,
  workplace_id uuid not null references workplace,
  name jsonb not null,
  position smallint not null,
  retired_on date
);
create index workplace_task_workplace on workplace_task (workplace_id, position);
