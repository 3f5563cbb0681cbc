-- Talks in people's own calendars: what a letter carries beside its text, what calendars were told, and feeds.

-- The bytes lie here until the letter has left, and are erased then.
create table mail_part (
  mail_id uuid not null references mail_message on delete cascade,
  position smallint not null check (position >= 0),
  -- The same letter said in another way, or a file beside it.
  kind text not null check (kind in ('alternative', 'attachment')),
  file_name text not null check (file_name <> ''),
  media_type text not null check (media_type ~ '^[a-z]+/[a-z0-9.+-]+(; [a-z]+=[A-Za-z0-9-]+)*$'),
  bytes bytea not null,
  primary key (mail_id, position)
);
grant insert on mail_part to kisalli_app;

-- What the calendars of a talk's people were last told. No reference to the talk: one that was dropped is cancelled here.
create table calendar_event (
  provider_id uuid not null,
  talk_id uuid not null,
  placement_id uuid not null,
  sequence integer not null check (sequence >= 0),
  kind text not null check (kind in ('start', 'mid', 'end', 'other')),
  starts_at timestamptz not null,
  minutes smallint check (minutes between 5 and 240),
  place text check (place in ('workplace', 'video', 'phone', 'school')),
  people uuid[] not null,
  told_at timestamptz not null,
  cancelled_at timestamptz,
  primary key (provider_id, talk_id),
  foreign key (provider_id, placement_id) references placement
);
create index calendar_event_placement on calendar_event (provider_id, placement_id);
alter table calendar_event enable row level security;
alter table calendar_event force row level security;
create policy own_provider on calendar_event using (provider_id = any ((select current_providers())::uuid[]));
grant select, insert, update on calendar_event to kisalli_app;

-- One secret address a person. Read at the edge by its hash, before there is an actor; the server's role sees its own only.
create table calendar_feed (
  person_id uuid primary key references person,
  token_hash bytea not null unique check (length(token_hash) = 32),
  shows_names boolean not null default false,
  made_at timestamptz not null,
  read_at timestamptz
);
alter table calendar_feed enable row level security;
create policy own_feed on calendar_feed using (person_id = (select current_person()));
grant select, insert, update, delete on calendar_feed to kisalli_app;
