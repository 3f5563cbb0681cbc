-- What an amendment of an agreement changes in its placement.

-- The version that an amendment made, which everybody it asks has signed.
alter table plan_version add column agreement_id uuid;
alter table plan_version add foreign key (provider_id, agreement_id) references agreement;

-- Somebody is shown a workplace, not a placement: at another unit they are shown everything anew.
alter table induction_mark add column workplace_id uuid references workplace;
alter table induction_mark no force row level security;
alter table placement no force row level security;
update induction_mark m set workplace_id = p.workplace_id
  from placement p where p.provider_id = m.provider_id and p.id = m.placement_id;
alter table placement force row level security;
alter table induction_mark force row level security;
alter table induction_mark alter column workplace_id set not null;
alter table induction_mark drop constraint induction_mark_pkey;
alter table induction_mark add primary key (provider_id, placement_id, workplace_id, task_key, item, party);
