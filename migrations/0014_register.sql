-- The register. What a workplace is, is shared by all providers; what a provider writes about it is its own.
create table work_field (
  code text primary key check (code ~ '^[a-z_]{2,30}$'),
  name jsonb not null,
  position smallint not null
);
insert into work_field (code, name, position) values
  ('construction', '{"fi": "rakennusala", "sv": "byggbranschen", "en": "construction"}', 1),
  ('electrical', '{"fi": "sähköala", "sv": "elbranschen", "en": "electrical"}', 2),
  ('vehicle', '{"fi": "ajoneuvoala", "sv": "fordonsbranschen", "en": "vehicles"}', 3),
  ('kitchen', '{"fi": "ravintola-ala", "sv": "restaurangbranschen", "en": "kitchen and restaurant"}', 4),
  ('care', '{"fi": "sosiaali- ja terveysala", "sv": "social- och hälsovård", "en": "social and health care"}', 5),
  ('business', '{"fi": "liiketoiminta", "sv": "affärsverksamhet", "en": "business"}', 6),
  ('ict', '{"fi": "tieto- ja viestintätekniikka", "sv": "informations- och kommunikationsteknik", "en": "ICT"}', 7),
  ('forest', '{"fi": "metsäala", "sv": "skogsbranschen", "en": "forestry"}', 8),
  ('general', '{"fi": "muu ala", "sv": "annan bransch", "en": "other"}', 9);

-- A merged workplace keeps its row and whatever any provider has there; reading resolves it to survivor_id.
alter table workplace
  add column phone text check (phone <> ''),
  add column email text check (email <> ''),
  add column version integer not null default 1,
  add column merged_into uuid references workplace check (merged_into <> id),
  add column survivor_id uuid references workplace check (survivor_id <> id),
  add check ((merged_into is null) = (survivor_id is null));
create index workplace_standing on workplace ((coalesce(survivor_id, id)));
create index workplace_merged_into on workplace (merged_into) where merged_into is not null;

create table workplace_field (
  workplace_id uuid not null references workplace,
  field text not null references work_field,
  primary key (workplace_id, field)
);
create index workplace_field_field on workplace_field (field);

create table workplace_tool (
  id uuid primary key,
  workplace_id uuid not null references workplace,
  name text not null check (name <> ''),
  retired_on date
);
create index workplace_tool_workplace on workplace_tool (workplace_id);

create table workplace_document (
  id uuid primary key,
  workplace_id uuid not null references workplace,
  kind text not null check (kind in ('insurance', 'risk_assessment', 'permit', 'other')),
  title text not null check (title <> ''),
  valid_from date,
  valid_until date,
  file_id uuid,
  removed_at timestamptz,
  check (valid_until >= valid_from)
);
create index workplace_document_workplace on workplace_document (workplace_id, kind) where removed_at is null;

create table workplace_capacity (
  provider_id uuid not null references provider,
  id uuid not null,
  workplace_id uuid not null references workplace,
  field text not null references work_field,
  starts_on date not null,
  ends_on date not null,
  places smallint not null check (places between 1 and 500),
  version integer not null default 1,
  withdrawn_at timestamptz,
  primary key (provider_id, id),
  unique (id),
  check (ends_on >= starts_on),
  check (ends_on <= starts_on + interval '3 years'),
  exclude using gist (provider_id with =, workplace_id with =, field with =, daterange(starts_on, ends_on, '[]') with &&)
    where (withdrawn_at is null)
);
create index workplace_capacity_workplace on workplace_capacity (workplace_id, starts_on) where withdrawn_at is null;

create table relation_entry (
  provider_id uuid not null references provider,
  id uuid not null,
  workplace_id uuid not null references workplace,
  kind text not null check (kind in ('note', 'phone', 'email', 'visit', 'meeting')),
  on_day date not null,
  text text not null check (text <> ''),
  written_by uuid not null references person,
  written_at timestamptz not null,
  withdrawn_at timestamptz,
  primary key (provider_id, id),
  unique (id)
);
create index relation_entry_workplace on relation_entry (workplace_id, on_day desc) where withdrawn_at is null;

create table saved_view (
  provider_id uuid not null references provider,
  id uuid not null,
  owner_id uuid not null references person,
  name text not null check (name <> ''),
  query text not null,
  shared boolean not null,
  version integer not null default 1,
  deleted_at timestamptz,
  primary key (provider_id, id),
  unique (id)
);
create index saved_view_owner on saved_view (owner_id) where deleted_at is null;

create index coverage_cell_requirement on coverage_cell (requirement_id, decision_id);

grant select on work_field to kisalli_app;
grant select, insert, delete on workplace_field to kisalli_app;
grant select, insert, update on workplace_tool, workplace_document, workplace_capacity, relation_entry, saved_view to kisalli_app;
