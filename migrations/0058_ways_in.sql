-- Whether the person's address opens anything of a provider the actor does not work for: a student they guide, an
-- agreement they are a party of, a child they are guardian of. Whoever changes it would read what goes there.
create or replace function leads_elsewhere(person_id uuid) returns boolean
  language sql stable security definer set search_path = public, pg_temp
as $$
  with elsewhere as (
    select id from provider where id not in (
      select m.provider_id from membership m
       where m.person_id = current_person() and m.role not in ('student', 'tutor', 'signer')))
  select exists (select from placement p where p.tutor_id = $1 and p.provider_id in (select id from elsewhere))
      or exists (select from agreement_party a where a.person_id = $1 and a.provider_id in (select id from elsewhere))
      or exists (select from guardian g where g.person_id = $1 and g.provider_id in (select id from elsewhere))
$$;

-- Such functions look as the tables' owner, whom a forced wall holds too unless it is a superuser: this one, and those
-- that ask what other colleges have built on an imported workplace.
do $$
declare
  asked text;
begin
  foreach asked in array array['placement', 'agreement', 'agreement_party', 'guardian', 'suitability_decision', 'checklist',
    'workplace_suspension', 'relation_entry', 'workplace_capacity', 'known_different']
  loop
    execute format('create policy keeper on %I for select to current_user using (true)', asked);
  end loop;
end
$$;

-- Whoever was let in by an address that is not the person's is in no longer, and has kept no feed of their days.
create function close_ways_in(who uuid, at timestamptz) returns void
  language sql security definer set search_path = public, pg_temp
begin atomic
  update session set revoked_at = $2 where person_id = $1 and revoked_at is null;
  update personal_link set revoked_at = $2 where person_id = $1 and revoked_at is null;
  delete from calendar_feed where person_id = $1;
end;

-- Who has signed for an employer or as a guardian has no account by that; their details are corrected like a tutor's.
create or replace function keeps_own_details(person_id uuid) returns boolean
  language sql stable security definer set search_path = public, pg_temp
as $$
  select exists (select from membership m where m.person_id = $1 and m.role not in ('tutor', 'signer'))
$$;

-- An id is made by the sender's browser and is one for all colleges; the wall hides whose it is.
create function agreement_id_taken(id uuid) returns boolean
  language sql stable security definer set search_path = public, pg_temp
as $$
  select exists (select from agreement a where a.id = $1)
$$;

-- Whose mandate a deputy has signed by, as it was noted then; the signature's hash covers it.
alter table agreement_signature add column mandate jsonb;
