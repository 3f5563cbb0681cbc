-- Whether the person's address opens placements of a provider the actor does not work for. The wall hides
-- those placements from the server's role, so it asks this way and learns yes or no.
create function leads_elsewhere(person_id uuid) returns boolean
  language sql stable security definer set search_path = public, pg_temp
as $$
  select exists (select from placement p where p.tutor_id = $1 and p.provider_id <> all (current_providers()))
$$;
