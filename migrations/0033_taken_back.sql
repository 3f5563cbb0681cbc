-- What somebody gave and can take back: a student's consent, and an attachment that was a mistake.

-- The student lets the workplace see that a clearance about health has been shown. No row = it does not see.
create table clearance_consent (
  provider_id uuid not null,
  placement_id uuid not null,
  clearance text not null,
  given_by uuid not null references person,
  given_at timestamptz not null,
  primary key (provider_id, placement_id, clearance),
  foreign key (provider_id, placement_id) references placement
);
grant select, insert, delete on clearance_consent to kisalli_app;
alter table clearance_consent enable row level security;
alter table clearance_consent force row level security;
create policy own_provider on clearance_consent using (provider_id = any ((select current_providers())::uuid[]));

-- What no answer holds any more is forgotten whole; one that a signed list holds cannot be (foreign key).
grant delete on file to kisalli_app;
create index checklist_answer_file on checklist_answer (provider_id, file_id) where file_id is not null;
