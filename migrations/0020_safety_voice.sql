-- The student's safety voice. Only the student and those the student chose see a row of it, whatever is asked:
-- the wall looks into the circle that the row itself carries.
alter table provider add column safety_lead_id uuid references person;
grant update (safety_lead_id) on provider to kisalli_app;

create table safety_report (
  provider_id uuid not null,
  id uuid not null,
  placement_id uuid not null,
  student_id uuid not null references person,
  kind text not null check (kind in ('day_1', 'day_5', 'week_4', 'need_someone', 'incident', 'near_miss')),
  answers text[] not null default '{}',
  words text check (words <> '' and length(words) <= 2000),
  call_me boolean not null default false,
  state text not null check (state in ('kept', 'told', 'in_hand', 'closed', 'confirmed')),
  version integer not null default 1,
  written_at timestamptz not null,
  answer_by timestamptz,
  -- The student and every hearer.
  circle uuid[] not null check (student_id = any (circle)),
  primary key (provider_id, id),
  unique (id),
  foreign key (provider_id, placement_id) references placement,
  check ((state = 'kept') = (answer_by is null))
);
create unique index safety_report_once on safety_report (placement_id, kind) where kind in ('day_1', 'day_5', 'week_4');
create index safety_report_circle on safety_report using gin (circle);

create table safety_hearer (
  provider_id uuid not null,
  report_id uuid not null,
  person_id uuid not null references person,
  part text not null check (part in ('tutor', 'teacher', 'safety_lead')),
  told_at timestamptz not null,
  opened_at timestamptz,
  primary key (provider_id, report_id, person_id),
  foreign key (provider_id, report_id) references safety_report
);

create table safety_step (
  provider_id uuid not null,
  id uuid not null,
  report_id uuid not null,
  person_id uuid not null references person,
  what text not null check (what in ('take', 'write', 'close', 'confirm', 'reopen')),
  words text check (words <> '' and length(words) <= 2000),
  at timestamptz not null,
  primary key (provider_id, id),
  foreign key (provider_id, report_id) references safety_report
);

-- That a check was answered, without when, what or to whom: the teacher sees only which was not.
create table safety_answered (
  provider_id uuid not null,
  placement_id uuid not null,
  kind text not null check (kind in ('day_1', 'day_5', 'week_4')),
  primary key (provider_id, placement_id, kind),
  foreign key (provider_id, placement_id) references placement
);

grant select, insert on safety_report, safety_hearer, safety_step, safety_answered to kisalli_app;
grant update (state, version, answer_by, circle) on safety_report to kisalli_app;
grant update (opened_at) on safety_hearer to kisalli_app;

alter table safety_report enable row level security;
alter table safety_report force row level security;
create policy circle_only on safety_report
  using (provider_id = any ((select current_providers())::uuid[]) and (select current_person()) = any (circle));

alter table safety_hearer enable row level security;
alter table safety_hearer force row level security;
create policy circle_only on safety_hearer
  using (provider_id = any ((select current_providers())::uuid[])
    and exists (select from safety_report r where r.id = report_id));

alter table safety_step enable row level security;
alter table safety_step force row level security;
create policy circle_only on safety_step
  using (provider_id = any ((select current_providers())::uuid[])
    and exists (select from safety_report r where r.id = report_id));

alter table safety_answered enable row level security;
alter table safety_answered force row level security;
create policy own_provider on safety_answered using (provider_id = any ((select current_providers())::uuid[]));
