-- What a workplace says of its own work, card by card. Like its tasks it is the workplace's, shared by every provider
-- with a placement there: the answer, who gave it and when, never for whose student.
create table workplace_card (
  workplace_id uuid not null references workplace,
  requirement_key text not null,
  answer text not null check (answer in ('done', 'help', 'not')),
  task_ids uuid[] not null default '{}',
  said_by uuid not null references person,
  -- The colleague in the seat of said_by, by a forwarded link.
  acting_name text,
  said_at timestamptz not null,
  primary key (workplace_id, requirement_key),
  check (answer <> 'not' or task_ids = '{}')
);
grant select, insert, update, delete on workplace_card to kisalli_app;

-- What the workplace had said when a decision was made: both names stay, whoever changes a cell.
create table coverage_said (
  provider_id uuid not null references provider,
  decision_id uuid not null,
  requirement_id uuid not null references requirement,
  answer text not null check (answer in ('done', 'help', 'not')),
  task_ids uuid[] not null,
  said_by text not null,
  said_at timestamptz not null,
  primary key (provider_id, decision_id, requirement_id),
  foreign key (provider_id, decision_id) references suitability_decision
);
grant select, insert on coverage_said to kisalli_app;
alter table coverage_said enable row level security;
alter table coverage_said force row level security;
create policy own_provider on coverage_said using (provider_id = any ((select current_providers())::uuid[]));

-- The teacher asks the tutor to sort.
alter table nudge drop constraint nudge_about_check;
alter table nudge add constraint nudge_about_check check (about in ('week', 'entry', 'plan', 'talk', 'gate', 'induction', 'cards'));
