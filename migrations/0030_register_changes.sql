-- How often what the register's list counts has changed, so that a process knows whether what it keeps still holds.
-- The sum of all slots grows with every committed change. A transaction takes any slot that no other one
-- holds: writers never wait for each other here, and there are as many slots as have ever written at once.
create table register_change (
  slot integer generated always as identity primary key,
  changes bigint not null
);

create function note_register_change() returns trigger
  language plpgsql security definer set search_path = public, pg_temp
as $$
begin
  update register_change set changes = changes + 1
   where slot = (select slot from register_change order by slot limit 1 for update skip locked);
  if not found then
    insert into register_change (changes) values (1);
  end if;
  return null;
end
$$;

do $$
declare
  counted text;
begin
  foreach counted in array array['employer', 'workplace', 'workplace_person', 'workplace_field', 'workplace_document',
    'workplace_capacity', 'relation_entry', 'suitability_decision']
  loop
    execute format('create trigger register_change after insert or update or delete or truncate on %I
      for each statement execute function note_register_change()', counted);
  end loop;
end
$$;

-- A placement is saved many times a day for what the list does not tell.
create trigger register_change after insert or delete or truncate or update of provider_id, workplace_id, state, starts_on, ends_on
  on placement for each statement execute function note_register_change();

grant select on register_change to kisalli_app;
