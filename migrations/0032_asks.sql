-- Who is asked, and of what.

-- Letters that asked a workplace, before a decision ends, whether anything has changed: two a decision at most.
create table renewal_ask (
  provider_id uuid not null,
  decision_id uuid not null,
  round integer not null check (round in (1, 2)),
  placement_id uuid not null,
  asked_person uuid not null references person,
  asked_at timestamptz not null,
  primary key (provider_id, decision_id, round),
  foreign key (provider_id, decision_id) references suitability_decision,
  foreign key (provider_id, placement_id) references placement
);
create index renewal_ask_placement on renewal_ask (placement_id, asked_at desc);

grant select, insert on renewal_ask to kisalli_app;
alter table renewal_ask enable row level security;
alter table renewal_ask force row level security;
create policy own_provider on renewal_ask using (provider_id = any ((select current_providers())::uuid[]));

-- Anyone may remind whoever can fix what is missing before the first day, whatever it is.
alter table nudge drop constraint nudge_about_check;
alter table nudge add constraint nudge_about_check check (about in ('week', 'entry', 'plan', 'talk', 'gate'));
