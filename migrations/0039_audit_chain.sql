-- The audit events of each provider form one chain: every link seals its event together with the link
-- before (docs/decisions/0013). Events of no provider have a chain of their own.

create table audit_link (
  provider_id uuid references provider,
  chain uuid not null check (chain = coalesce(provider_id, '00000000-0000-0000-0000-000000000000')),
  number bigint not null check (number > 0),
  event_id uuid not null unique,
  previous bytea,
  -- Whose deed it was and what it was about enter the hash only as seals; without its salt a seal tells nothing,
  -- so a person can be taken out of the event and the chain still holds.
  who_salt bytea,
  who bytea not null,
  what_salt bytea,
  what bytea not null,
  hash bytea not null,
  primary key (chain, number),
  check ((number = 1) = (previous is null))
);

-- Where a chain ended when it was last looked through: a tail cut off later is missed by its head.
create table audit_head (
  provider_id uuid references provider,
  chain uuid not null check (chain = coalesce(provider_id, '00000000-0000-0000-0000-000000000000')),
  kept_at timestamptz not null,
  day date not null,
  number bigint not null,
  hash bytea,
  fault jsonb,
  primary key (chain, kept_at)
);

create index audit_event_provider on audit_event (provider_id, at desc, id desc);

-- The owner keeps and looks through every chain; the server's role reads its providers' numbers and hashes.
alter table audit_link enable row level security;
alter table audit_link force row level security;
create policy keeper on audit_link to current_user using (true) with check (true);
create policy own_provider on audit_link for select using (provider_id = any ((select current_providers())::uuid[]));
alter table audit_head enable row level security;
alter table audit_head force row level security;
create policy keeper on audit_head to current_user using (true) with check (true);
create policy own_provider on audit_head for select using (provider_id = any ((select current_providers())::uuid[]));
create policy keeper on audit_event for select to current_user using (true);
grant select (provider_id, chain, number, event_id, hash) on audit_link to kisalli_app;
grant select on audit_head to kisalli_app;

create function audit_json(words text) returns text
  language sql immutable
  return coalesce(to_json(words)::text, 'null');

create function audit_seal(salt bytea, words text) returns bytea
  language sql immutable
  return sha256(salt || convert_to(words, 'UTF8'));

-- The next link of the event's chain. Its caller holds the chain's lock.
create function link_event(event audit_event) returns void
  language plpgsql set search_path = public, pg_temp as $$
declare
  chain_id constant uuid := coalesce(event.provider_id, '00000000-0000-0000-0000-000000000000');
  who_salt constant bytea := uuid_send(gen_random_uuid());
  what_salt constant bytea := uuid_send(gen_random_uuid());
  who constant bytea := audit_seal(who_salt,
    '[' || audit_json(event.person_id::text) || ',' || audit_json(event.acting_name) || ']');
  what constant bytea := audit_seal(what_salt,
    '[' || audit_json(event.subject_id::text) || ',' || audit_json(event.placement_id::text) || ','
      || audit_json(event.change::text) || ']');
  last record;
begin
  select number, hash into last from audit_link where chain = chain_id order by number desc limit 1;
  insert into audit_link (provider_id, chain, number, event_id, previous, who_salt, who, what_salt, what, hash)
  values (event.provider_id, chain_id, coalesce(last.number, 0) + 1, event.id, last.hash, who_salt, who, what_salt, what,
    sha256(convert_to(
      '{"at":' || (extract(epoch from event.at) * 1000000)::bigint
      || ',"chain":' || audit_json(chain_id::text)
      || ',"deed":' || audit_json(event.deed)
      || ',"event":' || audit_json(event.id::text)
      || ',"means":' || audit_json(event.means)
      || ',"number":' || coalesce(last.number, 0) + 1
      || ',"previous":' || audit_json(encode(last.hash, 'hex'))
      || ',"subjectKind":' || audit_json(event.subject_kind)
      || ',"what":' || audit_json(encode(what, 'hex'))
      || ',"who":' || audit_json(encode(who, 'hex')) || '}', 'UTF8')));
end
$$;

-- Which chains a transaction has written to, so that all their locks are taken in one order at its end.
create function note_chain() returns trigger
  language plpgsql set search_path = public, pg_temp as $$
declare
  noted constant text := coalesce(current_setting('kisalli.chains', true), '');
  chain_id constant text := coalesce(new.provider_id, '00000000-0000-0000-0000-000000000000')::text;
begin
  if position(chain_id in noted) = 0 then
    perform set_config('kisalli.chains', noted || chain_id || ',', true);
  end if;
  return null;
end
$$;

create function link_at_commit() returns trigger
  language plpgsql security definer set search_path = public, pg_temp as $$
declare
  chain_id text;
begin
  for chain_id in
    select distinct one
      from unnest(string_to_array(current_setting('kisalli.chains', true), ',')
        || coalesce(new.provider_id, '00000000-0000-0000-0000-000000000000')::text) one
     where one <> '' order by one
  loop
    perform pg_advisory_xact_lock(4711, hashtext(chain_id));
  end loop;
  perform link_event(new);
  return null;
end
$$;

revoke execute on function link_event(audit_event), note_chain(), link_at_commit() from public;

do $$
declare
  event audit_event;
begin
  for event in select * from audit_event order by at, id loop
    perform link_event(event);
  end loop;
end
$$;

create trigger note_chain after insert on audit_event for each row execute function note_chain();
create constraint trigger link_at_commit after insert on audit_event
  deferrable initially deferred for each row execute function link_at_commit();
