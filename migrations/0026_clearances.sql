-- Cards and clearances a placement asks for: that one was shown and until when it holds. Never a copy, a number
-- or what it says.
create table placement_clearance (
  provider_id uuid not null,
  placement_id uuid not null,
  clearance text not null,
  state text not null check (state in ('needed', 'not_needed', 'shown')),
  shown_on date,
  valid_until date,
  noted_by uuid not null references person,
  noted_at timestamptz not null,
  primary key (provider_id, placement_id, clearance),
  foreign key (provider_id, placement_id) references placement,
  check ((state = 'shown') = (shown_on is not null)),
  check (valid_until is null or valid_until >= shown_on)
);
grant select, insert, update, delete on placement_clearance to kisalli_app;
alter table placement_clearance enable row level security;
alter table placement_clearance force row level security;
create policy own_provider on placement_clearance using (provider_id = any ((select current_providers())::uuid[]));
