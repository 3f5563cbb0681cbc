-- A student's own path: what is proven already, what is assessed otherwise, and what helps at work.

create table proven_requirement (
  provider_id uuid not null references provider,
  student_id uuid not null references person,
  requirement_id uuid not null references requirement,
  how text not null check (how in ('demonstrated', 'recognised')),
  proven_on date not null,
  noted_by uuid not null references person,
  noted_at timestamptz not null,
  primary key (provider_id, student_id, requirement_id)
);

-- Individual criteria and deviations from the requirements (finland.md rule 23), of a unit or of one requirement in it.
create table adaptation (
  provider_id uuid not null,
  id uuid not null,
  placement_id uuid not null,
  unit_id uuid not null references unit,
  requirement_id uuid references requirement,
  kind text not null check (kind in ('individual_criteria', 'deviation')),
  text text not null check (text <> ''),
  -- The assessor of the workplace needs it: the teacher says so for each.
  for_workplace boolean not null,
  written_by uuid not null references person,
  written_at timestamptz not null,
  ended_at timestamptz,
  primary key (provider_id, id),
  foreign key (provider_id, placement_id) references placement
);
create index adaptation_placement on adaptation (provider_id, placement_id);

-- What helps at work and why, between student and teacher; the workplace reads a line only once the student has said so.
create table support_note (
  provider_id uuid not null,
  id uuid not null,
  placement_id uuid not null,
  text text not null check (text <> ''),
  written_by uuid not null references person,
  written_at timestamptz not null,
  shared_at timestamptz,
  ended_at timestamptz,
  primary key (provider_id, id),
  foreign key (provider_id, placement_id) references placement
);
create index support_note_placement on support_note (provider_id, placement_id);

do $$
declare
  owned text;
begin
  foreach owned in array array['proven_requirement', 'adaptation', 'support_note']
  loop
    execute format('alter table %I enable row level security', owned);
    execute format('alter table %I force row level security', owned);
    execute format('create policy own_provider on %I using (provider_id = any ((select current_providers())::uuid[]))', owned);
  end loop;
end
$$;

-- The student and the teacher named to them, of rows of one placement: whatever the server asks, nobody else's eyes.
create policy student_and_teacher on support_note as restrictive using (
  exists (select from placement p where p.provider_id = support_note.provider_id and p.id = support_note.placement_id
    and ((select current_person()) in (p.student_id, p.teacher_id)
      or (p.tutor_id = (select current_person()) and shared_at is not null and ended_at is null))));
create policy those_who_need_it on adaptation as restrictive using (
  exists (select from placement p where p.provider_id = adaptation.provider_id and p.id = adaptation.placement_id
    and ((select current_person()) in (p.student_id, p.teacher_id)
      or (p.tutor_id = (select current_person()) and for_workplace and ended_at is null))));

grant select, insert, update, delete on proven_requirement to kisalli_app;
grant select, insert on adaptation, support_note to kisalli_app;
grant update (ended_at) on adaptation to kisalli_app;
grant update (shared_at, ended_at) on support_note to kisalli_app;
