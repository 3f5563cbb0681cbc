-- A provider's own wordings of its agreements. One is in use, one at most is being written.
create table agreement_template (
  provider_id uuid not null references provider,
  id uuid not null,
  basis text not null check (basis in ('training_agreement', 'apprenticeship')),
  -- 1, 2, 3 ... of one basis; an agreement's text names it.
  number integer not null check (number >= 1),
  state text not null check (state in ('draft', 'in_use', 'retired')),
  content jsonb not null,
  version integer not null default 1,
  written_by uuid not null references person,
  written_at timestamptz not null,
  published_by uuid references person,
  published_at timestamptz,
  -- Agreements sent from this day on are worded by it.
  in_use_from date,
  primary key (provider_id, id),
  unique (provider_id, basis, number),
  check ((state = 'draft') = (published_at is null)),
  check ((published_at is null) = (published_by is null)),
  check ((published_at is null) = (in_use_from is null)),
  check (published_by <> written_by)
);
create unique index agreement_template_in_use on agreement_template (provider_id, basis) where state = 'in_use';
create unique index agreement_template_draft on agreement_template (provider_id, basis) where state = 'draft';
-- How many agreements hold a version.
create index agreement_text_template on agreement_text (provider_id, (text #>> '{template,code}'), (text #>> '{template,version}'));

grant select, insert, delete on agreement_template to kisalli_app;
grant update (state, content, version, written_by, written_at, published_by, published_at, in_use_from)
  on agreement_template to kisalli_app;

alter table agreement_template enable row level security;
alter table agreement_template force row level security;
create policy own_provider on agreement_template using (provider_id = any ((select current_providers())::uuid[]));
