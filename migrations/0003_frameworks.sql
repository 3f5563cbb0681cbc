-- Qualification requirements: national and shared by all providers. A version never changes once imported;
-- plans keep pointing at the version they were made with.
create table framework (
  id uuid primary key,
  key text not null unique,
  register_number text unique,
  created_at timestamptz not null
);

create table framework_version (
  id uuid primary key,
  framework_id uuid not null references framework,
  number int not null check (number > 0),
  name jsonb not null,
  kind text not null check (kind in ('initial', 'further', 'specialist', 'telma', 'valma', 'tuva', 'other')),
  valid_from date,
  valid_to date,
  transition_ends_on date,
  units int not null,
  requirements int not null,
  criteria int not null,
  sub_areas int not null,
  languages jsonb not null,
  -- The whole as it was read: what the next version is compared with, and the rule tree.
  content jsonb not null,
  content_hash bytea not null,
  remarks jsonb not null,
  drift jsonb,
  file_name text not null,
  file_bytes int not null,
  imported_at timestamptz not null,
  imported_by uuid references person,
  unique (framework_id, number)
);

create table unit (
  id uuid primary key,
  framework_version_id uuid not null references framework_version,
  code text not null,
  position int not null,
  name jsonb not null,
  kind text not null check (kind in ('vocational', 'common', 'other')),
  state text not null check (state in ('published', 'draft', 'deleted', 'unknown')),
  points jsonb not null,
  description jsonb not null,
  demonstration jsonb not null,
  requirement_text jsonb not null,
  scale_key text,
  unique (framework_version_id, code)
);

create table sub_area (
  id uuid primary key,
  unit_id uuid not null references unit,
  key text not null,
  code text,
  position int not null,
  name jsonb not null,
  description jsonb not null,
  objectives jsonb not null,
  scale_key text,
  unique (unit_id, key)
);

-- What a student can be asked to do: a unit's own, or a sub-area's when sub_area_id is set.
create table requirement (
  id uuid primary key,
  unit_id uuid not null references unit,
  sub_area_id uuid references sub_area,
  objective_set int,
  key text not null,
  code text,
  position int not null,
  number text not null,
  group_title jsonb not null,
  lead jsonb not null,
  text jsonb not null,
  unique (unit_id, key),
  check ((sub_area_id is null) = (objective_set is null))
);
create index requirement_unit on requirement (unit_id, position);
create index requirement_key on requirement (key);

create table generic_scale (
  id uuid primary key,
  framework_version_id uuid not null references framework_version,
  key text not null,
  name jsonb not null,
  lead jsonb not null,
  unique (framework_version_id, key)
);

-- Belongs to one requirement (older criteria) or to a generic scale (current ones).
create table criterion (
  id uuid primary key,
  framework_version_id uuid not null references framework_version,
  requirement_id uuid references requirement,
  scale_id uuid references generic_scale,
  level text not null,
  level_name jsonb not null,
  position int not null,
  key text not null,
  text jsonb not null,
  check (num_nonnulls(requirement_id, scale_id) = 1)
);
create index criterion_requirement on criterion (requirement_id, position) where requirement_id is not null;
create index criterion_scale on criterion (scale_id, position) where scale_id is not null;

-- One row a language of every text that can be searched. Stems by the language's own dictionary;
-- parts of compounds by trigrams.
create table framework_text (
  framework_version_id uuid not null references framework_version,
  unit_id uuid references unit,
  sub_area_id uuid references sub_area,
  requirement_id uuid references requirement,
  criterion_id uuid references criterion,
  language text not null check (language in ('fi', 'sv', 'en')),
  text text not null,
  stems tsvector not null generated always as (
    case language
      when 'fi' then to_tsvector('finnish'::regconfig, text)
      when 'sv' then to_tsvector('swedish'::regconfig, text)
      else to_tsvector('english'::regconfig, text)
    end) stored
);
create index framework_text_version on framework_text (framework_version_id);
create index framework_text_stems on framework_text using gin (stems);
create index framework_text_parts on framework_text using gin (text gin_trgm_ops);

-- The workplace's own words for a requirement, written by us and kept over versions by the requirement's key.
create table requirement_plain (
  requirement_key text primary key,
  plain jsonb not null,
  seen_when jsonb not null,
  typical_tasks jsonb not null
);
