-- A new e-mail address of somebody who has been in waits until whoever reads the old one has had time to object
-- (decision 18). A person is shared by all providers, so this is too.
create table address_change (
  id uuid primary key,
  person_id uuid not null references person,
  new_address text not null check (new_address <> ''),
  old_address text not null,
  token_hash bytea not null unique,
  asked_by uuid not null references person,
  asked_for uuid references provider,
  asked_at timestamptz not null,
  takes_effect_at timestamptz not null,
  state text not null default 'waits' check (state in ('waits', 'taken', 'objected', 'replaced')),
  answered_at timestamptz,
  check ((state = 'waits') = (answered_at is null))
);
create unique index address_change_waits on address_change (person_id) where state = 'waits';
create index address_change_due on address_change (takes_effect_at) where state = 'waits';

grant select, insert on address_change to kisalli_app;
grant update (state, answered_at) on address_change to kisalli_app;

-- Whether somebody is known by the address: they have been in by it, another provider reaches them there, or they
-- sit at another workplace too, to which anybody may have added them. The server's role reads neither sessions nor other providers' memberships, so it asks this way and learns yes or no.
create function known_by_address(person_id uuid) returns boolean
  language sql stable security definer set search_path = public, pg_temp
as $$
  select exists (select from session s where s.person_id = $1)
      or exists (select from login_code c where c.person_id = $1 and c.used_at is not null)
      or exists (select from membership m where m.person_id = $1 and m.provider_id <> all (current_providers()))
      or (select count(distinct coalesce(w.survivor_id, w.id)) > 1 from workplace_person p join workplace w on w.id = p.workplace_id
           where p.person_id = $1 and p.ended_on is null)
$$;

-- Who was asked to sign for an employer has no account by that: their address is corrected like a tutor's.
create or replace function keeps_own_details(person_id uuid) returns boolean
  language sql stable security definer set search_path = public, pg_temp
as $$
  select exists (select from membership m where m.person_id = $1 and m.role not in ('tutor', 'signer'))
$$;
