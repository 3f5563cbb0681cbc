-- Whom the writer of a version has asked to read it and take it into use: the newest request of each version.
alter table agreement_template
  add column asked_person uuid references person,
  add column asked_by uuid references person,
  add column asked_at timestamptz,
  add check ((asked_person is null) = (asked_at is null)),
  add check ((asked_by is null) = (asked_at is null)),
  add check (asked_person <> asked_by);

grant update (asked_person, asked_by, asked_at) on agreement_template to kisalli_app;
