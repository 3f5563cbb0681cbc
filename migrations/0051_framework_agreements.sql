-- A framework agreement is an agreement whose subject is an employer and not one placement: its general terms
-- hold for the later placements that refer to it.
alter table agreement alter column placement_id drop not null;
alter table agreement alter column basis drop not null;
alter table agreement drop constraint agreement_kind_check;
alter table agreement add constraint agreement_kind_check check (kind in ('agreement', 'amendment', 'framework_agreement'));
alter table agreement add column employer_id uuid references employer;
-- The framework agreement that a placement's agreement refers to.
alter table agreement add column framework_agreement_id uuid;
alter table agreement add foreign key (provider_id, framework_agreement_id) references agreement;
alter table agreement add constraint agreement_subject check (
  case when kind = 'framework_agreement'
    then employer_id is not null and num_nonnulls(placement_id, basis, framework_agreement_id) = 0
    else employer_id is null and num_nonnulls(placement_id, basis) = 2
  end);
-- 1, 2, 3 ... between one provider and one employer, and one of them out at a time.
create unique index agreement_of_employer on agreement (provider_id, employer_id, number) where kind = 'framework_agreement';
create unique index agreement_out_to_employer on agreement (provider_id, employer_id) where state = 'out' and kind = 'framework_agreement';
create index agreement_under on agreement (provider_id, framework_agreement_id) where framework_agreement_id is not null;

create table framework_agreement (
  provider_id uuid not null,
  agreement_id uuid not null,
  -- Where the people are who may sign for the employer.
  workplace_id uuid not null references workplace,
  bases text[] not null check (bases <@ array['training_agreement', 'apprenticeship'] and cardinality(bases) between 1 and 2),
  valid_from date not null,
  valid_until date not null,
  -- A party terminated it: the last day on which a placement may begin under it, who, and why.
  terminated_on date,
  terminated_at timestamptz,
  terminated_by uuid references person,
  terminated_name text,
  terminated_party text check (terminated_party in ('provider', 'employer')),
  terminated_reason text check (terminated_reason <> ''),
  primary key (provider_id, agreement_id),
  foreign key (provider_id, agreement_id) references agreement,
  check (valid_from <= valid_until and valid_until <= valid_from + interval '5 years'),
  check (num_nonnulls(terminated_on, terminated_at, terminated_by, terminated_name, terminated_party, terminated_reason) in (0, 6)),
  check (terminated_on <= valid_until)
);

grant update (framework_agreement_id) on agreement to kisalli_app;
grant select, insert on framework_agreement to kisalli_app;
grant update (terminated_on, terminated_at, terminated_by, terminated_name, terminated_party, terminated_reason)
  on framework_agreement to kisalli_app;

alter table framework_agreement enable row level security;
alter table framework_agreement force row level security;
create policy own_provider on framework_agreement using (provider_id = any ((select current_providers())::uuid[]));

-- Its general terms are worded like the others: a national wording, and versions of the provider's own.
alter table agreement_template drop constraint agreement_template_basis_check;
alter table agreement_template add constraint agreement_template_basis_check
  check (basis in ('training_agreement', 'apprenticeship', 'framework_agreement'));
