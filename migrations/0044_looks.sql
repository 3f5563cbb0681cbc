-- Who has opened which page of a placement, a line for each person, page and day. Never the student.
create table placement_look (
  provider_id uuid not null,
  placement_id uuid not null,
  person_id uuid not null references person,
  -- A colleague in the person's seat; nobody's name is ''.
  acting_name text not null default '',
  page text not null,
  day date not null,
  relation text not null check (relation in ('tutor', 'teacher', 'coordinator')),
  first_at timestamptz not null,
  last_at timestamptz not null,
  times integer not null default 1 check (times > 0),
  primary key (provider_id, placement_id, person_id, acting_name, page, day),
  foreign key (provider_id, placement_id) references placement (provider_id, id),
  check (first_at <= last_at)
);
-- They are forgotten by age.
create index placement_look_day on placement_look (day);

alter table placement_look enable row level security;
alter table placement_look force row level security;
create policy own_provider on placement_look using (provider_id = any ((select current_providers())::uuid[]));
create policy keeper on placement_look to current_user using (true);
grant select, insert on placement_look to kisalli_app;
grant update (last_at, times) on placement_look to kisalli_app;
