-- What happens to a decision about a workplace after it has been made.

-- A workplace that nobody starts at for now, or any more, at one provider.
create table workplace_suspension (
  provider_id uuid not null references provider,
  id uuid not null,
  workplace_id uuid not null references workplace,
  kind text not null check (kind in ('suspended', 'withdrawn')),
  reason text not null check (reason <> ''),
  suspended_by uuid not null references person,
  suspended_at timestamptz not null,
  lifted_by uuid references person,
  lifted_at timestamptz,
  lifted_reason text check (lifted_reason <> ''),
  primary key (provider_id, id),
  check (num_nonnulls(lifted_by, lifted_at, lifted_reason) in (0, 3))
);
create unique index workplace_suspension_open on workplace_suspension (provider_id, workplace_id) where lifted_at is null;

-- A running student of a suspended workplace: where they go is somebody's task until it is settled.
create table relocation (
  provider_id uuid not null,
  id uuid not null,
  placement_id uuid not null,
  suspension_id uuid not null,
  opened_at timestamptz not null,
  outcome text check (outcome in ('moved', 'stays', 'ended', 'lifted')),
  note text check (note <> ''),
  settled_by uuid references person,
  settled_at timestamptz,
  primary key (provider_id, id),
  unique (provider_id, placement_id, suspension_id),
  foreign key (provider_id, placement_id) references placement,
  foreign key (provider_id, suspension_id) references workplace_suspension,
  check (num_nonnulls(outcome, settled_by, settled_at) in (0, 3))
);
create index relocation_open on relocation (placement_id) where outcome is null;

-- The workplace's own word before a decision is renewed: nothing has changed, or what has.
create table workplace_word (
  provider_id uuid not null,
  id uuid not null,
  placement_id uuid not null,
  changed text[] not null,
  note text check (note <> ''),
  said_by uuid not null references person,
  acting_name text,
  said_at timestamptz not null,
  primary key (provider_id, id),
  foreign key (provider_id, placement_id) references placement,
  check (changed <@ array['tasks', 'people', 'tools', 'premises', 'hours'])
);
create index workplace_word_placement on workplace_word (placement_id, said_at desc);

-- A gap or a condition of a decision that has been seen to.
create table decision_follow_up (
  provider_id uuid not null,
  decision_id uuid not null,
  about text not null check (about ~ '^(gap|condition):'),
  done_on date not null,
  done_by uuid not null references person,
  primary key (provider_id, decision_id, about),
  foreign key (provider_id, decision_id) references suitability_decision
);

grant select, insert on workplace_suspension, relocation, workplace_word to kisalli_app;
grant update (lifted_by, lifted_at, lifted_reason) on workplace_suspension to kisalli_app;
grant update (outcome, note, settled_by, settled_at) on relocation to kisalli_app;
grant select, insert, delete on decision_follow_up to kisalli_app;

do $$
declare
  owned text;
begin
  foreach owned in array array['workplace_suspension', 'relocation', 'workplace_word', 'decision_follow_up']
  loop
    execute format('alter table %I enable row level security', owned);
    execute format('alter table %I force row level security', owned);
    execute format('create policy own_provider on %I using (provider_id = any ((select current_providers())::uuid[]))', owned);
  end loop;
end
$$;
