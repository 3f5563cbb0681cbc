-- What decides, beside age and cards, whether a workplace fits one student (product.md §5): the languages it
-- guides in, what the tasks need first, and what the school has agreed where something is lacking.

create table workplace_language (
  workplace_id uuid not null references workplace,
  language text not null check (language in ('fi', 'sv', 'en')),
  primary key (workplace_id, language)
);

-- Kept of the task, as its kinds of work are: whoever does it at that workplace needs it.
create table task_need (
  task_id uuid not null references workplace_task,
  requirement_id uuid not null references requirement,
  noted_by uuid not null references person,
  noted_at timestamptz not null,
  primary key (task_id, requirement_id)
);

-- Holds for what was lacking when it was written: something new that lacks asks again.
create table fit_note (
  provider_id uuid not null,
  placement_id uuid not null,
  about text not null check (about in ('language', 'prior_skill')),
  lacks text[] not null check (cardinality(lacks) > 0),
  how text not null check (how <> ''),
  noted_by uuid not null references person,
  noted_at timestamptz not null,
  primary key (provider_id, placement_id, about),
  foreign key (provider_id, placement_id) references placement
);

grant select, insert, delete on workplace_language, task_need to kisalli_app;
grant select, insert, update, delete on fit_note to kisalli_app;
alter table fit_note enable row level security;
alter table fit_note force row level security;
create policy own_provider on fit_note using (provider_id = any ((select current_providers())::uuid[]));

-- The day's insurance: a statement is of a basis, and what it says of another one is not known.
alter table placement_insurance add column basis text check (basis in ('training_agreement', 'apprenticeship'));
alter table placement_insurance no force row level security;
alter table placement no force row level security;
update placement_insurance i set basis = p.basis from placement p where p.provider_id = i.provider_id and p.id = i.placement_id;
alter table placement force row level security;
alter table placement_insurance force row level security;
alter table placement_insurance alter column basis set not null;

create or replace function remove_imported(import uuid) returns integer
  language plpgsql security definer set search_path = public, pg_temp
as $$
declare
  gone uuid[];
  employers uuid[];
begin
  if not exists (select from register_import i where i.id = import and i.provider_id = any (current_providers()) and i.undone_at is null) then
    raise exception 'this import is not to be taken back';
  end if;
  select coalesce(array_agg(r.workplace_id), '{}'), coalesce(array_agg(distinct w.employer_id), '{}') into gone, employers
    from register_import_row r join built_on_import(import) b using (workplace_id) join workplace w on w.id = r.workplace_id
   where r.import_id = import and r.added and b.built is null;
  delete from workplace_field x where x.workplace_id = any (gone);
  delete from workplace_language x where x.workplace_id = any (gone);
  delete from workplace_document x where x.workplace_id = any (gone);
  delete from workplace_capacity x where x.workplace_id = any (gone);
  delete from workplace x where x.id = any (gone);
  delete from employer e where e.id = any (employers) and not exists (select from workplace x where x.employer_id = e.id);
  return cardinality(gone);
end
$$;
