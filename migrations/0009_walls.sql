-- The second wall: the server works as kisalli_app, which owns nothing and sees only the providers
-- named for the transaction (kisalli.providers) and, of private paragraphs, only the writer's own.
do $$
begin
  if not exists (select from pg_roles where rolname = 'kisalli_app') then
    create role kisalli_app nologin;
  end if;
  execute format('grant kisalli_app to %I', current_user);
end
$$;

create function current_providers() returns uuid[]
  language sql stable
  return coalesce(nullif(current_setting('kisalli.providers', true), ''), '{}')::uuid[];

create function current_person() returns uuid
  language sql stable
  return nullif(current_setting('kisalli.person', true), '')::uuid;

grant usage on schema public to kisalli_app;
grant select on provider, person, membership, employer, workplace, workplace_person, workplace_task to kisalli_app;
grant insert, update on person, workplace_person, workplace_task, workplace, employer to kisalli_app;
grant insert on membership to kisalli_app;
grant select, insert on audit_event to kisalli_app;
grant select, insert, update on idempotency_key to kisalli_app;
grant insert on mail_message to kisalli_app;
grant select, insert, update on personal_link to kisalli_app;
grant select, insert, update on placement, talk, interruption, placement_week to kisalli_app;
grant select, insert, delete on placement_unit, placement_objective, plan_mark to kisalli_app;
grant select, insert on plan_version, nudge, talk_confirmation to kisalli_app;
grant select, insert on coverage_cell, coverage_row to kisalli_app;
grant select, insert on suitability_decision to kisalli_app;
grant update (superseded_by) on suitability_decision to kisalli_app;
grant select, insert, update on log_entry to kisalli_app;
grant select, insert, delete on log_paragraph, log_entry_requirement, week_confirmation, week_card to kisalli_app;

-- Owned by one provider each: forced, so that not even the owner of the tables forgets.
do $$
declare
  owned text;
begin
  foreach owned in array array['placement', 'placement_unit', 'placement_objective', 'interruption', 'talk', 'talk_confirmation',
    'suitability_decision', 'coverage_cell', 'coverage_row', 'plan_version', 'plan_mark', 'log_entry',
    'log_entry_requirement', 'placement_week', 'week_confirmation', 'week_card', 'nudge']
  loop
    execute format('alter table %I enable row level security', owned);
    execute format('alter table %I force row level security', owned);
    execute format('create policy own_provider on %I using (provider_id = any ((select current_providers())::uuid[]))', owned);
  end loop;
end
$$;

alter table log_paragraph enable row level security;
alter table log_paragraph force row level security;
create policy own_provider on log_paragraph
  using (provider_id = any ((select current_providers())::uuid[])
    and (audience <> 'private' or student_id = (select current_person())));

-- Read at the edge before there is an actor: the owner's own look-ups pass, the server's role is held.
alter table membership enable row level security;
create policy own_provider on membership
  using (provider_id = any ((select current_providers())::uuid[]) or person_id = (select current_person()));

alter table personal_link enable row level security;
create policy own_provider on personal_link
  using (provider_id = any ((select current_providers())::uuid[]));

alter table audit_event enable row level security;
alter table audit_event force row level security;
create policy own_provider on audit_event
  using (provider_id = any ((select current_providers())::uuid[]))
  with check (provider_id is null or provider_id = any ((select current_providers())::uuid[]));

alter table idempotency_key enable row level security;
create policy own_keys on idempotency_key using (person_id = (select current_person()));
