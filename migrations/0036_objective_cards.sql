-- Objective cards: a requirement in the words of a workplace, written by the provider's people. The newest text
-- stands in objective_card; whatever was saved stays readable in objective_card_version.
create table objective_card (
  provider_id uuid not null references provider,
  requirement_key text not null,
  -- 0 only inside the transaction that writes the first text.
  number int not null check (number >= 0),
  plain jsonb not null default '{}',
  seen_when jsonb not null default '{}',
  typical_tasks jsonb not null default '[]',
  primary key (provider_id, requirement_key)
);

create table objective_card_version (
  provider_id uuid not null,
  requirement_key text not null,
  number int not null check (number > 0),
  plain jsonb not null,
  seen_when jsonb not null,
  typical_tasks jsonb not null,
  -- Whose offered card it was made from.
  taken_from uuid references provider,
  written_by uuid not null references person,
  written_at timestamptz not null,
  primary key (provider_id, requirement_key, number),
  foreign key (provider_id, requirement_key) references objective_card
);

-- What a provider offers the others: a copy that everybody reads and only the one who offers writes.
create table offered_card (
  offered_by uuid not null references provider,
  requirement_key text not null,
  number int not null check (number > 0),
  plain jsonb not null,
  seen_when jsonb not null,
  typical_tasks jsonb not null,
  offered_at timestamptz not null,
  primary key (requirement_key, offered_by)
);

grant select, insert on objective_card, objective_card_version to kisalli_app;
grant update (number, plain, seen_when, typical_tasks) on objective_card to kisalli_app;
grant select, insert, update, delete on offered_card to kisalli_app;

alter table objective_card enable row level security;
alter table objective_card force row level security;
create policy own_provider on objective_card using (provider_id = any ((select current_providers())::uuid[]));
alter table objective_card_version enable row level security;
alter table objective_card_version force row level security;
create policy own_provider on objective_card_version using (provider_id = any ((select current_providers())::uuid[]));

alter table offered_card enable row level security;
alter table offered_card force row level security;
create policy everybody_reads on offered_card for select using (true);
create policy own_insert on offered_card for insert with check (offered_by = any ((select current_providers())::uuid[]));
create policy own_update on offered_card for update using (offered_by = any ((select current_providers())::uuid[]));
create policy own_delete on offered_card for delete using (offered_by = any ((select current_providers())::uuid[]));
