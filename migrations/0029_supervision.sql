-- Who supervises a task, as the decision names it: often the responsible tutor, for some work another.
create table coverage_task (
  provider_id uuid not null references provider,
  decision_id uuid not null,
  task_id uuid not null references workplace_task,
  supervised_by text not null check (supervised_by <> ''),
  primary key (provider_id, decision_id, task_id),
  foreign key (provider_id, decision_id) references suitability_decision
);
grant select, insert on coverage_task to kisalli_app;
alter table coverage_task enable row level security;
alter table coverage_task force row level security;
create policy own_provider on coverage_task using (provider_id = any ((select current_providers())::uuid[]));
