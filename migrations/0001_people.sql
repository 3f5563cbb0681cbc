-- People, the providers they belong to, and their ways in. Persons are shared by all providers.
create extension if not exists pg_trgm;
create extension if not exists btree_gist;

create table provider (
  id uuid primary key,
  slug text not null unique check (slug ~ '^[a-z0-9-]{2,40}$'),
  name jsonb not null,
  business_id text not null unique,
  time_zone text not null default 'Europe/Helsinki',
  created_at timestamptz not null default now()
);

create table person (
  id uuid primary key,
  given_name text not null check (given_name <> ''),
  family_name text not null check (family_name <> ''),
  email text,
  phone text,
  language text not null default 'fi' check (language in ('fi', 'sv', 'en')),
  born_on date,
  created_at timestamptz not null default now()
);
create unique index person_email_key on person (lower(email)) where email is not null;

create table membership (
  provider_id uuid not null references provider,
  person_id uuid not null references person,
  role text not null check (role in ('student', 'teacher', 'coordinator', 'provider_admin', 'desk_adviser', 'tutor')),
  created_at timestamptz not null default now(),
  primary key (provider_id, person_id, role)
);
create index membership_person on membership (person_id);

create table personal_link (
  id uuid primary key,
  provider_id uuid not null references provider,
  person_id uuid not null references person,
  token_hash bytea not null unique,
  placement_id uuid,
  workplace_id uuid,
  expires_at timestamptz not null,
  revoked_at timestamptz,
  created_by uuid references person,
  created_at timestamptz not null default now(),
  check (num_nonnulls(placement_id, workplace_id) = 1)
);
create index personal_link_person on personal_link (person_id);

create table session (
  id uuid primary key,
  token_hash bytea not null unique,
  person_id uuid not null references person,
  means text not null check (means in ('link', 'demo', 'code')),
  personal_link_id uuid references personal_link,
  acting_name text check (acting_name <> ''),
  named_at timestamptz,
  created_at timestamptz not null default now(),
  expires_at timestamptz not null,
  revoked_at timestamptz,
  check ((means = 'link') = (personal_link_id is not null))
);
create index session_link on session (personal_link_id) where personal_link_id is not null;

create table login_code (
  id uuid primary key,
  email text not null,
  person_id uuid references person,
  code_hash bytea not null,
  browser_hash bytea not null,
  tries smallint not null default 0 check (tries between 0 and 6),
  created_at timestamptz not null default now(),
  expires_at timestamptz not null,
  used_at timestamptz
);
create index login_code_email on login_code (lower(email), created_at);
