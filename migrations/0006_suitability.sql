-- The teacher's dated, reasoned decision over a grid of requirements and the real tasks of a workplace.
create table suitability_decision (
  provider_id uuid not null references provider,
  id uuid not null,
  placement_id uuid not null,
  workplace_id uuid not null references workplace,
  outcome text not null check (outcome in ('suitable', 'with_conditions', 'not_suitable')),
  reason text not null check (reason <> ''),
  conditions jsonb not null default '[]',
  decided_by uuid not null references person,
  decided_on date not null,
  decided_at timestamptz not null,
  valid_until date not null,
  superseded_by uuid,
  primary key (provider_id, id),
  foreign key (provider_id, placement_id) references placement,
  check (valid_until >= decided_on),
  check (valid_until <= decided_on + interval '1 year'),
  check (outcome <> 'with_conditions' or jsonb_array_length(conditions) > 0)
);
create unique index suitability_decision_current on suitability_decision (provider_id, placement_id)
  where superseded_by is null;
create index suitability_decision_workplace on suitability_decision (workplace_id, decided_at desc);

create table coverage_cell (
  provider_id uuid not null,
  decision_id uuid not null,
  requirement_id uuid not null references requirement,
  task_id uuid not null references workplace_task,
  level text not null check (level in ('done', 'help')),
  primary key (provider_id, decision_id, requirement_id, task_id),
  foreign key (provider_id, decision_id) references suitability_decision
);

create table coverage_row (
  provider_id uuid not null,
  decision_id uuid not null,
  requirement_id uuid not null references requirement,
  gap_owner text check (gap_owner in ('school', 'other_workplace', 'later')),
  gap_due_on date,
  gap_note text,
  primary key (provider_id, decision_id, requirement_id),
  foreign key (provider_id, decision_id) references suitability_decision,
  check ((gap_owner is null) = (gap_due_on is null))
);
